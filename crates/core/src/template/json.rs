//! A JSON template in, the same with each parameter's place out, checked as JSON with its parameters in place (RFC 8259).

use std::ops::Range;

use switchhook_path::Json;

use super::{Fault, Piece, Place, Template, Token, tokens};
use crate::problem::Code;

/// Compiles a JSON body.
pub(crate) fn json(template: &str) -> (Template, Vec<Fault>) {
    let mut pieces = Vec::new();
    let mut probe = Probe::default();
    let mut position = Position::Between;
    for token in tokens(template) {
        match token {
            Token::Text { text, range } => {
                position = text.chars().fold(position, Position::after);
                probe.push(&text, range);
                pieces.push(Piece::Literal(text));
            }
            Token::Parameter { name, range } => {
                let place = match position {
                    Position::Between => Place::JsonValue,
                    Position::InString | Position::Escaped => Place::JsonString,
                };
                // Both stand-ins are wrong wherever a value of any kind could be: after a backslash, beside a digit.
                probe.push(if place == Place::JsonValue { "null" } else { "x" }, range);
                position =
                    if position == Position::Escaped { Position::InString } else { position };
                pieces.push(Piece::Parameter { name, place });
            }
        }
    }
    let faults = Json::parse(&probe.text).err().map(|error| {
        let range = probe.source(offset(&probe.text, error.line, error.column), template);
        let message =
            format!("The body is no JSON with its parameters in place: {}", error.message);
        Fault::new(Code::BadJsonBody, message, range)
    });
    (Template { pieces }, faults.into_iter().collect())
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

/// The template with a stand-in for each parameter, and where each part of it comes from.
#[derive(Default)]
struct Probe {
    text: String,
    parts: Vec<(Range<usize>, Range<usize>)>,
}

impl Probe {
    fn push(&mut self, text: &str, source: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.parts.push((start..self.text.len(), source));
    }

    /// The character, or the whole parameter, of the template that stands at an offset of the probe.
    fn source(&self, offset: usize, template: &str) -> Range<usize> {
        let Some((probe, source)) = self.parts.iter().find(|(probe, _)| probe.contains(&offset))
        else {
            return template.len()..template.len();
        };
        if probe.len() != source.len()
            || template.get(source.clone()).is_some_and(|text| text.starts_with('$'))
        {
            return source.clone();
        }
        let start = source.start + (offset - probe.start);
        let length =
            template.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start..start + length
    }
}

/// The byte offset of a line and a column, both counted from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.clone().take(line.saturating_sub(1)).map(str::len).sum();
    let line = lines.clone().nth(line.saturating_sub(1)).unwrap_or_default();
    before + line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}
