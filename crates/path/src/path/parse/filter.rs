//! A filter: what is asked of each node, with `&&`, `||`, `!` and parentheses (RFC 9535 §2.3.5.1).

use super::Parser;
use crate::path::ast::{Comparison, Test};
use crate::path::error::PathError;
use crate::path::shorthand::continues_name;

impl Parser<'_> {
    /// A filter selector, from its `?`; `open` is where its bracket stands.
    pub(super) fn filter(&mut self, open: usize) -> Result<Test, Box<PathError>> {
        let start = self.at;
        self.nested(|parser| {
            parser.at += 1;
            parser.space();
            if matches!(parser.peek(), None | Some(']' | ',')) {
                let message = "A filter asks something of each element: write it behind “?”, as in “?@.price > 10”.";
                return Err(PathError::new(start..parser.at, message));
            }
            let test = parser.any()?;
            match parser.peek() {
                Some(']' | ',') => Ok(test),
                None => {
                    let message = "The bracket is not closed: add “]” behind the filter.";
                    Err(PathError::new(open..parser.text.len(), message))
                }
                Some(')') => {
                    let message = "No parenthesis is open here: leave out “)”, or write “(” before the test.";
                    Err(PathError::new(parser.here(), message))
                }
                Some(_) => Err(parser.no_operator()),
            }
        })
    }

    /// `logical-expr`, and the space behind it.
    fn any(&mut self) -> Result<Test, Box<PathError>> {
        self.chain("||", Test::Any, |parser| parser.chain("&&", Test::All, Parser::test))
    }

    fn chain(
        &mut self,
        operator: &str,
        join: fn(Vec<Test>) -> Test,
        link: fn(&mut Self) -> Result<Test, Box<PathError>>,
    ) -> Result<Test, Box<PathError>> {
        let first = link(self)?;
        if !self.takes(operator) {
            return Ok(first);
        }
        let mut links = vec![first];
        loop {
            let end = self.at;
            self.space();
            if matches!(self.peek(), None | Some(']' | ')')) {
                let message = format!(
                    "A test is missing behind “{operator}”: write it, or leave “{operator}” out."
                );
                return Err(PathError::new(end - operator.len()..end, message));
            }
            links.push(link(self)?);
            if !self.takes(operator) {
                return Ok(join(links));
            }
        }
    }

    /// `basic-expr`, and the space behind it.
    fn test(&mut self) -> Result<Test, Box<PathError>> {
        let start = self.at;
        let test = match self.peek() {
            Some('!') => self.not()?,
            Some('(') => self.parenthesis()?,
            _ => {
                let left = self.part()?;
                self.space();
                if let Some((comparison, operator)) = self.comparison()? {
                    let left = left.comparand()?;
                    self.space();
                    if matches!(self.peek(), None | Some(']' | ')' | '&' | '|')) {
                        let message = format!(
                            "A value is missing behind “{operator}”: write a number, a text in quotes or “@” with a path."
                        );
                        let end = start
                            + self.text.get(start..self.at).unwrap_or_default().trim_end().len();
                        return Err(PathError::new(end - operator.len()..end, message));
                    }
                    let right = self.part()?.comparand()?;
                    Test::Compare(left, comparison, right)
                } else {
                    left.test()?
                }
            }
        };
        self.space();
        let behind = self.at;
        match self.comparison()? {
            None => Ok(test),
            Some(_) => {
                let message = match self.text.get(start..).unwrap_or_default() {
                    first if first.starts_with('!') => {
                        "“!” stands before a comparison in parentheses: write !(…), or turn the comparison round."
                    }
                    first if first.starts_with('(') => {
                        "What stands in parentheses is true or false, and is not compared: leave them out."
                    }
                    _ => "A comparison has two sides: join two comparisons with “&&”.",
                };
                Err(PathError::new(behind..self.at, message))
            }
        }
    }

    /// `!`, which stands before a parenthesis or a test.
    fn not(&mut self) -> Result<Test, Box<PathError>> {
        let start = self.at;
        self.at += 1;
        self.space();
        let test = match self.peek() {
            Some('(') => self.parenthesis()?,
            Some('!') => {
                let message = "“!” stands before a test once: leave both out.";
                return Err(PathError::new(start..self.at + 1, message));
            }
            None | Some(']' | ')' | '&' | '|') => {
                let message =
                    "A test is missing behind “!”: write “@” with a path, or a parenthesis.";
                return Err(PathError::new(start..start + 1, message));
            }
            Some(_) => self.part()?.test()?,
        };
        Ok(Test::Not(Box::new(test)))
    }

    fn parenthesis(&mut self) -> Result<Test, Box<PathError>> {
        let open = self.at;
        self.nested(|parser| {
            parser.at += 1;
            parser.space();
            if parser.peek() == Some(')') {
                let message = "The parentheses are empty: write a test in them, or leave them out.";
                return Err(PathError::new(open..parser.at + 1, message));
            }
            let test = parser.any()?;
            match parser.peek() {
                Some(')') => {
                    parser.at += 1;
                    Ok(test)
                }
                None | Some(']') => {
                    let message = "The parenthesis is not closed: add “)”.";
                    Err(PathError::new(open..parser.at, message))
                }
                Some(_) => Err(parser.no_operator()),
            }
        })
    }

    /// A comparison operator, where one stands here, and how it is written.
    fn comparison(&mut self) -> Result<Option<(Comparison, &'static str)>, Box<PathError>> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let length = rest.bytes().take_while(|byte| b"=!<>~".contains(byte)).count();
        let found = match rest.get(..length).unwrap_or_default() {
            "" => return Ok(None),
            "==" => (Comparison::Equal, "=="),
            "!=" => (Comparison::NotEqual, "!="),
            "<" => (Comparison::Less, "<"),
            "<=" => (Comparison::LessOrEqual, "<="),
            ">" => (Comparison::Greater, ">"),
            ">=" => (Comparison::GreaterOrEqual, ">="),
            other => {
                let message = match other {
                    "=" | "===" => "Equality is written “==”.".to_owned(),
                    "!" | "!==" | "<>" => "Inequality is written “!=”.".to_owned(),
                    "=<" => "“At most” is written “<=”.".to_owned(),
                    "=>" => "“At least” is written “>=”.".to_owned(),
                    "=~" | "~" | "~=" => "A pattern is asked for with match(@.name, 'pattern') or search(@.name, 'pattern').".to_owned(),
                    _ => format!("There is no comparison “{other}”: write “==”, “!=”, “<”, “<=”, “>” or “>=”."),
                };
                return Err(PathError::new(start..start + length, message));
            }
        };
        self.at += length;
        Ok(Some(found))
    }

    /// Something stands where a test is over.
    fn no_operator(&self) -> Box<PathError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let word = rest.find(|next| !continues_name(next)).unwrap_or(rest.len());
        let (length, message) = match rest.get(..word).unwrap_or_default() {
            "and" | "AND" => (word, "“And” is written “&&”."),
            "or" | "OR" => (word, "“Or” is written “||”."),
            "" if rest.starts_with('&') => (1, "“And” is written “&&”."),
            "" if rest.starts_with('|') => (1, "“Or” is written “||”."),
            _ => {
                let message = "A filter goes on with a comparison, “&&” or “||” here, or ends.";
                return PathError::new(self.here(), message);
            }
        };
        PathError::new(self.at..self.at + length, message)
    }

    fn takes(&mut self, token: &str) -> bool {
        let takes = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(token));
        if takes {
            self.at += token.len();
        }
        takes
    }
}
