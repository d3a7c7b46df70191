//! A word of a command, put together piece by piece.

use std::ops::Range;

use super::{
    cursor::refused,
    marked::{parameter, with_braces},
};
use crate::problem::Problem;

/// A word of the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its text, with parameters marked.
    pub(super) text: String,
    /// The bytes that it takes in the command, quotes included.
    pub(super) range: Range<usize>,
}

/// A word that is being read.
pub(super) struct Unfinished {
    start: usize,
    text: String,
    /// What stands between two changes of quotes, in bytes: `\xC3\xA9` is one character.
    run: Vec<u8>,
}

impl Unfinished {
    pub(super) fn new(start: usize) -> Unfinished {
        Unfinished { start, text: String::new(), run: Vec::new() }
    }

    /// The byte of the command at which it begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    pub(super) fn push(&mut self, c: char) {
        self.run.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    pub(super) fn push_byte(&mut self, byte: u8) {
        self.run.push(byte);
    }

    pub(super) fn push_parameter(&mut self, name: &str) {
        self.run.extend_from_slice(parameter(name).as_bytes());
    }

    /// Ends what stands in one pair of quotes, or outside of any, up to a byte of the command.
    pub(super) fn end_run(&mut self, end: usize) -> Result<(), Problem> {
        let run = String::from_utf8(std::mem::take(&mut self.run)).map_err(|_| {
            let message =
                "These bytes are no text in UTF-8, and a node sends text alone: remove them.";
            refused(message, self.start..end)
        })?;
        self.text.push_str(&with_braces(&run));
        Ok(())
    }

    pub(super) fn finish(mut self, end: usize) -> Result<Word, Problem> {
        self.end_run(end)?;
        Ok(Word { text: self.text, range: self.start..end })
    }
}
