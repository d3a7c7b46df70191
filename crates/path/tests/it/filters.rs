//! Filters beyond the suite: numbers exactly, texts of XML, and what filters may cost.

use serde_json::Value;
use switchhook_path::{Document, Path};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{json, paths, run, same, take, xml};

/// Document, path, what a mapping takes (null where nothing passes).
const JSON: &str = include_str!("../data/json_filters.json");

/// The same over XML.
const XML: &str = include_str!("../data/xml_filters.json");

fn check(document: &Document, path: &str, expected: &Value) -> Result<(), String> {
    let taken = take(document, path).unwrap_or("null".to_owned());
    let taken: Value = serde_json::from_str(&taken).map_err(|error| error.to_string())?;
    same(&taken, expected)
}

#[test]
fn of_json() {
    let rows: Vec<(String, String, Value)> = serde_json::from_str(JSON).expect("a table");
    run(
        rows,
        |(body, path, _)| format!("{path} of {body}"),
        |(body, path, expected)| check(&json(body), path, expected),
    );
}

#[test]
fn of_xml() {
    let rows: Vec<(String, String, Value)> = serde_json::from_str(XML).expect("a table");
    run(
        rows,
        |(body, path, _)| format!("{path} of {body}"),
        |(body, path, expected)| check(&xml(body), path, expected),
    );
}

