//! I-Regexp (RFC 9485): the text of a pattern in, and whether a text matches it out.
//!
//! In time linear in the text: all ways through the pattern are walked side by side. A `^` that
//! begins the pattern and a `$` that ends it are anchors, as the JSONPath Compliance Test Suite has
//! them; everywhere else they are the characters that the RFC says they are.

mod set;

mod parse;

mod program;

mod run;

use crate::budget::{Budget, TooComplex};
use crate::limits::PATTERN_LENGTH;

/// A compiled pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern(program::Program);

/// Why a text is no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is no I-Regexp: it matches nothing (RFC 9535 §2.4.6).
    NoPattern,
    /// It is one, and asks for more than this crate grants.
    TooLarge,
}

impl Pattern {
    pub(crate) fn parse(text: &str) -> Result<Pattern, Fault> {
        if text.len() > PATTERN_LENGTH {
            return Err(Fault::TooLarge);
        }
        program::compile(&parse::parse(text)?).map(Pattern)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.states.len()
    }

    /// Whether the whole text matches, or some part of it.
    pub(crate) fn matches(
        &self,
        text: &str,
        whole: bool,
        budget: &mut Budget,
    ) -> Result<bool, TooComplex> {
        run::matches(&self.0, text, whole, budget)
    }
}
