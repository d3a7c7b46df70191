//! Text as a path: an error speaks of a part of it, a path leads where it says, and what begins with
//! `$` is a path for others as well.

use serde_json_path::JsonPath;
use switchhook_path::{Document, Format, Path};

use crate::oracle::path::leads_back;

const JSON: &str =
    r#"{"a": [1, {"b": null, "a": "x"}, [2.5]], "b": {"a b": true, "": 0}, "0": "é"}"#;

const XML: &str = "<a k='1' xmlns:p='u'>t<b/><b>1</b><p:b p:k='2'><a>é</a></p:b></a>";

fn holds_huge_number(text: &str) -> bool {
    let runs =
        text.split(|it: char| !it.is_ascii_digit() && !matches!(it, '.' | 'e' | 'E' | '+' | '-'));
    runs.filter_map(|run| run.parse::<f64>().ok()).any(f64::is_infinite)
}

/// Text in UTF-8.
pub fn path(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else { return };
    let read = Path::parse(text);
    // Others recurse without a limit, refuse spaces where RFC 9535 has them, as in `$ ..a`, panic at half an
    // escape, and take no number that is more than a double holds.
    let odd = text.contains([' ', '\t', '\r', '\n', '\\']) || holds_huge_number(text);
    if text.starts_with('$') && !odd && text.matches(['(', '[', '?']).count() < 40 {
        assert_eq!(read.is_ok(), JsonPath::parse(text).is_ok(), "{read:?}");
    }
    let documents = [(Format::Json, JSON), (Format::Xml, XML)];
    for document in documents.map(|(format, body)| Document::from_text(format, body)) {
        let Ok(document) = document else { panic!("a document") };
        match &read {
            Ok(path) => {
                assert_eq!(path.to_string(), text);
                leads_back(&document, path, 20);
            }
            Err(error) => {
                assert!(text.get(error.range.clone()).is_some(), "{:?}", error.range);
                assert!(error.message.ends_with('.'), "{}", error.message);
            }
        }
        for suggestion in document.suggest(text, 5) {
            assert!(Path::parse(&suggestion.path).is_ok(), "{}", suggestion.path);
        }
    }
}
