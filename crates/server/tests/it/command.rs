//! The command line: ready line, both loopback names, taken ports, signals.

use std::io::Read;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::process::Output;
use std::time::{Duration, Instant};

use crate::http;
use crate::server::{command, start};

fn run(words: &[&str]) -> Output {
    command(words).output().expect("the server runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_taken_port_is_said_in_one_sentence() {
    let here = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = here.local_addr().expect("an address").port();
    let got = run(&["--port", &port.to_string()]);
    let wanted = format!(
        "Port {port} is taken by another program: stop that one, or choose another port with \
         --port N (--port 0 takes any free one).\n"
    );
    assert_eq!(
        (got.status.code(), text(&got.stdout), text(&got.stderr)),
        (Some(1), "".into(), wanted)
    );
}

#[test]
fn a_port_taken_under_the_other_name_counts() {
    // Where there is no IPv6, there is no other name.
    let Ok(here) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else { return };
    let port = here.local_addr().expect("an address").port();
    let got = run(&["--port", &port.to_string()]);
    assert_eq!((got.status.code(), text(&got.stdout)), (Some(1), "".into()));
    assert!(text(&got.stderr).contains("is taken"), "{}", text(&got.stderr));
}

#[test]
fn wrong_words_are_refused_and_help_is_given() {
    let rows: [(&[&str], i32, &str); 4] = [
        (&["--port", "many"], 2, "--port takes a number from 0 to 65535, not \"many\".\n"),
        (&["--dist"], 2, "--dist needs a value.\n"),
        (&["serve"], 2, "serve is not known here: --help lists what is.\n"),
        (&["--help"], 0, ""),
    ];
    let failing: Vec<_> = rows
        .iter()
        .map(|(words, code, stderr)| (words, (Some(*code), stderr.to_string()), run(words)))
        .filter(|(_, wanted, got)| *wanted != (got.status.code(), text(&got.stderr)))
        .collect();
    assert!(failing.is_empty(), "{failing:#?}");
    assert!(text(&run(&["--help"]).stdout).contains("--dist DIR"));
}

#[test]
fn both_loopback_addresses_answer() {
    let server = start();
    let request = format!(
        "GET /sample/json HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
        server.port
    );
    let mut addresses = vec![SocketAddr::from((Ipv4Addr::LOCALHOST, server.port))];
    if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok() {
        addresses.push(SocketAddr::from((Ipv6Addr::LOCALHOST, server.port)));
    }
    for address in addresses {
        assert_eq!(http::raw(address, request.as_bytes()).status, 200, "{address}");
    }
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly_even_while_it_answers() {
    for signal in ["-TERM", "-INT"] {
        let mut server = start();
        let request =
            format!("GET /sample/delay/60 HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port);
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, server.port));
        let waiting = http::open(address, request.as_bytes());
        let asked = Instant::now();
        let kill = std::process::Command::new("kill")
            .args([signal, &server.child.id().to_string()])
            .status();
        assert!(kill.expect("kill runs").success());
        let code = server.child.wait().expect("the server ends").code();
        let mut more = String::new();
        server.out.read_to_string(&mut more).expect("stdout ends");
        assert_eq!((code, more.as_str()), (Some(0), ""), "{signal}");
        assert!(asked.elapsed() < Duration::from_secs(5), "{signal}");
        drop(waiting);
    }
}
