//! Nodes with `signing`: what they sign, what they show, and what they do not send.

use serde_json::json;
use switchhook::{
    Node, Reason, Values, WebhookRequest,
    path::Json,
    sign::{Secret, Stamp, Terms, Token, payload},
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::SECRET;

const NOW: u64 = 1_790_000_000;

fn node(more: &serde_json::Value) -> Node {
    let mut definition = json!({ "version": 1, "method": "POST", "url": "https://shop.example/find",
        "signing": { "apiKey": "key", "applicationId": "app" } });
    let members = definition.as_object_mut().unwrap();
    members.extend(more.as_object().unwrap().clone());
    Node::read(&definition.to_string(), vec![])
}

fn signed(node: &Node, values: &Values) -> WebhookRequest {
    let secret = Secret::new(SECRET);
    node.signed_request(values, secret.as_ref(), &Stamp::new(NOW, [9; 16])).unwrap()
}

fn authorizations(request: &WebhookRequest) -> Vec<&str> {
    let named = request.headers.iter().filter(|(name, _)| name == "Authorization");
    named.map(|(_, value)| value.as_str()).collect()
}

#[test]
fn what_is_signed_is_what_is_sent() {
    // What the definition says beside, and the payload that is signed.
    let table = [
        (
            json!({ "body": { "type": "json", "content": "{\"id\": \"$ID\"}" } }),
            Some(r#"{"id": "a&é"}"#),
        ),
        (
            json!({ "body": { "type": "form", "fields": [{ "name": "ID" }] } }),
            Some("ID=a%26%C3%A9"),
        ),
        (json!({}), None),
        (json!({ "url": "https://shop.example/find?#q=1" }), None),
        (json!({ "body": { "type": "text", "content": "" } }), None),
        (json!({ "method": "GET", "query": [{ "name": "ID" }] }), Some(r#"{"ID":"a&é"}"#)),
        (
            json!({ "method": "DELETE", "url": "https://shop.example/?2=x&1=%22+%0A&&b&=c&x=%zz%FF#end",
                "query": [{ "name": "ID", "value": "$ID" }, { "name": "2", "value": "" }] }),
            Some(
                "{\"2\":\"x\",\"1\":\"\\\" \\n\",\"b\":\"\",\"\":\"c\",\"x\":\"%zz\u{FFFD}\",\"ID\":\"a&é\",\"2\":\"\"}",
            ),
        ),
        (
            json!({ "body": { "type": "text", "content": "" }, "query": [{ "name": "a", "value": "1" }] }),
            Some(r#"{"a":"1"}"#),
        ),
    ];
    let values = Values::from([("ID".into(), Json::string("a&é"))]);
    for (more, want) in table {
        let request = signed(&node(&more), &values);
        let found = payload(&request);
        assert_eq!(found.as_deref(), want.map(str::as_bytes), "{more}");
        let [token] = authorizations(&request)[..] else { panic!("{more}: {request:?}") };
        let token = Token::read(token).unwrap();
        let (secret, terms) = (Secret::new(SECRET).unwrap(), Terms::at(NOW as f64));
        let claims = token.verify(&secret, want.unwrap_or_default().as_bytes(), &terms).unwrap();
        assert_eq!(claims.json.as_json().contains("payload_hash"), want.is_some(), "{more}");
        assert!(token.verify(&secret, b"another", &terms).is_err());
    }
}

#[test]
fn a_token_is_never_shown() {
    let node = node(&json!({}));
    assert_eq!(authorizations(&node.masked_request(&Values::new()).unwrap()), ["Bearer •••"]);
    assert_eq!(authorizations(&node.draft_request(&Values::new())), ["Bearer •••"]);
    assert!(authorizations(&node.request(&Values::new()).unwrap()).is_empty());
}

#[test]
fn without_a_secret_nothing_is_sent() {
    let node = node(&json!({ "headers": [{ "name": "X", "value": "$X" }] }));
    let stamp = Stamp::new(NOW, [9; 16]);
    let values = Values::from([("X".into(), Json::string("1"))]);
    let failure = node.signed_request(&values, None, &stamp).unwrap_err();
    assert_eq!(failure.reason, Reason::InvalidRequest);
    assert!(failure.message.contains("no secret"), "{}", failure.message);
    // What the request lacks comes first, as without a signature.
    let failure = node.signed_request(&Values::new(), None, &stamp).unwrap_err();
    assert_eq!(failure.reason, Reason::MissingParameters);
}

#[test]
fn a_node_without_signing_signs_nothing() {
    let node = Node::read(r#"{"version":1,"method":"GET","url":"https://a.example/"}"#, vec![]);
    assert_eq!(Ok(signed(&node, &Values::new())), node.request(&Values::new()));
    assert!(authorizations(&node.masked_request(&Values::new()).unwrap()).is_empty());
}
