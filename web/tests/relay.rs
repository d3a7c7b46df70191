//! Requests that go through a relay: what the relay is sent, and what comes of its answers. The relay is
//! a fetch function of the test's.
#![cfg(target_arch = "wasm32")]

use js_sys::{Function, Reflect};
use switchhook::{Method, Reason, WebhookRequest};
use switchhook_fetch::{Answer, Refused, SendOptions, send};
use switchhook_studio::relay;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// A fetch function of which a test writes the body: it sees `asked`, the head that the relay was sent,
/// and `answer(head, body)`. Each call is noted in the state.
fn browser(body: &str) -> (Function, JsValue) {
    let source = format!(
        "const state = {{ calls: [] }};
         const answer = (head, body) => new Response(body, {{ headers: {{
             'x-switchhook-relay': encodeURIComponent(JSON.stringify(head)) }} }});
         state.fetch = async (url, init) => {{
             const asked = JSON.parse(decodeURIComponent(new Headers(init.headers).get('x-switchhook-relay')));
             state.calls.push({{ url, init, asked }});
             {body}
         }};
         return state;"
    );
    let state = Function::new_no_args(&source).call0(&JsValue::UNDEFINED).unwrap();
    let fetch = Reflect::get(&state, &"fetch".into()).unwrap().unchecked_into();
    (fetch, state)
}

/// What an expression over `state` gives, as JSON.
fn look(state: &JsValue, expression: &str) -> String {
    let source = format!("return JSON.stringify({expression});");
    let found = Function::new_with_args("state", &source).call1(&JsValue::UNDEFINED, state);
    found.unwrap().as_string().unwrap()
}

async fn through(fetch: &Function, follow: bool) -> Result<Answer, Refused> {
    let request = WebhookRequest {
        url: "https://shop.example/a b?q=é#part".into(),
        method: Method::Post,
        headers: vec![("Cookie".into(), "a=b".into()), ("X-Name".into(), "Zo\u{c3}\u{ab}".into())],
        body: Some("{}".into()),
    };
    let options = SendOptions::new(relay::fetch(fetch, "/relay"));
    send(&request, 10_000, follow, &options).await
}

#[wasm_bindgen_test]
async fn the_relay_is_sent_all_of_a_request() {
    let (fetch, state) = browser("return answer({ status: 200, headers: [['x-a', 'b']] }, 'ok');");
    let answer = through(&fetch, true).await.unwrap();
    assert_eq!((answer.status, answer.body.as_slice()), (200, &b"ok"[..]));
    assert_eq!(answer.headers, [("x-a".to_owned(), "b".to_owned())]);
    assert_eq!((answer.final_url, look(&state, "state.calls.length").as_str()), (None, "1"));
    assert_eq!(
        look(&state, "state.calls[0].asked"),
        r#"{"method":"POST","url":"https://shop.example/a%20b?q=%C3%A9#part","headers":[["Cookie","a=b"],["X-Name","ZoÃ«"]]}"#
    );
    let members = "({ url, init: { method, body, signal, credentials, redirect, cache } }) =>
        [url, method, body, signal instanceof AbortSignal, credentials, redirect, cache]";
    assert_eq!(
        look(&state, &format!("({members})(state.calls[0])")),
        r#"["/relay","POST","{}",true,"same-origin","error","no-store"]"#
    );
}

#[wasm_bindgen_test]
async fn redirects_are_seen_and_followed_where_no_route_takes_them() {
    let (fetch, state) = browser(
        "if (asked.url.endsWith('/new')) return answer({ status: 200, headers: [] }, asked.method);
         return answer({ status: 302, headers: [['location', '/new'], ['set-cookie', 'a=1']] }, 'moved');",
    );
    let taken = through(&fetch, false).await.unwrap();
    assert_eq!((taken.status, taken.body.as_slice()), (302, &b"moved"[..]));
    assert_eq!(taken.headers.len(), 2);
    let followed = through(&fetch, true).await.unwrap();
    assert_eq!((followed.status, followed.body.as_slice()), (200, &b"GET"[..]));
    assert_eq!(followed.final_url.as_deref(), Some("https://shop.example/new"));
    assert_eq!(
        look(&state, "state.calls.map(({ url }) => url)"),
        r#"["/relay","/relay","/relay"]"#
    );
}

#[wasm_bindgen_test]
async fn any_status_may_have_any_body() {
    for status in [204, 304, 599] {
        let body = format!("return answer({{ status: {status}, headers: [] }}, 'body');");
        let answer = through(&browser(&body).0, true).await.unwrap();
        assert_eq!((answer.status, answer.body.as_slice()), (status, &b"body"[..]));
    }
}

#[wasm_bindgen_test]
async fn a_failure_is_told_in_the_words_of_the_relay() {
    let table = [
        (
            "return new Response('{\"error\": {\"message\": \"The name is not known.\"}}', { status: 502 });",
            "No answer: The name is not known.",
        ),
        (
            "return new Response('<html>', { status: 404 });",
            "No answer: there is no relay at /relay: what is there answers with the status 404.",
        ),
        (
            "throw new TypeError('Failed to fetch');",
            "No answer: the relay at /relay cannot be reached: Failed to fetch.",
        ),
        ("throw 'refused';", "No answer: the relay at /relay cannot be reached: refused."),
        ("return new Response('', { headers: { 'x-switchhook-relay': '%7B}{' } });", "No answer: "),
        (
            "return new Response('', { headers: { 'x-switchhook-relay': '{}' } });",
            "The fetch function gave an object, where a Response was expected.",
        ),
    ];
    for (body, want) in table {
        let refused = through(&browser(body).0, true).await.unwrap_err();
        assert_eq!(refused.failure.reason, Reason::Network);
        assert!(refused.failure.message.starts_with(want), "{}", refused.failure.message);
    }
}
