//! Templates of one place: query and form fields, header values, text bodies.

use super::{Fault, Piece, Place, Template, Token, escape, form_encode, tokens};
use crate::problem::Code;

/// A text body: values as they are.
pub(crate) fn text(template: &str) -> Template {
    compile(template, Place::Text, |text| text)
}

/// A value of a query or form field: text and values alike as form data.
pub(crate) fn form(template: &str) -> Template {
    compile(template, Place::Form, |text| {
        let mut encoded = String::with_capacity(text.len());
        form_encode(&text, &mut encoded);
        encoded
    })
}

/// A name of a query or form field that holds no parameters.
pub(crate) fn form_literal(name: &str) -> Template {
    let mut encoded = String::with_capacity(name.len());
    form_encode(name, &mut encoded);
    Template { pieces: vec![Piece::Literal(encoded)] }
}

/// A header's value, or a part of it; a fault for each control character in its text.
pub(crate) fn header(template: &str, place: Place) -> (Template, Vec<Fault>) {
    let faults = template.match_indices(escape::is_refused_in_header).map(|(at, found)| {
        let message = "A header's value is one line: remove the line break or control character.";
        Fault::new(Code::BadHeaderValue, message, at..at + found.len())
    });
    (compile(template, place, |text| text), faults.collect())
}

fn compile(template: &str, place: Place, literal: fn(String) -> String) -> Template {
    let pieces = tokens(template).into_iter().map(|token| match token {
        Token::Text { text, .. } => Piece::Literal(literal(text)),
        Token::Parameter { name, .. } => Piece::Parameter { name, place },
    });
    Template { pieces: pieces.collect() }
}
