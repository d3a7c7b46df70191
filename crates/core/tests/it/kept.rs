//! Definitions that a machine makes up: what is read is written again, and nothing of it is lost.

use proptest::{collection::vec, prelude::*, sample::select, test_runner::Config};
use switchhook::{
    Definition,
    path::{Json, Kind},
};

/// The members of an object, each as JSON text with its name.
type Members = Vec<String>;

fn quoted(text: &str) -> String {
    Json::string(text).to_string()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,8}", "[$A-Z_{}<>/]{0,8}"].prop_map(|text| quoted(&text))
}

/// Any JSON, with numbers that a double would not hold.
fn anything() -> impl Strategy<Value = String> {
    let numbers =
        &["0", "-0", "1.50", "1E+2", "12345678901234567890", "1e999", "0.1000000000000000055"];
    let words = &["null", "true", r#""\ud800""#, r#""\u0041""#, "{}", "[]"];
    let leaf = prop_oneof![select(&numbers[..]), select(&words[..])].prop_map(str::to_owned);
    prop_oneof![leaf, text()].prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|elements| format!("[{}]", elements.join(","))),
            vec(inner, 0..4).prop_map(|values| {
                let members =
                    values.iter().enumerate().map(|(index, value)| format!("\"n{index}\":{value}"));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }),
        ]
    })
}

/// Members that no object of the format has.
fn unknown() -> impl Strategy<Value = Members> {
    let names = &["__proto__", "constructor", "x", "URL", "a/b~c", "", "é", "$schema"];
    vec((select(&names[..]), anything()), 0..3).prop_map(|mut members| {
        members.sort();
        members.dedup_by(|(left, _), (right, _)| left == right);
        members.iter().map(|(name, value)| format!("{}:{value}", quoted(name))).collect()
    })
}

/// A member that may be left out or null.
fn maybe(
    name: &'static str,
    value: impl Strategy<Value = String>,
) -> impl Strategy<Value = Members> {
    let value = prop_oneof![1 => Just("null".to_owned()), 4 => value];
    proptest::option::of(value)
        .prop_map(move |value| value.iter().map(|value| format!("\"{name}\":{value}")).collect())
}

fn needed(
    name: &'static str,
    value: impl Strategy<Value = String>,
) -> impl Strategy<Value = Members> {
    value.prop_map(move |value| vec![format!("\"{name}\":{value}")])
}

fn flag() -> impl Strategy<Value = String> {
    select(&["true", "false"][..]).prop_map(str::to_owned)
}

/// An object of these members and some that nobody knows, in any order.
fn object(members: impl Strategy<Value = Vec<Members>>) -> impl Strategy<Value = String> {
    (members, unknown())
        .prop_map(|(known, unknown)| {
            known.into_iter().flatten().chain(unknown).collect::<Members>()
        })
        .prop_shuffle()
        .prop_map(|members| format!("{{{}}}", members.join(",")))
}

fn list(element: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    vec(element, 0..3).prop_map(|elements| format!("[{}]", elements.join(",")))
}

fn kind(name: &'static str) -> Members {
    vec![format!("\"type\":\"{name}\"")]
}

fn field() -> impl Strategy<Value = String> {
    let members = (needed("name", text()), maybe("value", text()), maybe("enabled", flag()));
    object(members.prop_map(|(name, value, enabled)| vec![name, value, enabled]))
}

fn auth() -> impl Strategy<Value = String> {
    let basic = (needed("username", text()), needed("password", text()));
    prop_oneof![
        object(basic.prop_map(|(username, password)| vec![kind("basic"), username, password])),
        object(needed("token", text()).prop_map(|token| vec![kind("bearer"), token])),
    ]
}

fn body() -> impl Strategy<Value = String> {
    let content = (select(&["json", "xml", "html", "text"][..]), needed("content", text()));
    prop_oneof![
        object(content.prop_map(|(name, content)| vec![kind(name), content])),
        object(maybe("fields", list(field())).prop_map(|fields| vec![kind("form"), fields])),
    ]
}

