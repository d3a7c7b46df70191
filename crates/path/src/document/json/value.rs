//! A JSON value as text, which is what a mapping takes and hands on (RFC 8259).

use std::borrow::Cow;
use std::sync::Arc;

use switchhook_scan::decode;

use super::number::Decimal;
use super::tape::{Tape, described};
use super::{number, string, write};
use crate::document::kind::Kind;
use crate::unreadable::{Place, Unreadable};

/// A JSON value as compact JSON text: the digits of numbers and the escapes of strings stay as they
/// are written at the source.
///
/// ```
/// use switchhook_path::{Json, Kind};
///
/// let order = Json::parse(r#"{ "id": 12345678901234567890, "price": 7.50 }"#)?;
/// assert_eq!(order.kind(), Kind::Object);
/// assert_eq!(order.as_json(), r#"{"id":12345678901234567890,"price":7.50}"#);
/// assert_eq!(order.for_js(), r#"{"id":"12345678901234567890","price":7.50}"#);
/// # Ok::<(), switchhook_path::Unreadable>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json(Arc<str>);

impl Json {
    /// The value null.
    pub fn null() -> Json {
        Json("null".into())
    }

    /// A string; what needs an escape gets one.
    pub fn string(text: &str) -> Json {
        let mut json = String::with_capacity(text.len() + 2);
        string::write(&mut json, text);
        Json(json.into())
    }

    /// Reads a JSON text: strictly by RFC 8259, to a depth of 512. Of members that have one name,
    /// the last counts, and the others are dropped.
    pub fn parse(text: &str) -> Result<Json, Unreadable> {
        Ok(Json::of_tape(&tape(text)?, 0))
    }

    /// The same, but an object that has a name twice is an error, at any depth: what is signed means
    /// one thing to everyone who reads it (RFC 7515 §4, RFC 7519 §4).
    ///
    /// ```
    /// # use switchhook_path::Json;
    /// let error = Json::parse_unique(r#"{"a": 1, "\u0061": 2}"#).unwrap_err();
    /// assert_eq!(error.message, "“a” stands twice in one object, at line 1, column 2.");
    /// ```
    pub fn parse_unique(text: &str) -> Result<Json, Unreadable> {
        let tape = tape(text)?;
        match tape.repeated() {
            None => Ok(Json::of_tape(&tape, 0)),
            Some(name) => {
                let place = Place::of(text, tape.entry(name).start as usize);
                let name = tape.text(name);
                let message = format!("“{name}” stands twice in one object, at {place}.");
                Err(Unreadable { message, line: place.line, column: place.column })
            }
        }
    }

    /// A number of thousandths: 12,305 of them are 12.305.
    pub fn thousandths(count: u64) -> Json {
        let text = format!("{}.{:03}", count / 1000, count % 1000);
        Json(text.trim_end_matches('0').trim_end_matches('.').into())
    }

    /// An array of these values.
    pub fn array(elements: impl IntoIterator<Item = Json>) -> Json {
        let mut json = String::from("[");
        for element in elements {
            push_element(&mut json, &element);
        }
        json.push(']');
        Json(json.into())
    }

