//! A document piece by piece in, the values of a trie's ways out: one pass, without a tree, without
//! the body.

use std::sync::Arc;

use crate::capture::{Capture, Sources};
use crate::fault::Fault;
use crate::scanner::Scanner;
use crate::trie::Trie;
use crate::utf8::{Utf8, utf8};

/// Why there are no values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The bytes are not UTF-8 from here on.
    Utf8 {
        /// The byte at fault, from 0.
        at: u64,
    },
    /// The text is no JSON.
    Json(Fault),
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Wrong::Utf8 { at } => write!(formatter, "the bytes are not UTF-8, at byte {at}"),
            Wrong::Json(fault) => fault.fmt(formatter),
        }
    }
}

impl std::error::Error for Wrong {}

/// Takes the values of one document.
#[derive(Debug)]
pub struct Take<'t> {
    scanner: Scanner,
    utf8: Utf8,
    capture: Capture<'t>,
    passed: u64,
    wrong: Option<Wrong>,
}

impl<'t> Take<'t> {
    /// Stands before a document.
    pub fn new(trie: &'t Trie) -> Take<'t> {
        let capture = Capture::new(trie);
        Take { scanner: Scanner::new(), utf8: Utf8::default(), capture, passed: 0, wrong: None }
    }

    /// Reads the next piece, of any length. The whole document is checked, whatever is wanted of it.
    pub fn feed(&mut self, piece: &[u8]) {
        if matches!(self.wrong, Some(Wrong::Utf8 { .. })) {
            return;
        }
        // What is no text is no JSON either: of two faults, this one counts.
        if let Err(at) = self.utf8.feed(piece) {
            self.wrong = Some(Wrong::Utf8 { at });
        } else if self.wrong.is_none() {
            match self.scanner.feed(piece, &mut self.capture) {
                Ok(()) => self.capture.copy(piece, self.passed),
                Err(fault) => self.wrong = Some(Wrong::Json(fault)),
            }
        }
        self.passed += piece.len() as u64;
    }

    /// Where a string began that is not closed yet.
    pub fn open_string(&self) -> Option<u64> {
        self.scanner.open_string()
    }

    /// What is wrong with what has been read.
    pub fn wrong(&self) -> Option<Wrong> {
        self.wrong
    }

    /// The document ends here: out come the sources of the values, by the numbers of their ways.
    pub fn finish(mut self) -> Result<Vec<Option<Arc<str>>>, Wrong> {
        match self.wrong {
            Some(wrong @ Wrong::Utf8 { .. }) => return Err(wrong),
            wrong => {
                self.utf8.finish().map_err(|at| Wrong::Utf8 { at })?;
                wrong.map_or(Ok(()), Err)?;
            }
        }
        self.scanner.finish(&mut self.capture).map_err(Wrong::Json)?;
        Ok(self.capture.finish())
    }
}

/// The sources of the values of a document that is there whole, by the numbers of their ways: they stay where they
/// are.
///
/// ```
/// use switchhook_scan::{Sort, Step, Trie, take};
///
/// let mut trie = Trie::new();
/// let id = trie.insert(vec![Step::Name("id".into())]).ok_or("id")?;
/// let sources = take(&trie, br#"{"id": 70, "name": "Ada"}"#)?;
/// assert_eq!(sources.get(id), Some((Sort::Number, "70")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What [`Take::finish`] says of the same document.
pub fn take<'d>(trie: &Trie, document: &'d [u8]) -> Result<Sources<'d>, Wrong> {
    let text = utf8(document).map_err(|valid| Wrong::Utf8 { at: valid as u64 })?;
    let mut scanner = Scanner::new();
    let mut capture = Capture::new(trie);
    scanner.feed(document, &mut capture).map_err(Wrong::Json)?;
    scanner.finish(&mut capture).map_err(Wrong::Json)?;
    Ok(capture.within(text))
}
