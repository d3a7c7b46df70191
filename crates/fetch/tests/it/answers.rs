//! What is sent, and what comes back where all goes well.

use std::{cell::RefCell, rc::Rc};

use js_sys::Uint8Array;
use switchhook::{Method, WebhookRequest};
use switchhook_fetch::{SendOptions, in_windows, send};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake::{Fake, PLENTY, assert_rows, get, js};

#[wasm_bindgen_test]
async fn the_request_goes_out_whole_and_bare() {
    let fake = Fake::new(
        "state.url = url; state.init = init; return Promise.resolve(new Response('ok'));",
    );
    let request = WebhookRequest {
        method: Method::Post,
        headers: vec![("X-Name".into(), "Jos\u{c3}\u{a9}".into()), ("X-Name".into(), "two".into())],
        body: Some("{\"name\":\"José €\"}".into()),
        ..get()
    };
    send(&request, PLENTY, true, &fake.options()).await.unwrap();
    let expected = [
        ("state.url", "https://shop.example/orders?id=7"),
        ("typeof state.url", "string"),
        ("state.init.method", "POST"),
        ("JSON.stringify(state.init.headers.map(([name]) => name))", r#"["X-Name","X-Name"]"#),
        ("state.init.headers[0][1]", "Jos\u{c3}\u{a9}"),
        ("state.init.headers[1][1]", "two"),
        ("state.init.body", "{\"name\":\"José €\"}"),
        ("state.init.credentials", "omit"),
        ("state.init.referrerPolicy", "no-referrer"),
        ("state.init.cache", "no-store"),
        ("state.init.signal instanceof AbortSignal", "true"),
        ("state.init.signal.aborted", "false"),
        ("new Request(state.url, state.init).method", "POST"),
    ];
    let rows = expected.map(|(look, want)| (look.to_owned(), fake.text(look), want.to_owned()));
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn redirects_are_left_alone_where_a_route_wants_them() {
    let fake = Fake::new("state.init = init; return Promise.resolve(new Response(null));");
    send(&get(), PLENTY, false, &fake.options()).await.unwrap();
    assert_eq!(fake.text("state.init.redirect"), "manual");
    assert_eq!(fake.text("'body' in state.init"), "false");
}

#[wasm_bindgen_test]
async fn answers_are_taken_as_they_are() {
    // A name, what the fetch function does, and the answer in one line.
    let table = [
        ("text", "return Promise.resolve(new Response('Tove'));", "200 Tove"),
        ("a status of the server's", "return Promise.resolve(new Response('no', { status: 404 }));", "404 no"),
        ("no body", "return Promise.resolve(new Response(null, { status: 204 }));", "204 "),
        ("an empty body", "return Promise.resolve(new Response(''));", "200 "),
        (
            "a body in pieces",
            "const pieces = ['a', '', 'bc', 'def'].map(text => new TextEncoder().encode(text));
             const stream = new ReadableStream({ pull(end) {
                 if (pieces.length) end.enqueue(pieces.shift()); else end.close(); } });
             return Promise.resolve(new Response(stream, { status: 201 }));",
            "201 abcdef",
        ),
        (
            "a response of another library",
            "const pieces = [new Uint8Array([79, 75])];
             const read = async () => pieces.length ? { done: false, value: pieces.pop() } : { done: true };
             return Promise.resolve({ status: 202, url: 'https://x.example/', redirected: true,
                 headers: [['x-a', 'b']], body: { getReader: () => ({ read }) } });",
            "202 OK x-a=b https://x.example/",
        ),
        (
            "a thenable",
            "return { then(resolve) { resolve(new Response('late')); } };",
            "200 late",
        ),
        (
            "headers",
            "return Promise.resolve(new Response(null, { headers: { 'X-One': '1', 'x-two': 'a, b' } }));",
            "200  x-one=1 x-two=a, b",
        ),
    ];
    let mut rows = Vec::new();
    for (name, body, want) in table {
        let got = match Fake::new(body).send().await {
            Ok(answer) => {
                let mut line =
                    format!("{} {}", answer.status, String::from_utf8_lossy(&answer.body));
                let own = answer.headers.iter().filter(|(name, _)| name.starts_with("x-"));
                own.for_each(|(name, value)| line += &format!(" {name}={value}"));
                line + &answer.final_url.map(|url| format!(" {url}")).unwrap_or_default()
            }
            Err(refused) => format!("{refused:?}"),
        };
        rows.push((name.to_owned(), got, want.to_owned()));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn progress_is_told_as_bytes_arrive() {
    let fake = Fake::new(
        "const sizes = [1000, 2000, 120];
         const stream = new ReadableStream({ pull(end) {
             if (sizes.length) end.enqueue(new Uint8Array(sizes.shift())); else end.close(); } });
         return Promise.resolve(new Response(stream));",
    );
    let heard = Rc::new(RefCell::new(Vec::new()));
    let note = Rc::clone(&heard);
    let options = SendOptions {
        on_progress: Some(Rc::new(move |bytes| note.borrow_mut().push(bytes))),
        ..fake.options()
    };
    let answer = send(&get(), PLENTY, true, &options).await.unwrap();
    assert_eq!((answer.body.len(), heard.borrow().as_slice()), (3120, &[1000, 3000, 3120][..]));
}

#[wasm_bindgen_test]
async fn time_is_counted_to_the_last_byte() {
    let fake = Fake::new(
        "const stream = new ReadableStream({ start(end) { setTimeout(() => {
             end.enqueue(new Uint8Array(1)); end.close(); }, 60); } });
         return Promise.resolve(new Response(stream));",
    );
    let answer = fake.send().await.unwrap();
    assert!((55.0..5000.0).contains(&answer.elapsed_ms), "{} ms", answer.elapsed_ms);
}

#[wasm_bindgen_test]
async fn the_runtimes_own_fetch_serves() {
    let options = SendOptions::new(js("globalThis.fetch"));
    let request = WebhookRequest { url: "data:text/plain,ready%20made".into(), ..get() };
    let answer = send(&request, PLENTY, true, &options).await.unwrap();
    assert_eq!((answer.status, answer.body.as_slice()), (200, &b"ready made"[..]));
}

/// As after a trap, behind which nothing is cleared up.
#[wasm_bindgen_test]
fn a_window_that_stays_in_use_is_in_nobodys_way() {
    let bytes = Uint8Array::from(&b"ab"[..]);
    let mut passed = Vec::new();
    let whole = in_windows(&bytes, &mut |piece| {
        let inside = in_windows(&bytes, &mut |piece| {
            passed.extend_from_slice(piece);
            true
        });
        passed.extend_from_slice(piece);
        inside
    });
    assert!(whole);
    assert_eq!(passed, b"abab");
}
