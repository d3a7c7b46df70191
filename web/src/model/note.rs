//! What is wrong with one field, in the words that stand beside it.

use std::{ops::Range, rc::Rc};

use switchhook::Severity;

use crate::model::{draft::Text, say::Said};

/// What is wrong with one field, in the words to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Whether it stops the node from sending.
    pub severity: Severity,
    /// A sentence.
    pub message: Said,
    /// Bytes of the field's text.
    pub range: Option<Range<usize>>,
    /// A parameter whose declaration mends it.
    pub declares: Option<Text>,
}

impl Note {
    /// A note on the whole of a field.
    pub fn new(severity: Severity, message: Said) -> Note {
        Note { severity, message, range: None, declares: None }
    }
}

/// Notes by field; cheap to compare and to share.
pub type Notes = Rc<[Note]>;
