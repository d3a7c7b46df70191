//! The shape of a failure in words, and of what was looked at to find them.

use crate::model::{
    edit::Edit,
    say::{Said, say},
};

/// A failure in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// What happened.
    pub title: Said,
    /// Why, as far as it is known.
    pub why: Said,
    /// What was looked at, and what it said.
    pub checks: Vec<Check>,
    /// Text to hand to whoever runs the server, and what it is.
    pub snippet: Option<(Said, String)>,
    /// What its lines are there for.
    pub because: Vec<Said>,
    /// Ways out, and what their buttons say; the first one is the best.
    pub remedies: Vec<(Said, Remedy)>,
}

/// A way out of a failure.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// A change of the node.
    Edit(Edit),
    /// The same test through the relay, this once or from now on.
    Relay(Through),
    /// The request as a cURL command in the clipboard.
    Curl,
    /// A sample response in place of one that came.
    Sample,
}

/// Which way requests take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Through {
    /// Straight from the browser.
    #[default]
    Browser,
    /// Through the relay, for one test.
    RelayOnce,
    /// Through the relay, until that is changed.
    Relay,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Whether it is so; none where it plays no part.
    pub mark: Option<bool>,
    /// The finding.
    pub finding: Said,
    /// What that rests on.
    pub ground: Said,
}

/// The ways through the relay.
pub fn relay() -> Vec<(Said, Remedy)> {
    vec![
        (say!("Send through the relay"), Remedy::Relay(Through::RelayOnce)),
        (say!("Always use the relay"), Remedy::Relay(Through::Relay)),
    ]
}
