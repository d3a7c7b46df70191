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
    /// Changes that mend it, and what their buttons say.
    pub remedies: Vec<(String, Edit)>,
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
