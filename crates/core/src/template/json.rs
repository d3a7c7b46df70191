//! A JSON template in, the same with each parameter's place out, checked as JSON with its parameters in place (RFC 8259).

use switchhook_path::Json;

use super::{Fault, Piece, Place, Template, Token, tokens};
use crate::problem::Code;

/// Compiles a JSON body.
pub(crate) fn json(template: &str) -> (Template, Vec<Fault>) {
    let mut pieces = Vec::new();
    let mut parameters = Vec::new();
    let mut position = Position::Between;
    // The template with a stand-in of the same length for each parameter, so that places are the same in both.
    let mut probe = String::with_capacity(template.len());
    for token in tokens(template) {
        match token {
            Token::Text { text, range } => {
                position = text.chars().fold(position, Position::after);
                probe.push_str(template.get(range).unwrap_or_default());
                pieces.push(Piece::Literal(text));
            }
            Token::Parameter { name, range } => {
                let (place, stand_in) = match position {
                    Position::Between => {
                        (Place::JsonValue, format!("{{{:1$}}}", "", range.len() - 2))
                    }
                    Position::InString | Position::Escaped => {
                        (Place::JsonString, "x".repeat(range.len()))
                    }
                };
                // A backslash before the parameter escapes its first character: no JSON, as the probe shows.
                position =
                    if position == Position::Escaped { Position::InString } else { position };
                probe.push_str(&stand_in);
                pieces.push(Piece::Parameter { name, place });
                parameters.push(range);
            }
        }
    }
    let fault = Json::parse(&probe).err().map(|error| {
        let start = offset(&probe, error.line, error.column);
        let length =
            probe.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        match parameters.into_iter().find(|range| range.contains(&start)) {
            Some(range) => {
                // The message quotes what it found, which is the stand-in here.
                let name = template.get(range.clone()).unwrap_or_default();
                let message = error.message.replacen("not “{”", &format!("not {name}"), 1);
                Fault::new(Code::BadJsonBody, message, range)
            }
            None => Fault::new(Code::BadJsonBody, error.message, start..start + length),
        }
    });
    (Template { pieces }, fault.into_iter().collect())
}

/// Where the next character stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Between,
    InString,
    Escaped,
}

impl Position {
    fn after(self, c: char) -> Position {
        match (self, c) {
            (Position::Between, '"') | (Position::Escaped, _) => Position::InString,
            (Position::InString, '\\') => Position::Escaped,
            (Position::InString, '"') => Position::Between,
            (unchanged, _) => unchanged,
        }
    }
}

/// The byte offset of a line and a column, both counted from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.clone().take(line.saturating_sub(1)).map(str::len).sum();
    let line = lines.clone().nth(line.saturating_sub(1)).unwrap_or_default();
    before + line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}
