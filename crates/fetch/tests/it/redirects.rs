//! Redirects that are followed by hand: what goes on to where, who is asked, and what is not
//! followed.

use switchhook::{Method, WebhookRequest};
use switchhook_fetch::{SendOptions, send};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake::{Fake, PLENTY, assert_rows, get, js, told};

/// Answers by the path of the URL: `/302/rest` redirects to what `to` names.
fn server(to: &str, more: &str) -> Fake {
    Fake::new(&format!(
        "(state.sent ??= []).push([init.method, url, init.headers.map(([name]) => name).sort().join(), init.body ?? '-'].join(' '));
         state.modes = (state.modes ?? '') + init.redirect + ' ';
         const status = Number(new URL(url).pathname.split('/')[1]);
         {more}
         return Promise.resolve(status ? new Response('moved', {{ status, headers: {{ location: '{to}' }} }}) : new Response('here'));"
    ))
}

fn by_hand(fake: &Fake) -> SendOptions {
    SendOptions { by_hand: true, ..fake.options() }
}

fn request(method: Method, url: &str, body: bool) -> WebhookRequest {
    let names = ["Accept", "Authorization", "Cookie", "X-Api-Key"];
    let mut headers = names.map(|name| (name.to_owned(), "hunter2".to_owned())).to_vec();
    if body {
        headers.push(("Content-Type".to_owned(), "text/plain".to_owned()));
    }
    WebhookRequest { url: url.into(), method, headers, body: body.then(|| "body".into()) }
}

/// The second request, or what came of the first.
async fn second(fake: &Fake, request: &WebhookRequest) -> String {
    match send(request, PLENTY, true, &by_hand(fake)).await {
        Err(refused) => {
            assert_eq!(fake.text("state.sent.length"), "1");
            assert!(refused.sent && refused.status.is_some_and(|status| status / 100 == 3));
            told(&refused.failure)
        }
        Ok(answer) if fake.text("state.sent.length") == "1" => format!("{}", answer.status),
        Ok(answer) => {
            let last = fake.text("state.sent.at(-1)");
            assert_eq!(answer.body, b"here");
            assert!(last.contains(&answer.final_url.unwrap()), "{last}");
            last
        }
    }
}

