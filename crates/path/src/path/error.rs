//! The error of a path that is none: a sentence, and the part of the text that it speaks of.

use std::ops::Range;

/// What is wrong with the text of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PathError {
    /// A sentence: what is wrong, then what to do.
    pub message: String,
    /// The bytes at fault, in the text as it was given.
    pub range: Range<usize>,
}

impl PathError {
    /// Boxed, so that a result of the parser is no larger than what it reads.
    pub(super) fn new(range: Range<usize>, message: impl Into<String>) -> Box<PathError> {
        Box::new(PathError { message: message.into(), range })
    }
}

impl std::fmt::Display for PathError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for PathError {}
