//! What each sample endpoint answers, and when.

use std::io::Read;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::http::{self, get, send};
use crate::server::start;

#[test]
fn documents() {
    let server = start();
    let order = get(server.port, "/sample/json");
    assert_eq!(order.header("content-type"), "application/json; charset=utf-8");
    assert!(order.text().contains("\"orderId\": 4634343214213523454,"), "{}", order.text());
    let data = &order.json()["data"];
    assert!(data["userId"].is_u64() && data["items"][0]["price"].is_number(), "{data}");
    assert_eq!(data["customer"]["address"]["city"], "Lisbon");

    let users = get(server.port, "/sample/array").json();
    let ids: Vec<_> = users.as_array().into_iter().flatten().map(|user| &user["userId"]).collect();
    assert_eq!(ids, [4217, 4218, 4219, 4220]);

    let note = get(server.port, "/sample/xml");
    assert_eq!(note.header("content-type"), "application/xml; charset=utf-8");
    let wanted = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<note><to>Tove</to><from>Jani</from>\
                  <heading>Reminder</heading><body>Don't forget me this weekend!</body></note>\n";
    assert_eq!(note.text(), wanted);
}

#[test]
fn the_index_lists_what_there_is() {
    let server = start();
    let index = get(server.port, "/sample/").json();
    assert_eq!(get(server.port, "/sample").json(), index);
    let paths: Vec<_> =
        index["samples"].as_object().into_iter().flat_map(|all| all.keys()).collect();
    assert_eq!(paths.len(), 10);
    for path in paths {
        let path =
            path.replace("{code}", "201").replace("{seconds}", "0").replace("{kilobytes}", "1");
        assert!(get(server.port, &path).status < 300, "{path}");
    }
    let none = get(server.port, "/sample/none");
    assert_eq!((none.status, &none.json()["error"]), (404, &json!("Not Found")));
    assert!(none.text().contains("/sample/ lists those that there are"), "{}", none.text());
}

#[test]
fn statuses() {
    let server = start();
    let rows = [
        ("200", 200, json!(null)),
        ("201", 201, json!(null)),
        ("302", 302, json!(null)),
        ("404", 404, json!("Not Found")),
        ("418", 418, json!("I'm a teapot")),
        ("500", 500, json!("Internal Server Error")),
        ("599", 599, json!("Unassigned")),
        ("199", 400, json!("Bad Request")),
        ("600", 400, json!("Bad Request")),
        ("99999", 400, json!("Bad Request")),
        ("-1", 400, json!("Bad Request")),
        ("ok", 400, json!("Bad Request")),
    ];
    let mut failing = Vec::new();
    for (code, status, error) in rows {
        let got = get(server.port, &format!("/sample/status/{code}"));
        let body = got.json();
        if got.status != status || body["status"] != status || body["error"] != error {
            failing.push((code, got.status, body));
        }
    }
    for code in [204, 205, 304] {
        let got = send(server.port, "POST", &format!("/sample/status/{code}"), &[], b"x");
        if got.status != code || !got.body.is_empty() {
            failing.push(("empty", got.status, Value::from(got.text())));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
}

#[test]
fn echo_gives_the_request_back() {
    let server = start();
    let headers = [("X-Own", "one"), ("Content-Type", "text/plain"), ("X-Last", "caf\u{e9}")];
    let body = "{\"n\": 1}\u{2603}".as_bytes();
    let path = "/sample/echo/a%2Fb/c?z=1&a=x+y%26&z=%C3%A9&empty=";
    let got = send(server.port, "PATCH", path, &headers, body).json();
    let rows = [
        ("method", json!("PATCH")),
        ("path", json!("/sample/echo/a%2Fb/c")),
        ("query", json!([["z", "1"], ["a", "x y&"], ["z", "é"], ["empty", ""]])),
        ("rawQuery", json!("z=1&a=x+y%26&z=%C3%A9&empty=")),
        ("body", json!("{\"n\": 1}☃")),
        ("bodyBase64", json!("eyJuIjogMX3imIM=")),
        ("bodyBytes", json!(11)),
    ];
    let mut failing: Vec<_> =
        rows.into_iter().filter(|(name, wanted)| got[name] != *wanted).collect();
    let own = got["headers"].as_array().into_iter().flatten();
    let own: Vec<_> = own.filter(|pair| pair[0] != "host" && pair[0] != "connection").collect();
    let wanted = json!([
        ["x-own", "one"],
        ["content-type", "text/plain"],
        ["x-last", "café"],
        ["content-length", "11"]
    ]);
    if json!(own) != wanted {
        failing.push(("headers", json!(own)));
    }
    assert!(failing.is_empty(), "{failing:#?} of {got:#}");

    let bytes = send(server.port, "POST", "/sample/echo", &[], b"\xff\x00").json();
    assert_eq!((&bytes["body"], &bytes["bodyBase64"]), (&Value::Null, &json!("/wA=")));
    assert_eq!(bytes["query"], json!([]));
}

#[test]
fn long_bodies_are_taken_and_longer_ones_refused() {
    let server = start();
    let mebibyte = vec![b'a'; 1024 * 1024];
    let got = send(server.port, "POST", "/sample/json", &[], &mebibyte);
    assert_eq!((got.status, got.whole), (200, true));
    let got = send(server.port, "PUT", "/sample/echo", &[], &mebibyte).json();
    assert_eq!(got["bodyBytes"], 1024 * 1024);
    let got = send(server.port, "POST", "/sample/echo", &[], &mebibyte.repeat(9));
    assert_eq!(got.status, 413);
    assert!(got.text().contains("up to 8 MiB"), "{}", got.text());
    let request = "POST /sample/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n\
                   5\r\nhello\r\nno size\r\n";
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, server.port));
    assert_eq!(http::raw(address, request.as_bytes()).status, 400);
}

