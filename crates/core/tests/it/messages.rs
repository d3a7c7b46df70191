//! Messages: what is wrong in a body, a URL or a status code in, the sentence about it out.

use serde_json::{Value, json};
use switchhook::Node;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Fails with all rows of which no problem says what it should.
fn says<R: Copy + std::fmt::Debug>(rows: &[(R, &str)], definition: impl Fn(R) -> Value) {
    let wrong = rows.iter().filter_map(|(row, words)| {
        let node = Node::read(&definition(*row).to_string(), vec![]);
        let messages: Vec<&str> =
            node.problems().iter().map(|problem| problem.message.as_str()).collect();
        let says = messages.iter().any(|message| message.contains(words));
        (!says).then(|| format!("{row:?}: {messages:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn of_markup() {
    let rows = [
        (
            ("html", "<p title=\"a"),
            "The body ends inside a quoted attribute: write the closing quote.",
        ),
        (("xml", "<a><!-- x"), "The body ends inside a comment: write “-->”."),
        (("xml", "<a><![CDATA[x"), "The body ends inside a CDATA section: write “]]>”."),
        (("xml", "<?x"), "The body ends inside a processing instruction: write “?>”."),
        (("xml", "<!DOCTYPE a ["), "The body ends inside a document type declaration: write “>”."),
        (("html", "<!x"), "The body ends inside a document type declaration: write “>”."),
        (("html", "<!"), "The body ends inside a document type declaration: write “>”."),
        (("html", "<p "), "The body ends inside a tag: write “>”."),
        (("html", "<p a=$A>"), "safely into an attribute without quotes:"),
        (("html", "<p $A>"), "safely into a tag:"),
        (("html", "</p $A>"), "safely into a tag:"),
        (("html", "</$A>"), "safely into a tag:"),
        (("html", "<!--$A-->"), "safely into a comment:"),
        (("html", "<?x $A>"), "safely into a comment:"),
        (("html", "<!x $A>"), "safely into a comment:"),
        (("xml", "<?x $A?>"), "safely into a processing instruction:"),
        (("xml", "<!DOCTYPE $A><a/>"), "safely into a document type declaration:"),
        (("html", "<script>$A</script>"), "safely into a script:"),
        (("html", "<style>$A</style>"), "safely into a style sheet:"),
        (("html", "<iframe>$A</iframe>"), "safely into an element that holds no markup:"),
        (("html", "<p>&$A"), "Behind “&” a value would be read as the name of a character:"),
        (("html", "<svg><style><p a='</style>'$A"), "Parsers do not agree where this is,"),
    ];
    says(&rows, |(kind, content)| {
        json!({ "version": 1, "method": "POST", "url": "https://a.example/",
            "body": { "type": kind, "content": content } })
    });
}

#[test]
fn of_urls() {
    let rows = [
        ("http:/a.example", "Two slashes follow “http:”: write “http://”."),
        ("HTTPS:a.example", "Two slashes follow “HTTPS:”: write “HTTPS://”."),
        ("ftp://a.example", "“ftp:” cannot be called: begin the URL with https:// or http://."),
        ("a.example:80/x", "The URL has no “https://”: begin with it."),
        ("localhost:80/x", "The URL has no “https://”: begin with it."),
        ("orders/a:b", "The URL has no “https://”: begin with it."),
        (":80/x", "The URL has no “https://”: begin with it."),
    ];
    says(&rows, |url| json!({ "version": 1, "method": "GET", "url": url }));
}

#[test]
fn of_status_codes() {
    let rows = [
        ("", "Write a status code such as 404, or a class such as 4xx."),
        ("4XX", "Write “4xx”, in small letters."),
        ("7XX", "“7XX” is no status code:"),
        ("0404", "“0404” is no status code:"),
    ];
    says(&rows, |status| {
        json!({ "version": 1, "method": "GET", "url": "https://a.example/",
            "routes": [{ "status": status }] })
    });
}
