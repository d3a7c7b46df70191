//! Hostile commands: imported, whether they can be or not.

use std::hint::black_box;

use switchhook::Node;

use super::{Work, check, clock::Row, each};

fn importing(command: String) -> Work {
    Work::new(move || drop(black_box(Node::from_curl(black_box(&command)))))
}

/// A piece of a command again and again, as data and as options; an even number, so that quotes are closed in both sizes.
macro_rules! pieces {
    ($($piece:literal),*) => {
        &[$(
            (concat!("data: ", $piece), 80, |n| importing(format!("curl https://a.example/ -d {}", $piece.repeat(2 * (n / $piece.len()))))),
            (concat!("options: ", $piece), 80, |n| importing(format!("curl {}", $piece.repeat(2 * (n / $piece.len()))))),
        )*]
    };
}

#[test]
fn pieces() {
    let rows: &[Row] = pieces![
        "\n", " ", "\\\n", "\\ ", "{{", "{{a ", "$", "${", "&", "&a", "-s ", "-k ", "'' ", "\"\"",
        "^\n", "\\", ">a ", "a=b&", "2", "$a", "{{a}}", "'a'", "$'\\x41'", "^\"", "%a%", "`", "#",
        "-"
    ];
    check(rows);
}

#[test]
fn options() {
    check(&[
        ("headers", 25, |n| {
            importing(format!("curl https://a.example/ {}", each(n, |n| format!("-H 'a{n}: b' "))))
        }),
        ("one header", 25, |n| {
            importing(format!("curl https://a.example/ {}", "-H 'a: b' ".repeat(n)))
        }),
        ("headers that are taken away", 25, |n| {
            importing(format!("curl https://a.example/ {}", each(n, |n| format!("-H 'a{n}:' "))))
        }),
        ("authorizations", 25, |n| {
            importing(format!(
                "curl https://a.example/ {}",
                "-H 'Authorization: Bearer b' ".repeat(n)
            ))
        }),
        ("cookies", 25, |n| importing(format!("curl https://a.example/ {}", "-b a=b ".repeat(n)))),
        ("data", 25, |n| importing(format!("curl https://a.example/ {}", "-d a=b ".repeat(n)))),
        ("JSON", 25, |n| importing(format!("curl https://a.example/ {}", "--json 1 ".repeat(n)))),
        ("encoded data", 25, |n| {
            importing(format!("curl https://a.example/ {}", "--data-urlencode 'a=b c' ".repeat(n)))
        }),
        ("data as a query", 25, |n| {
            importing(format!("curl -G https://a.example/ {}", "-d a=b ".repeat(n)))
        }),
        ("a query", 75, |n| importing(format!("curl 'https://a.example/?{}'", "a=b&".repeat(n)))),
        ("more of a query", 25, |n| {
            importing(format!("curl https://a.example/ {}", "--url-query a=b ".repeat(n)))
        }),
        ("globs", 75, |n| {
            importing(format!("curl 'https://a.example/{}'", "[1-3]{a,b}".repeat(n)))
        }),
        ("short options in one word", 100, |n| {
            importing(format!("curl https://a.example/ -{}", "s".repeat(n)))
        }),
        ("a long option", 80, |n| {
            importing(format!("curl https://a.example/ --{}", "a".repeat(n)))
        }),
        ("parameters", 75, |n| {
            importing(format!("curl https://a.example/ -d \"{}\"", each(n, |n| format!("$P{n} "))))
        }),
        ("dots of a path", 200, |n| {
            importing(format!("curl 'https://a.example/{}'", "../".repeat(n)))
        }),
    ]);
}
