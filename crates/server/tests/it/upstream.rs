//! A server behind the relay that a test writes itself, byte for byte: what it was asked is handed to
//! it, and it writes what it likes.

use std::io::Read;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// Listens at a free port; each connection is given to `answer` with the head of its request.
pub(crate) fn upstream(answer: impl Fn(TcpStream, String) + Send + Sync + 'static) -> SocketAddr {
    connections(move |mut stream| {
        let head = head(&mut stream);
        answer(stream, head);
    })
}

/// The same, with nothing read yet.
pub(crate) fn connections(take: impl Fn(TcpStream) + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout is set");
            take(stream);
        }
    });
    address
}

/// Everything up to the empty line, and what of the body came with it.
pub(crate) fn head(stream: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    while !bytes.windows(4).any(|four| four == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(size @ 1..) => bytes.extend(&piece[..size]),
            _ => break,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
