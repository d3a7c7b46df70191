//! An outcome in, one text out that `crates/wasm/npm/lib/outcome.js` makes it of again.
//!
//! A call that maps a small response takes a few microseconds, and JSON text of an outcome would take
//! as long again: so what the node's definition says already stays out, texts stand as they are, and
//! only lists and objects are JSON. Numbers are written in characters of six bits, the lowest first,
//! with 64 added to all but the last; each text has its length in UTF-16 units before it.

use std::borrow::Cow;

use switchhook::{
    Exit, Held, MappingResult, MappingState, Node, Origin, Outcome, ReceivedResponse,
    path::{Json, Kind, Sort, is_exact},
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
    /// The JSON that the source is, neither list nor object.
    SourceAsJson,
    /// A number, a text or any JSON that follows.
    Number,
    Text,
    Json,
}

/// What comes next of the parameters: none any more, one with a value of its own, or that of a mapping.
const END: u32 = 0;
const OF_ITS_OWN: u32 = 1;
const OF_MAPPING: u32 = 2;

struct Wire<'w>(&'w mut Vec<u8>);

/// What comes of a response.
pub fn receive(node: &Node, response: &ReceivedResponse<'_>, out: &mut Vec<u8>) {
    let received = node.received(response);
    let mut wire = Wire(out);
    wire.head(&received.exit, received.status, received.rest_json().as_ref());
    for finding in &received.findings {
        wire.mapping(finding.state, finding.value.as_ref(), finding.raw.as_deref());
    }
    for (name, origin) in received.parameters() {
        match origin {
            Origin::Mapping(mapping) => wire.number(mapping as u32 + OF_MAPPING),
            Origin::Status => wire.parameter(name, received.status.unwrap_or(0).into()),
        }
    }
    wire.number(END);
}

/// The whole outcome.
pub fn outcome(outcome: &Outcome) -> String {
    let mut out = Vec::with_capacity(256);
    let mut wire = Wire(&mut out);
    wire.head(&outcome.exit, outcome.status, outcome.rest_json().as_ref());
    for result in &outcome.mappings {
        let value = result.value.clone().map(Held::Json);
        wire.mapping(result.state, value.as_ref(), result.raw.as_deref());
    }
    for (name, value) in &outcome.parameters {
        // Most are what a mapping has found.
        let is_that = |result: &&MappingResult| {
            *result.parameter == **name && result.value.as_ref() == Some(value)
        };
        match outcome.mappings.iter().position(|result| is_that(&result)) {
            Some(mapping) => wire.number(mapping as u32 + OF_MAPPING),
            None => wire.parameter(name, value.clone()),
        }
    }
    wire.number(END);
    String::from_utf8(out).unwrap_or_default()
}

impl Wire<'_> {
    fn head(&mut self, exit: &Exit, status: Option<u16>, rest: Option<&Json>) {
        match exit {
            Exit::Default => self.number(0),
            Exit::Failed => self.number(1),
            Exit::Route(pattern) => {
                self.number(2);
                self.text(pattern);
            }
        }
        self.number(u32::from(status.unwrap_or(0)));
        self.text(rest.map_or("", Json::as_json));
    }

    /// State and form of the value in one, the source, and the value where it is not made of that.
    fn mapping(&mut self, state: MappingState, value: Option<&Held>, source: Option<&str>) {
        let state = match state {
            MappingState::Mapped => 0,
            MappingState::Missing => 1,
            MappingState::WrongEntity => 2,
            MappingState::TooComplex => 3,
            MappingState::NotRun => 4,
        };
        let value = value.map(|value| form(value, source));
        let (form, text) = value.unwrap_or((Form::None, None));
        self.number(form as u32 * 8 + state);
        self.number(u32::from(source.is_some()));
        source.into_iter().for_each(|source| self.text(source));
        text.into_iter().for_each(|text| self.text(&text));
    }

    /// A parameter whose value no mapping has found.
    fn parameter(&mut self, name: &str, value: Json) {
        self.number(OF_ITS_OWN);
        self.text(name);
        let value = Held::Json(value);
        let (form, text) = form(&value, None);
        self.number(form as u32);
        text.into_iter().for_each(|text| self.text(&text));
    }

    fn text(&mut self, text: &str) {
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.number(units as u32);
        self.0.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, number: u32) {
        let mut rest = number;
        while rest > 63 {
            self.0.push(64 + (rest % 64) as u8);
            rest /= 64;
        }
        self.0.push(rest as u8);
    }
}

/// How a value is made, and of which text, if not of its source.
fn form<'v>(value: &'v Held, source: Option<&'v str>) -> (Form, Option<Cow<'v, str>>) {
    let json = match value {
        Held::AsSource(sort) => return (of_source(*sort, source.unwrap_or_default()), None),
        Held::AsText => return (Form::SourceAsText, None),
        Held::Json(json) => json,
    };
    let text = json.as_json();
    let made = |form, text| (form, Some(Cow::Borrowed(text)));
    match json.kind() {
        Kind::Number if source == Some(text) => (of_source(Sort::Number, text), None),
        Kind::Number if is_exact(text) => made(Form::Number, text),
        Kind::Number => made(Form::Text, text),
        Kind::String => {
            let inner = text.get(1..text.len().saturating_sub(1)).unwrap_or_default();
            let sort = match inner.as_bytes().contains(&b'\\') {
                true => Sort::Escaped,
                false => Sort::String,
            };
            match sort {
                _ if source == Some(text) => (of_source(sort, text), None),
                Sort::Escaped => made(Form::Json, text),
                _ if source == Some(inner) => (Form::SourceAsText, None),
                _ => made(Form::Text, inner),
            }
        }
        _ => (Form::Json, Some(json.for_js())),
    }
}

/// How a value is made of its source.
fn of_source(sort: Sort, source: &str) -> Form {
    match sort {
        Sort::Number if is_exact(source) => Form::SourceAsNumber,
        // Digits that a double would lose.
        Sort::Number => Form::SourceAsText,
        Sort::String => Form::SourceUnquoted,
        // Rust has no text for half a surrogate pair, and JavaScript does.
        _ => Form::SourceAsJson,
    }
}
