//! Who may use the relay, what it sends, and what it cannot send.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::{NAME, encoded, error, get, head_of, relay};
use crate::http;
use crate::server::start;
use crate::upstream::upstream;

#[test]
fn it_serves_the_page_of_its_own_server_alone() {
    let server = start();
    let asked = Arc::new(Mutex::new(0));
    let count = Arc::clone(&asked);
    let address = upstream(move |mut stream, _| {
        *count.lock().expect("a count") += 1;
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });
    let own = format!("127.0.0.1:{}", server.port);
    let localhost = format!("localhost:{}", server.port);
    let one = |origin: &str| format!("Origin: {origin}\r\n");
    let head = format!("{NAME}: {}\r\n", encoded(&get(&format!("http://{address}/"))));
    // Method, host, the other headers, the status and the kind of the refusal.
    let rows = [
        ("own page", "POST", own.as_str(), one(&format!("http://{own}")) + &head, 200, "none"),
        ("by name", "POST", &localhost, one(&format!("http://{localhost}")) + &head, 200, "none"),
        (
            "other name",
            "POST",
            &own,
            one(&format!("http://{localhost}")) + &head,
            403,
            "foreign-page",
        ),
        ("other port", "POST", &own, one("http://127.0.0.1:1") + &head, 403, "foreign-page"),
        ("other scheme", "POST", &own, one(&format!("https://{own}")) + &head, 403, "foreign-page"),
        ("other site", "POST", &own, one("https://evil.example") + &head, 403, "foreign-page"),
        ("sandboxed page", "POST", &own, one("null") + &head, 403, "foreign-page"),
        ("no origin", "POST", &own, head.clone(), 403, "foreign-page"),
        (
            "two origins",
            "POST",
            &own,
            one(&format!("http://{own}")) + &one("https://evil.example") + &head,
            403,
            "foreign-page",
        ),
        ("rebound", "POST", "evil.example", one("http://evil.example") + &head, 403, "none"),
        ("no head", "POST", &own, one(&format!("http://{own}")), 400, "bad-request"),
        ("a link", "GET", &own, one(&format!("http://{own}")) + &head, 405, "none"),
        (
            "a preflight",
            "OPTIONS",
            &own,
            one("https://evil.example")
                + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-switchhook-relay\r\n",
            405,
            "none",
        ),
    ];
    let mut failing = Vec::new();
    for (name, method, host, headers, status, kind) in rows {
        let request = format!(
            "{method} /relay HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n"
        );
        let got =
            http::raw(SocketAddr::from((Ipv4Addr::LOCALHOST, server.port)), request.as_bytes());
        let cors = got.headers.iter().any(|(name, _)| name.starts_with("access-control"));
        if (got.status, error(&got).1.as_str(), cors) != (status, kind, false) {
            failing.push((name, got.status, got.text()));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
    assert_eq!(*asked.lock().expect("a count"), 2, "the refused ones went nowhere");
}

#[test]
fn it_sends_exactly_what_it_is_given() {
    let server = start();
    let url = format!("http://localhost:{}/sample/echo/a%2Fb?z=1&a=%C3%A9#part", server.port);
    let headers = json!([
        ["Cookie", "a=b"],
        ["Origin", "https://shop.example"],
        ["Referer", "https://shop.example/x"],
        ["User-Agent", "curl/8"],
        ["Date", "now"],
        ["Content-Type", "text/plain"],
        ["X-Own", "one"],
        ["X-Own", "two"],
        ["X-Latin", "Zo\u{c3}\u{ab}"],
    ]);
    let body = [&b"\xff\x00 body"[..], &[b'x'; 1000]].concat();
    for method in ["POST", "PUT", "PATCH", "DELETE"] {
        let head = json!({ "method": method, "url": url, "headers": headers });
        let got = relay(&server, &head, &body);
        assert_eq!(
            (got.status, head_of(&got)["status"].clone()),
            (200, json!(200)),
            "{}",
            got.text()
        );
        let echo = got.json();
        assert_eq!(echo["method"], method);
        assert_eq!(echo["path"], "/sample/echo/a%2Fb");
        assert_eq!(echo["rawQuery"], "z=1&a=%C3%A9");
        assert_eq!(echo["bodyBytes"], body.len());
        let sent: Vec<String> = echo["headers"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|pair| {
                format!(
                    "{}: {}",
                    pair[0].as_str().unwrap_or_default(),
                    pair[1].as_str().unwrap_or_default()
                )
            })
            .collect();
        let wanted = [
            "cookie: a=b".to_owned(),
            "origin: https://shop.example".to_owned(),
            "referer: https://shop.example/x".to_owned(),
            "user-agent: curl/8".to_owned(),
            "date: now".to_owned(),
            "content-type: text/plain".to_owned(),
            "x-own: one".to_owned(),
            "x-own: two".to_owned(),
            "x-latin: Zoë".to_owned(),
            format!("host: localhost:{}", server.port),
            format!("content-length: {}", body.len()),
        ];
        let mut sorted = [sent, wanted.to_vec()];
        sorted.iter_mut().for_each(|list| list.sort());
        assert_eq!(sorted[0], sorted[1]);
    }
    let plain =
        relay(&server, &get(&format!("http://127.0.0.1:{}/sample/echo", server.port)), b"").json();
    assert_eq!(
        (&plain["method"], &plain["bodyBytes"], plain["headers"].as_array().map(Vec::len)),
        (&json!("GET"), &json!(0), Some(1)),
        "{plain}"
    );
}

#[test]
fn what_cannot_be_sent_is_refused_in_words() {
    let server = start();
    let with =
        |headers: Value| json!({ "method": "GET", "url": "http://localhost/", "headers": headers });
    let to = |url: &str| get(url);
    let rows = [
        (
            json!({ "method": "TRACE", "url": "http://localhost/", "headers": [] }),
            "its method is none of",
        ),
        (
            json!({ "method": "CONNECT", "url": "http://localhost/", "headers": [] }),
            "its method is none of",
        ),
        (json!({ "url": "http://localhost/", "headers": [] }), "its method is none of"),
        (json!({ "method": "GET", "url": "http://localhost/" }), "it has no list of headers"),
        (json!([]), "its method is none of"),
        (to("file:///etc/passwd"), "no whole one"),
        (to("ftp://localhost/"), "no whole one"),
        (to("/sample/json"), "no whole one"),
        (to("http://user:pass@localhost/"), "holds a user name"),
        (to("http://local host/"), "no whole one"),
        (to(""), "no whole one"),
        (with(json!([["Content-Length", "5"]])), "content-length follows from the body"),
        (
            with(json!([["transfer-encoding", "chunked"]])),
            "transfer-encoding follows from the body",
        ),
        (with(json!([["a b", "c"]])), "no pair of name and value"),
        (with(json!([["a", "b\r\nc: d"]])), "no pair of name and value"),
        (with(json!([["a", "\u{20ac}"]])), "no pair of name and value"),
        (with(json!([["a"]])), "no pair of name and value"),
        (with(json!({ "a": "b" })), "it has no list of headers"),
    ];
    let mut failing = Vec::new();
    for (head, words) in rows {
        let (status, kind, message) = error(&relay(&server, &head, b""));
        if (status, kind.as_str()) != (400, "bad-request") || !message.contains(words) {
            failing.push((head, status, kind, message));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
    let long = vec![b'a'; 32 * 1024 * 1024 + 1];
    let (status, kind, message) = error(&relay(&server, &get("http://localhost/"), &long));
    assert_eq!((status, kind.as_str()), (413, "too-large"), "{message}");
}
