//! A node and a fetch function in, the outcome out: what was sent shows in it, and nothing more.

use switchhook::{Node, Values, path::Json};
use switchhook_fetch::{SendOptions, run};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake::{Fake, assert_rows, js};

const DEFINITION: &str = r#"{
    "version": 1, "method": "POST", "url": "https://shop.example/orders/$ORDER_ID",
    "headers": [{ "name": "X-Key", "value": "$KEY" }],
    "body": { "type": "json", "content": "{\"id\": $ORDER_ID}" },
    "response": { "type": "json", "mappings": [{ "path": "order.id", "parameter": "ID" }] },
    "routes": [{ "status": "4xx" }], "statusParameter": "STATUS"
}"#;

fn node() -> Node {
    let secret = switchhook::ParameterDeclaration {
        name: "KEY".into(),
        entity: "sys.any".into(),
        value: Some(Json::string("hunter2")),
        secret: true,
    };
    Node::read(DEFINITION, vec![secret])
}

fn values() -> Values {
    Values::from([("ORDER_ID".into(), Json::from(17_i64))])
}

#[wasm_bindgen_test]
async fn outcomes() {
    // A name, what fetch does, and: exit, reason, status, parameters, bytes, whether it was sent.
    let table = [
        (
            "mapped",
            "return Promise.resolve(new Response('{\"order\":{\"id\":4634343214213523454}}'));",
            r#"default - 200 {"ID":4634343214213523454,"STATUS":200} 36 sent"#,
        ),
        (
            "routed",
            "return Promise.resolve(new Response('{}', { status: 404 }));",
            r#"4xx - 404 {"STATUS":404} 2 sent"#,
        ),
        (
            "nothing found",
            "return Promise.resolve(new Response('{}'));",
            r#"failed missing-value 200 {"STATUS":200} 2 sent"#,
        ),
        ("nobody there", "return Promise.reject('no');", "failed network - {} - sent"),
        (
            "broken off",
            "return Promise.resolve(new Response(new ReadableStream({ start(end) { end.error('cut'); } })));",
            r#"failed network 200 {"STATUS":200} 0 sent"#,
        ),
    ];
    let mut rows = Vec::new();
    // Kept whole or taken in passing, a body comes to the same.
    let ways = table.into_iter().flat_map(|row| [(row, false), (row, true)]);
    for ((name, body, want), keeps_answer) in ways {
        let options = SendOptions { keeps_answer, ..Fake::new(body).options() };
        let run = run(&node(), &values(), &options).await;
        let outcome = &run.outcome;
        let members = outcome.parameters.iter().map(|(name, value)| (&**name, value.clone()));
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let got = format!(
            "{} {} {} {} {} {}",
            outcome.exit.name(),
            outcome.failure.as_ref().map_or("-", |failure| failure.reason.name()),
            or_dash(outcome.status.map(|status| status.to_string())),
            Json::object(members),
            or_dash(outcome.received_bytes.map(|bytes| bytes.to_string())),
            if outcome.request.is_some() && outcome.elapsed_ms.is_some() {
                "sent"
            } else {
                "unsent"
            },
        );
        assert_eq!(
            run.answer.is_some(),
            keeps_answer && outcome.status.is_some() && outcome.received_bytes != Some(0)
        );
        rows.push((name.to_owned(), got, want.to_owned()));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn secrets_go_out_and_do_not_come_back() {
    let fake =
        Fake::new("state.sent = JSON.stringify(init); return Promise.resolve(new Response('{}'));");
    let run = run(&node(), &values(), &fake.options()).await;
    assert!(fake.text("state.sent").contains("hunter2"));
    let json = run.outcome.to_js_json();
    assert!(json.contains("•••") && !json.contains("hunter2"), "{json}");
}

#[wasm_bindgen_test]
async fn what_is_not_sent_is_not_shown_as_sent() {
    let fake = Fake::new("return Promise.resolve(new Response('{}'));");
    let blocked = SendOptions { allow: Some(js("() => false")), ..fake.options() };
    let aborted = SendOptions { signal: Some(js("AbortSignal.abort()")), ..fake.options() };
    let runs = [
        ("missing-parameters", run(&node(), &Values::new(), &fake.options()).await),
        ("blocked", run(&node(), &values(), &blocked).await),
        ("aborted", run(&node(), &values(), &aborted).await),
    ];
    let rows = runs.map(|(reason, run)| {
        let shown =
            (run.outcome.request, run.outcome.elapsed_ms, run.outcome.received_bytes, run.answer);
        assert_eq!(shown, (None, None, None, None), "{reason}");
        let got = run.outcome.failure.map_or("none", |failure| failure.reason.name());
        (reason.to_owned(), got.to_owned(), reason.to_owned())
    });
    assert_rows(&rows);
    assert_eq!(fake.text("state.calls"), "0");
}

/// A node whose one secret, a value that every place writes in its own way, stands at `$S`.
fn secretive(url: &str, more: &str) -> Node {
    let definition = format!(r#"{{ "version": 1, "method": "GET", "url": "{url}"{more} }}"#);
    let secret = switchhook::ParameterDeclaration {
        name: "S".into(),
        entity: "sys.any".into(),
        value: None,
        secret: true,
    };
    Node::read(&definition, vec![secret])
}

#[wasm_bindgen_test]
async fn no_outcome_shows_a_secret() {
    const MOVED: &str = "if (state.calls === 1) return Promise.resolve(new Response(null, { status: 302, headers: { location: TO } }));
        return Promise.resolve(new Response('{}'));";
    const KEY: &str = r#", "headers": [{ "name": "X-Key", "value": "$S" }]"#;
    let left_out = "what the runtime says of it holds a secret value, and is left out";
    let no_answer = format!("No answer: {left_out}.");
    // A name, the URL, more of the definition, the value, what fetch does, the final URL or message.
    let table = [
        ("moved with its query", "https://a.example/old?k=$S", "", "hunter2", MOVED.replace("TO", "'/new?k=hunter2'"), "https://a.example/•••"),
        ("moved in another encoding", "https://a.example/old?k=$S", "", "hunter 2", MOVED.replace("TO", "'/new/%68unter%202'"), "https://a.example/•••"),
        ("moved to its host", "https://a.example/old?k=$S", "", "hunter2", MOVED.replace("TO", "'https://hunter2.example/'"), "•••"),
        ("from its host", "https://$S.example/old", "", "hunter2", MOVED.replace("TO", "'/new'"), "•••"),
        ("a header that came back", "https://a.example/old", KEY, "hunter2", MOVED.replace("TO", "'/new?' + init.headers[0][1]"), "https://a.example/•••"),
        ("nothing of it", "https://a.example/old", KEY, "hunter2", MOVED.replace("TO", "'/new?a=b'"), "https://a.example/new?a=b"),
        ("words with the URL", "https://a.example/?k=$S", "", "hunter 2", "throw new TypeError('Failed to fetch ' + url);".to_owned(), &no_answer),
        ("words with the host", "https://$S.example/", "", "Hunter2", "return Promise.reject(new Error('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND ' + new URL(url).host) }));".to_owned(), &no_answer),
        ("words of a puny host", "https://$S/", "", "höst.example", "return Promise.reject('ENOTFOUND ' + new URL(url).host);".to_owned(), &no_answer),
        ("words that are cut", "https://a.example/?k=$S", "", "hunter2", "throw 'x'.repeat(296) + 'hunter2';".to_owned(), &no_answer),
        ("words with the header", "https://a.example/", r#", "auth": { "type": "basic", "username": "u", "password": "$S" }"#, "hunter2", "throw 'bad ' + JSON.stringify(init.headers);".to_owned(), &no_answer),
        ("words with another one", "https://a.example/?k=$S", "", "hunter2", "throw 'hunger 2';".to_owned(), "No answer: hunger 2."),
        (
            "words of a body",
            "https://a.example/?k=$S", "", "hunter2",
            "return Promise.resolve(new Response(new ReadableStream({ start(end) { end.error(url); } })));".to_owned(),
            &format!("The body broke off after 0 bytes: {left_out}."),
        ),
    ];
    let mut rows = Vec::new();
    for (name, url, more, secret, body, want) in table {
        let fake = Fake::new(&body);
        let options = SendOptions { by_hand: true, ..fake.options() };
        let values = Values::from([("S".into(), Json::string(secret))]);
        let outcome = run(&secretive(url, more), &values, &options).await.outcome;
        let json = outcome.to_js_json().to_lowercase();
        let leaks = ["hunter2", "hunter 2", "hunter%202", "hunter+2", "höst", "xn--"];
        assert!(
            !leaks.iter().any(|leak| json.contains(leak)) && json.contains("•••"),
            "{name}: {json}"
        );
        let shown = outcome.final_url.or(outcome.failure.map(|failure| failure.message));
        rows.push((name.to_owned(), shown.unwrap_or_default(), want.to_owned()));
    }
    assert_rows(&rows);
}
