//! Rows of what a shop answers, and the outcome that the server gives: over the loopback address, with real HTTP.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use native_server::{
    client::client,
    serve::{Service, routes},
};
use switchhook::{Node, path::Json, sign::Secret};

/// Answers each connection with what stands under the path that is asked for; its origin.
fn shop() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let head = head(&mut stream);
            let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
            let (status, body) = match path.as_str() {
                "/order/A%2F17?lang=d%C3%A9" => {
                    ("200 OK", r#"{"id": 4634343214213523454, "items": [{"sku": "a"}]}"#)
                }
                "/signed" if head.contains("Bearer ey") => ("200 OK", "{}"),
                "/gone" => ("404 Not Found", "<html>"),
                "/html" => ("200 OK", "<!doctype html><title>Sign in</title>"),
                "/away" => ("302 Found\r\nLocation: /order", ""),
                "/half" => ("200 OK", "{"),
                _ => ("500 Oops", ""),
            };
            let length = body.len() + usize::from(path == "/half");
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
            );
            stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        }
    });
    origin
}

fn head(stream: &mut TcpStream) -> String {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

fn node(origin: &str, rest: &str) -> Node {
    let node =
        Node::read(&format!(r#"{{"version":1,"method":"GET","url":"{origin}{rest}}}"#), vec![]);
    assert!(node.can_send(), "{:?}", node.problems());
    node
}

/// Asks the server, and gives what came back behind the head.
fn ask(server: &str, name: &str, values: &str) -> String {
    let mut stream = TcpStream::connect(server).unwrap();
    let length = values.len();
    write!(stream, "POST /nodes/{name}/run HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{values}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split_once("\r\n\r\n").unwrap().1.to_owned()
}

/// The members of an outcome that a row looks at, in one line.
fn line(outcome: &str) -> String {
    let Ok(outcome) = Json::parse(outcome) else { return outcome.to_owned() };
    let member =
        |name| outcome.member(name).map(|value| value.as_json().to_owned()).unwrap_or_default();
    let reason = outcome.member("failure").and_then(|failure| failure.member("reason"));
    let reason = reason.map(|reason| reason.as_text().into_owned()).unwrap_or_default();
    [member("exit"), member("status"), member("parameters"), reason].join(" ").trim_end().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_run() {
    let shop = shop();
    let mapped = r#","response":{"type":"json","mappings":[{"path":"id","parameter":"ID"},{"path":"items[*].sku","parameter":"SKUS"}]}"#;
    let one = r#","response":{"type":"json","mappings":[{"path":"id","parameter":"ID"}]}"#;
    let nodes = HashMap::from(
        [
            ("order", node(&shop, &format!(r#"/order/$ID?lang=dé"{mapped}"#))),
            ("one", node(&shop, &format!(r#"/order/$ID?lang=dé"{one}"#))),
            ("later", node(&shop, r#"/order","async":true"#)),
            ("signed", node(&shop, r#"/signed","signing":{"apiKey":"k"},"statusParameter":"S""#)),
            ("gone", node(&shop, r#"/gone","routes":[{"status":"404"}]"#)),
            ("html", node(&shop, &format!(r#"/html"{one}"#))),
            ("away", node(&shop, r#"/away""#)),
            ("half", node(&shop, &format!(r#"/half"{one}"#))),
            ("nobody", node("http://127.0.0.1:1", r#"/""#)),
        ]
        .map(|(name, node)| (name.to_owned(), node)),
    );
    let service = Service { nodes, secret: Secret::new(b"secret"), client: client().unwrap() };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, routes(service)).await });

    let rows = [
        ("order", r#"{"ID":"A/17"}"#, r#""default" 200 {"ID":"4634343214213523454","SKUS":["a"]}"#),
        ("one", r#"{"ID":"A/17"}"#, r#""default" 200 {"ID":"4634343214213523454"}"#),
        ("order", "", r#""failed"  {} missing-parameters"#),
        ("order", r#"{"ID":".."}"#, r#""failed"  {} invalid-request"#),
        ("order", r#"{"ID":"other"}"#, r#""failed" 500 {} status"#),
        ("later", "", r#""default"  {}"#),
        ("signed", "", r#""default" 200 {"S":200}"#),
        ("gone", "", r#""404" 404 {}"#),
        ("html", "", r#""failed" 200 {} unreadable-body"#),
        ("away", "", r#""failed" 302 {} status"#),
        ("half", "", r#""failed" 200 {} network"#),
        ("nobody", "", r#""failed"  {} network"#),
        ("order", "[]", "The values are a JSON object.\n"),
        ("unknown", "", "There is no node of this name.\n"),
    ];
    let answers = tokio::task::spawn_blocking(move || {
        rows.map(|(name, values, wanted)| (name, values, line(&ask(&server, name, values)), wanted))
    });
    let wrong: Vec<_> =
        answers.await.unwrap().into_iter().filter(|(_, _, got, wanted)| got != wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
