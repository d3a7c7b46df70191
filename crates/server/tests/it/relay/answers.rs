//! What comes back through the relay, and when.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use serde_json::json;

use super::{get, head_of, open_relay, relay};
use crate::server::start;
use crate::upstream::upstream;

#[test]
fn a_redirect_is_an_answer_like_any_other() {
    let server = start();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&asked);
    let address = upstream(move |mut stream, head| {
        noted.lock().expect("a list").push(head.split(' ').nth(1).unwrap_or_default().to_owned());
        let _ = stream.write_all(
            b"HTTP/1.1 307 Over There\r\nLocation: /new?\xc3\xa9\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\
              Content-Type: text/html\r\nContent-Length: 5\r\n\r\nmoved",
        );
    });
    let got = relay(&server, &get(&format!("http://{address}/old")), b"");
    let wanted = json!({ "status": 307, "headers": [
        ["location", "/new?\u{c3}\u{a9}"], ["set-cookie", "a=1"], ["set-cookie", "b=2"],
        ["content-type", "text/html"], ["content-length", "5"],
    ] });
    assert_eq!((got.status, head_of(&got), got.text()), (200, wanted, "moved".to_owned()));
    let own =
        ["location", "set-cookie", "content-type", "cache-control"].map(|name| got.header(name));
    assert_eq!(own, ["", "", "application/octet-stream", "no-store"]);
    assert_eq!(*asked.lock().expect("a list"), ["/old"]);
}

#[test]
fn compressed_bodies_are_passed_on_with_their_encoding() {
    let server = start();
    let address = upstream(|mut stream, head| {
        assert!(!head.to_lowercase().contains("accept-encoding"), "{head}");
        let _ = stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08",
        );
    });
    let got = relay(&server, &get(&format!("http://{address}/")), b"");
    assert_eq!(
        (got.header("content-encoding").as_str(), got.body.as_slice()),
        ("gzip", &b"\x1f\x8b\x08"[..])
    );
}

#[test]
fn a_body_arrives_as_it_is_sent() {
    let server = start();
    let (go_on, waits) = mpsc::channel();
    let waits = Mutex::new(waits);
    let address = upstream(move |mut stream, _| {
        let _ = stream
            .write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
        // The rest is sent only once the first piece has arrived at the other end.
        let _ = waits.lock().expect("a channel").recv_timeout(Duration::from_secs(20));
        let _ = stream.write_all(b"4\r\nlast\r\n0\r\n\r\n");
    });
    let mut stream = open_relay(&server, &format!("http://{address}/"));
    let mut seen = String::new();
    let mut piece = [0; 4096];
    while let Ok(size @ 1..) = stream.read(&mut piece) {
        seen += &String::from_utf8_lossy(&piece[..size]);
        if seen.contains("first") && !seen.contains("last") {
            go_on.send(()).expect("the upstream waits");
        }
    }
    assert!(seen.contains("first") && seen.contains("last"), "{seen}");
}

#[test]
fn a_caller_who_leaves_ends_the_request() {
    let server = start();
    for answer in ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"] {
        let (began, begins) = mpsc::channel();
        let (ended, ends) = mpsc::channel();
        let address = upstream(move |mut stream, _| {
            let _ = stream.write_all(answer.as_bytes());
            let _ = began.send(());
            let _ = ended.send(stream.read(&mut [0; 1]).map_err(|error| error.kind()));
        });
        let mut page = open_relay(&server, &format!("http://{address}/"));
        begins.recv_timeout(Duration::from_secs(20)).expect("the request arrives");
        if !answer.is_empty() {
            let mut seen = Vec::new();
            while !seen.ends_with(b"half\r\n") {
                let mut byte = [0];
                page.read_exact(&mut byte).expect("the first half arrives");
                seen.extend(byte);
            }
        }
        drop(page);
        let end = ends.recv_timeout(Duration::from_secs(20)).expect("the upstream hears of it");
        assert!(
            matches!(end, Ok(0) | Err(std::io::ErrorKind::ConnectionReset)),
            "{answer:?}: {end:?}"
        );
    }
}

#[test]
fn a_body_that_breaks_off_breaks_off_here() {
    let server = start();
    let address = upstream(|mut stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        thread::sleep(Duration::from_millis(50));
    });
    let got = relay(&server, &get(&format!("http://{address}/")), b"");
    assert_eq!((got.status, got.whole, got.text()), (200, false, "half".to_owned()));
}
