//! Definitions: what is read and written again, defaults, and what survives a fault.

use serde_json::{Value, json};
use switchhook::{Definition, Method, Node};
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
