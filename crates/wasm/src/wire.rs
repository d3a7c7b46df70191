//! An outcome in, one text out that `npm/lib/outcome.js` makes it of again.
//!
//! A call that maps a small response takes a few microseconds, and JSON text of an outcome would take
//! as long again: so what the node's definition says already stays out, texts stand as they are, and
//! only lists and objects are JSON. Numbers are written in characters of six bits, the lowest first,
//! with 64 added to all but the last; each text has its length in UTF-16 units before it.

use std::borrow::Cow;

use switchhook::{
    Exit, MappingResult, MappingState, Outcome,
    path::{Json, Kind},
};

/// What a value is made of; `outcome.js` counts them in this order.
#[derive(Clone, Copy)]
enum Form {
    /// There is no value.
    None,
    /// The number that the source is.
    SourceAsNumber,
    /// The text that the source is.
    SourceAsText,
    /// The text between the quotes of the source.
    SourceUnquoted,
    /// A number, a text or any JSON that follows.
    Number,
    Text,
    Json,
}

struct Wire(String);

/// The whole outcome.
pub(crate) fn outcome(outcome: &Outcome) -> String {
    let mut wire = Wire(String::with_capacity(256));
    match &outcome.exit {
        Exit::Default => wire.number(0),
        Exit::Failed => wire.number(1),
        Exit::Route(pattern) => {
            wire.number(2);
            wire.text(pattern);
        }
    }
    wire.number(u32::from(outcome.status.unwrap_or(0)));
    wire.text(outcome.rest_json().as_ref().map_or("", Json::as_json));
    for result in &outcome.mappings {
        wire.mapping(result);
    }
    wire.number(outcome.parameters.len() as u32);
    for (name, value) in &outcome.parameters {
        // Most are what a mapping has found.
        let is_that = |result: &&MappingResult| {
            *result.parameter == **name && result.value.as_ref() == Some(value)
        };
        let mapping = outcome.mappings.iter().position(|result| is_that(&result));
        match mapping {
            Some(mapping) => wire.number(mapping as u32 + 1),
            None => {
                wire.number(0);
                wire.text(name);
                wire.value(value, None);
            }
        }
    }
    wire.0
}

impl Wire {
    fn mapping(&mut self, result: &MappingResult) {
        self.number(match result.state {
            MappingState::Mapped => 0,
            MappingState::Missing => 1,
            MappingState::WrongEntity => 2,
            MappingState::TooComplex => 3,
            MappingState::NotRun => 4,
        });
        self.number(u32::from(result.raw.is_some()));
        if let Some(raw) = &result.raw {
            self.text(raw);
        }
        match &result.value {
            Some(value) => self.value(value, result.raw.as_deref()),
            None => self.form(Form::None),
        }
    }

    fn value(&mut self, value: &Json, source: Option<&str>) {
        let json = value.as_json();
        match value.kind() {
            Kind::Number => match value.for_js() {
                Cow::Borrowed(_) if source == Some(json) => self.form(Form::SourceAsNumber),
                Cow::Borrowed(_) => self.with(Form::Number, json),
                // Digits that a double would lose.
                Cow::Owned(_) if source == Some(json) => self.form(Form::SourceAsText),
                Cow::Owned(_) => self.with(Form::Text, json),
            },
            Kind::String => {
                let inner = json.get(1..json.len().saturating_sub(1)).unwrap_or_default();
                if inner.as_bytes().contains(&b'\\') {
                    // Rust has no text for half a surrogate pair, and JavaScript does.
                    self.with(Form::Json, json);
                } else if source == Some(json) {
                    self.form(Form::SourceUnquoted);
                } else if source == Some(inner) {
                    self.form(Form::SourceAsText);
                } else {
                    self.with(Form::Text, inner);
                }
            }
            _ => self.with(Form::Json, &value.for_js()),
        }
    }

    fn with(&mut self, form: Form, text: &str) {
        self.form(form);
        self.text(text);
    }

    fn form(&mut self, form: Form) {
        self.number(form as u32);
    }

    fn text(&mut self, text: &str) {
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.number(units as u32);
        self.0.push_str(text);
    }

    fn number(&mut self, number: u32) {
        let mut rest = number;
        while rest > 63 {
            self.0.push(char::from(64 + (rest % 64) as u8));
            rest /= 64;
        }
        self.0.push(char::from(rest as u8));
    }
}
