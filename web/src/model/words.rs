//! The shape of a failure in words, and of what was looked at to find them.

use crate::model::edit::Edit;

/// A failure in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// What happened.
    pub title: String,
    /// Why, as far as it is known.
    pub why: String,
    /// What was looked at, and what it said.
    pub checks: Vec<Check>,
    /// Text to hand to whoever runs the server, and what it is.
    pub snippet: Option<(String, String)>,
    /// What its lines are there for.
    pub because: Vec<String>,
    /// Ways out, and what their buttons say; the first one is the best.
    pub remedies: Vec<(String, Remedy)>,
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
    pub finding: String,
    /// What that rests on.
    pub ground: String,
}

/// The ways through the relay.
pub fn relay() -> Vec<(String, Remedy)> {
    vec![
        ("Send through the relay".into(), Remedy::Relay(Through::RelayOnce)),
        ("Always use the relay".into(), Remedy::Relay(Through::Relay)),
    ]
}
