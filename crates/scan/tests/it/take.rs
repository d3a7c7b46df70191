//! What one pass takes: a table of documents, ways and values.

use switchhook_scan::{Step, Take, Trie, Wrong};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// `a`, `[0]`, `[-1]` and `.0` by spaces: `items [-1] id`.
pub(crate) fn way(text: &str) -> Vec<Step> {
    let step = |part: &str| {
        let index = part.strip_prefix('[').and_then(|part| part.strip_suffix(']'));
        match index.map(|index| index.parse::<isize>().expect("an index")) {
            Some(index) if index < 0 => Step::FromEnd(index.unsigned_abs()),
            Some(index) => Step::Index(index.unsigned_abs()),
            None => match part.strip_prefix('.') {
                Some(digits) => Step::Either(digits.into(), digits.parse().expect("digits")),
                None => Step::Name(part.into()),
            },
        }
    };
    text.split(' ').filter(|part| !part.is_empty()).map(step).collect()
}

pub(crate) fn take(ways: &[&str], pieces: &[&[u8]]) -> Result<Vec<Option<String>>, String> {
    let mut trie = Trie::new();
    let slots: Vec<_> = ways.iter().map(|text| trie.insert(way(text)).expect("a way")).collect();
    let mut take = Take::new(&trie);
    pieces.iter().for_each(|piece| take.feed(piece));
    let values = take.finish().map_err(|wrong| wrong.to_string())?;
    Ok(slots.into_iter().map(|slot| values[slot].as_deref().map(str::to_owned)).collect())
}

const NONE: Option<&str> = None;

/// A document, ways into it, and what is there.
type Row = (&'static str, &'static [(&'static str, Option<&'static str>)]);