    /// An object of these members, whose names should differ.
    pub fn object<'n>(members: impl IntoIterator<Item = (&'n str, Json)>) -> Json {
        let mut json = String::from("{");
        for (name, value) in members {
            push_name(&mut json, name);
            json.push_str(&value.0);
        }
        json.push('}');
        Json(json.into())
    }

    /// The same value on lines of their own, indented by two spaces for each level.
    ///
    /// ```
    /// # use switchhook_path::Json;
    /// let json = Json::parse(r#"{"id":7,"tags":["a"],"none":[]}"#)?;
    /// assert_eq!(json.indented(), "{\n  \"id\": 7,\n  \"tags\": [\n    \"a\"\n  ],\n  \"none\": []\n}");
    /// # Ok::<(), switchhook_path::Unreadable>(())
    /// ```
    pub fn indented(&self) -> String {
        write::indented(&self.0)
    }

    pub(crate) fn of_tape(tape: &Tape, at: u32) -> Json {
        let mut json = String::with_capacity(tape.raw(at).len());
        write::compact(tape, at, &mut json, usize::MAX);
        Json(json.into())
    }

    /// The value that this is the source of, in a document that has been read.
    #[doc(hidden)]
    pub fn of_source(source: &Arc<str>) -> Json {
        match Kind::of_json(source) {
            // White space goes, and members whose names come again.
            Kind::Object | Kind::Array => Json::parse(source).unwrap_or(Json::null()),
            _ => Json(Arc::clone(source)),
        }
    }

    /// Takes text that is compact JSON by the way it was made.
    pub(crate) fn of_compact(json: impl Into<Arc<str>>) -> Json {
        Json(json.into())
    }

    /// What the value is.
    pub fn kind(&self) -> Kind {
        Kind::of_json(&self.0)
    }

    /// The JSON text.
    pub fn as_json(&self) -> &str {
        &self.0
    }

    /// JSON text for `JSON.parse`: integers beyond ±(2⁵³ − 1) and numbers beyond a double's range
    /// are strings of their source text in it, at any depth.
    pub fn for_js(&self) -> Cow<'_, str> {
        let mut out = String::new();
        let mut copied = 0;
        let mut rest = self.0.bytes().enumerate();
        let mut in_string = false;
        while let Some((at, byte)) = rest.next() {
            match byte {
                b'\\' if in_string => {
                    rest.next();
                }
                b'"' => in_string = !in_string,
                b'-' | b'0'..=b'9' if !in_string => {
                    let digits = self.0.get(at..).unwrap_or_default();
                    let end = digits.find([',', ']', '}']).unwrap_or(digits.len());
                    let digits = digits.get(..end).unwrap_or_default();
                    if !number::is_exact(digits) {
                        out.push_str(self.0.get(copied..at).unwrap_or_default());
                        out.push('"');
                        out.push_str(digits);
                        out.push('"');
                        copied = at + end;
                    }
                    // What is left of the number; what ends it is no part of a string.
                    if end > 1 {
                        rest.nth(end - 2);
                    }
                }
                _ => (),
            }
        }
        if copied == 0 {
            return Cow::Borrowed(&self.0);
        }
        out.push_str(self.0.get(copied..).unwrap_or_default());
        Cow::Owned(out)
    }

    /// The value as text: a string decoded (a surrogate without a partner as U+FFFD), null as
    /// nothing, everything else as JSON.
    ///
    /// ```
    /// # use switchhook_path::Json;
    /// assert_eq!(Json::parse(r#""caf\u00e9""#)?.as_text(), "café");
    /// assert_eq!(Json::null().as_text(), "");
    /// assert_eq!(Json::parse("[1, true]")?.as_text(), "[1,true]");
    /// # Ok::<(), switchhook_path::Unreadable>(())
    /// ```
    pub fn as_text(&self) -> Cow<'_, str> {
        match self.kind() {
            Kind::String => {
                decode(self.0.get(1..self.0.len().saturating_sub(1)).unwrap_or_default())
            }
            Kind::Null => Cow::Borrowed(""),
            _ => Cow::Borrowed(&self.0),
        }
    }

    /// The value of a whole number of 15 digits at most: 12.0 and 1.2e1 are whole too.
    pub fn as_whole(&self) -> Option<i64> {
        (self.kind() == Kind::Number).then(|| Decimal::of(&self.0).whole()).flatten()
    }

    /// The elements of an array; nothing of any other value.
    pub fn elements(&self) -> Option<Vec<Json>> {
        let tape = self.tape(Kind::Array)?;
        Some(tape.elements(0).map(|at| Json::of_tape(&tape, at)).collect())
    }

    /// The members of an object in their order, names decoded; nothing of any other value.
    pub fn members(&self) -> Option<Vec<(String, Json)>> {
        let tape = self.tape(Kind::Object)?;
        let member = |name| (tape.text(name).into_owned(), Json::of_tape(&tape, name + 1));
        Some(tape.names(0).map(member).collect())
    }

    /// The value of the member of this name; nothing where there is none, and of any other value.
    pub fn member(&self, name: &str) -> Option<Json> {
        let tape = self.tape(Kind::Object)?;
        let (value, _) = tape.member(0, name);
        Some(Json::of_tape(&tape, value?))
    }

    fn tape(&self, kind: Kind) -> Option<Tape> {
        if self.kind() != kind {
            return None;
        }
        Tape::parse(self.0.as_ref().to_owned()).ok()
    }
}

fn tape(text: &str) -> Result<Tape, Unreadable> {
    Tape::parse(text.to_owned()).map_err(|(text, fault)| {
        let (place, what) = described(&text, &fault);
        let message = format!("This is not JSON: {what}, at {place}.");
        Unreadable { message, line: place.line, column: place.column }
    })
}

/// Adds a value to an array that is not closed yet. Kept apart from what gives the values, which
/// differs from array to array.
#[inline(never)]
fn push_element(array: &mut String, element: &Json) {
    if array.len() > 1 {
        array.push(',');
    }
    array.push_str(&element.0);
}

/// Adds the name of a member to an object that is not closed yet.
pub(super) fn push_name(object: &mut String, name: &str) {
    if object.len() > 1 {
        object.push(',');
    }
    string::write(object, name);
    object.push(':');
}

impl std::fmt::Display for Json {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::str::FromStr for Json {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Json, Unreadable> {
        Json::parse(text)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Json {
        Json(if value { "true" } else { "false" }.into())
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Json {
        Json(value.to_string().into())
    }
}

impl From<u64> for Json {
    fn from(value: u64) -> Json {
        Json(value.to_string().into())
    }
}

impl From<u16> for Json {
    fn from(value: u16) -> Json {
        Json::from(u64::from(value))
    }
}

/// A finite double in its shortest form; what is not finite is null, as `JSON.stringify` has it.
impl From<f64> for Json {
    fn from(number: f64) -> Json {
        if number.is_finite() { Json(format!("{number}").into()) } else { Json::null() }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::string(text)
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::string(&text)
    }
}
