//! Names behind dots: what goes to a member, or searches for one (RFC 9535 §2.5.1.1 and §2.5.2.1).

use super::{Parser, is_space};
use crate::path::ast::{Segment, Selector};
use crate::path::error::PathError;
use crate::path::literal;
use crate::path::normalized::bracketed;
use crate::path::shorthand::{begins_name, continues_name};

impl Parser<'_> {
    /// The first segment of the shorthand, which has no dot.
    pub(super) fn first(&mut self) -> Result<Option<Segment>, Box<PathError>> {
        match self.peek() {
            Some('[') => Ok(None),
            Some('.') => {
                let dots = self.text.len() - self.text.trim_start_matches('.').len();
                let message = if dots == 1 {
                    "A path does not begin with a dot: leave it out."
                } else {
                    "A path does not begin with dots: write “$” before them to search everywhere."
                };
                Err(PathError::new(0..dots, message))
            }
            Some(space) if is_space(space) => {
                let end = self.text.len() - self.text.trim_start_matches(is_space).len();
                Err(match self.text.len() {
                    length if length == end => PathError::new(0..end, EMPTY),
                    _ => {
                        PathError::new(0..end, "A path does not begin with a space: leave it out.")
                    }
                })
            }
            Some('@') => {
                let message = "“@” is the node that a filter looks at: outside of one, a path begins with a name or “$”.";
                Err(PathError::new(0..1, message))
            }
            Some(']') => Err(self.stray(self.at)),
            None => Err(PathError::new(0..0, EMPTY)),
            Some(_) => Ok(Some(Segment::Child(vec![self.dotted()?]))),
        }
    }

    pub(super) fn dots(&mut self) -> Result<Segment, Box<PathError>> {
        let start = self.at;
        self.at += 1;
        if self.peek() != Some('.') {
            return match self.peek() {
                Some('[') => {
                    let message = "No dot stands before a bracket: leave it out.";
                    Err(PathError::new(start..self.at, message))
                }
                None => {
                    let message =
                        "The path ends with a dot: write a name behind it, or leave it out.";
                    Err(PathError::new(start..self.at, message))
                }
                Some(_) => Ok(Segment::Child(vec![self.dotted()?])),
            };
        }
        self.at += 1;
        match self.peek() {
            Some('[') => Ok(Segment::Descendant(self.bracket()?)),
            Some('.') => {
                let message =
                    "Two dots search everywhere below, one dot goes to a member; three do nothing.";
                Err(PathError::new(start..self.at + 1, message))
            }
            None => {
                let message = "The path ends with dots: write the name to search for behind them.";
                Err(PathError::new(start..self.at, message))
            }
            Some(_) => Ok(Segment::Descendant(vec![self.dotted()?])),
        }
    }

    /// What stands behind dots: `*` or a name.
    fn dotted(&mut self) -> Result<Selector, Box<PathError>> {
        let start = self.at;
        match self.peek() {
            Some('*') => {
                self.at += 1;
                return Ok(Selector::Wildcard { bracketed: false });
            }
            Some(first) if begins_name(first) => {
                let shorthand = self.shorthand;
                self.take_while(|next| continues_name(next) || (shorthand && next == '-'));
            }
            Some('0'..='9') if self.shorthand => {
                self.take_while(|next| next.is_ascii_digit());
            }
            _ => (),
        }
        if self.nesting == 0 && self.at > start && self.peek() == Some(']') {
            return Err(self.stray(self.at));
        }
        // A name that goes on with what a plain name cannot hold.
        if self.peek().is_some_and(|next| !self.ends_name(next)) {
            return Err(self.needs_brackets(start));
        }
        let name = self.text.get(start..self.at).unwrap_or_default().to_owned();
        if name.is_empty() {
            let message = match self.peek() {
                Some(next) if is_space(next) => "A name does not begin with a space: leave it out.",
                _ => "A name is missing here: write it behind the dot, or leave the dot out.",
            };
            return Err(PathError::new(self.here(), message));
        }
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            let index = literal::integer(&name, 0).ok().flatten().map(|(index, _)| index);
            return Ok(Selector::Digits { name, index });
        }
        Ok(Selector::Name(name))
    }

    /// A name behind a dot holds what only a quoted name can hold.
    fn needs_brackets(&self, start: usize) -> Box<PathError> {
        let rest = self.text.get(start..).unwrap_or_default();
        let quote = rest.chars().next().filter(|first| matches!(first, '\'' | '"'));
        let closed = quote.and_then(|quote| Some(rest.get(1..)?.find(quote)? + 2));
        let end = closed.or_else(|| rest.find(|next| self.ends_name(next)));
        let name = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
        let mut quoted = String::new();
        bracketed(&mut quoted, name);
        // A JSON Pointer begins with one.
        let parts = name.trim_matches('/');
        let message = if closed.is_some() {
            format!("A name in quotes stands in brackets: [{name}].")
        } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("Behind “$”, an index is written in brackets: [{name}].")
        } else if name.contains('/') && !parts.is_empty() {
            format!("Names are parted by dots here: {}.", parts.replace('/', "."))
        } else {
            format!("“{name}” is written in brackets and quotes here: {quoted}.")
        };
        PathError::new(start..start + name.len(), message)
    }

    /// Whether a name may end before this character: anywhere before a segment or a space, and in a
    /// filter before what the filter goes on with.
    fn ends_name(&self, next: char) -> bool {
        matches!(next, '.' | '[')
            || is_space(next)
            || (self.nesting > 0
                && matches!(next, ']' | ')' | ',' | '=' | '!' | '<' | '>' | '&' | '|'))
    }
}

const EMPTY: &str =
    "The path is empty: write a name of the response, as in “data.id”, or “$” for all of it.";
