//! What a page of another origin may do with the samples. Fetch Standard, CORS protocol.

use crate::http::{self, send};
use crate::server::start;

const PAGE: (&str, &str) = ("Origin", "http://localhost:8080");

const OPEN: [&str; 9] = [
    "/sample/",
    "/sample/json",
    "/sample/xml",
    "/sample/array",
    "/sample/status/404",
    "/sample/delay/0",
    "/sample/echo",
    "/sample/big/1",
    "/sample/broken",
];

#[test]
fn every_method_is_answered_for_any_origin() {
    let server = start();
    let mut failing = Vec::new();
    for path in OPEN {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] {
            let body: &[u8] = if method == "GET" || method == "HEAD" { b"" } else { b"{}" };
            let got = send(server.port, method, path, &[PAGE], body);
            let allowed = got.header("access-control-allow-origin") == "*"
                && got.header("access-control-expose-headers") == "*"
                && got.header("cache-control") == "no-store";
            let status = if path == "/sample/status/404" { 404 } else { 200 };
            if got.status != status || !allowed || (method == "HEAD") != got.body.is_empty() {
                failing.push((path, method, got.status, got.headers, got.body.len()));
            }
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
    let refused = http::get(server.port, "/sample/status/9");
    assert_eq!(refused.header("access-control-allow-origin"), "*", "a refusal can be read too");
    assert_eq!(send(server.port, "TRACE", "/sample/json", &[], b"").status, 405);
}

#[test]
fn preflights_allow_what_they_ask_for() {
    let server = start();
    let mut failing = Vec::new();
    for path in OPEN.into_iter().chain(["/sample/slow-body", "/sample/delay/60"]) {
        for method in ["PUT", "PATCH", "DELETE"] {
            let asked = [
                PAGE,
                ("Access-Control-Request-Method", method),
                ("Access-Control-Request-Headers", "authorization,content-type,x-own"),
            ];
            let got = send(server.port, "OPTIONS", path, &asked, b"");
            let methods = got.header("access-control-allow-methods");
            let fine = got.status == 200
                && got.header("access-control-allow-origin") == "*"
                && methods.split(',').any(|allowed| allowed.trim() == method)
                && got.header("access-control-allow-headers") == asked[2].1
                && got.header("access-control-max-age") == "600"
                && got.body.is_empty();
            if !fine {
                failing.push((path, method, got.status, got.headers));
            }
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
}

#[test]
fn nocors_answers_without_a_word_of_cors() {
    let server = start();
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
        let asked = [PAGE, ("Access-Control-Request-Method", "PUT")];
        let got = send(server.port, method, "/sample/nocors", &asked, b"");
        assert_eq!((got.status, &got.json()["data"]["userId"]), (200, &4217.into()), "{method}");
        let words: Vec<_> =
            got.headers.iter().filter(|(name, _)| name.starts_with("access-control")).collect();
        assert!(words.is_empty(), "{method}: {words:?}");
    }
}
