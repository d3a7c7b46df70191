//! A function call: its name and arguments in, what it asks out, well typed (RFC 9535 §2.4).

use super::Parser;
use super::operand::{Part, Sort};
use crate::path::ast::{Literal, Operand, Test, Wanted};
use crate::path::error::PathError;
use crate::path::iregexp::{Fault, Pattern};

/// The functions, each with how it is called.
const FUNCTIONS: [(&str, &str); 5] = [
    ("length", "length(@.name)"),
    ("count", "count(@.*)"),
    ("match", "match(@.name, 'pattern')"),
    ("search", "search(@.name, 'pattern')"),
    ("value", "value(@..name)"),
];

impl Parser<'_> {
    /// Reads on from the parenthesis behind a function's name, which began at `start`.
    pub(super) fn call(&mut self, start: usize) -> Result<Sort, Box<PathError>> {
        let word = self.text.get(start..self.at).unwrap_or_default();
        let Some((name, usage)) = FUNCTIONS.into_iter().find(|(name, _)| *name == word) else {
            let message = format!(
                "There is no function “{word}”: length, count, match, search and value are known."
            );
            return Err(PathError::new(start..self.at, message));
        };
        let arguments = self.nested(|parser| parser.arguments(start))?;
        let range = start..self.at;
        let wrong_number =
            || Err(PathError::new(range, format!("“{name}” is called as in “{usage}”.")));
        let mut arguments = arguments.into_iter();
        let all = (arguments.next(), arguments.next(), arguments.next());
        Ok(match (name, all) {
            ("match" | "search", (Some(text), Some(pattern), None)) => {
                let text = text.value(name)?;
                let pattern = self.pattern(pattern, name)?;
                Sort::Logical(Test::Matches { text, pattern, whole: name == "match" }, name)
            }
            ("length", (Some(value), None, None)) => {
                Sort::Value(Operand::Length(Box::new(value.value(name)?)), name)
            }
            ("count", (Some(nodes), None, None)) => {
                Sort::Value(Operand::Count(nodes.nodes(name)?), name)
            }
            ("value", (Some(nodes), None, None)) => {
                Sort::Value(Operand::Value(nodes.nodes(name)?), name)
            }
            _ => return wrong_number(),
        })
    }

    /// From the opening parenthesis to behind the closing one.
    fn arguments(&mut self, start: usize) -> Result<Vec<Part>, Box<PathError>> {
        let mut arguments = Vec::new();
        self.at += 1;
        self.space();
        if self.peek() == Some(')') {
            self.at += 1;
            return Ok(arguments);
        }
        loop {
            arguments.push(self.part()?);
            self.space();
            match self.peek() {
                Some(',') => self.at += 1,
                Some(')') => {
                    self.at += 1;
                    return Ok(arguments);
                }
                None | Some(']') => {
                    let message = "The parenthesis is not closed: add “)”.";
                    return Err(PathError::new(start..self.at, message));
                }
                Some('=' | '!' | '<' | '>' | '&' | '|') => {
                    let message = "A function takes paths and values, and no tests: close its parenthesis with “)” before this.";
                    return Err(PathError::new(self.here(), message));
                }
                Some(_) => {
                    let message =
                        "Between the arguments of a function, “,” or “)” is expected here.";
                    return Err(PathError::new(self.here(), message));
                }
            }
            self.space();
        }
    }

    /// The pattern of `match` or `search`: compiled at once where it is a literal.
    fn pattern(&mut self, part: Part, name: &str) -> Result<Wanted, Box<PathError>> {
        if let Sort::Literal(Literal::Text(text)) = &part.is {
            return match Pattern::parse(text) {
                Ok(pattern) => Ok(Wanted::Constant(Some(pattern))),
                Err(Fault::NoPattern) => Ok(Wanted::Constant(None)),
                Err(Fault::TooLarge) => {
                    let message = "The pattern is too large: 10,000 characters and repetitions are read, 64 groups inside each other.";
                    Err(PathError::new(part.range, message))
                }
            };
        }
        Ok(Wanted::Given(part.value(name)?, self.place()))
    }
}
