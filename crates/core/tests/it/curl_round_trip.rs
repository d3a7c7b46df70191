//! What the command of a node is imported as sends what the node sends, whatever the values.

use proptest::{prelude::*, test_runner::Config};
use serde_json::{Value, json};
use switchhook::{Node, Values, WebhookRequest, path::Json};
use url::Url;

/// Text with the characters that mean something to a shell, to curl, to a URL or to an import.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        ".*",
        "[-'\"\\\\$`(){}@!&|;<>*?#~%=^ \t\r\n\0a1é]{0,16}",
        "(\\$\\(id\\)|`id`|\\$[A-Z]|\\$\\{[A-Z]\\}|\\{\\{[a-z]\\}\\}|'\\\\''|@file|\\[1-3\\]|\\{a,b\\}|\\$\\$|--?[a-z]| ){0,4}",
        Just("\u{2028}“é” 日🎈 \u{A0}".to_owned()),
    ]
}

fn body() -> impl Strategy<Value = Value> {
    let content = |kind: &'static str, text: &'static str| json!({ "type": kind, "content": text });
    prop_oneof![
        Just(Value::Null),
        Just(content("json", r#"{"a": "x$A", "$B": [$C, "$$A ${A}"]}"#)),
        Just(content("xml", "<a b='$A'>$B<![CDATA[$C]]></a>")),
        Just(content("html", "<p title=\"$A\">$B</p>")),
        Just(content("text", "$A$B $$C")),
        hostile().prop_map(|text| json!({ "type": "text", "content": text })),
        Just(
            json!({ "type": "form", "fields": [{ "name": "$A", "value": "$B" }, { "name": "c d", "value": "$C" }] })
        ),
        Just(json!({ "type": "form", "fields": [] })),
    ]
}

fn authorization() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!({ "type": "bearer", "token": "$A" })),
        Just(json!({ "type": "basic", "username": "$A", "password": "$B" })),
    ]
}

fn content_type() -> impl Strategy<Value = Option<String>> {
    const KNOWN: &[&str] =
        &["application/json", "text/xml; charset=utf-8", "application/x-www-form-urlencoded", ""];
    prop_oneof![Just(None), prop::sample::select(KNOWN).prop_map(|name| Some(name.to_owned()))]
}

/// White space that HTTP takes off the end of a value.
const SPACE: [char; 2] = [' ', '\t'];

/// A request as others see it: header names in one case and order, the URL as it is sent.
fn seen(request: &WebhookRequest) -> (String, &str, Vec<(String, &str)>, Option<&str>) {
    let mut url = Url::parse(&request.url).unwrap();
    url.set_fragment(None);
    let headers = request.headers.iter();
    let mut headers: Vec<_> = headers
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim_matches(SPACE)))
        .collect();
    headers.sort_by(|left, right| left.0.cmp(&right.0));
    (url.into(), request.method.name(), headers, request.body.as_deref())
}

proptest! {
    #![proptest_config(Config { cases: 10_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn an_imported_export_sends_the_same(
        texts in [hostile(), hostile(), hostile()], literal in hostile(), method in 0_usize..5,
        body in body(), auth in authorization(), content_type in content_type(),
    ) {
        let method = switchhook::Method::ALL[method].name();
        let mut definition = json!({
            "version": 1, "method": method,
            "url": format!("https://a.example/x-$A/{}?q=$B&{}", literal.replace(['\\', '$'], ""), literal.replace('$', "$$")),
            "query": [{ "name": "n$C", "value": "$A" }, { "name": "C" }],
            "headers": [{ "name": "X-A", "value": "$A" }, { "name": "X-A", "value": "b $B" }],
            "timeoutSeconds": 10 + literal.len() % 16,
        });
        for (name, value) in [("body", body), ("auth", auth)] {
            let is_sent = name != "body" || method != "GET";
            if is_sent && !value.is_null() {
                definition[name] = value;
            }
        }
        if let Some(value) = content_type {
            let header = json!({ "name": "content-type", "value": value });
            definition["headers"].as_array_mut().unwrap().push(header);
        }
        let node = Node::read(&definition.to_string(), vec![]);
        let names = ["A", "B", "C"].into_iter().zip(&texts);
        let values: Values = names.map(|(name, text)| (name.into(), Json::string(text))).collect();
        let Ok(request) = node.request(&values) else { return Ok(()) };
        let command = match node.to_curl(&values, true) {
            Ok(command) => command,
            Err(failure) => {
                prop_assert!(request.body.unwrap_or_default().contains('\0'), "{:?}", failure);
                return Ok(());
            }
        };
        let imported = Node::from_curl(&command);
        prop_assert!(imported.is_ok(), "{:?} of {}", imported, command);
        let imported = imported.unwrap();
        let again = imported.request(&Values::new());
        prop_assert!(again.is_ok(), "{:?} of {}", again, command);
        let again = again.unwrap();
        prop_assert_eq!(seen(&again), seen(&request), "{}", command);
        prop_assert_eq!(imported.timeout_ms(), node.timeout_ms());
    }

    #[test]
    fn an_import_survives_anything(words in prop::collection::vec(hostile(), 0..6), spaced in any::<bool>()) {
        let command = format!("curl {}", words.join(if spaced { " -d " } else { "" }));
        match Node::from_curl(&command) {
            Ok(node) => prop_assert!(node.can_send()),
            Err(problem) => {
                prop_assert!(command.get(problem.range.unwrap()).is_some());
                prop_assert!(problem.message.ends_with('.'), "{}", problem.message);
            }
        }
    }
}
