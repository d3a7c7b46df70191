//! The built studio: content types, caching, what is outside the folder.

use crate::http;
use crate::server::{folder, start, start_with};

const FOREVER: &str = "public, max-age=31536000, immutable";

#[test]
fn files_have_their_types_and_ages() {
    let files = [
        ("index.html", "<!doctype html><title>Studio</title>"),
        ("studio-9c1f0e55aa217b3d.js", "export {}"),
        ("studio-9c1f0e55aa217b3d_bg.wasm", "\0asm"),
        ("base-1f0e55aa217b3d9c.css", "body {}"),
        ("start.js", "start()"),
        ("icon.svg", "<svg/>"),
        ("more/page.html", "<p>"),
    ];
    let dist = folder("types", &files);
    let server = start_with(&dist.0);
    let rows = [
        ("/", "text/html", "no-cache", "<!doctype html><title>Studio</title>"),
        ("/index.html", "text/html", "no-cache", "<!doctype html><title>Studio</title>"),
        ("/?a=1", "text/html", "no-cache", "<!doctype html><title>Studio</title>"),
        ("/studio-9c1f0e55aa217b3d.js", "text/javascript", FOREVER, "export {}"),
        ("/studio-9c1f0e55aa217b3d_bg.wasm", "application/wasm", FOREVER, "\0asm"),
        ("/base-1f0e55aa217b3d9c.css", "text/css", FOREVER, "body {}"),
        ("/start.js", "text/javascript", "no-cache", "start()"),
        ("/icon.svg", "image/svg+xml", "no-cache", "<svg/>"),
        ("/more/page.html", "text/html", "no-cache", "<p>"),
    ];
    let mut failing = Vec::new();
    for (path, kind, cache, text) in rows {
        let got = http::get(server.port, path);
        let found =
            (got.status, got.header("content-type"), got.header("cache-control"), got.text());
        if found != (200, kind.to_owned(), cache.to_owned(), text.to_owned()) {
            failing.push((path, found));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
    let since = http::get(server.port, "/start.js").header("last-modified");
    let again = http::send(server.port, "GET", "/start.js", &[("If-Modified-Since", &since)], b"");
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(http::send(server.port, "POST", "/", &[], b"x").status, 405);
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let outer = folder("outside", &[("secret.txt", "secret"), ("dist/index.html", "studio")]);
    let server = start_with(&outer.0.join("dist"));
    let absolute = format!("/{}", outer.0.join("secret.txt").display());
    let paths = [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/x/../../secret.txt",
        "/./../secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "/secret.txt%00.html",
        "//secret.txt",
        "/sample/../../secret.txt",
        &absolute,
    ];
    let mut failing = Vec::new();
    for path in paths {
        let got = http::get(server.port, path);
        if !(400..500).contains(&got.status) || got.text().starts_with("secret") {
            failing.push((path, got.status, got.text()));
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
}

#[test]
fn without_a_studio_the_page_says_how_to_build_it() {
    let server = start();
    let page = http::get(server.port, "/");
    assert_eq!(
        (page.status, page.header("content-type").as_str()),
        (404, "text/html; charset=utf-8")
    );
    assert!(page.text().contains("<code>cargo xtask studio</code>"), "{}", page.text());
    assert_eq!(http::get(server.port, "/sample/json").status, 200);
    let other = http::get(server.port, "/studio.js");
    assert_eq!((other.status, other.header("cache-control").as_str()), (404, "no-cache"));
    assert!(other.text().contains("the studio is at /"), "{}", other.text());
}
