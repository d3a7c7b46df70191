//! Host and request target of foreign names, and the headers that every answer carries.

use std::net::{Ipv4Addr, SocketAddr};

use crate::http;
use crate::server::start;

#[test]
fn foreign_hosts_are_refused() {
    let server = start();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, server.port));
    let rows = [
        ("127.0.0.1", "GET / HTTP/1.1\r\nHost: 127.0.0.1", 404),
        ("localhost and a port", "GET /sample/json HTTP/1.1\r\nHost: LOCALHOST:8080", 200),
        ("[::1]", "GET /sample/json HTTP/1.1\r\nHost: [::1]:1", 200),
        ("absolute target", "GET http://localhost/sample/json HTTP/1.1\r\nHost: localhost", 200),
        ("foreign name", "GET / HTTP/1.1\r\nHost: rebound.example.com", 403),
        (
            "foreign name, sample",
            "GET /sample/json HTTP/1.1\r\nHost: rebound.example.com:8080",
            403,
        ),
        ("foreign name, preflight", "OPTIONS /sample/json HTTP/1.1\r\nHost: example.com", 403),
        ("name that begins alike", "GET / HTTP/1.1\r\nHost: localhost.example.com", 403),
        ("address of the network", "GET / HTTP/1.1\r\nHost: 10.0.0.7", 403),
        ("no host", "GET /sample/json HTTP/1.0\r\nAccept: */*", 403),
        ("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: example.com", 403),
        ("foreign target", "GET http://example.com/ HTTP/1.1\r\nHost: localhost", 403),
    ];
    let mut failing = Vec::new();
    for (name, head, wanted) in rows {
        let request = format!("{head}\r\nConnection: close\r\n\r\n");
        let got = http::raw(address, request.as_bytes());
        let said = got.text().contains("127.0.0.1, localhost and [::1] only");
        if got.status != wanted || (wanted == 403) != said {
            failing.push((name, got.status, got.text()));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
}

#[test]
fn every_answer_is_guarded() {
    let server = start();
    for path in ["/", "/sample/json", "/sample/status/500", "/none"] {
        let got = http::get(server.port, path);
        assert_eq!(got.header("content-security-policy"), "frame-ancestors 'none'", "{path}");
        assert_eq!(got.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(got.header("x-content-type-options"), "nosniff", "{path}");
    }
}
