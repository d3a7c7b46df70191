//! JSON and text bodies: the template's structure, the values as data, as serde_json reads them.

use proptest::prelude::*;
use serde_json::{Value, json};
use switchhook::{Values, path::Json};

use super::{config, hostile, joined, node};
use crate::oracle;

const JSON_PARTS: [&str; 24] = [
    "{", "}", "[", "]", ":", ",", "\"", "\"", "\"$A\"", "\"$B\":", "${A}", "${B}", "$$", "\\",
    "\\\"", "\\u00", "1", "-", "null", " ", "\"k\":", "[$A,", "x", "é",
];

/// Any JSON value.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        hostile().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        let member = (hostile(), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Value::from),
            prop::collection::vec(member, 0..3).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

#[test]
fn json_values_of_any_kind() {
    let content = r#"{"a": "x$T", "list": [$V, {"b": $V, "c": $T}], "$$d": "$V"}"#;
    let node = node(
        json!({ "method": "POST", "url": "https://a.example/", "body": { "type": "json", "content": content } }),
    );
    proptest!(config(), |(text in hostile(), value in value())| {
        let given = Json::parse(&value.to_string()).unwrap();
        let as_text = given.as_text().into_owned();
        let values = Values::from([("T".into(), Json::string(&text)), ("V".into(), given)]);
        let body = node.request(&values).unwrap().body.unwrap();
        let found: Value = serde_json::from_str(&body).unwrap();
        let expected = json!({ "a": format!("x{text}"), "list": [value, { "b": value, "c": text }], "$d": as_text });
        prop_assert_eq!(found, expected);
    });
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn json_whatever_the_template(inner in joined(&JSON_PARTS, 8), a in hostile(), b in hostile()) {
        oracle::body::keeps("json", &inner, &a, &b);
        oracle::body::keeps("json", &format!("[{inner}]"), &a, &b);
    }

    #[test]
    fn text(template in joined(&["${A}", "${B}", "$$", "$", "{", "é", "-\n"], 6), a in hostile(), b in hostile()) {
        prop_assert!(oracle::body::keeps("text", &template, &a, &b));
    }
}
