//! Definitions: what is read and written again, defaults, and what survives a fault.

use serde_json::{Value, json};
use switchhook::{Body, Code, Definition, Method, Node, path::Json};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn defaults_are_written_out() {
    let (definition, problems) =
        Definition::read(r#"{"version":1,"method":"GET","url":"https://a.example/"}"#);
    assert_eq!(problems, []);
    let written: Value = serde_json::from_str(&definition.to_json()).unwrap();
    assert_eq!(
        written,
        json!({
            "version": 1, "method": "GET", "url": "https://a.example/", "query": [], "headers": [],
            "async": false, "timeoutSeconds": 10,
            "response": { "type": "json", "mappings": [] }, "routes": [],
        })
    );
}

#[test]
fn everything_is_read_and_written_again() {
    let whole = json!({
        "version": 1, "label": "Look up", "method": "PATCH", "url": "https://a.example/$ID",
        "query": [{ "name": "a", "value": null, "enabled": true }],
        "headers": [{ "name": "X-A", "value": "", "enabled": false }],
        "auth": { "type": "basic", "username": "u", "password": "p" },
        "body": { "type": "form", "fields": [{ "name": "f", "value": "$V", "enabled": true }] },
        "async": true, "timeoutSeconds": 25,
        "response": { "type": "xml", "mappings": [
            { "path": "note.to", "parameter": "TO", "from": "body", "optional": true, "otherwise": null },
            { "path": "Link", "parameter": "LINK", "from": "header", "optional": false },
        ] },
        "routes": [{ "status": "4xx", "label": "refused" }, { "status": "503" }],
        "statusParameter": "CODE", "signing": { "apiKey": "k", "applicationId": "a" },
    });
    let (definition, problems) = Definition::read(&whole.to_string());
    assert_eq!(problems, []);
    let written: Value = serde_json::from_str(&definition.to_json()).unwrap();
    assert_eq!(written, whole);
}

#[test]
fn digits_of_a_fallback_value_survive() {
    let text = r#"{"version":1,"method":"GET","url":"https://a.example/","response":{"type":"json","mappings":[
        {"path":"id","parameter":"ID","otherwise":{"n":46343432142135234540001}}]}}"#;
    let (definition, _) = Definition::read(text);
    assert!(definition.to_json().contains("46343432142135234540001"));
}

#[test]
fn unknown_members_are_kept_at_every_level() {
    let mut whole = json!({
        "version": 1, "method": "POST", "url": "https://a.example/", "async": false, "timeoutSeconds": 10,
        "query": [{ "name": "a", "value": null, "enabled": true, "note": "q" }],
        "headers": [{ "name": "b", "value": "", "enabled": true, "note": "h" }],
        "auth": { "type": "basic", "username": "u", "password": "p", "token": "of another kind" },
        "body": { "type": "form", "fields": [{ "name": "c", "value": "", "enabled": true, "note": "f" }], "content": "{}" },
        "response": { "type": "json", "mappings": [
            { "path": "a", "parameter": "A", "from": "body", "optional": false, "__proto__": { "polluted": true } },
        ], "a/b~": 1 },
        "routes": [{ "status": "404", "colour": null }],
        "signing": { "apiKey": "k", "kid": [] },
        "x": { "label": null, "version": 2 }, "$schema": "./definition.schema.json",
    });
    let read = |whole: &Value| Definition::read(&whole.to_string());
    let (definition, problems) = read(&whole);
    let written: Value = serde_json::from_str(&definition.to_json()).unwrap();
    assert_eq!(written, whole);
    let found: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    // Editors need to be told where the schema is: nothing is wrong with that.
    assert_eq!(
        found,
        [
            "/x",
            "/query/0/note",
            "/headers/0/note",
            "/auth/token",
            "/body/content",
            "/body/fields/0/note",
            "/response/a~1b~0",
            "/response/mappings/0/__proto__",
            "/routes/0/colour",
            "/signing/kid",
        ]
    );
    assert!(problems.iter().all(|problem| problem.code == Code::UnknownMember));

    whole["auth"] = json!({ "type": "bearer", "token": "t", "username": "of another kind" });
    whole["body"] = json!({ "type": "xml", "content": "<a/>", "fields": [], "indent": 2 });
    let written: Value = serde_json::from_str(&read(&whole).0.to_json()).unwrap();
    assert_eq!(written, whole);
}

