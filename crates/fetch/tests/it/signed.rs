//! A node with `signing`, a secret and a fetch function in: what is sent carries a token that holds, and nobody is
//! shown it.

use switchhook::{
    Node, Values,
    sign::{Claims, Secret, Terms, Token},
};
use switchhook_fetch::{SendOptions, run};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake::Fake;

const SECRET: &[u8] = b"hunter2 and more";

/// Notes the Authorization header of every request, or a `-`, and redirects what is asked for `/301/…`.
const SERVER: &str = "
    const sent = new Map(init.headers);
    (state.sent ??= []).push(sent.get('Authorization') ?? '-');
    const [, status, to] = new URL(url).pathname.split('/');
    const headers = { location: `https://${to}.example/` };
    return Promise.resolve(status === '301' ? new Response('', { status: 301, headers }) : new Response('{}'));";

fn node(url: &str) -> Node {
    let definition = format!(
        r#"{{ "version": 1, "method": "GET", "url": "{url}", "signing": {{ "apiKey": "key" }} }}"#
    );
    Node::read(&definition, vec![])
}

fn options(fake: &Fake) -> SendOptions {
    SendOptions { secret: Secret::new(SECRET), by_hand: true, ..fake.options() }
}

fn claims(authorization: &str) -> Claims {
    let terms = Terms::at(js_sys::Date::now() / 1000.0);
    let token = Token::read(authorization).unwrap();
    token.verify(&Secret::new(SECRET).unwrap(), b"", &terms).unwrap()
}

#[wasm_bindgen_test]
async fn every_request_is_signed_anew_and_nobody_is_shown_it() {
    let fake = Fake::new(SERVER);
    let node = node("https://a.example/");
    let mut ids = Vec::new();
    for time in 0..2 {
        let run = run(&node, &Values::new(), &options(&fake)).await;
        assert_eq!(run.outcome.exit.name(), "default");
        let sent = fake.text(&format!("state.sent[{time}]"));
        assert!(sent.starts_with("Bearer ey"), "{sent}");
        ids.push(claims(&sent).jti);
        let shown = run.outcome.to_js_json();
        assert!(shown.contains(r#"["Authorization","Bearer •••"]"#), "{shown}");
        assert!(!shown.contains("ey"), "{shown}");
    }
    assert_eq!((ids[0].len(), ids[0] == ids[1]), (36, false));
}

#[wasm_bindgen_test]
async fn without_a_secret_nothing_is_sent() {
    let fake = Fake::new(SERVER);
    let unsigned = SendOptions { secret: Secret::new(b""), ..options(&fake) };
    let run = run(&node("https://a.example/"), &Values::new(), &unsigned).await;
    let failure = run.outcome.failure.unwrap();
    assert_eq!((failure.reason.name(), run.outcome.request), ("invalid-request", None));
    assert!(failure.message.contains("no secret"), "{}", failure.message);
    assert_eq!(fake.text("state.calls"), "0");
}

#[wasm_bindgen_test]
async fn a_token_stays_with_its_origin() {
    for (url, goes_on) in [("https://a.example/301/a", true), ("https://a.example/301/b", false)] {
        let fake = Fake::new(SERVER);
        let run = run(&node(url), &Values::new(), &options(&fake)).await;
        assert_eq!(
            (run.outcome.exit.name(), fake.text("state.calls")),
            ("default", "2".to_owned())
        );
        claims(&fake.text("state.sent[0]"));
        let second = if goes_on { fake.text("state.sent[0]") } else { "-".to_owned() };
        assert_eq!(fake.text("state.sent[1]"), second, "{url}");
    }
}

#[wasm_bindgen_test]
async fn no_message_holds_the_token() {
    let fake = Fake::new(
        "return Promise.reject(new TypeError('Bad header: ' + JSON.stringify(init.headers)));",
    );
    let run = run(&node("https://a.example/"), &Values::new(), &options(&fake)).await;
    let message = run.outcome.failure.unwrap().message;
    assert!(message.contains("holds a secret value"), "{message}");
}
