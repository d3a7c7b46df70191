//! What JSON values say: their text, their text for JavaScript, their members; digits and escapes as
//! they were written.

use switchhook_path::{Json, Kind, Path};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{json, paths, run, same, take};

/// Source, text, text for JavaScript where it differs.
const EXACT: &str = include_str!("../data/json_exact.json");

#[test]
fn what_a_double_cannot_hold_goes_to_javascript_as_text() {
    let rows: Vec<(String, String)> = serde_json::from_str(EXACT).expect("a table");
    run(
        rows,
        |(source, _)| source.clone(),
        |(source, expected)| {
            let value = Json::parse(source).map_err(|error| error.message)?;
            same(value.for_js().as_ref(), expected)?;
            // Once done, there is nothing more to do.
            let again = Json::parse(&value.for_js()).map_err(|error| error.message)?;
            same(again.for_js().as_ref(), expected)
        },
    );
}

#[test]
fn as_text() {
    let rows = [
        (r#""plain""#, "plain"),
        (r#""""#, ""),
        (r#""a\"b\\c\/d\b\f\n\r\te""#, "a\"b\\c/d\u{8}\u{c}\n\r\te"),
        (r#""\u00e9\u20AC\ud83d\ude00""#, "é€😀"),
        (r#""\ud800""#, "\u{FFFD}"),
        (r#""\ud800x\udc00""#, "\u{FFFD}x\u{FFFD}"),
        (r#""\ud800\ud83d\ude00""#, "\u{FFFD}😀"),
        (r#""\u0000""#, "\0"),
        ("null", ""),
        ("true", "true"),
        ("-0.50", "-0.50"),
        ("12345678901234567890", "12345678901234567890"),
        (r#"{ "a" : [ 1 , null ] }"#, r#"{"a":[1,null]}"#),
    ];
    run(
        rows,
        |(source, _)| *source,
        |(source, expected)| {
            let value = Json::parse(source).map_err(|error| error.message)?;
            same(value.as_text().as_ref(), *expected)
        },
    );
}

#[test]
fn values_are_compact_and_otherwise_as_written() {
    let rows = [
        ("\t[ ]\n", "[]"),
        ("{ }", "{}"),
        ("[ [ ] , { } , [ [ 1 ] ] ]", "[[],{},[[1]]]"),
        (r#"{ "a b" : " c d ", "\u0061" : 1.0E+2 }"#, r#"{"a b":" c d ","\u0061":1.0E+2}"#),
        (r#"{"a":1,"b":2,"a":3}"#, r#"{"b":2,"a":3}"#),
        (r#"{"a":{"x":1},"\u0061":[{"y":1,"y":[2]}]}"#, r#"{"\u0061":[{"y":[2]}]}"#),
        (r#"{"":0,"":1}"#, r#"{"":1}"#),
        // These have no text that could tell them apart, but are two names to JSON.parse.
        (r#"{"\ud800":1,"\ud801":2}"#, r#"{"\ud800":1,"\ud801":2}"#),
        (r#"{"\ud800":1,"\"\\ud800\"":2}"#, r#"{"\ud800":1,"\"\\ud800\"":2}"#),
    ];
    run(
        rows,
        |(source, _)| *source,
        |(source, expected)| {
            let value = Json::parse(source).map_err(|error| error.message)?;
            same(value.as_json(), *expected)?;
            same(take(&json(source), "$").as_deref(), Some(*expected))
        },
    );
}

#[test]
fn a_name_that_stands_twice_is_found_at_any_depth() {
    let rows = [
        ("7", None),
        (r#"{"a":{"b":1},"b":[{"a":1},{"a":1}]}"#, None),
        (r#"{"a":1,"b":2,"a":3}"#, Some("“a” stands twice in one object, at line 1, column 2.")),
        (
            "[0,\n {\"é\":{\"x\":1,\"x\":1}}]",
            Some("“x” stands twice in one object, at line 2, column 8."),
        ),
        (r#"{"a":0,"\u0061":0}"#, Some("“a” stands twice in one object, at line 1, column 2.")),
        (
            "{",
            Some(
                "This is not JSON: a name in double quotes or “}” is expected, but the text ends, at line 1, column 2.",
            ),
        ),
    ];
    run(
        rows,
        |(source, _)| *source,
        |(source, expected)| {
            let read = Json::parse_unique(source);
            same(
                read.as_ref().ok(),
                Json::parse(source).ok().filter(|_| expected.is_none()).as_ref(),
            )?;
            same(read.err().map(|error| error.message).as_deref(), *expected)
        },
    );
}

#[test]
fn of_one_name_the_last_counts() {
    let document = json(r#"{"a": {"b": 1}, "x": 0, "a": {}, "\u0061": {"c": [2], "c": 3}}"#);
    assert_eq!(take(&document, "a.b"), None);
    assert_eq!(take(&document, "a.c").as_deref(), Some("3"));
    assert_eq!(paths(&document, "$..*"), ["$['x']", "$['a']", "$['a']['c']"]);
    assert_eq!(document.root().len(), 2);
}

#[test]
fn the_source_of_a_value_is_kept() {
    let document = json("{\"a\": { \"n\" : 1.50e+3 }, \"s\": \"\\u0041\"}");
    let raw = |path: &str| -> String {
        let path = Path::parse(path).expect("a path");
        document.take(&path).expect("simple").expect("found").raw.to_string()
    };
    assert_eq!(raw("a"), "{ \"n\" : 1.50e+3 }");
    assert_eq!(raw("a.n"), "1.50e+3");
    assert_eq!(raw("s"), "\"\\u0041\"");
    assert_eq!(raw("$.*.n"), "[1.50e+3]");
}

#[test]
fn values_are_made_and_taken_apart() {
    let value = Json::object([
        ("text", Json::from("a\"b\u{1}\n")),
        ("list", Json::array([Json::null(), Json::from(true), Json::from(-7_i64)])),
        ("status", Json::from(404_u16)),
        ("", Json::object([])),
    ]);
    let expected = r#"{"text":"a\"b\u0001\n","list":[null,true,-7],"status":404,"":{}}"#;
    assert_eq!(value.to_string(), expected);
    assert_eq!(value.as_json().parse(), Ok(value.clone()));

    let members = value.members().expect("an object");
    let kinds: Vec<_> = members.iter().map(|(name, value)| (name.as_str(), value.kind())).collect();
    let expected = [
        ("text", Kind::String),
        ("list", Kind::Array),
        ("status", Kind::Number),
        ("", Kind::Object),
    ];
    assert_eq!(kinds, expected);
    assert!(members.iter().all(|(name, found)| value.member(name).as_ref() == Some(found)));
    assert_eq!((value.member("else"), members[1].1.member("0")), (None, None));
    let elements = members[1].1.elements().expect("an array");
    let kinds: Vec<_> = elements.iter().map(Json::kind).collect();
    assert_eq!(kinds, [Kind::Null, Kind::Boolean, Kind::Number]);
    assert_eq!(Json::null().elements(), None);
    assert_eq!(Json::null().members(), None);
    assert_eq!(Json::array([]).elements(), Some(Vec::new()));
}
