//! Anything that JavaScript throws or hands over becomes words for a message; figures become
//! text that people read.

use switchhook::path::Json;
use wasm_bindgen::JsValue;

use crate::{
    foreign::{list, member},
    secrets::held,
};

/// Longest text that a thrown value may bring into a message, in characters.
const LONGEST: usize = 300;

/// What a thrown value says: an error's message and what caused it, a string as it is, and for
/// anything else what it is.
pub fn words(thrown: &JsValue) -> String {
    shortened(&said(thrown))
}

/// The same for a message that may hold none of these texts: where they stand in what was said, it
/// is left out, whole and before it is cut.
pub(crate) fn quoted(thrown: &JsValue, secrets: &[String]) -> String {
    let said = said(thrown);
    match held(&said, secrets) {
        true => "what the runtime says of it holds a secret value, and is left out".to_owned(),
        false => shortened(&said),
    }
}

fn said(thrown: &JsValue) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut next = Some(thrown.clone());
    // Node says "fetch failed" and keeps the reason in the cause; deeper than that nothing helps.
    for _ in 0..3 {
        let Some(value) = next else { break };
        match own_words(&value) {
            Some(text) if parts.iter().all(|part| !part.contains(&text)) => parts.push(text),
            _ => (),
        }
        next = member(&value, "cause").filter(|cause| cause.is_object() || cause.is_string());
    }
    if parts.is_empty() {
        parts.push(format!("{}, not an error", kind(thrown)));
    }
    parts.join(": ")
}

/// What a value is, with its article: for messages about a wrong one.
pub(crate) fn kind(value: &JsValue) -> &'static str {
    if value.is_undefined() {
        "undefined"
    } else if value.is_null() {
        "null"
    } else if value.is_string() {
        "a string"
    } else if value.as_f64().is_some() {
        "a number"
    } else if value.as_bool().is_some() {
        "a boolean"
    } else if value.is_function() {
        "a function"
    } else if js_sys::Array::is_array(value) {
        "an array"
    } else if value.is_object() {
        "an object"
    } else {
        "a value of another kind"
    }
}

fn own_words(value: &JsValue) -> Option<String> {
    if let Some(text) = value.as_string() {
        return filled(text);
    }
    let text = |value: &JsValue, name| member(value, name)?.as_string().and_then(filled);
    // An AggregateError (a name with several addresses, none of which answers) has no message.
    let first = || {
        let errors = list(&member(value, "errors")?)?;
        text(&errors.get(0), "message")
    };
    text(value, "message")
        .or_else(first)
        .or_else(|| text(value, "code"))
        .or_else(|| text(value, "name"))
}

fn filled(text: String) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    (!text.is_empty()).then(|| text.to_owned())
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A duration as people say it: `10 s`, `0.15 s`.
pub(crate) fn seconds(milliseconds: u32) -> String {
    format!("{} s", Json::thousandths(milliseconds.into()))
}

/// A count of bytes with its thousands apart: `3,120 bytes`.
pub(crate) fn bytes(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text} {}", if count == 1 { "byte" } else { "bytes" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_for_people() {
        let sizes = [0, 1, 999, 1_000, 3_120, 33_554_432].map(bytes);
        assert_eq!(
            sizes,
            ["0 bytes", "1 byte", "999 bytes", "1,000 bytes", "3,120 bytes", "33,554,432 bytes"]
        );
        assert_eq!([10_000, 25_000, 150].map(seconds), ["10 s", "25 s", "0.15 s"]);
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"é".repeat(400)), format!("{}…", "é".repeat(300)));
    }
}
