//! The caller's `allow` is asked first, and only `true` lets a request out.

use switchhook_fetch::{SendOptions, send};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake::{Fake, assert_rows, get, js, told};

#[wasm_bindgen_test]
async fn only_true_lets_it_out() {
    let refused = "blocked: `allow` refused the URL; nothing was sent., 0 calls";
    let table = [
        ("() => true", "sent, 1 calls"),
        ("async () => true", "sent, 1 calls"),
        (
            "(url, hop) => url instanceof URL && url.hostname === 'shop.example' && hop === 0",
            "sent, 1 calls",
        ),
        ("() => false", refused),
        ("async () => false", refused),
        ("() => undefined", refused),
        ("() => 'yes'", refused),
        (
            "() => { throw new Error('no list'); }",
            "blocked: `allow` failed, so nothing was sent: no list., 0 calls",
        ),
        (
            "() => Promise.reject('no list')",
            "blocked: `allow` failed, so nothing was sent: no list., 0 calls",
        ),
        (
            "() => new Promise(() => {})",
            "timeout: `allow` had not answered after 0.06 s; nothing was sent., 0 calls",
        ),
    ];
    let mut rows = Vec::new();
    for (allow, want) in table {
        let fake = Fake::new("return Promise.resolve(new Response('ok'));");
        let options = SendOptions { allow: Some(js(allow)), ..fake.options() };
        // A busy machine is slow to run what answers at once.
        let timeout = if want.starts_with("timeout") { 60 } else { 10_000 };
        let sent = send(&get(), timeout, true, &options).await;
        assert!(sent.as_ref().is_err_and(|refused| !refused.sent) || sent.is_ok(), "{allow}");
        let told = sent.map_or_else(|refused| told(&refused.failure), |_| "sent".to_owned());
        let got = format!("{told}, {} calls", fake.text("state.calls"));
        rows.push((allow.to_owned(), got, want.to_owned()));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn a_request_that_is_called_off_meanwhile_is_not_sent() {
    let fake = Fake::new("return Promise.resolve(new Response('ok'));");
    let options = SendOptions {
        allow: Some(js("() => new Promise(() => {})")),
        signal: Some(js("AbortSignal.timeout(30)")),
        ..fake.options()
    };
    let refused = send(&get(), 10_000, true, &options).await.unwrap_err();
    assert_eq!((refused.failure.reason.name(), refused.sent), ("aborted", false));
    assert_eq!(fake.text("state.calls"), "0");
}
