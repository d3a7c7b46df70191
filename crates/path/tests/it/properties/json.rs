//! JSON is read as serde_json reads it, but for what RFC 8259 leaves open.

use proptest::prelude::*;
use serde_json::Value;
use switchhook_path::{Document, Format, Json, Key, Kind, Node};

use super::{config, joined};

/// What JSON texts are made of, and what they are not.
const PARTS: [&str; 34] = [
    "{",
    "}",
    "[",
    "]",
    "[",
    "]",
    ",",
    ",",
    ":",
    "\"a\":",
    "\"a\"",
    "\"\\u0061\"",
    "\"\"",
    "\"",
    "\\",
    "\\ud83d\\ude00",
    "\"\\ud800\"",
    "\"\\udc00x\"",
    "1",
    "-0",
    "01",
    "1.5e+3",
    "1e999",
    "-",
    ".",
    "9999999999999999999999",
    "true",
    "null",
    "nul",
    " ",
    "\n\t",
    "\u{feff}",
    "é",
    "\u{1}",
];

fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        joined(&["a", "\"", "\\", "\n", "\u{0}", "é", "😀", "/", "\u{2028}"], 4)
            .prop_map(Value::from),
    ];
    scalar.prop_recursive(5, 24, 5, |inner| {
        let name = joined(&["a", "b", "é", "\"", "\\", "\n"], 2);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A place of a text, and what is done there: nothing, or one part taken away, put in or replaced.
fn damage() -> impl Strategy<Value = (prop::sample::Index, u8, &'static str)> {
    (any::<prop::sample::Index>(), 0..4_u8, prop::sample::select(&PARTS[..]))
}

fn damaged(text: String, (place, how, part): (prop::sample::Index, u8, &str)) -> String {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let Some(at) = (!places.is_empty()).then(|| places[place.index(places.len())]) else {
        return text;
    };
    let (before, after) = text.split_at(at);
    let without = after.chars().skip(1).collect::<String>();
    match how {
        0 => format!("{before}{without}"),
        1 => format!("{before}{part}{after}"),
        2 => format!("{before}{part}{without}"),
        _ => text,
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

/// Both read it or neither does, and what they read is the same.
fn agree(body: &[u8]) -> Result<(), TestCaseError> {
    let document = Document::parse(Format::Json, body);
    let Ok(text) = std::str::from_utf8(body) else {
        prop_assert!(document.is_err(), "bytes that are no text are read");
        return Ok(());
    };
    let tamed = tamed(text);
    let expected: Option<Value> = serde_json::from_str(&tamed).ok();
    prop_assert_eq!(document.is_ok(), expected.is_some(), "whether it is read");
    // Of two marks, one is skipped.
    let read = Document::parse(Format::Json, format!("\u{feff}{tamed}").as_bytes());
    prop_assert_eq!(read.is_ok(), expected.is_some(), "whether it is read when it is tamed");
    for (document, expected) in [(&read, expected), (&document, serde_json::from_str(text).ok())] {
        if let (Ok(document), Some(expected)) = (document, expected) {
            same(document.root(), &expected)?;
            let value = document.root().value();
            prop_assert_eq!(&serde_json::from_str::<Value>(value.as_json()).unwrap(), &expected);
            prop_assert_eq!(Json::parse(value.as_json()), Ok(value));
        }
    }
    Ok(())
}

/// A node is what the value is, and so is all that is in it.
fn same(node: Node<'_>, value: &Value) -> Result<(), TestCaseError> {
    let kind = match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    };
    prop_assert_eq!(node.kind(), kind);
    if let Value::String(text) = value {
        let value = node.value();
        prop_assert_eq!(&value.as_text(), text);
    }
    prop_assert_eq!(
        node.len(),
        value.as_array().map_or(value.as_object().map_or(0, |object| object.len()), Vec::len)
    );
    for (key, child) in node.children() {
        let expected = match key {
            Key::Name(name) => &value[name.as_ref()],
            Key::Index(index) => &value[index],
        };
        same(child, expected)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bytes(body in prop::collection::vec(any::<u8>(), 0..12)) {
        agree(&body)?;
    }

    #[test]
    fn parts(body in joined(&PARTS, 10)) {
        agree(body.as_bytes())?;
    }

    #[test]
    fn values(value in value(), pretty: bool, damage in damage()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        agree(damaged(text.unwrap(), damage).as_bytes())?;
    }
}
