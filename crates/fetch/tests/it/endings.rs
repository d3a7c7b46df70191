//! Transfers that end before their time: too slow, called off, too large; and what is left behind.

use js_sys::Function;
use switchhook_fetch::{Answer, Refused, SendOptions, send};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, AbortSignal};

use crate::fake::{Fake, PLENTY, assert_rows, get, js, member, told};

/// A fetch that never answers, but hears its signal.
const SILENT: &str = "return new Promise((_, reject) => init.signal.addEventListener('abort',
    () => { state.aborted = true; reject(init.signal.reason); }));";

/// A response of 3,120 bytes that then says nothing more.
const STUCK: &str = "state.signal = init.signal;
    return Promise.resolve(new Response(new ReadableStream({
        start(end) { end.enqueue(new Uint8Array(3120)); },
        cancel() { state.cancelled = true; } })));";

fn refusal(sent: &Result<Answer, Refused>) -> String {
    sent.as_ref().map_or_else(|refused| told(&refused.failure), |answer| format!("{answer:?}"))
}

#[wasm_bindgen_test]
async fn the_phase_that_was_too_slow_is_named() {
    let table = [
        ("no answer", SILENT, "timeout: No answer in 0.25 s."),
        ("deaf", "return new Promise(() => {});", "timeout: No answer in 0.25 s."),
        ("half a body", STUCK, "timeout: The body was not complete after 0.25 s: 3,120 bytes."),
        (
            "a body without an end",
            "const read = () => Promise.resolve({ value: new Uint8Array(1) });
             return Promise.resolve({ status: 200, url: '', headers: [], body: { getReader: () => ({ read }) } });",
            "timeout: The body was not complete after 0.25 s: ",
        ),
    ];
    let mut rows = Vec::new();
    for (name, body, want) in table {
        let sent = send(&get(), 250, true, &Fake::new(body).options()).await;
        let elapsed =
            sent.as_ref().map_or_else(|refused| refused.elapsed_ms, |answer| answer.elapsed_ms);
        assert!((55.0..5000.0).contains(&elapsed), "{name}: {elapsed} ms");
        let got = refusal(&sent);
        let got = if want.ends_with(' ') && got.starts_with(want) { want.to_owned() } else { got };
        rows.push((name.to_owned(), got, want.to_owned()));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn a_timeout_cancels_the_transfer() {
    let silent = Fake::new(SILENT);
    send(&get(), 40, true, &silent.options()).await.unwrap_err();
    assert_eq!(silent.text("state.aborted"), "true");
    let stuck = Fake::new(STUCK);
    let refused = send(&get(), 40, true, &stuck.options()).await.unwrap_err();
    assert_eq!(stuck.text("[state.signal.aborted, state.cancelled]"), "true,true");
    assert_eq!((refused.received_bytes, refused.status), (Some(3120), Some(200)));
}

#[wasm_bindgen_test]
async fn a_signal_that_is_aborted_already_stops_everything() {
    let table = [
        ("AbortSignal.abort('closed')", "aborted: The caller cancelled the request: closed."),
        (
            "AbortSignal.abort(new Error('left the page'))",
            "aborted: The caller cancelled the request: left the page.",
        ),
        ("AbortSignal.abort(null)", "aborted: The caller cancelled the request."),
        (
            "AbortSignal.abort(7)",
            "aborted: The caller cancelled the request: a number, not an error.",
        ),
    ];
    let mut rows = Vec::new();
    for (signal, want) in table {
        let fake = Fake::new(SILENT);
        let options = SendOptions { signal: Some(js(signal)), ..fake.options() };
        let sent = send(&get(), PLENTY, true, &options).await;
        assert!(sent.as_ref().is_err_and(|refused| !refused.sent && refused.elapsed_ms == 0.0));
        assert_eq!(fake.text("state.calls"), "0", "{signal}");
        rows.push((signal.to_owned(), refusal(&sent), want.to_owned()));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn a_signal_ends_each_phase() {
    let table = [
        ("waiting", SILENT, "'closed'", "aborted: The caller cancelled the request: closed."),
        (
            "waiting, deaf",
            "return new Promise(() => {});",
            "'closed'",
            "aborted: The caller cancelled the request: closed.",
        ),
        (
            "body",
            STUCK,
            "new Error('enough')",
            "aborted: The caller cancelled the request: enough.",
        ),
        ("no reason", STUCK, "null", "aborted: The caller cancelled the request."),
    ];
    let mut rows = Vec::new();
    for (name, body, reason, want) in table {
        let fake = Fake::new(body);
        let signal: AbortSignal = js(&format!(
            "(() => {{ const c = new AbortController(); setTimeout(() => c.abort({reason}), 30); return c.signal; }})()"
        ));
        let options = SendOptions { signal: Some(signal), ..fake.options() };
        let sent = send(&get(), PLENTY, true, &options).await;
        rows.push((name.to_owned(), refusal(&sent), want.to_owned()));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn a_caller_that_gives_no_reason_is_not_given_one() {
    let fake = Fake::new(SILENT);
    let controller = AbortController::new().unwrap();
    let options = SendOptions { signal: Some(controller.signal()), ..fake.options() };
    let abort: Function = js("(controller) => setTimeout(() => controller.abort(undefined), 30)");
    abort.call1(&JsValue::UNDEFINED, &controller).unwrap();
    let told = refusal(&send(&get(), PLENTY, true, &options).await);
    // `undefined` becomes the runtime's own AbortError.
    assert!(told.starts_with("aborted: The caller cancelled the request"), "{told}");
}

#[wasm_bindgen_test]
async fn an_abort_in_the_middle_of_the_call_leaves_no_rejection_behind() {
    let fake = Fake::new(
        "state.controller.abort('now'); return Promise.reject(new Error('nobody listens'));",
    );
    let controller = AbortController::new().unwrap();
    js_sys::Reflect::set(&fake.state, &"controller".into(), &controller).unwrap();
    let options = SendOptions { signal: Some(controller.signal()), ..fake.options() };
    let count: js_sys::Object =
        js("(() => { const seen = { count: 0 }; const note = () => { seen.count += 1; };
            if (globalThis.addEventListener) addEventListener('unhandledrejection', note);
            else process.on('unhandledRejection', note);
            return seen; })()");
    let told = refusal(&send(&get(), PLENTY, true, &options).await);
    assert_eq!(told, "aborted: The caller cancelled the request: now.");
    JsFuture::from(js::<js_sys::Promise>("new Promise(done => setTimeout(done, 30))"))
        .await
        .unwrap();
    assert_eq!(member(&count, "count").as_f64(), Some(0.0));
}

#[wasm_bindgen_test]
async fn the_listener_and_the_timer_are_taken_off() {
    let bodies = [
        ("an answer", "return Promise.resolve(new Response('ok'));", PLENTY),
        ("no answer", "return Promise.reject('no');", PLENTY),
        ("too slow", SILENT, 30),
    ];
    for (name, body, timeout) in bodies {
        let fake = Fake::new(body);
        let ledger: js_sys::Object = js("(() => {
            const ledger = { listeners: 0, timers: new Set(), set: setTimeout, clear: clearTimeout };
            const signal = ledger.signal = new AbortController().signal;
            const { addEventListener: add, removeEventListener: remove } = signal;
            signal.addEventListener = (...all) => { ledger.listeners += 1; add.apply(signal, all); };
            signal.removeEventListener = (...all) => { ledger.listeners -= 1; remove.apply(signal, all); };
            globalThis.setTimeout = (...all) => {
                const timer = ledger.set.apply(globalThis, all); ledger.timers.add(timer); return timer; };
            globalThis.clearTimeout = (timer) => { ledger.timers.delete(timer); ledger.clear.call(globalThis, timer); };
            return ledger; })()");
        let signal = wasm_bindgen::JsCast::unchecked_into(member(&ledger, "signal"));
        let options = SendOptions { signal: Some(signal), ..fake.options() };
        drop(send(&get(), timeout, true, &options).await);
        let left: Function = js("(ledger) => {
            globalThis.setTimeout = ledger.set; globalThis.clearTimeout = ledger.clear;
            return `${ledger.listeners} listeners, ${ledger.timers.size} timers`; }");
        let left = left.call1(&JsValue::UNDEFINED, &ledger).unwrap();
        assert_eq!(left.as_string().unwrap(), "0 listeners, 0 timers", "{name}");
    }
}

#[wasm_bindgen_test]
async fn no_more_than_the_limit_is_taken() {
    let body = "state.pulled = 0;
        return Promise.resolve(new Response(new ReadableStream({
            pull(end) { state.pulled += 1; if (state.pulled > 50) end.close(); else end.enqueue(new Uint8Array(100)); },
            cancel() { state.cancelled = true; } }, { highWaterMark: 0 }), { status: 203 }));";
    let fake = Fake::new(body);
    let options = SendOptions { max_bytes: 1050, ..fake.options() };
    let sent = send(&get(), PLENTY, true, &options).await;
    assert_eq!(
        refusal(&sent),
        "too-large: The body is larger than 1,050 bytes, the most that is taken."
    );
    let refused = sent.unwrap_err();
    assert_eq!((refused.received_bytes, refused.status), (Some(1100), Some(203)));
    assert_eq!(fake.text("[state.pulled, state.cancelled]"), "11,true");

    let options = SendOptions { max_bytes: 5000, ..Fake::new(body).options() };
    let answer = send(&get(), PLENTY, true, &options).await.unwrap();
    assert_eq!(answer.body.len(), 5000);
}
