//! Outcomes: a definition and a response in; exit, parameters and what every mapping found out.

use serde_json::{Value, json};
use switchhook::{Exit, Failure, Node, Outcome, Reason, ReceivedResponse, limits::BODY_BYTES};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table;

#[test]
fn outcomes() {
    table::run(include_str!("../data/outcomes.json"), |row| {
        let mut definition = json!({
            "version": 1, "method": "GET", "url": "https://a.example/",
            "response": { "type": row.get("type").unwrap_or(&json!("json")), "mappings": row.get("mappings").unwrap_or(&json!([])) },
        });
        let routes = row["routes"].as_array().cloned().unwrap_or_default();
        definition["routes"] = routes.iter().map(|status| json!({ "status": status })).collect();
        definition["statusParameter"] = row["statusParameter"].clone();
        let node = Node::read(&definition.to_string(), table::declarations(row));

        let response = &row["response"];
        let headers: Vec<(String, String)> =
            serde_json::from_value(response.get("headers").cloned().unwrap_or(json!([]))).unwrap();
        let body = match response["nested"].as_u64() {
            Some(depth) => format!("{}{}", "[".repeat(depth as usize), "]".repeat(depth as usize)),
            None => response["body"].as_str().unwrap().to_owned(),
        };
        let (status, body) = (response["status"].as_u64().unwrap() as u16, body.as_bytes());
        let outcome = node.receive(&ReceivedResponse { status, headers: &headers, body });
        same_in_pieces(&node, status, &headers, body, &outcome)?;

        let found: Value = serde_json::from_str(&outcome.to_js_json()).unwrap();
        table::compare(&row["expect"], &found)?;
        let reason = &found["failure"]["reason"];
        if *reason != row["failure"] {
            return Err(format!(
                "expected the failure {}, found {}",
                row["failure"], found["failure"]
            ));
        }
        if row.get("about").is_some_and(|about| *about != found["failure"]["parameters"]) {
            return Err(format!("about {}", found["failure"]["parameters"]));
        }
        let says = row["says"].as_str().unwrap_or_default();
        if !found["failure"]["message"].as_str().unwrap_or_default().contains(says) {
            return Err(format!("says {}", found["failure"]["message"]));
        }
        Ok(())
    });
}

/// The outcome, however the body arrives.
fn same_in_pieces(
    node: &Node,
    status: u16,
    headers: &[(String, String)],
    body: &[u8],
    whole: &Outcome,
) -> Result<(), String> {
    let mut receiver = node.receiver();
    if !body.chunks(1).chain([&[][..]]).all(|piece| receiver.feed(piece)) {
        return Err("a piece is refused".to_owned());
    }
    let streamed = receiver.finish(status, headers);
    let from = |take: &mut dyn FnMut(&[u8])| body.chunks(5).for_each(take);
    let handed = node.receive_pieces(status, headers, body.len(), &from);
    if streamed != *whole || handed != *whole {
        return Err(format!("in pieces: {streamed:?} and {handed:?}"));
    }
    Ok(())
}

#[test]
fn a_body_has_32_mib_at_most() {
    // No mapping looks into it: no piece is asked for.
    let node = Node::read(r#"{"version":1,"method":"GET","url":"https://a.example/"}"#, vec![]);
    let outcome = |length| node.receive_pieces(200, &[], length, &|_| unreachable!());
    assert_eq!(outcome(BODY_BYTES).exit, Exit::Default);
    let larger = outcome(BODY_BYTES + 1);
    assert_eq!((larger.exit, larger.status), (Exit::Failed, Some(200)));
    assert_eq!(larger.failure.unwrap().reason, Reason::TooLarge);
}

#[test]
fn what_the_transport_adds_is_told() {
    let mut outcome = Node::read(NODE, vec![]).accepted();
    assert_eq!(outcome.rest_json(), None);
    outcome.final_url = Some("https://b.example/".to_owned());
    outcome.received_bytes = Some(7);
    outcome.elapsed_ms = Some(12.3456);
    let rest = outcome.rest_json().unwrap();
    let expected = r#"{"finalUrl":"https://b.example/","receivedBytes":7,"elapsedMs":12.346}"#;
    assert_eq!(rest.as_json(), expected);
    assert!(outcome.to_js_json().ends_with(&expected[1..]));
}

const NODE: &str = r#"{ "version": 1, "method": "GET", "url": "https://a.example/", "async": true,
    "response": { "type": "json", "mappings": [{ "path": "a", "parameter": "A" }] }, "statusParameter": "CODE" }"#;

#[test]
fn no_whole_answer_is_failed_with_nothing_mapped() {
    let failure = Failure::new(Reason::Timeout, "No answer in 10 s.");
    let outcome = Node::read(NODE, vec![]).fail(failure.clone(), Some(200));
    assert_eq!((&outcome.exit, outcome.failure), (&Exit::Failed, Some(failure)));
    assert_eq!(outcome.parameters["CODE"].as_json(), "200");
    assert_eq!(outcome.mappings[0].state.name(), "not-run");
}

#[test]
fn an_asynchronous_node_takes_the_default_exit_at_once() {
    let node = Node::read(NODE, vec![]);
    assert!(node.is_async());
    let outcome = node.accepted();
    assert_eq!((outcome.exit.name(), outcome.status), ("default", None));
    assert!(outcome.parameters.is_empty());
    assert_eq!(outcome.mappings[0].state.name(), "not-run");
}

#[test]
fn redirects_are_followed_unless_a_route_takes_them() {
    let follows = |status: &str| {
        let definition = json!({ "version": 1, "method": "GET", "url": "https://a.example/", "routes": [{ "status": status }] });
        Node::read(&definition.to_string(), vec![]).follows_redirects()
    };
    assert!(follows("404") && follows("4xx"));
    assert!(!follows("302") && !follows("3xx"));
}
