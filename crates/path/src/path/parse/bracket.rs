//! What stands in brackets: names, indexes, slices and filters (RFC 9535 §2.3).

use super::{Parser, is_space};
use crate::path::ast::{Selector, Slice};
use crate::path::error::PathError;
use crate::path::literal;
use crate::path::normalized::bracketed;

impl Parser<'_> {
    /// `bracketed-selection`, from its opening bracket to behind its closing one.
    pub(super) fn bracket(&mut self) -> Result<Vec<Selector>, Box<PathError>> {
        let open = self.at;
        self.at += 1;
        let mut selectors = Vec::new();
        loop {
            self.space();
            selectors.push(self.selector(open, selectors.is_empty())?);
            self.space();
            match self.peek() {
                Some(',') => self.at += 1,
                Some(']') => {
                    self.at += 1;
                    return Ok(selectors);
                }
                None => {
                    let message = "The bracket is not closed: add “]”.";
                    return Err(PathError::new(open..self.text.len(), message));
                }
                Some(_) => {
                    let message = "In a bracket, “,” or “]” is expected here.";
                    return Err(PathError::new(self.here(), message));
                }
            }
        }
    }

    fn selector(&mut self, open: usize, first: bool) -> Result<Selector, Box<PathError>> {
        match self.peek() {
            Some('\'' | '"') => {
                let (name, end) = literal::string(self.text, self.at, "name")?;
                self.at = end;
                Ok(Selector::Name(name))
            }
            Some('*') => {
                self.at += 1;
                Ok(Selector::Wildcard { bracketed: true })
            }
            Some('0'..='9' | '-' | ':') => self.index_or_slice(),
            Some('?') => self.filter(open).map(Selector::Filter),
            None if first => {
                let message =
                    "The bracket is not closed: write a name in quotes or a number, then “]”.";
                Err(PathError::new(open..self.text.len(), message))
            }
            None => {
                let message = "The bracket is not closed: write a name in quotes or a number behind the comma, then “]”.";
                Err(PathError::new(open..self.text.len(), message))
            }
            Some(']') if first => {
                let message =
                    "The brackets are empty: write a name in quotes, a number or “*” in them.";
                Err(PathError::new(open..self.at + 1, message))
            }
            Some(']' | ',') => {
                let message = "Something is missing beside the comma: write a name in quotes, a number or “*”.";
                Err(PathError::new(self.here(), message))
            }
            Some(_) => Err(self.needs_quotes()),
        }
    }

    fn index_or_slice(&mut self) -> Result<Selector, Box<PathError>> {
        let start = self.integer()?;
        let behind = self.at;
        self.space();
        if self.peek() != Some(':') {
            self.at = behind;
            // Without digits there was a colon.
            return Ok(Selector::Index(start.unwrap_or_default()));
        }
        self.at += 1;
        self.space();
        let end = self.integer()?;
        self.space();
        let mut step = None;
        if self.peek() == Some(':') {
            self.at += 1;
            self.space();
            step = self.integer()?;
        }
        Ok(Selector::Slice(Slice { start, end, step: step.unwrap_or(1) }))
    }

    fn integer(&mut self) -> Result<Option<i64>, Box<PathError>> {
        Ok(literal::integer(self.text, self.at)?.map(|(value, end)| {
            self.at = end;
            value
        }))
    }

    /// A bracket holds something that is neither a number nor in quotes.
    fn needs_quotes(&self) -> Box<PathError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find([',', ']']).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or_default().trim_end_matches(is_space);
        let mut quoted = String::new();
        bracketed(&mut quoted, name);
        let message = format!("A name in brackets is written in quotes: {quoted}.");
        PathError::new(self.at..self.at + name.len(), message)
    }
}