#[wasm_bindgen_test]
async fn the_next_request_is_as_the_fetch_standard_has_it() {
    use Method::{Delete, Get, Post, Put};
    const ALL: &str = "Accept,Authorization,Cookie,X-Api-Key";
    const HERE: &str = "https://a.example/new";
    const THERE: &str = "https://b.example/new";
    let no_body = |status| {
        format!(
            "redirect: The server redirected to another origin ({status}), and a request with a body \
             is not passed on to one: put the new address into the URL."
        )
    };
    // Status, method, whether there is a body, the target, and the second request.
    let table = [
        (301, Get, false, HERE, format!("GET {HERE} {ALL} -")),
        (302, Post, true, HERE, format!("GET {HERE} {ALL} -")),
        (301, Post, true, HERE, format!("GET {HERE} {ALL} -")),
        (303, Put, true, HERE, format!("GET {HERE} {ALL} -")),
        (303, Get, false, HERE, format!("GET {HERE} {ALL} -")),
        (
            302,
            Put,
            true,
            HERE,
            format!("PUT {HERE} Accept,Authorization,Content-Type,Cookie,X-Api-Key body"),
        ),
        (
            307,
            Post,
            true,
            HERE,
            format!("POST {HERE} Accept,Authorization,Content-Type,Cookie,X-Api-Key body"),
        ),
        (308, Delete, false, HERE, format!("DELETE {HERE} {ALL} -")),
        (302, Get, false, THERE, format!("GET {THERE} Accept -")),
        (302, Post, true, THERE, format!("GET {THERE} Accept -")),
        (303, Post, true, THERE, format!("GET {THERE} Accept -")),
        (307, Delete, false, THERE, format!("DELETE {THERE} Accept -")),
        (307, Post, true, THERE, no_body(307)),
        (308, Post, true, THERE, no_body(308)),
        (302, Put, true, THERE, no_body(302)),
        (300, Get, false, HERE, "300".to_owned()),
        (304, Get, false, HERE, "304".to_owned()),
    ];
    let mut rows = Vec::new();
    for (status, method, body, to, want) in table {
        // 304 takes no body.
        let fake = server(
            to,
            "if (status === 304) return Promise.resolve(new Response(null, { status }));",
        );
        let url = format!("https://a.example/{status}");
        let got = second(&fake, &request(method, &url, body)).await;
        rows.push((format!("{status} {} {to}", method.name()), got, want));
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn targets_are_read_as_urls() {
    let scheme = "redirect: The server redirected to a URL that is neither http nor https.";
    let open = "redirect: The server redirected from https to http, where everyone on the way can \
                read: that is not followed.";
    // Where the first request went, what Location says, and where the second one goes.
    let table = [
        ("https://a.example/302/x", "y?a=b#c", "https://a.example/302/y?a=b"),
        ("https://a.example/302/x#c", "/y", "https://a.example/y"),
        ("https://a.example/302", "//b.example", "https://b.example/"),
        ("http://a.example/302", "https://a.example/", "https://a.example/"),
        ("https://a.example/302", "https://me:secret@a.example/", "https://a.example/"),
        // Bytes of UTF-8, as Headers shows them.
        ("https://a.example/302", "/caf\\u00c3\\u00a9", "https://a.example/caf%C3%A9"),
        ("https://a.example/302", "http://a.example/", open),
        ("https://a.example/302", "file:///etc/passwd", scheme),
        ("https://a.example/302", "javascript:alert(1)", scheme),
        ("https://a.example/302", "data:text/plain,x", scheme),
        ("https://a.example/302", "https://a.example:99999/", "302"),
        ("https://a.example/302", "https://", "302"),
    ];
    let mut rows = Vec::new();
    for (from, to, want) in table {
        let fake = server(
            to,
            "state.calls > 1 && (init.again = true); if (init.again) return Promise.resolve(new Response('here'));",
        );
        let got = second(&fake, &WebhookRequest { url: from.into(), ..get() }).await;
        let got = got.trim_start_matches("GET ").trim_end_matches("  -").to_owned();
        rows.push((format!("{from} -> {to}"), got, want.to_owned()));
    }
    let fake = server("", "return Promise.resolve(new Response('moved', { status: 302 }));");
    let unsaid = second(&fake, &get()).await;
    rows.push(("no Location".to_owned(), unsaid, "302".to_owned()));
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn every_target_is_asked_for() {
    let blocked = "blocked: `allow` refused the URL that the server redirected to; nothing was sent there., 2 sent";
    let table = [
        ("(url, hop) => { state.asked += ` ${hop} ${url.host}`; return true; }", "200, 3 sent"),
        ("(url, hop) => hop < 2", blocked),
        ("async (url) => url.host !== 'c.example'", blocked),
        (
            "(url, hop) => { if (hop === 2) throw new Error('no list'); return true; }",
            "blocked: `allow` failed for a redirect, so nothing was sent there: no list., 2 sent",
        ),
        (
            "(url, hop) => hop === 2 ? new Promise(() => {}) : true",
            "timeout: No answer in 0.3 s., 2 sent",
        ),
        // What is done to the URL changes nothing.
        ("(url) => { url.host = 'd.example'; return true; }", "200, 3 sent"),
    ];
    let mut rows = Vec::new();
    for (allow, want) in table {
        let fake = Fake::new(
            "(state.sent ??= []).push(url);
             const to = { 'a.example': 'https://b.example/', 'b.example': 'https://c.example/' }[new URL(url).host];
             const unread = new ReadableStream({ cancel() { state.cancelled = (state.cancelled ?? 0) + 1; } });
             return Promise.resolve(to ? new Response(unread, { status: 307, headers: { location: to } }) : new Response('here'));",
        );
        let asked = fake.look(&format!("(state.asked = '', {allow})"));
        let options = SendOptions { allow: Some(asked.into()), ..by_hand(&fake) };
        let timeout = if want.starts_with("timeout") { 300 } else { PLENTY };
        let request = WebhookRequest { url: "https://a.example/".into(), ..get() };
        let sent = send(&request, timeout, true, &options).await;
        let told = match sent {
            Ok(answer) => answer.status.to_string(),
            Err(refused) => {
                assert_eq!((refused.sent, refused.status), (true, Some(307)), "{allow}");
                told(&refused.failure)
            }
        };
        rows.push((
            allow.to_owned(),
            format!("{told}, {} sent", fake.text("state.sent.length")),
            want.to_owned(),
        ));
        if allow.contains("state.asked") {
            assert_eq!(fake.text("state.asked"), " 0 a.example 1 b.example 2 c.example");
            assert_eq!(fake.text("state.cancelled"), "2");
        }
    }
    assert_rows(&rows);
}

#[wasm_bindgen_test]
async fn ten_redirects_are_followed_and_no_more() {
    for (most, want) in [
        (10, "here"),
        (
            11,
            "redirect: The server redirected more than 10 times: the addresses may lead in a circle.",
        ),
    ] {
        let fake = server(
            "/302/x",
            &format!("if (state.calls > {most}) return Promise.resolve(new Response('here'));"),
        );
        let request = WebhookRequest { url: "https://a.example/302".into(), ..get() };
        let sent = send(&request, PLENTY, true, &by_hand(&fake)).await;
        let got = sent.map_or_else(
            |refused| told(&refused.failure),
            |answer| String::from_utf8(answer.body).unwrap(),
        );
        assert_eq!(got, want);
        assert_eq!(fake.text("state.calls"), "11");
        assert_eq!(fake.text("state.modes"), "manual ".repeat(11));
    }
}

#[wasm_bindgen_test]
async fn what_the_fetch_function_follows_itself_is_not_taken_where_allow_asks() {
    let fake = Fake::new(
        "return Promise.resolve({ status: 200, url: 'https://b.example/', redirected: true, headers: [], body: null });",
    );
    let asking = |by_hand| SendOptions { allow: Some(js("() => true")), by_hand, ..fake.options() };
    let refused = send(&get(), PLENTY, true, &asking(true)).await.unwrap_err();
    assert_eq!(
        told(&refused.failure),
        "redirect: The fetch function followed a redirect by itself, though it was told not to, so \
         that `allow` was not asked: give one that takes `redirect: \"manual\"`."
    );
    // In a browser nothing else is possible, and the documentation says so.
    let answer = send(&get(), PLENTY, true, &asking(false)).await.unwrap();
    assert_eq!(answer.final_url.as_deref(), Some("https://b.example/"));
}

#[wasm_bindgen_test]
async fn a_browser_follows_by_itself() {
    let fake = Fake::new("state.init = init; return Promise.resolve(new Response('ok'));");
    let in_browser = js::<wasm_bindgen::JsValue>(
        "'WorkerGlobalScope' in globalThis || 'document' in globalThis",
    );
    assert_eq!(fake.options().by_hand, in_browser.is_falsy());
    for (follow, by_hand, want) in [
        (true, false, "follow"),
        (true, true, "manual"),
        (false, false, "manual"),
        (false, true, "manual"),
    ] {
        let options = SendOptions { by_hand, ..fake.options() };
        send(&get(), PLENTY, follow, &options).await.unwrap();
        assert_eq!(fake.text("state.init.redirect"), want, "{follow} {by_hand}");
    }
}

#[wasm_bindgen_test]
async fn a_redirect_that_the_fetch_function_leaves_to_us_is_followed() {
    let fake = server("/0/new", "");
    let request = request(Method::Post, "https://a.example/302", true);
    for by_hand in [false, true] {
        let options = SendOptions { by_hand, ..fake.options() };
        let answer = send(&request, PLENTY, true, &options).await.unwrap();
        assert_eq!(answer.final_url.as_deref(), Some("https://a.example/0/new"), "{by_hand}");
    }
    assert_eq!(fake.text("state.modes"), "follow follow manual manual ");
}
