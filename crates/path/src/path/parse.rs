//! The text of a path in, its parts out; or what is wrong with it, and where (RFC 9535 §2).
//!
//! One parser reads both forms. The shorthand differs in its beginning, and in what a name behind a
//! dot may hold.

use super::ast::{Query, Segment, Selector, Slice};
use super::error::PathError;
use super::literal;
use super::normalized::bracketed;
use super::shorthand::{begins_name, continues_name};
use crate::limits::PATH_LENGTH;

/// Reads a whole path.
pub(super) fn parse(text: &str) -> Result<Query, PathError> {
    if let Some((end, _)) = text.char_indices().nth(PATH_LENGTH) {
        let message = "The path is too long: 4,096 characters are read.";
        return Err(PathError::new(end..text.len(), message));
    }
    let mut parser = Parser { text, at: 0, shorthand: !text.starts_with('$') };
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
}

impl Parser<'_> {
    /// The first segment of the shorthand, which has no dot.
    fn first(&mut self) -> Result<Option<Segment>, PathError> {
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

    /// `segments = *(S segment)`, up to the end of the text.
    fn segments(&mut self, segments: &mut Vec<Segment>) -> Result<(), PathError> {
        loop {
            let end = self.at;
            self.space();
            match self.peek() {
                Some('[') => segments.push(Segment::Child(self.bracket()?)),
                Some('.') => segments.push(self.dots()?),
                None if self.at == end => return Ok(()),
                None => {
                    let message = "A path does not end with a space: leave it out.";
                    return Err(PathError::new(end..self.at, message));
                }
                Some(_) => return Err(self.stray(end)),
            }
        }
    }

    fn dots(&mut self) -> Result<Segment, PathError> {
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
    fn dotted(&mut self) -> Result<Selector, PathError> {
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
        if self.at > start && self.peek() == Some(']') {
            return Err(self.stray(self.at));
        }
        // A name that goes on with what a plain name cannot hold.
        if self.peek().is_some_and(|next| !matches!(next, '.' | '[') && !is_space(next)) {
            return Err(self.needs_brackets(start));
        }
        let name = self.text.get(start..self.at).unwrap_or_default().to_owned();
        if name.is_empty() {
            let message = "A name does not begin with a space: leave it out.";
            return Err(PathError::new(start..start + 1, message));
        }
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            let index = literal::integer(&name, 0).ok().flatten().map(|(index, _)| index);
            return Ok(Selector::Digits { name, index });
        }
        Ok(Selector::Name(name))
    }

    /// `bracketed-selection`, from its opening bracket to behind its closing one.
    fn bracket(&mut self) -> Result<Vec<Selector>, PathError> {
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

    fn selector(&mut self, open: usize, first: bool) -> Result<Selector, PathError> {
        match self.peek() {
            Some('\'' | '"') => {
                let (name, end) = literal::string(self.text, self.at)?;
                self.at = end;
                Ok(Selector::Name(name))
            }
            Some('*') => {
                self.at += 1;
                Ok(Selector::Wildcard { bracketed: true })
            }
            Some('0'..='9' | '-' | ':') => self.index_or_slice(),
            Some('?') => {
                let message =
                    "Filters are not supported yet: write an index or “*” in their place.";
                Err(PathError::new(self.at..self.filter_end(), message))
            }
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

    fn index_or_slice(&mut self) -> Result<Selector, PathError> {
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

    fn integer(&mut self) -> Result<Option<i64>, PathError> {
        Ok(literal::integer(self.text, self.at)?.map(|(value, end)| {
            self.at = end;
            value
        }))
    }

    /// The character at the cursor goes on with nothing that a path may go on with.
    fn stray(&self, end: usize) -> PathError {
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
            _ => "A path goes on with “.” or “[” here.".to_owned(),
        };
        PathError::new(self.here(), message)
    }

    /// A name behind a dot holds what only a quoted name can hold.
    fn needs_brackets(&self, start: usize) -> PathError {
        let rest = self.text.get(start..).unwrap_or_default();
        let quote = rest.chars().next().filter(|first| matches!(first, '\'' | '"'));
        let closed = quote.and_then(|quote| Some(rest.get(1..)?.find(quote)? + 2));
        let end = closed.or_else(|| rest.find(|next| matches!(next, '.' | '[') || is_space(next)));
        let name = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
        let mut quoted = String::new();
        bracketed(&mut quoted, name);
        let message = if closed.is_some() {
            format!("A name in quotes stands in brackets: [{name}].")
        } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("Behind “$”, an index is written in brackets: [{name}].")
        } else if name.contains('/') {
            format!("Names are parted by dots here: {}.", name.replace('/', "."))
        } else {
            format!("“{name}” is written in brackets and quotes here: {quoted}.")
        };
        PathError::new(start..start + name.len(), message)
    }

    /// A bracket holds something that is neither a number nor in quotes.
    fn needs_quotes(&self) -> PathError {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find([',', ']']).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or_default().trim_end_matches(is_space);
        let mut quoted = String::new();
        bracketed(&mut quoted, name);
        let message = format!("A name in brackets is written in quotes: {quoted}.");
        PathError::new(self.at..self.at + name.len(), message)
    }

    /// Where a filter ends: before the bracket that closes it.
    fn filter_end(&self) -> usize {
        let mut depth = 0;
        let mut quote = None;
        let mut escaped = false;
        for (at, next) in self.text.char_indices().skip_while(|(at, _)| *at < self.at) {
            match (quote, next) {
                _ if escaped => escaped = false,
                (Some(_), '\\') => escaped = true,
                (Some(open), _) if open == next => quote = None,
                (Some(_), _) => (),
                (None, '\'' | '"') => quote = Some(next),
                (None, '[') => depth += 1,
                (None, ']') if depth == 0 => return at,
                (None, ']') => depth -= 1,
                _ => (),
            }
        }
        self.text.len()
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

const EMPTY: &str =
    "The path is empty: write a name of the response, as in “data.id”, or “$” for all of it.";

/// `S` of RFC 9535: blank space.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}
