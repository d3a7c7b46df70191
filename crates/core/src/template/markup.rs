//! An XML or HTML template in, the same with each parameter's place out; a fault where no value can stand safely.

use std::ops::Range;

use super::{
    Fault, Piece, Place, Template, Token,
    tokenizer::{State, Tokenizer},
    tokens,
};
use crate::problem::Code;

/// Which markup a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    /// XML 1.0.
    Xml,
    /// HTML.
    Html,
}

/// Compiles an XML or HTML body.
pub(crate) fn markup(kind: Markup, template: &str) -> (Template, Vec<Fault>) {
    let mut tokenizer = Tokenizer::new(kind);
    let mut pieces = Vec::new();
    let mut faults = Vec::new();
    for token in tokens(template) {
        match token {
            Token::Text { text, .. } => {
                text.chars().for_each(|c| tokenizer.step(c));
                pieces.push(Piece::Literal(text));
            }
            Token::Parameter { name, range } => {
                let place = match tokenizer.state() {
                    State::Cdata => Place::Cdata,
                    _ => Place::Markup(kind),
                };
                faults.extend(refused(&tokenizer, range));
                tokenizer.value();
                pieces.push(Piece::Parameter { name, place });
            }
        }
    }
    faults.extend(unfinished(tokenizer.state(), template.len()));
    (Template { pieces }, faults)
}

/// Why no parameter can stand here.
fn refused(tokenizer: &Tokenizer, range: Range<usize>) -> Option<Fault> {
    let place = match tokenizer.state() {
        State::Text | State::Quoted(_) | State::Cdata | State::Raw("title" | "textarea", _) => {
            return unclear(tokenizer, range);
        }
        State::BeforeValue | State::Unquoted => "an attribute without quotes",
        State::TagOpen
        | State::EndTagOpen
        | State::TagName
        | State::BeforeAttribute
        | State::Attribute
        | State::AfterAttribute => "a tag",
        State::Comment | State::Bogus => "a comment",
        State::Instruction => "a processing instruction",
        State::Bang | State::Declaration { .. } => "a document type declaration",
        State::Raw("script", _) => "a script",
        State::Raw("style", _) => "a style sheet",
        State::Raw(..) => "an element that holds no markup",
    };
    let message = format!(
        "No value can be written safely into {place}: move the parameter into text or a quoted attribute."
    );
    Some(Fault::new(Code::BadPlace, message, range))
}

/// Why a parameter cannot stand here although the place looks safe.
fn unclear(tokenizer: &Tokenizer, range: Range<usize>) -> Option<Fault> {
    let message = if tokenizer.is_unsure() {
        "Parsers do not agree where this is, behind the markup before it: move the parameter before that, or make it simpler."
    } else if tokenizer.in_reference() {
        "Behind “&” a value would be read as the name of a character: write “&amp;”."
    } else {
        return None;
    };
    Some(Fault::new(Code::BadPlace, message, range))
}

/// What is still open at the end of the body.
fn unfinished(state: State, length: usize) -> Option<Fault> {
    let open = match state {
        State::Text | State::Raw(..) => return None,
        State::Quoted(_) => "a quoted attribute: write the closing quote",
        State::Comment => "a comment: write “-->”",
        State::Cdata => "a CDATA section: write “]]>”",
        State::Instruction => "a processing instruction: write “?>”",
        State::Bang | State::Declaration { .. } | State::Bogus => {
            "a document type declaration: write “>”"
        }
        _ => "a tag: write “>”",
    };
    let message = format!("The body ends inside {open}.");
    Some(Fault::new(Code::BadMarkupBody, message, length..length))
}
