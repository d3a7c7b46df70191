//! cURL commands: a definition or a refusal with its place out, and the command of a node in.

use expect_test::expect;
use serde_json::{Map, Value, json};
use switchhook::{
    Code, Node, ParameterDeclaration, Reason, Values, limits::IMPORT_BYTES, path::Json,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table;

#[test]
fn imports() {
    table::run(include_str!("../data/curl.json"), |row| {
        let command = row["command"].as_str().unwrap();
        let node = match (Node::from_curl(command), row.get("refused")) {
            (Ok(node), None) => node,
            (Err(problem), Some(message)) => {
                let at = problem.range.clone().and_then(|range| command.get(range));
                return match (problem.code, problem.message == *message, at == row["at"].as_str()) {
                    (Code::BadCurl, true, true) => Ok(()),
                    _ => Err(format!("refused for {problem:?} at {at:?}")),
                };
            }
            (found, _) => return Err(format!("found {found:?}")),
        };
        let found: Value = serde_json::from_str(&node.definition().to_json()).unwrap();
        let expected = whole(row["definition"].as_object().unwrap());
        if found != expected {
            return Err(format!("expected {expected}\n     found {found}"));
        }
        let problem = |problem: &switchhook::Problem| {
            Value::from(format!("{} {}", problem.code.name(), problem.pointer))
        };
        let problems: Vec<Value> = node.problems().iter().map(problem).collect();
        let expected = row.get("problems").cloned().unwrap_or_else(|| json!([]));
        if Value::from(problems) == expected {
            Ok(())
        } else {
            Err(format!("{:?}", node.problems()))
        }
    });
}

/// The definition that a row abbreviates: rows of fields are pairs, and defaults are left out.
fn whole(short: &Map<String, Value>) -> Value {
    let fields = |pairs: Option<&Value>| -> Value {
        let pairs = pairs.and_then(Value::as_array).cloned().unwrap_or_default();
        let field = |pair: &Value| json!({ "name": pair[0], "value": pair[1], "enabled": true });
        pairs.iter().map(field).collect()
    };
    let mut whole = json!({
        "version": 1, "method": short.get("method").unwrap_or(&json!("GET")), "url": short["url"],
        "query": fields(short.get("query")), "headers": fields(short.get("headers")), "async": false,
        "timeoutSeconds": short.get("timeoutSeconds").unwrap_or(&json!(10)),
        "response": { "type": short.get("type").unwrap_or(&json!("json")), "mappings": [] }, "routes": [],
    });
    for name in ["auth", "body"] {
        if let Some(given) = short.get(name) {
            whole[name] = given.clone();
        }
    }
    if short.get("body").is_some_and(|body| body["type"] == "form") {
        whole["body"]["fields"] = fields(whole["body"].get("fields"));
    }
    whole
}

#[test]
fn what_repeats_itself_is_read_in_one_go() {
    for piece in [
        "\n", " ", "\\\n", "\\ ", "{{", "{{a ", "$", "${", "&", "&a", "-s ", "-k ", "'' ", "\"\"",
        "^\n", "\\", ">a ", "a=b&", "2",
    ] {
        let many = piece.repeat(100_000 / piece.len());
        for command in [format!("curl https://a.example/ -d {many}"), format!("curl {many}")] {
            let _ = Node::from_curl(&command);
        }
    }
}

#[test]
fn a_command_that_is_too_long_is_refused() {
    let command = |length: usize| {
        let command = "curl https://a.example/ -d ";
        format!("{command}{}", "x".repeat(length - command.len()))
    };
    assert!(Node::from_curl(&command(IMPORT_BYTES)).is_ok());
    assert_eq!(Node::from_curl(&command(IMPORT_BYTES + 1)).unwrap_err().code, Code::BadCurl);
}

fn node(definition: &Value) -> Node {
    let secret = |name: &str, secret| ParameterDeclaration {
        name: name.to_owned(),
        entity: "sys.any".to_owned(),
        value: None,
        secret,
    };
    let mut definition = definition.clone();
    definition["version"] = 1.into();
    Node::read(&definition.to_string(), vec![secret("KEY", true), secret("TEXT", false)])
}

#[test]
fn exports() {
    let node = node(&json!({
        "method": "POST", "url": "https://a.example/é/./a b/../$KEY?q='#top", "timeoutSeconds": 20,
        "query": [{ "name": "key", "value": "$KEY" }],
        "headers": [{ "name": "X-Empty", "value": "" }, { "name": "X-Text", "value": "$TEXT" }],
        "auth": { "type": "bearer", "token": "$KEY" },
        "body": { "type": "text", "content": "-@$TEXT\n$KEY\\" },
    }));
    let values = Values::from([
        ("KEY".into(), Json::string("canary/1")),
        ("TEXT".into(), Json::string("é '$(id)' `id` {{{x}} \"\\ !")),
    ]);
    let masked = node.to_curl(&values, false).unwrap();
    expect![[r#"
        curl --globoff --path-as-is \
          --url 'https://a.example/%C3%A9/•••?q=%27&key=•••' \
          --max-time 20 \
          -H 'X-Empty;' \
          -H 'X-Text: é '\''$(id)'\'' `id` {''{''{x}} "\ !' \
          -H 'Authorization: Bearer •••' \
          -H 'Accept: application/json, */*;q=0.5' \
          -H 'Content-Type: text/plain; charset=utf-8' \
          --data-raw '-@é '\''$(id)'\'' `id` {''{''{x}} "\ !
        •••\'"#]]
    .assert_eq(&masked);
    let open = node.to_curl(&values, true).unwrap();
    assert!(open.contains("Bearer canary/1") && open.contains("/canary%2F1?q=%27&key=canary%2F1"));
    assert_eq!(open.replace("canary%2F1", "•••").replace("canary/1", "•••"), masked);
}

#[test]
fn what_no_command_can_say_is_an_error() {
    let reason = |definition: Value, text: &str| {
        let values = Values::from([("TEXT".into(), Json::string(text))]);
        node(&definition).to_curl(&values, false).unwrap_err()
    };
    let text = json!({ "type": "text", "content": "$TEXT" });
    let nul = reason(json!({ "method": "POST", "url": "https://a.example/", "body": text }), "\0");
    assert_eq!(nul.reason, Reason::InvalidRequest);
    let relative = reason(json!({ "method": "GET", "url": "/orders" }), "");
    assert_eq!(relative.reason, Reason::InvalidRequest);
    let missing = reason(json!({ "method": "GET", "url": "https://a.example/$KEY" }), "");
    assert_eq!(
        (missing.reason, missing.parameters),
        (Reason::MissingParameters, vec!["KEY".into()])
    );
}

#[test]
fn a_signed_request_says_once_that_a_token_belongs_there() {
    let node = Node::read(
        r#"{"version": 1, "method": "GET", "url": "https://shop.example/", "signing": {"apiKey": "k"}}"#,
        vec![],
    );
    for secrets in [false, true] {
        let command = node.to_curl(&Values::new(), secrets).unwrap();
        assert_eq!(command.matches("Authorization: ").count(), 1, "{command}");
        assert!(command.contains("Bearer •••"), "{command}");
    }
}
