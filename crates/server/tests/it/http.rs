//! A request in, the answer out, byte for byte over one connection: no path is tidied and no header
//! added on the way, which is what the tests of hostile requests need. RFC 9112.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// Whether the body came as far as its framing announced.
    pub(crate) whole: bool,
}

impl Answer {
    /// The values of a header, joined as HTTP joins them; empty where it is absent.
    pub(crate) fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(key, _)| key == name);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; null where it is not.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }
}

/// A GET by the name a browser would use.
pub(crate) fn get(port: u16, path: &str) -> Answer {
    send(port, "GET", path, &[], b"")
}

/// Any request, with a proper Host.
pub(crate) fn send(
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Answer {
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    if !body.is_empty() {
        head += &format!("Content-Length: {}\r\n", body.len());
    }
    let mut request = (head + "Connection: close\r\n\r\n").into_bytes();
    request.extend(body);
    raw(SocketAddr::from(([127, 0, 0, 1], port)), &request)
}

/// These bytes, to this address.
pub(crate) fn raw(address: SocketAddr, request: &[u8]) -> Answer {
    let mut stream = open(address, request);
    let mut bytes = Vec::new();
    // A reset counts as an end: `whole` tells.
    let _ = stream.read_to_end(&mut bytes);
    let is_head = request.starts_with(b"HEAD ");
    read(&bytes, is_head)
}

/// A connection on which the request has been sent.
pub(crate) fn open(address: SocketAddr, request: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout is set");
    stream.write_all(request).expect("the request is sent");
    stream
}

fn read(bytes: &[u8], is_head: bool) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a whole head");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
    let mut answer = Answer {
        status: status.expect("a status"),
        headers: headers.collect(),
        body: bytes[end + 4..].to_vec(),
        whole: true,
    };
    if answer.header("transfer-encoding") == "chunked" {
        (answer.body, answer.whole) = unchunk(&answer.body);
    } else if let (Ok(length), false) = (answer.header("content-length").parse::<usize>(), is_head)
    {
        answer.whole = answer.body.len() == length || answer.status == 304;
    }
    answer
}

fn unchunk(mut rest: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = String::from_utf8_lossy(&rest[..end]);
        let size = usize::from_str_radix(&size, 16).expect("a chunk size");
        let Some(chunk) = rest.get(end + 2..end + 2 + size) else { break };
        if size == 0 {
            return (body, true);
        }
        body.extend(chunk);
        rest = &rest[(end + 4 + size).min(rest.len())..];
    }
    (body, false)
}
