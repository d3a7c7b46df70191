//! What a filter compares and tests: literals, queries and function calls, each with its type
//! (RFC 9535 §2.3.5.1 and §2.4.3).

use std::ops::Range;

use super::Parser;
use crate::path::ast::{Literal, Operand, Origin, Query, Subquery, Test};
use crate::path::error::PathError;
use crate::path::literal;
use crate::path::shorthand::{begins_name, continues_name};

/// A part of a filter whose surroundings decide whether its type fits.
pub(super) struct Part {
    pub(super) is: Sort,
    pub(super) range: Range<usize>,
}

pub(super) enum Sort {
    Literal(Literal),
    Query(Subquery),
    /// A function that gives a value, with its name.
    Value(Operand, &'static str),
    /// A function that is true or false, with its name.
    Logical(Test, &'static str),
}

impl Part {
    /// As one side of a comparison.
    pub(super) fn comparand(self) -> Result<Operand, Box<PathError>> {
        let message = match self.is {
            Sort::Literal(literal) => return Ok(Operand::Literal(literal)),
            Sort::Value(value, _) => return Ok(value),
            Sort::Query(query) if query.query.is_singular() => return Ok(Operand::Singular(query)),
            Sort::Query(_) => "A comparison takes one value, and this may find several: write names and single indexes, or count(…) or value(…) around it.".to_owned(),
            Sort::Logical(_, name) => format!("“{name}” is true or false by itself: leave the comparison out."),
        };
        Err(PathError::new(self.range, message))
    }

    /// As what is true or false.
    pub(super) fn test(self) -> Result<Test, Box<PathError>> {
        let message = match self.is {
            Sort::Query(query) => return Ok(Test::Exists(query)),
            Sort::Logical(test, _) => return Ok(test),
            Sort::Literal(_) => {
                "A value alone is no test: compare it with something, as in “@.price > 10”."
                    .to_owned()
            }
            Sort::Value(_, name) => {
                format!("“{name}” gives a value: compare it with something, as in “{name}(…) > 1”.")
            }
        };
        Err(PathError::new(self.range, message))
    }

    /// As the argument of a function that takes a value.
    pub(super) fn value(self, name: &str) -> Result<Operand, Box<PathError>> {
        match self.is {
            Sort::Query(ref query) if !query.query.is_singular() => {
                let message = format!(
                    "“{name}” takes one value, and this may find several: write names and single indexes, or value(…) around it."
                );
                Err(PathError::new(self.range, message))
            }
            Sort::Logical(_, inner) => {
                let message = format!(
                    "“{name}” takes a value, and “{inner}” is true or false: write “@” with a path here."
                );
                Err(PathError::new(self.range, message))
            }
            _ => self.comparand(),
        }
    }

    /// As the argument of a function that takes nodes.
    pub(super) fn nodes(self, name: &str) -> Result<Subquery, Box<PathError>> {
        match self.is {
            Sort::Query(query) => Ok(query),
            _ => {
                let message = format!("“{name}” takes a query: write “@” or “$” with a path here.");
                Err(PathError::new(self.range, message))
            }
        }
    }
}

impl Parser<'_> {
    /// A literal, a query or a function call.
    pub(super) fn part(&mut self) -> Result<Part, Box<PathError>> {
        let start = self.at;
        let is = match self.peek() {
            Some('@') => {
                self.at += 1;
                Sort::Query(self.subquery(Origin::Current)?)
            }
            Some('$') => {
                self.at += 1;
                Sort::Query(self.subquery(Origin::Root)?)
            }
            Some('\'' | '"') => {
                let (text, end) = literal::string(self.text, self.at, "text")?;
                self.at = end;
                Sort::Literal(Literal::Text(text))
            }
            Some('-' | '0'..='9') => {
                let number = literal::number(self.text, self.at)?;
                self.at = number.end;
                Sort::Literal(Literal::Number(self.text.get(number).unwrap_or_default().to_owned()))
            }
            Some(first) if begins_name(first) => self.word()?,
            Some(next) => {
                let message = match next {
                    '+' => "A number has no “+” before it: leave it out.",
                    '.' => {
                        "A path inside a filter begins with “@” for the element or “$” for the document; a number begins with a digit."
                    }
                    '=' | '<' | '>' => {
                        "A value is missing before the comparison: write “@” with a path."
                    }
                    '&' | '|' => "A test is missing here: write it, or leave out what joins it.",
                    ')' | ',' => {
                        "Something is missing beside the comma: write “@” with a path, or a value."
                    }
                    '(' => "A value does not stand in parentheses: leave them out.",
                    _ => {
                        "A filter asks for “@” with a path, a number, a text in quotes or a function here."
                    }
                };
                return Err(PathError::new(self.here(), message));
            }
            None => {
                let message = "The path ends inside of a filter: write “@” with a path, a number or a text in quotes.";
                return Err(PathError::new(start..start, message));
            }
        };
        Ok(Part { is, range: start..self.at })
    }

    fn subquery(&mut self, origin: Origin) -> Result<Subquery, Box<PathError>> {
        let mut segments = Vec::new();
        self.segments(&mut segments)?;
        match self.peek() {
            // As in “@price”.
            Some(next) if begins_name(next) && segments.is_empty() => {
                let sign = if origin == Origin::Current { '@' } else { '$' };
                let message = format!("“{sign}” is followed by “.” or “[”: write a dot behind it.");
                Err(PathError::new(self.here(), message))
            }
            _ => Ok(Subquery { origin, query: Query { segments }, place: self.place() }),
        }
    }

    /// `true`, `false`, `null`, or the name of a function.
    fn word(&mut self) -> Result<Sort, Box<PathError>> {
        let start = self.at;
        self.take_while(|next| continues_name(next) || next == '-');
        let word = self.text.get(start..self.at).unwrap_or_default();
        let range = start..self.at;
        let called = self.peek() == Some('(');
        match word {
            _ if called => return self.call(start),
            "true" => return Ok(Sort::Literal(Literal::Boolean(true))),
            "false" => return Ok(Sort::Literal(Literal::Boolean(false))),
            "null" => return Ok(Sort::Literal(Literal::Null)),
            _ => (),
        }
        self.space();
        let message = match word.to_ascii_lowercase().as_str() {
            _ if self.peek() == Some('(') => {
                let message =
                    "No space stands between a function and its parenthesis: leave it out.";
                return Err(PathError::new(range.end..self.at, message));
            }
            lower @ ("true" | "false" | "null") => {
                format!("“{word}” is written in lower case: {lower}.")
            }
            _ => format!(
                "“{word}” is written as a member of the element, @.{word}, or as a text in quotes, '{word}'."
            ),
        };
        Err(PathError::new(range, message))
    }
}
