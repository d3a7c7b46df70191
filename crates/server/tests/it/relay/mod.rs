//! The relay: a request is put into it as a page does, and its answer taken apart.

mod answers;
mod failures;
mod requests;

use std::net::{Ipv4Addr, SocketAddr, TcpStream};

use serde_json::{Value, json};

use crate::http::{self, Answer, send};
use crate::server::Server;

const NAME: &str = "X-Switchhook-Relay";

/// Percent-encodes a head, as a page does.
pub(super) fn encoded(head: &Value) -> String {
    head.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The head of an answer.
pub(super) fn head_of(answer: &Answer) -> Value {
    let text = answer.header("x-switchhook-relay").replace('%', "\\x");
    let mut bytes = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend(before.bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).expect("two digits"));
        rest = &after[2..];
    }
    bytes.extend(rest.bytes());
    serde_json::from_slice(&bytes).unwrap_or(Value::Null)
}

/// A request of the studio's own page.
pub(super) fn relay(server: &Server, head: &Value, body: &[u8]) -> Answer {
    let origin = format!("http://127.0.0.1:{}", server.port);
    send(server.port, "POST", "/relay", &[("Origin", &origin), (NAME, &encoded(head))], body)
}

/// A connection over which the page's request has gone.
pub(super) fn open_relay(server: &Server, url: &str) -> TcpStream {
    let port = server.port;
    let request = format!(
        "POST /relay HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n{NAME}: {}\r\n\
         Content-Length: 0\r\nConnection: close\r\n\r\n",
        encoded(&get(url))
    );
    http::open(SocketAddr::from((Ipv4Addr::LOCALHOST, port)), request.as_bytes())
}

pub(super) fn get(url: &str) -> Value {
    json!({ "method": "GET", "url": url, "headers": [] })
}

/// Kind and message of what the relay answers by itself.
pub(super) fn error(answer: &Answer) -> (u16, String, String) {
    let error = &answer.json()["error"];
    let text = |name: &str| error[name].as_str().unwrap_or("none").to_owned();
    (answer.status, text("kind"), text("message"))
}