/// Each pair in both orders: what is equal, what is less, and what does not compare.
#[test]
fn comparisons() {
    let equal = [
        ("1", "1.0"),
        ("-0", "0"),
        ("1e2", "100"),
        ("9007199254740993", "9007199254740993"),
        ("0.1", "1e-1"),
        (r#""é""#, r#""\u00e9""#),
        (r#""\ud83d\ude00""#, r#""😀""#),
        (r#"{"a":1,"b":[null]}"#, r#"{"b":[null],"a":1.0}"#),
        (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
        ("[]", "[]"),
        ("null", "null"),
    ];
    let less = [
        ("9007199254740992", "9007199254740993"),
        ("-9007199254740993", "-9007199254740992"),
        ("-1", "0"),
        ("99999999999999999999", "100000000000000000000"),
        ("1", "1.5"),
        ("-5e-324", "0"),
        (r#""a""#, r#""b""#),
        (r#""""#, r#""a""#),
        (r#""Z""#, r#""a""#),
        // By code points, not by UTF-16.
        (r#""\uffff""#, r#""\ud83d\ude00""#),
    ];
    let unlike = [
        ("1", r#""1""#),
        ("true", "1"),
        ("null", "false"),
        ("null", "0"),
        ("[1]", "[2]"),
        ("[1]", "[1,1]"),
        ("{}", "[]"),
        (r#"{"a":1}"#, r#"{"b":1}"#),
        (r#"{"a":1}"#, r#"{"a":1,"b":1}"#),
        ("false", "true"),
    ];
    let signs = ["==", "!=", "<", "<=", ">", ">="];
    let rows = equal.iter().map(|pair| (pair, [true, false, false, true, false, true]));
    let rows = rows.chain(less.iter().map(|pair| (pair, [false, true, true, true, false, false])));
    let rows =
        rows.chain(unlike.iter().map(|pair| (pair, [false, true, false, false, false, false])));
    run(
        rows,
        |((left, right), _)| format!("{left} and {right}"),
        |((left, right), [equal, unequal, less, at_most, greater, at_least])| {
            let document = json(&format!("[{{\"l\":{left},\"r\":{right}}}]"));
            let passing = |l: &str, r: &str| {
                signs.map(|sign| take(&document, &format!("$[?@.{l} {sign} @.{r}]")).is_some())
            };
            same(passing("l", "r"), [*equal, *unequal, *less, *at_most, *greater, *at_least])?;
            same(passing("r", "l"), [*equal, *unequal, *greater, *at_least, *less, *at_most])
        },
    );
}

#[test]
fn where_they_are() {
    let document = json(r#"{"a": [{"b": 1}, {"b": 2}], "c": {"d": {"b": 3}}}"#);
    assert_eq!(paths(&document, "a[?@.b > 1]"), ["$['a'][1]"]);
    assert_eq!(paths(&document, "$..[?@.b]"), ["$['a'][0]", "$['a'][1]", "$['c']['d']"]);
    let document = xml("<r><i k='1'/><i k='2'/><j k='3'/></r>");
    assert_eq!(paths(&document, "r.i[?@['@k'] == 2]"), ["$['r']['i'][1]"]);
    assert_eq!(paths(&document, "r.j[?@['@k'] == 3]"), ["$['r']['j']"]);
}

#[test]
fn none_is_singular() {
    for path in ["a[?@.b]", "$[?@.b].c", "$.a[?@ == 1][0]"] {
        assert!(!Path::parse(path).expect("a path").is_singular(), "{path}");
    }
}

/// What would take for ever, were it not kept from node to node or stopped at the first node.
#[test]
fn what_is_kept_is_not_found_again() {
    let list = json(&format!("[{}0]", "0,".repeat(199_999)));
    for path in [
        "$[?count($[*]) == 1]",
        "$[?$..x]",
        "$[?count($[?@ == 1]) > 0]",
        "$[?value($[*]) == 1]",
        "$[?match(value($..x), 'x')]",
    ] {
        assert_eq!(take(&list, path), None, "{path}");
    }
    let deep = json(&format!("{}{}0{}", "[".repeat(500), "0,".repeat(100_000), "]".repeat(500)));
    assert_eq!(take(&deep, "$..[?@..x]"), None);
    let nested = Path::parse("$..[?@..[?@..[?@ == 0]]]").expect("a path");
    assert_eq!(deep.nodes(&nested).map(|nodes| nodes.len()), Ok(498));
    let members: String = (0..1000).map(|n| format!("\"m{n}\":0,")).collect();
    let wide = json(&format!("[{}0]", format!("{{{members}\"z\":0}},").repeat(200)));
    let taken = take(&wide, "$[?@[?@ == 0]].m0").expect("objects");
    assert_eq!(taken.matches('0').count(), 200);
}

#[test]
fn what_takes_too_long_is_given_up() {
    let too_complex = |document: &Document, path: &str| {
        let path = Path::parse(path).expect("a path");
        document.select(&path).map(|found| found.len()).expect_err("it is too much").to_string()
    };
    let deep = json(&format!("{}{}0{}", "[".repeat(500), "0,".repeat(100_000), "]".repeat(500)));
    assert!(too_complex(&deep, "$..[?count(@..x) > 0]").contains("20 million steps"));
    let texts = json(&format!("[{}0]", format!("\"{}\",", "a".repeat(3000)).repeat(50)));
    assert!(too_complex(&texts, "$[?search(@, '(a{0,50}){0,50}b')]").contains("20 million steps"));
    let text = "x".repeat(1_000_000);
    let long = json(&format!("[{{\"a\":\"{text}\",\"b\":\"{text}\"}}{}]", ",0".repeat(10_000)));
    assert!(too_complex(&long, "$[?$[0].a != $[0].b]").contains("20 million steps"));
}

#[test]
fn long_chains_and_deep_documents() {
    let deep = json(&format!("{}0{}", "[".repeat(511), "]".repeat(511)));
    assert_eq!(paths(&deep, "$..[?@ == 0]").len(), 1);
    assert_eq!(paths(&deep, "$[?@ == $[0]]").len(), 1, "equal at every depth");
    let nested = json(&format!("{}1{}", "[".repeat(100), "]".repeat(100)));
    assert_eq!(paths(&nested, "$..[?@..[?@..[?@==1]]]").len(), 98);
    let list = json(&format!("[{}{{\"a\":9}}]", "{\"a\":9},".repeat(999)));
    let counted = "$[?count($[?count($[?@.a>5])>1])>1]";
    assert_eq!(paths(&list, counted).len(), 1000);
    let chain = format!("$..[?@ == 1{}]", "||@ == 0".repeat(400));
    assert_eq!(paths(&deep, &chain).len(), 1);
    let nested = format!("$[?{}@{}]", "@[?".repeat(62), "]".repeat(62));
    assert_eq!(paths(&deep, &nested).len(), 1);
}
