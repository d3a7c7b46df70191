//! A body in, read as JSON by serde_json and by this crate: no word where they agree, for properties
//! and for fuzzing.

use serde_json::Value;
use switchhook_path::{Document, Format, Json, Key, Kind, Node};

/// Reads a body both ways: serde_json and this crate read it or refuse it alike, and what they read is
/// the same.
pub(crate) fn agree(body: &[u8]) {
    let document = Document::parse(Format::Json, body);
    let Ok(text) = std::str::from_utf8(body) else {
        assert!(document.is_err(), "bytes that are no text are read");
        return;
    };
    let tamed = tamed(text);
    let expected = match serde_json::from_str::<Value>(&tamed) {
        // serde_json goes 128 levels deep, where this crate goes 512.
        Err(error) if error.to_string().contains("recursion limit") => return,
        expected => expected.ok(),
    };
    assert_eq!(document.is_ok(), expected.is_some(), "whether it is read");
    // Of two marks, one is skipped.
    let read = Document::parse(Format::Json, format!("\u{feff}{tamed}").as_bytes());
    assert_eq!(read.is_ok(), expected.is_some(), "whether it is read when it is tamed");
    for (document, expected) in [(&read, expected), (&document, serde_json::from_str(text).ok())] {
        if let (Ok(document), Some(expected)) = (document, expected) {
            same(document.root(), &expected);
            let value = document.root().value();
            assert_eq!(serde_json::from_str::<Value>(value.as_json()).unwrap(), expected);
            assert_eq!(Json::parse(value.as_json()), Ok(value));
        }
    }
}

/// A node is what the value is, and so is all that is in it.
fn same(node: Node<'_>, value: &Value) {
    let kind = match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    };
    assert_eq!(node.kind(), kind);
    if let Value::String(text) = value {
        let value = node.value();
        assert_eq!(&value.as_text(), text);
    }
    assert_eq!(
        node.len(),
        value.as_array().map_or(value.as_object().map_or(0, |object| object.len()), Vec::len)
    );
    for (key, child) in node.children() {
        let expected = match key {
            Key::Name(name) => &value[name.as_ref()],
            Key::Index(index) => &value[index],
        };
        same(child, expected);
    }
}

/// The text without what serde_json refuses though it is JSON: of surrogates each is an “A” of its
/// own, and no number has more than two digits in a row. A mark before the text is gone.
fn tamed(text: &str) -> String {
    let mut tamed = String::new();
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut in_string, mut digits) = (false, 0);
    while let Some(next) = rest.chars().next() {
        let escape = rest.get(..6).filter(|escape| is_surrogate(escape));
        let length = match (in_string, next, escape) {
            (true, '\\', Some(escape)) => escape.len(),
            (true, '\\', None) => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            _ => next.len_utf8(),
        };
        let part = &rest[..length];
        rest = &rest[length..];
        in_string ^= next == '"';
        digits = if !in_string && next.is_ascii_digit() { digits + 1 } else { 0 };
        tamed.push_str(match () {
            () if in_string && escape.is_some() => "\\u0041",
            () if digits > 2 => "",
            () => part,
        });
    }
    tamed
}

fn is_surrogate(escape: &str) -> bool {
    let digits = escape.strip_prefix("\\u").unwrap_or_default();
    digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        && u32::from_str_radix(digits, 16).is_ok_and(|unit| (0xD800..0xE000).contains(&unit))
}