#[test]
fn digits_and_order_of_unknown_members_survive() {
    let text = r#"{"z":1.50,"version":1,"a":12345678901234567890,"method":"GET","m":[1e400,-0,"\u00e9"],"url":"https://a.example/"}"#;
    let (definition, _) = Definition::read(text);
    let json = Json::parse(&definition.to_json()).unwrap();
    let unknown = r#""routes":[],"z":1.50,"a":12345678901234567890,"m":[1e400,-0,"\u00e9"]}"#;
    assert!(json.as_json().ends_with(unknown), "{json}");
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    let text = r#"{"version":2,"x":1,"method":"POST","url":7,"x":2,"version":1,"method":"GET","url":"https://a.example/",
        "query":[{"name":"a","value":"1","name":"b"}],"h\ud800":1,"h\ud801":2}"#;
    let (definition, problems) = Definition::read(text);
    let found: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(found, ["/x", "/h\u{FFFD}"]);
    assert_eq!((definition.method, definition.query[0].name.as_str()), (Method::Get, "b"));
    let written: Value = serde_json::from_str(&definition.to_json()).unwrap();
    assert_eq!((&written["x"], &written["h\u{FFFD}"]), (&json!(2), &json!(2)));
}

#[test]
fn an_unknown_member_that_becomes_known_gives_way() {
    let (mut definition, _) = Definition::read(
        r#"{"version":1,"method":"POST","url":"https://a.example/","body":{"type":"form","fields":[],"content":"old","x":1}}"#,
    );
    let Some(Body::Form { unknown, .. }) = definition.body else { panic!("a form was written") };
    definition.body = Some(Body::Json { content: "{}".to_owned(), unknown });
    let written: Value = serde_json::from_str(&definition.to_json()).unwrap();
    assert_eq!(written["body"], json!({ "type": "json", "content": "{}", "x": 1 }));
}

#[test]
fn depth_is_bounded_as_in_any_json() {
    let nested = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        format!(r#"{{"version":1,"method":"GET","url":"https://a.example/","x":{open}{close}}}"#)
    };
    let (definition, _) = Definition::read(&nested(511));
    assert_eq!(Definition::read(&definition.to_json()).0, definition);
    assert!(!definition.unknown.is_empty());
    assert_eq!(Definition::read(&nested(512)).1[0].code, Code::NotJson);
}

#[test]
fn what_can_be_read_survives_a_fault() {
    let (definition, problems) = Definition::read(
        r#"{"version":1,"method":"POST","url":7,"label":"Mine","timeoutSeconds":12.0}"#,
    );
    assert_eq!(problems.len(), 1);
    assert_eq!((definition.method, definition.label.as_deref()), (Method::Post, Some("Mine")));
    assert_eq!(definition.timeout_seconds, 12);
}

#[test]
fn uses_name_readers_and_writers() {
    let node = Node::read(
        r#"{ "version": 1, "method": "GET", "url": "https://a.example/$ID/$ID", "query": [{ "name": "lang" }],
             "response": { "type": "json", "mappings": [{ "path": "id", "parameter": "ID" }] }, "statusParameter": "CODE" }"#,
        vec![],
    );
    let uses: Vec<(&str, String, String)> = node
        .parameter_uses()
        .iter()
        .map(|used| (used.name.as_str(), used.read_by.join(" "), used.written_by.join(" ")))
        .collect();
    let row =
        |name, read_by: &str, written_by: &str| (name, read_by.to_owned(), written_by.to_owned());
    assert_eq!(
        uses,
        [
            row("ID", "/url", "/response/mappings/0/parameter"),
            row("lang", "/query/0/value", ""),
            row("CODE", "", "/statusParameter"),
        ]
    );
}