fn mapping() -> impl Strategy<Value = String> {
    let from = select(&[r#""body""#, r#""header""#][..]).prop_map(str::to_owned);
    let members = (
        needed("path", text()),
        needed("parameter", text()),
        maybe("from", from),
        maybe("optional", flag()),
        maybe("otherwise", anything()),
    );
    object(members.prop_map(|(path, parameter, from, optional, otherwise)| {
        vec![path, parameter, from, optional, otherwise]
    }))
}

fn response() -> impl Strategy<Value = String> {
    let members = (select(&["json", "xml"][..]), maybe("mappings", list(mapping())));
    object(members.prop_map(|(name, mappings)| vec![kind(name), mappings]))
}

fn definition() -> impl Strategy<Value = String> {
    let route = (needed("status", text()), maybe("label", text()));
    let route = object(route.prop_map(|(status, label)| vec![status, label]));
    let signing = (needed("apiKey", text()), maybe("applicationId", text()));
    let signing = object(signing.prop_map(|(key, application)| vec![key, application]));
    let method = select(&[r#""GET""#, r#""POST""#, r#""PUT""#, r#""DELETE""#, r#""PATCH""#][..]);
    let seconds = select(&["10", "25", "12.0", "1.1e1", "-3", "999"][..]);
    let request = (
        needed("method", method.prop_map(str::to_owned)),
        needed("url", text()),
        maybe("query", list(field())),
        maybe("headers", list(field())),
        maybe("auth", auth()),
        maybe("body", body()),
        maybe("label", text()),
    );
    let rest = (
        maybe("async", flag()),
        maybe("timeoutSeconds", seconds.prop_map(str::to_owned)),
        maybe("response", response()),
        maybe("routes", list(route)),
        maybe("statusParameter", text()),
        maybe("signing", signing),
    );
    object((request, rest).prop_map(|((a, b, c, d, e, f, g), (h, i, j, k, l, m))| {
        vec![vec!["\"version\":1".to_owned()], a, b, c, d, e, f, g, h, i, j, k, l, m]
    }))
}

/// The members for which null is as good as nothing.
const MAY_BE_NULL: [&str; 18] = [
    "label",
    "query",
    "headers",
    "auth",
    "body",
    "async",
    "timeoutSeconds",
    "response",
    "routes",
    "statusParameter",
    "signing",
    "value",
    "enabled",
    "fields",
    "mappings",
    "from",
    "applicationId",
    "optional",
];

/// The places of a value that are not in another; 12.0 is 12 there.
fn lost(before: &Json, after: &Json, pointer: &str) -> Vec<String> {
    if before == after {
        return Vec::new();
    }
    match (before.members(), after.members(), before.elements(), after.elements()) {
        (Some(before), Some(after), ..) => {
            let inside = |(name, value): &(String, Json)| {
                let pointer = format!("{pointer}/{name}");
                match after.iter().find(|(found, _)| found == name) {
                    _ if value.kind() == Kind::Null && MAY_BE_NULL.contains(&name.as_str()) => {
                        Vec::new()
                    }
                    Some((_, found)) => lost(value, found, &pointer),
                    None => vec![pointer],
                }
            };
            before.iter().flat_map(inside).collect()
        }
        (.., Some(before), Some(after)) if before.len() == after.len() => {
            let pairs = before.iter().zip(&after).enumerate();
            pairs
                .flat_map(|(index, (before, after))| {
                    lost(before, after, &format!("{pointer}/{index}"))
                })
                .collect()
        }
        _ if before.as_whole().is_some() && before.as_whole() == after.as_whole() => Vec::new(),
        _ if before.kind() == Kind::String && before.as_text() == after.as_text() => Vec::new(),
        _ => vec![pointer.to_owned()],
    }
}

proptest! {
    #![proptest_config(Config { cases: 10_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn nothing_of_a_definition_is_lost(text in definition()) {
        let (read, _) = Definition::read(&text);
        let written = read.to_json();
        let lost = lost(&Json::parse(&text).unwrap(), &Json::parse(&written).unwrap(), "");
        prop_assert!(lost.is_empty(), "{:?} of {}", lost, text);
        let (again, _) = Definition::read(&written);
        prop_assert_eq!(&again, &read);
        prop_assert_eq!(again.to_json(), written);
    }
}
