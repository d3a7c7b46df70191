//! What holds whatever the values and templates are, tried on ten thousand of each kind: natively alone, since
//! nothing here depends on the machine.

mod bodies;

mod fields;

mod markup;

mod numbers;

mod responses;

mod secrets;

mod survival;

mod urls;

use proptest::{prelude::*, sample::select, test_runner::Config};
use serde_json::Value;
use switchhook::{Node, Values, path::Json};

fn config() -> Config {
    Config { cases: 10_000, failure_persistence: None, ..Config::default() }
}

/// A few of these texts, joined.
fn joined(parts: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(parts), 0..=most).prop_map(|parts| parts.concat())
}

/// What separates things somewhere, and what is escaped somewhere.
const PARTS: [&str; 64] = [
    ".",
    "/",
    "\\",
    "?",
    "#",
    "%",
    "@",
    ":",
    "&",
    "=",
    "+",
    ";",
    ",",
    "[",
    "]",
    "<",
    ">",
    "\"",
    "'",
    "`",
    " ",
    "\t",
    "\r",
    "\n",
    "\0",
    "$",
    "*",
    "!",
    "|",
    "^",
    "~",
    "{",
    "}",
    "(",
    ")",
    "-",
    "_",
    "a",
    "Z",
    "0",
    "7",
    "é",
    "日",
    "🎈",
    "\u{FFFE}",
    "\u{2028}",
    "\u{7F}",
    "\u{85}",
    "%2e",
    "%2F",
    "://",
    "//",
    "-->",
    "]]>",
    "<![CDATA[",
    "</p>",
    "</title>",
    "<script>",
    "<b x=",
    "&lt;",
    "&#x3c",
    "\\u0022",
    "$A",
    "evil.example",
];

/// Text with the characters that separate things somewhere.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => joined(&PARTS, 6),
        1 => prop::collection::vec(any::<char>(), 0..8).prop_map(|text| text.into_iter().collect()),
    ]
}

fn node(mut definition: Value) -> Node {
    definition["version"] = 1.into();
    Node::read(&definition.to_string(), vec![])
}

fn values(names: &[&str], texts: &[&str]) -> Values {
    names.iter().zip(texts).map(|(name, text)| ((*name).into(), Json::string(text))).collect()
}