const TABLE: &[Row] = &[
    ("7", &[("", Some("7")), ("a", NONE), ("[0]", NONE)]),
    (" -1.5e+3\n", &[("", Some("-1.5e+3"))]),
    (
        r#"{"a":{"b":1}}"#,
        &[("a b", Some("1")), ("a", Some(r#"{"b":1}"#)), ("", Some(r#"{"a":{"b":1}}"#))],
    ),
    (
        "{ \"a\" : [ 1 , {\"b\" : null} ] }",
        &[("a [1] b", Some("null")), ("a", Some("[ 1 , {\"b\" : null} ]"))],
    ),
    // The last member of a name counts, and what was in those before it does not.
    (r#"{"a":1,"a":2}"#, &[("a", Some("2"))]),
    (r#"{"a":{"b":1},"a":{}}"#, &[("a b", NONE), ("a", Some("{}"))]),
    (r#"{"a":{"b":1},"a":7}"#, &[("a b", NONE)]),
    (r#"{"a":[1,2],"a":[3]}"#, &[("a [0]", Some("3")), ("a [1]", NONE), ("a [-1]", Some("3"))]),
    (r#"{"a":[1,2],"a":{}}"#, &[("a [-1]", NONE)]),
    // Names are compared decoded.
    (r#"{"\u0061":1}"#, &[("a", Some("1"))]),
    (r#"{"a\u002eb":1,"a.b":2,"\u0061.b":3}"#, &[("a.b", Some("3"))]),
    (r#"{"\ud83d\ude00":1}"#, &[("😀", Some("1"))]),
    (r#"{"a\\b":1,"a\b":2}"#, &[("a\\b", Some("1")), ("a\u{8}", Some("2"))]),
    (r#"{"\u0061\u0062c":1}"#, &[("ab", NONE)]),
    (r#"{"":1}"#, &[("a", NONE)]),
    // Elements, from either end.
    ("[10,11,12]", &[("[0]", Some("10")), ("[2]", Some("12")), ("[3]", NONE)]),
    ("[10,11,12]", &[("[-1]", Some("12")), ("[-3]", Some("10")), ("[-4]", NONE)]),
    ("[10]", &[("[0]", Some("10")), ("[-1]", Some("10")), ("[-2]", NONE)]),
    ("[]", &[("[0]", NONE), ("[-1]", NONE), ("", Some("[]"))]),
    (r#"[{"a":1},{"b":2}]"#, &[("[-1] a", NONE), ("[-2] a", Some("1")), ("[-1] b", Some("2"))]),
    ("[[1,2],[3],[]]", &[("[-2] [-1]", Some("3")), ("[-3] [-2]", Some("1")), ("[-1] [-1]", NONE)]),
    (
        r#"{"a":[{"a":[1,2]},{"a":[3]}]}"#,
        &[("a [-1] a [-1]", Some("3")), ("a [0] a [-1]", Some("2"))],
    ),
    // An index is no name, but for digits behind a dot.
    (r#"{"0":1}"#, &[("[0]", NONE), ("0", Some("1")), (".0", Some("1"))]),
    ("[1]", &[("[0]", Some("1")), ("0", NONE), (".0", Some("1"))]),
    (r#"{"a":[{"0":5}],"b":0}"#, &[("a .0 .0", Some("5")), ("a .0 0", Some("5"))]),
    // What nobody wants may hold what looks like what somebody does.
    (r#"{"x":{"a":1},"y":[{"a":2}],"a":3}"#, &[("a", Some("3"))]),
    (r#"{"x":"\"a\":1","a":"}]"}"#, &[("a", Some("\"}]\""))]),
    (r#"{"x":[[],{},[{"a":[]}]],"a":[[]]}"#, &[("a [0]", Some("[]"))]),
];

#[test]
fn values() {
    let mut wrong = Vec::new();
    for (document, rows) in TABLE {
        let ways: Vec<&str> = rows.iter().map(|(way, _)| *way).collect();
        let expected: Vec<_> = rows.iter().map(|(_, value)| value.map(str::to_owned)).collect();
        let whole = take(&ways, &[document.as_bytes()]);
        let bytes: Vec<&[u8]> = document.as_bytes().chunks(1).collect();
        let bytewise = take(&ways, &bytes);
        if whole.as_ref() != Ok(&expected) || bytewise.as_ref() != Ok(&expected) {
            wrong.push(format!("{document}: {whole:?}, byte by byte {bytewise:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_no_json_is_refused_wherever_it_stands() {
    // In each, what is wanted comes before what is wrong.
    let table = [
        ("{\"a\":1,\"b\":tru}", "JSON has the words true, false and null alone, at byte 11"),
        ("{\"a\":1}x", "the value is whole, and more follows it, at byte 7"),
        ("{\"a\":1,\"b\":\"\\x\"}", "there is no such escape in JSON, at byte 12"),
        ("{\"a\":1,\"b\":\"\\u00g0\"}", "four hexadecimal digits follow “\\u”, at byte 12"),
        ("{\"a\":1,\"b\":[01]}", "a number does not begin with 0, at byte 13"),
        ("{\"a\":1,\"b\":[1.]}", "a digit is expected, at byte 14"),
        ("{\"a\":1,}", "a name in double quotes is expected after the comma, at byte 7"),
        ("{\"a\":1,\"b\"}", "a colon is expected after the name, at byte 10"),
        ("{\"a\":1,\"b\":[1,]}", "a value is expected, at byte 14"),
        ("{\"a\":1,\"b\":[1}", "a comma or “]” is expected, at byte 13"),
        ("{\"a\":1,\"b\":\"", "this string is not closed, at byte 11"),
        ("{\"a\":1", "a comma or “}” is expected, at byte 6"),
        (
            "{\"a\":1,\"b\":\"\u{1}\"}",
            "a control character in a string must be written as an escape, at byte 12",
        ),
        ("", "a value is expected, at byte 0"),
    ];
    let mut wrong = Vec::new();
    for (document, expected) in table {
        for split in 0..=document.len() {
            let (before, after) = document.as_bytes().split_at(split);
            let found = take(&["a"], &[before, after]);
            if found.as_ref().err().map(String::as_str) != Some(expected) {
                wrong.push(format!("{document} split at {split}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let table: [(&[u8], u64); 6] = [
        (b"{\"a\":1,\"b\":\"\xFF\"}", 12),
        (b"{\"a\":1,\"b\":\"\xC3\"}", 12),
        (b"\"\xE2\x82", 1),
        (b"\"\xF0\x9F\x98\"", 1),
        (b"\"\xED\xA0\x80\"", 1),
        // What comes later is worse than what was wrong before.
        (b"{]\"\xC0\x80\"", 3),
    ];
    for (document, at) in table {
        for split in 0..=document.len() {
            let (before, after) = document.split_at(split);
            let expected = format!("the bytes are not UTF-8, at byte {at}");
            assert_eq!(take(&["a"], &[before, after]), Err(expected), "{document:?} at {split}");
        }
    }
}

#[test]
fn what_is_known_on_the_way() {
    let trie = Trie::new();
    let mut take = Take::new(&trie);
    take.feed(b"[1, \"a");
    assert_eq!((take.open_string(), take.wrong()), (Some(4), None));
    take.feed(b"b\", ");
    assert_eq!((take.open_string(), take.wrong()), (None, None));
    take.feed(b"x");
    assert!(matches!(take.wrong(), Some(Wrong::Json(fault)) if fault.at == 10));
    take.feed(b"\xFF ");
    assert_eq!(take.wrong(), Some(Wrong::Utf8 { at: 11 }));
}

#[test]
fn depth() {
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    for (depth, read) in [(512, true), (513, false)] {
        let document = format!("{{\"a\":1,\"b\":{}}}", nested(depth - 1));
        assert_eq!(take(&["a"], &[document.as_bytes()]).is_ok(), read, "{depth}");
        assert_eq!(take(&["b"], &[document.as_bytes()]).is_ok(), read, "{depth}, wanted");
        let bytes: Vec<&[u8]> = document.as_bytes().chunks(1).collect();
        assert_eq!(take(&["a"], &bytes).is_ok(), read, "{depth}, byte by byte");
    }
    assert!(take(&["a"], &[&b"[".repeat(1_000_000)]).is_err());
}

#[test]
fn ways_that_count_too_far_from_the_end() {
    let mut trie = Trie::new();
    assert!(trie.insert(way("a [-999]")).is_some());
    assert!(trie.insert(way("a [-1000]")).is_none());
    assert_eq!(trie.insert(way("a [-999]")), trie.insert(way("a [-999]")));
    assert!(trie.insert(way("a [-1]")).is_none(), "together too far");
    assert!(trie.insert(way("a [1]")).is_some());
}

/// Ways that cross in rings and slots.
#[test]
fn many_ways_from_the_end() {
    let ways = ["[-1] a", "[-2] a", "[-2] b [-1]", "[-1] b [-2]", "[-3] b", "[0] a", "[-1]"];
    let document = r#"[{"a":1},{"a":2,"b":[7,8]},{"\u0061":3,"b":[9]},{"b":[5,6]}]"#;
    let expected =
        [None, Some("3"), Some("9"), Some("5"), Some("[7,8]"), Some("1"), Some(r#"{"b":[5,6]}"#)];
    for length in [1, 2, 5, document.len()] {
        let pieces: Vec<&[u8]> = document.as_bytes().chunks(length).collect();
        let found = take(&ways, &pieces).expect("JSON");
        assert!(found.iter().map(Option::as_deref).eq(expected), "pieces of {length}: {found:?}");
    }
}
