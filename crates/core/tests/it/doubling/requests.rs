//! Many parameters and hostile values: written into a request, masked, as a draft, and as a command.

use std::hint::black_box;

use switchhook::{Node, ReceivedResponse, Values, path::Json};

use super::{Work, body, check, declared, definition, each, listing};

/// Builds all that a node makes of values.
fn writing(definition: &str, count: usize, value: &str) -> Work {
    let node = Node::read(definition, declared(count, true));
    let value = |number| (format!("P{number}").into(), Json::string(value));
    let values: Values = (0..count).map(value).collect();
    Work::new(move || {
        drop(black_box(node.missing(&values)));
        drop(black_box(node.request(&values)));
        drop(black_box(node.masked_request(&values)));
        drop(black_box(node.draft_request(&Values::new())));
        drop(black_box(node.to_curl(&values, true)));
    })
}

#[test]
fn parameters() {
    check(&[
        ("in a text", 50, |n| writing(&body("text", &each(n, |n| format!("$P{n} "))), n, "a")),
        ("in JSON", 50, |n| {
            writing(&body("json", &format!("[{}0]", each(n, |n| format!("$P{n},")))), n, "a")
        }),
        ("in XML", 50, |n| {
            writing(&body("xml", &format!("<a>{}</a>", each(n, |n| format!("$P{n}<b/>")))), n, "a")
        }),
        ("in the query", 50, |n| {
            writing(&listing("query", n, |n| format!("{{\"name\":\"P{n}\"}}")), n, "a")
        }),
        ("in headers", 50, |n| {
            writing(&listing("headers", n, |n| format!("{{\"name\":\"P{n}\"}}")), n, "a")
        }),
        ("in segments", 50, |n| {
            let url = each(n, |n| format!("/$P{n}"));
            writing(
                &format!("{{\"version\":1,\"method\":\"GET\",\"url\":\"https://a.example{url}\"}}"),
                n,
                "a",
            )
        }),
    ]);
}

#[test]
fn values() {
    check(&[
        ("quotes", 1_000, |n| writing(&body("text", "$P0"), 1, &"'".repeat(n))),
        ("braces", 1_000, |n| writing(&body("text", "$P0"), 1, &"{".repeat(n))),
        ("dollars", 1_000, |n| writing(&body("json", "\"$P0\""), 1, &"$".repeat(n))),
        ("marks of XML", 1_000, |n| writing(&body("xml", "<a b='$P0'>$P0</a>"), 1, &"<".repeat(n))),
        ("ends of CDATA", 500, |n| {
            writing(&body("xml", "<a><![CDATA[$P0]]></a>"), 1, &"]]>".repeat(n))
        }),
        ("slashes", 500, |n| {
            writing(
                "{\"version\":1,\"method\":\"GET\",\"url\":\"https://a.example/$P0?a=$P0#$P0\"}",
                1,
                &"/".repeat(n),
            )
        }),
        ("labels of a host", 200, |n| {
            writing(
                "{\"version\":1,\"method\":\"GET\",\"url\":\"https://$P0/\"}",
                1,
                &format!("{}a", "a.".repeat(n)),
            )
        }),
        ("digits of a number", 1_000, |n| writing(&body("json", "$P0"), 1, &"9".repeat(n))),
    ]);
}

#[test]
fn mappings() {
    fn receiving(count: usize, mapping: fn(usize) -> String, body: String) -> Work {
        let rows: Vec<String> = (0..count).map(mapping).collect();
        let rows = rows.join(",");
        let node = Node::read(
            &definition(&format!(",\"response\":{{\"type\":\"json\",\"mappings\":[{rows}]}}")),
            Vec::new(),
        );
        assert!(node.can_send());
        let headers: Vec<(String, String)> =
            (0..20).map(|n| (format!("h{n}"), "a".to_owned())).collect();
        Work::new(move || {
            let response =
                ReceivedResponse { status: 200, headers: &headers, body: body.as_bytes() };
            drop(black_box(node.receive(&response).to_js_json()));
        })
    }
    check(&[
        ("of a member each", 100, |n| {
            let body = format!("{{{}\"z\":0}}", each(20, |n| format!("\"a{n}\":{n},")));
            receiving(n, |n| format!("{{\"path\":\"a{n}\",\"parameter\":\"P{n}\"}}"), body)
        }),
        ("of one member", 100, |n| {
            receiving(
                n,
                |n| format!("{{\"path\":\"a.b\",\"parameter\":\"P{n}\"}}"),
                "{\"a\":{\"b\":1}}".to_owned(),
            )
        }),
        ("to one parameter", 100, |n| {
            receiving(
                n,
                |_| "{\"path\":\"a\",\"parameter\":\"P\"}".to_owned(),
                "{\"a\":1}".to_owned(),
            )
        }),
        ("that find nothing", 100, |n| {
            receiving(
                n,
                |n| format!("{{\"path\":\"b{n}\",\"parameter\":\"P{n}\",\"optional\":true}}"),
                "{\"a\":1}".to_owned(),
            )
        }),
        ("that need the tree", 30, |n| {
            receiving(
                n,
                |n| {
                    format!(
                        "{{\"path\":\"$[?@.a=={n}]\",\"parameter\":\"P{n}\",\"optional\":true}}"
                    )
                },
                "[{\"a\":1}]".to_owned(),
            )
        }),
        ("of headers", 100, |n| {
            receiving(
                n,
                |n| {
                    format!(
                        "{{\"from\":\"header\",\"path\":\"h{}\",\"parameter\":\"P{n}\"}}",
                        n % 20
                    )
                },
                "{}".to_owned(),
            )
        }),
        ("of an array's elements", 100, |n| {
            receiving(
                n,
                |n| format!("{{\"path\":\"[{n}]\",\"parameter\":\"P{n}\"}}"),
                format!("[{}0]", "1,".repeat(n)),
            )
        }),
        ("of elements from the end", 100, |n| {
            receiving(
                n,
                |n| format!("{{\"path\":\"[-{}]\",\"parameter\":\"P{n}\"}}", n % 20 + 1),
                format!("[{}0]", "1,".repeat(n)),
            )
        }),
    ]);
}
