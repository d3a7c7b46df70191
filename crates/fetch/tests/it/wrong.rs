//! Fetch functions and responses that are none: each becomes a reason in words, and nothing else.

use switchhook::WebhookRequest;
use switchhook_fetch::{SendOptions, send};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake::{Fake, PLENTY, assert_rows, get, js, told};

/// A response of the tests' own making, with some members replaced.
const MADE: &str =
    "const made = (members) => Promise.resolve({ status: 200, url: '', type: 'basic',
    headers: new Headers(), body: null, ...members });
    const stream = (read) => ({ getReader: () => ({ read, cancel() { throw 'no'; } }) });
    const bytes = (count) => ({ done: false, value: new Uint8Array(count) });";

#[wasm_bindgen_test]
async fn whatever_comes_back_becomes_words() {
    let table = [
        ("throws an error", "throw new TypeError('Not today');", "No answer: Not today."),
        ("throws a string", "throw 'out of order';", "No answer: out of order."),
        ("throws nothing", "throw undefined;", "No answer: undefined, not an error."),
        ("throws a number", "throw 5;", "No answer: a number, not an error."),
        ("rejects with a string", "return Promise.reject('no network');", "No answer: no network."),
        ("rejects with nothing", "return Promise.reject();", "No answer: undefined, not an error."),
        ("rejects with null", "return Promise.reject(null);", "No answer: null, not an error."),
        ("rejects with an object", "return Promise.reject({});", "No answer: an object, not an error."),
        (
            "rejects as Node does",
            "return Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED ::1:9') }));",
            "No answer: fetch failed: connect ECONNREFUSED ::1:9.",
        ),
        (
            "rejects with several causes",
            "const cause = new AggregateError([new Error('connect ECONNREFUSED ::1:9'), new Error('two')]);
             return Promise.reject(new TypeError('fetch failed.', { cause }));",
            "No answer: fetch failed: connect ECONNREFUSED ::1:9.",
        ),
        (
            "rejects with a cause in circles",
            "const error = new Error('round'); error.cause = error; return Promise.reject(error);",
            "No answer: round.",
        ),
        (
            "rejects with a trap",
            "return Promise.reject(new Proxy({}, { get() { throw new Error('trap'); } }));",
            "No answer: an object, not an error.",
        ),
        ("gives nothing", "", "The fetch function gave undefined, not a promise, where a Response was expected."),
        ("gives a number", "return 42;", "The fetch function gave a number, not a promise, where a Response was expected."),
        (
            "gives a response without a promise",
            "return new Response('x');",
            "The fetch function gave an object, not a promise, where a Response was expected.",
        ),
        ("resolves to nothing", "return Promise.resolve();", "The fetch function gave undefined, where a Response was expected."),
        ("resolves to null", "return Promise.resolve(null);", "The fetch function gave null, where a Response was expected."),
        ("resolves to text", "return Promise.resolve('{}');", "The fetch function gave a string, where a Response was expected."),
        ("resolves to data", "return Promise.resolve({ data: [] });", "The fetch function gave an object, where a Response was expected."),
        ("resolves to a list", "return Promise.resolve([]);", "The fetch function gave an array, where a Response was expected."),
        (
            "resolves to a trap",
            "return Promise.resolve(new Proxy({}, { get(_, name) { if (name === 'then') return; throw new Error('trap'); } }));",
            "The fetch function gave an object, where a Response was expected.",
        ),
        ("headers of numbers", "return made({ headers: [['a', 1]] });", "The fetch function gave an object, where a Response was expected."),
        ("headers as an object", "return made({ headers: { a: 'b' } });", "The fetch function gave an object, where a Response was expected."),
        ("a status as text", "return made({ status: '200' });", "The fetch function gave an object, where a Response was expected."),
        ("a status of its own", "return made({ status: 20.5 });", "The fetch function gave a response with the status 20.5, where a Response was expected."),
        ("a body of text", "return made({ body: 'x' });", "The fetch function gave a response whose body is not a stream, where a Response was expected."),
        (
            "an opaque response",
            "return made({ status: 0, type: 'opaque' });",
            "The response is hidden from this code (it has no status): the fetch function may not use the mode `no-cors`.",
        ),
        ("an error response", "return Promise.resolve(Response.error());", "The response is hidden from this code (it has no status): the fetch function may not use the mode `no-cors`."),
        (
            "a body that is taken",
            "const taken = new Response('x'); taken.body.getReader(); return Promise.resolve(taken);",
            "The body broke off after 0 bytes: ",
        ),
        (
            "a body that breaks off",
            "let turn = 0;
             const read = () => turn++ ? Promise.reject(new TypeError('terminated')) : Promise.resolve(bytes(3120));
             return made({ body: stream(read) });",
            "The body broke off after 3,120 bytes: terminated.",
        ),
        (
            "a stream that fails",
            "const failing = new ReadableStream({ start(end) { end.enqueue(new Uint8Array(7)); },
                 pull(end) { end.error('gone'); } }, { highWaterMark: 0 });
             return Promise.resolve(new Response(failing));",
            "The body broke off after ",
        ),
        ("a reader that throws", "return made({ body: stream(() => { throw new Error('shut'); }) });", "The body broke off after 0 bytes: shut."),
        ("a reader that throws a string", "return made({ body: stream(() => { throw 'shut'; }) });", "The body broke off after 0 bytes: shut."),
        ("a body of strings", "return made({ body: stream(async () => ({ value: 'text' })) });", "The body gave a string after 0 bytes, where bytes were expected."),
        (
            "bytes that were given away",
            "const given = new Uint8Array([1, 2]); given.buffer.transfer ? given.buffer.transfer() : structuredClone(given.buffer, { transfer: [given.buffer] });
             return made({ body: stream(async () => ({ value: given })) });",
            "The body gave bytes after 0 bytes that cannot be read: their buffer was transferred away.",
        ),
        (
            "bytes that lie about their place",
            "const odd = new Uint8Array(4); Object.defineProperty(odd, 'byteOffset', { value: 9000 });
             return made({ body: stream(async () => ({ value: odd })) });",
            "The body gave bytes after 0 bytes that cannot be read: their buffer was transferred away.",
        ),
        (
            "bytes with a trap",
            "const odd = new Uint8Array(4); Object.defineProperty(odd, 'buffer', { get() { throw new Error('trap'); } });
             return made({ body: stream(async () => ({ value: odd })) });",
            "The body gave bytes after 0 bytes that cannot be read: their buffer was transferred away.",
        ),
        (
            "a chunk with a trap",
            "const trap = new Proxy({}, { get() { throw new Error('trap'); } });
             return made({ body: stream(async () => ({ value: trap })) });",
            "The body gave an object after 0 bytes, where bytes were expected.",
        ),
        (
            "a step with a trap",
            "return made({ body: stream(async () => ({ get value() { throw new Error('trap'); }, get done() { throw new Error('trap'); } })) });",
            "The body gave undefined after 0 bytes, where bytes were expected.",
        ),
        ("no reader", "return made({ body: { getReader() {} } });", "The body gave a reader that cannot read after 0 bytes, where bytes were expected."),
        (
            "a reader that traps",
            "return made({ body: { getReader: () => new Proxy({}, { get() { throw new Error('trap'); } }) } });",
            "The body gave a reader that cannot read after 0 bytes, where bytes were expected.",
        ),
        (
            "headers that end in a trap",
            "const headers = { [Symbol.iterator]: () => ({ next: () => ({ get done() { throw new Error('trap'); } }) }) };
             return made({ headers });",
            "The fetch function gave an object, where a Response was expected.",
        ),
        (
            "headers of traps",
            "return made({ headers: [new Proxy([], { get() { throw new Error('trap'); } })] });",
            "The fetch function gave an object, where a Response was expected.",
        ),
        (
            "a promise with a trap",
            "const promise = Promise.resolve(); Object.defineProperty(promise, 'constructor', { get() { throw new Error('trap'); } });
             return promise;",
            "No answer: trap.",
        ),
        (
            "a promise whose then throws",
            "const promise = Promise.resolve(); promise.then = () => { throw new Error('no then'); };
             return promise;",
            "No answer: no then.",
        ),
        (
            "rejects with a list of traps",
            "return Promise.reject({ errors: new Proxy([], { get() { throw new Error('trap'); } }) });",
            "No answer: an object, not an error.",
        ),
        ("a body of nothing", "return made({ body: stream(async () => undefined) });", "The body gave undefined after 0 bytes, where bytes were expected."),
    ];
    let mut rows = Vec::new();
    for (name, body, want) in table {
        let got = match Fake::new(&format!("{MADE} {body}")).send().await {
            Ok(answer) => format!("{answer:?}"),
            Err(refused) if refused.sent => told(&refused.failure),
            Err(refused) => format!("unsent, {}", told(&refused.failure)),
        };
        // Where the rest is the runtime's own words, the beginning has to do.
        let want = format!("network: {want}");
        let got = if want.ends_with(' ') && got.starts_with(&want) { want.clone() } else { got };
        rows.push((name.to_owned(), got, want));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn a_redirect_that_a_browser_hides_is_named() {
    let fake = Fake::new(&format!("{MADE} return made({{ status: 0, type: 'opaqueredirect' }});"));
    let refused = fake.send().await.unwrap_err();
    assert_eq!(
        told(&refused.failure),
        "redirect: The server answered with a redirect, and a browser shows pages neither its status \
         nor its target. Without a route for a 3xx status it is followed."
    );
}

#[wasm_bindgen_test]
async fn what_had_come_is_told() {
    let fake = Fake::new(&format!(
        "{MADE} let turn = 0;
         const read = () => turn++ ? Promise.reject('cut') : Promise.resolve(bytes(12));
         return made({{ status: 418, body: stream(read) }});"
    ));
    let refused = fake.send().await.unwrap_err();
    assert_eq!((refused.status, refused.received_bytes, refused.sent), (Some(418), Some(12), true));
}

#[wasm_bindgen_test]
async fn nobody_there_is_an_answer_too() {
    let options = SendOptions::new(js("globalThis.fetch"));
    let request = WebhookRequest { url: "http://127.0.0.1:9/".into(), ..get() };
    let refused = send(&request, PLENTY, true, &options).await.unwrap_err();
    let told = told(&refused.failure);
    assert!(told.starts_with("network: No answer: ") && refused.sent, "{told}");
}

#[wasm_bindgen_test]
async fn what_is_no_url_is_not_sent() {
    let fake = Fake::new("return Promise.resolve(new Response('x'));");
    for url in ["http://shop.example:99999/?key=hunter2", "http://", "http://[::1"] {
        let request = WebhookRequest { url: url.into(), ..get() };
        let refused = send(&request, PLENTY, true, &fake.options()).await.unwrap_err();
        let told = told(&refused.failure);
        assert!(told.starts_with("invalid-request: The URL cannot be sent to"), "{url}: {told}");
        assert!(!refused.sent && !told.contains("hunter2"), "{told}");
    }
    assert_eq!(fake.text("state.calls"), "0");
}

#[wasm_bindgen_test]
async fn members_that_throw_are_as_if_they_were_not_there() {
    let trap = "{ get() { throw new Error('trap'); } }";
    let table = [
        ("type", format!("const found = new Response('x'); Object.defineProperty(found, 'type', {trap}); return Promise.resolve(found);")),
        ("redirected", format!("const found = new Response('x'); Object.defineProperty(found, 'redirected', {trap}); return Promise.resolve(found);")),
        (
            "url on the second look",
            "const found = new Response('x'); let looks = 0;
             Object.defineProperty(found, 'url', { get() { if (looks++) throw new Error('trap'); return ''; } });
             return Promise.resolve(found);".to_owned(),
        ),
        (
            "cancel",
            format!("const step = [{{ value: new Uint8Array([120]) }}, {{ done: true }}];
                const reader = Object.defineProperty({{ read: async () => step.shift() }}, 'cancel', {trap});
                {MADE} return made({{ body: {{ getReader: () => reader }} }});"),
        ),
    ];
    let mut rows = Vec::new();
    for (name, body) in table {
        let got = Fake::new(&body).send().await;
        let got = got
            .map_or_else(|refused| told(&refused.failure), |answer| format!("{:?}", answer.body));
        rows.push((name.to_owned(), got, "[120]".to_owned()));
    }
    let signal = "(() => { let looks = 0; return { addEventListener() {}, removeEventListener() {},
        get aborted() { if (looks++) throw new Error('trap'); return false; } }; })()";
    let fake = Fake::new("return Promise.resolve(new Response('x'));");
    let options = SendOptions { signal: Some(js(signal)), ..fake.options() };
    assert!(send(&get(), PLENTY, true, &options).await.is_ok());
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn bytes_of_another_realm_are_bytes() {
    // What makes a class be another one's here is that `instanceof` says no.
    let fake = Fake::new(&format!(
        "{MADE} const other = new Uint8Array([79, 75]); Object.setPrototypeOf(other, Object.create(null, {{
             ...Object.getOwnPropertyDescriptors(Object.getPrototypeOf(Uint8Array.prototype)) }}));
         const steps = [{{ value: other }}, {{ value: new DataView(Uint8Array.of(33).buffer) }}, {{ value: Uint8Array.of(33).buffer }}, {{ done: true }}];
         return made({{ body: stream(async () => steps.shift()) }});"
    ));
    assert_eq!(fake.send().await.unwrap().body, b"OK!!");
}
