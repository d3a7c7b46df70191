//! Requests: a definition and values in; URL, headers and body out, each value escaped by its place.

use serde_json::Value;
use switchhook::{Node, ParameterDeclaration, Values, path::Json};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table;

/// A test for each table: every row is a definition and values, and the request or what is wrong.
macro_rules! tables {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            table::run(include_str!(concat!("../data/requests/", stringify!($name), ".json")), check);
        }
    )*};
}

tables! { templates url fields headers json markup bodies }

fn check(row: &Value) -> Result<(), String> {
    let node = Node::read(&table::definition(row), table::declarations(row));
    if let Some(problems) = row.get("problems") {
        let found: Value = node.problems().iter().map(table::line).collect();
        if found != *problems {
            return Err(format!("found the problems {found}"));
        }
    }
    match (node.request(&table::values(row)), row.get("failure")) {
        (Ok(request), None) => {
            let found: Value = serde_json::from_str(request.to_json().as_json()).unwrap();
            row.get("expect").map_or(Ok(()), |expected| table::compare(expected, &found))
        }
        (Err(failure), Some(reason)) => {
            let parameters: Vec<Value> =
                failure.parameters.iter().map(|name| name.as_str().into()).collect();
            let says = row["says"].as_str().unwrap_or_default();
            if failure.reason.name() != reason
                || Value::from(parameters) != row["parameters"]
                || !failure.message.contains(says)
            {
                return Err(format!("failed for {failure:?}"));
            }
            Ok(())
        }
        (Ok(request), Some(reason)) => Err(format!("expected {reason}, built {request:?}")),
        (Err(_), None) if row.get("expect").is_none() && !node.can_send() => Ok(()),
        (Err(failure), None) => Err(format!("failed for {failure:?}")),
    }
}

fn secret_node() -> Node {
    let definition = r#"{ "version": 1, "method": "POST", "url": "https://a.example/$KEY",
        "auth": { "type": "basic", "username": "me", "password": "$KEY" },
        "headers": [{ "name": "X-Key", "value": "k=$KEY" }],
        "body": { "type": "json", "content": "{\"key\":\"$KEY\",\"id\":\"$ID\"}" } }"#;
    let secret = |name: &str, secret| ParameterDeclaration {
        name: name.to_owned(),
        entity: "sys.any".to_owned(),
        value: None,
        secret,
    };
    Node::read(definition, vec![secret("KEY", true), secret("ID", false)])
}

#[test]
fn a_masked_request_shows_no_secret() {
    let node = secret_node();
    let values =
        Values::from([("KEY".into(), Json::string("canary 7")), ("ID".into(), Json::string("A1"))]);
    let sent = node.request(&values).unwrap();
    assert!(sent.url.ends_with("/canary%207") && sent.body.unwrap().contains("canary 7"));
    let shown = node.masked_request(&values).unwrap();
    assert_eq!(shown.url, "https://a.example/•••");
    assert_eq!(shown.body.as_deref(), Some(r#"{"key":"•••","id":"A1"}"#));
    assert!(shown.headers.contains(&("X-Key".into(), "k=•••".to_owned())));
    assert!(shown.headers.contains(&("Authorization".into(), "Basic •••".to_owned())));
    assert!(!format!("{shown:?}").contains("canary"));
}

#[test]
fn a_draft_shows_what_is_missing_by_name() {
    let node = secret_node();
    let draft = node.draft_request(&Values::new());
    assert_eq!(draft.url, "https://a.example/$KEY");
    assert_eq!(draft.body.as_deref(), Some(r#"{"key":"$KEY","id":"$ID"}"#));
    let known = node.draft_request(&Values::from([("ID".into(), Json::string("A1"))]));
    assert_eq!(known.body.as_deref(), Some(r#"{"key":"$KEY","id":"A1"}"#));
    let broken = Node::read(r#"{"version":1,"method":"GET","url":"nonsense $X"}"#, vec![]);
    assert_eq!(broken.draft_request(&Values::new()).url, "nonsense $X");
}
