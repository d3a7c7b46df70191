//! The text of a path in, its parts out; or what is wrong with it, and where (RFC 9535 §2).
//!
//! One parser reads both forms. The shorthand differs in its beginning, and in what a name behind a
//! dot may hold.

mod names;

mod bracket;

mod filter;

mod operand;

mod function;

use super::ast::{Query, Segment};
use super::error::PathError;
use super::shorthand::begins_name;
use crate::limits::{PATH_LENGTH, PATH_NESTING};

/// Reads a whole path.
pub(super) fn parse(text: &str) -> Result<Query, Box<PathError>> {
    if let Some((end, _)) = text.char_indices().nth(PATH_LENGTH) {
        let message = "The path is too long: 4,096 characters are read.";
        return Err(PathError::new(end..text.len(), message));
    }
    let shorthand = !text.starts_with('$');
    let mut parser = Parser { text, at: 0, shorthand, nesting: 0, places: 0 };
    let mut segments = Vec::new();
    if parser.shorthand {
        segments.extend(parser.first()?);
    } else {
        parser.at = 1;
    }
    parser.segments(&mut segments)?;
    Ok(Query { segments })
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    shorthand: bool,
    /// Filters, parentheses and function calls that are open.
    nesting: usize,
    /// Places given out for what an evaluation keeps.
    places: usize,
}

impl Parser<'_> {
    /// `segments = *(S segment)`, up to the end of the text, or in a filter as far as they go.
    fn segments(&mut self, segments: &mut Vec<Segment>) -> Result<(), Box<PathError>> {
        loop {
            let end = self.at;
            self.space();
            match self.peek() {
                Some('[') => segments.push(Segment::Child(self.bracket()?)),
                Some('.') => segments.push(self.dots()?),
                _ if self.nesting > 0 => {
                    self.at = end;
                    return Ok(());
                }
                None if self.at == end => return Ok(()),
                None => {
                    let message = "A path does not end with a space: leave it out.";
                    return Err(PathError::new(end..self.at, message));
                }
                Some(_) => return Err(self.stray(end)),
            }
        }
    }

    /// Reads what is one level further in.
    fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Box<PathError>>,
    ) -> Result<T, Box<PathError>> {
        if self.nesting == PATH_NESTING {
            let message = "The path is nested too deeply: 64 levels of filters, parentheses and functions are read.";
            return Err(PathError::new(self.here(), message));
        }
        self.nesting += 1;
        let read = read(self);
        self.nesting -= 1;
        read
    }

    fn place(&mut self) -> usize {
        self.places += 1;
        self.places - 1
    }

    /// The character at the cursor goes on with nothing that a path may go on with.
    fn stray(&self, end: usize) -> Box<PathError> {
        let after_space = self.at > end;
        let message = match self.peek() {
            Some(']') => "No bracket is open here: leave out “]”, or write “[” before the name.".to_owned(),
            Some(_) if after_space => {
                "A path goes on with “.” or “[” here: a name with a space in it is written in brackets and quotes."
                    .to_owned()
            }
            _ if self.at == 1 && !self.shorthand => {
                "“$” is followed by “.” or “[”: write a dot behind it, or leave it out.".to_owned()
            }
            Some(next) if begins_name(next) => {
                "A path goes on with “.” or “[” here: write a dot before the name.".to_owned()
            }
            _ => "A path goes on with “.” or “[” here.".to_owned(),
        };
        PathError::new(self.here(), message)
    }

    /// The bytes of the character at the cursor.
    fn here(&self) -> std::ops::Range<usize> {
        self.at..self.at + self.peek().map_or(0, char::len_utf8)
    }

    fn space(&mut self) {
        self.take_while(is_space);
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at += rest.find(|next| !belongs(next)).unwrap_or(rest.len());
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }
}

/// `S` of RFC 9535: blank space.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}
