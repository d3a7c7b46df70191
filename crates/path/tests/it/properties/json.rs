//! JSON is read as serde_json reads it, but for what RFC 8259 leaves open.

use proptest::prelude::*;
use serde_json::Value;

use super::{config, joined};
use crate::oracle::json::agree;

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

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bytes(body in prop::collection::vec(any::<u8>(), 0..12)) {
        agree(&body);
    }

    #[test]
    fn parts(body in joined(&PARTS, 10)) {
        agree(body.as_bytes());
    }

    #[test]
    fn values(value in value(), pretty: bool, damage in damage()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        agree(damaged(text.unwrap(), damage).as_bytes());
    }
}
