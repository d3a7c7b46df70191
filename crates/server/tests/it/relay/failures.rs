//! Why there is no answer, and whose certificates are taken.

use std::io::{Read, Write};
use std::net::SocketAddr;
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::{error, get, relay};
use crate::server::{start, start_trusting};
use crate::upstream::{connections, head, upstream};

/// For `localhost`, made for these tests by openssl, and trusted by nobody else.
const CERTIFICATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/localhost.pem");
const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/localhost.key.pem");

#[test]
fn no_answer_says_why() {
    let server = start();
    let closes = connections(drop);
    let talks = connections(|mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"SSH-2.0-OpenSSH_9.6\r\n");
    });
    let boasts = upstream(|mut stream, _| {
        let long = "x".repeat(200 * 1024);
        let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\nX-Long: {long}\r\n\r\n").as_bytes());
    });
    let distrusted = tls_upstream();
    let rows = [
        ("http://127.0.0.1:9/".to_owned(), "refused", "Nobody answers at 127.0.0.1:9: "),
        ("http://nowhere.invalid/".to_owned(), "dns", "The name of nowhere.invalid is not known: "),
        (format!("http://{closes}/"), "network", "gave no answer: "),
        (format!("http://{talks}/"), "network", "gave no answer: "),
        (format!("http://{boasts}/"), "network", "more headers than can be passed on"),
        (format!("https://{talks}/"), "tls", "is not safe: "),
        (format!("https://localhost:{}/", distrusted.port()), "tls", "is not safe: "),
    ];
    let mut failing = Vec::new();
    for (url, kind, words) in rows {
        let got = error(&relay(&server, &get(&url), b""));
        if (got.0, got.1.as_str()) != (502, kind) || !got.2.contains(words) {
            failing.push((url, got));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
}

#[test]
fn https_is_spoken_with_whom_the_machine_trusts() {
    let server = start_trusting(CERTIFICATE);
    let address = tls_upstream();
    let got = relay(&server, &get(&format!("https://localhost:{}/", address.port())), b"");
    assert_eq!((got.status, got.text()), (200, "over TLS".to_owned()));
    // The certificate is for the name alone.
    let got = error(&relay(&server, &get(&format!("https://{address}/")), b""));
    assert_eq!(got.1, "tls", "{got:?}");
}

/// A server with a certificate of its own making.
fn tls_upstream() -> SocketAddr {
    let certificate = CertificateDer::from_pem_file(CERTIFICATE).expect("a certificate");
    let key = PrivateKeyDer::from_pem_file(KEY).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .expect("they fit");
    let config = Arc::new(config);
    connections(move |stream| {
        let connection = ServerConnection::new(Arc::clone(&config)).expect("a connection");
        let mut stream = StreamOwned::new(connection, stream);
        head(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nover TLS");
        let _ = stream.flush();
    })
}
