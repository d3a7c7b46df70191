//! A place in the text of a command, which only goes on; and what is said of a place that cannot be imported.

use std::ops::Range;

use crate::problem::{Code, Problem};

/// A place in a text.
pub(super) struct Cursor<'s> {
    source: &'s str,
    /// Bytes that are behind.
    pub(super) at: usize,
}

impl<'s> Cursor<'s> {
    pub(super) fn new(source: &'s str, at: usize) -> Cursor<'s> {
        Cursor { source, at }
    }

    /// What lies ahead.
    pub(super) fn rest(&self) -> &'s str {
        self.source.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Goes over this text, where it comes next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let comes = self.rest().starts_with(text);
        if comes {
            self.at += text.len();
        }
        comes
    }

    /// Goes over the end of a line.
    pub(super) fn eat_line_end(&mut self) -> bool {
        self.eat("\r\n") || self.eat("\n")
    }

    /// The bytes of this many characters from here.
    pub(super) fn ahead(&self, characters: usize) -> Range<usize> {
        let length: usize = self.rest().chars().take(characters).map(char::len_utf8).sum();
        self.at..self.at + length
    }
}

/// Why a command is not imported, and which bytes of it are at fault.
pub(super) fn refused(message: impl Into<String>, range: Range<usize>) -> Problem {
    Problem::new(Code::BadCurl, "", message).at(range)
}

/// What an import leaves out, or takes otherwise than it is meant.
pub(super) fn partly(pointer: &str, message: impl Into<String>) -> Problem {
    Problem::new(Code::PartlyImported, pointer, message)
}