#[test]
fn delays_last_as_long_as_they_say() {
    let server = start();
    let rows = [
        ("0", 200, 0),
        ("0.4", 200, 400),
        ("60.1", 400, 0),
        ("-1", 400, 0),
        ("NaN", 400, 0),
        ("soon", 400, 0),
    ];
    let mut failing = Vec::new();
    for (seconds, status, at_least) in rows {
        let asked = Instant::now();
        let got = get(server.port, &format!("/sample/delay/{seconds}"));
        let took = asked.elapsed();
        let late = took > Duration::from_millis(at_least + 5000);
        if got.status != status || took < Duration::from_millis(at_least) || late {
            failing.push((seconds, got.status, took, got.text()));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
}

#[test]
fn a_slow_body_sends_its_head_at_once() {
    let server = start();
    let request =
        "GET /sample/slow-body?seconds=2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, server.port));
    let asked = Instant::now();
    let mut stream = http::open(address, request.as_bytes());
    let mut arrivals = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(size @ 1..) = stream.read(&mut piece) {
        arrivals.push((asked.elapsed(), size));
    }
    let last = arrivals.last().map(|(time, _)| *time).unwrap_or_default();
    assert!(arrivals[0].0 < Duration::from_millis(1000), "{arrivals:?}");
    assert!(arrivals.len() > 10, "{arrivals:?}");
    assert!((1900..7000).contains(&last.as_millis()), "{arrivals:?}");

    let whole = get(server.port, "/sample/slow-body?seconds=0.1");
    assert_eq!(whole.body, get(server.port, "/sample/json").body);
    assert_eq!(get(server.port, "/sample/slow-body?seconds=61").status, 400);
}

#[test]
fn big_documents_have_their_size() {
    let server = start();
    for kilobytes in [1, 7, 3000] {
        let got = get(server.port, &format!("/sample/big/{kilobytes}"));
        assert_eq!((got.status, got.body.len(), got.whole), (200, kilobytes * 1024, true));
        assert_eq!(got.json()["data"]["userId"], 4217, "{kilobytes}");
    }
    for kilobytes in ["0", "65537", "1.5", "-1", "many"] {
        let got = get(server.port, &format!("/sample/big/{kilobytes}"));
        assert_eq!((got.status, &got.json()["error"]), (400, &json!("Bad Request")), "{kilobytes}");
    }
}

#[test]
fn broken_bodies_break_in_their_way() {
    let server = start();
    let rows = [
        ("", "application/json; charset=utf-8", true, "{\"data\""),
        ("?how=truncated", "application/json; charset=utf-8", true, "{\n  \"status\": \"ok\""),
        ("?how=prefix", "application/json; charset=utf-8", true, ")]}',\n{\n"),
        ("?how=html", "text/html; charset=utf-8", true, "<!doctype html>"),
        ("?how=empty", "application/json; charset=utf-8", true, ""),
        ("?how=encoding", "application/json; charset=utf-8", true, "{\"data\""),
        ("?how=reset", "application/json; charset=utf-8", false, "{\n  \"status\": \"ok\""),
    ];
    let mut failing = Vec::new();
    for (how, kind, whole, start) in rows {
        let got = get(server.port, &format!("/sample/broken{how}"));
        let fine = got.status == 200
            && got.header("content-type") == kind
            && got.whole == whole
            && got.text().starts_with(start)
            && got.json() == Value::Null
            && (how != "?how=empty" || got.body.is_empty())
            && (how != "?how=encoding" || std::str::from_utf8(&got.body).is_err());
        if !fine {
            failing.push((how, got.status, got.whole, got.text()));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
    let unknown = get(server.port, "/sample/broken?how=badly");
    assert_eq!(unknown.status, 400);
    assert!(unknown.text().contains("truncated, prefix, html"), "{}", unknown.text());
}
