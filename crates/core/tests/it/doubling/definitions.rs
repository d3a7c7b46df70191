//! Hostile definitions: read and compiled, with all that is wrong with them.

use super::{body, check, compiling, compiling_with, declared, definition, each, listing};

#[test]
fn lists() {
    check(&[
        ("rows", 66, |n| {
            compiling(listing("query", n, |n| format!("{{\"name\":\"a{n}\",\"value\":\"b\"}}")))
        }),
        ("rows that are none", 166, |n| compiling(listing("query", n, |_| "0".to_owned()))),
        ("rows that lack all", 100, |n| compiling(listing("query", n, |_| "{}".to_owned()))),
        ("rows that are slots", 66, |n| {
            compiling(listing("query", n, |n| format!("{{\"name\":\"P{n}\"}}")))
        }),
        ("rows with a wrong member", 66, |n| {
            compiling(listing("headers", n, |_| "{\"name\":\"a\",\"value\":0}".to_owned()))
        }),
        ("headers", 66, |n| {
            compiling(listing("headers", n, |n| format!("{{\"name\":\"a{n}\",\"value\":\"b\"}}")))
        }),
        ("one header", 66, |n| {
            compiling(listing("headers", n, |_| "{\"name\":\"a\",\"value\":\"b\"}".to_owned()))
        }),
        ("many authorizations", 66, |n| {
            compiling(listing("headers", n, |_| {
                "{\"name\":\"Authorization\",\"value\":\"b\"}".to_owned()
            }))
        }),
        ("exits", 100, |n| {
            compiling(listing("routes", n, |n| format!("{{\"status\":\"{}\"}}", 200 + n % 400)))
        }),
        ("exits that are none", 100, |n| {
            compiling(listing("routes", n, |n| format!("{{\"status\":\"x{n}\"}}")))
        }),
        ("fields of a form", 60, |n| {
            let fields = each(n, |n| format!("{{\"name\":\"a{n}\",\"value\":\"$P{n}\"}},"));
            compiling(definition(&format!(
                ",\"body\":{{\"type\":\"form\",\"fields\":[{fields}0]}}"
            )))
        }),
    ]);
}

#[test]
fn mappings() {
    fn mappings(count: usize, mapping: impl Fn(usize) -> String) -> String {
        let rows = each(count, |n| format!("{},", mapping(n)));
        definition(&format!(",\"response\":{{\"type\":\"json\",\"mappings\":[{rows}0]}}"))
    }
    check(&[
        ("paths that differ", 100, |n| {
            compiling(mappings(n, |n| format!("{{\"path\":\"a{n}.b\",\"parameter\":\"P{n}\"}}")))
        }),
        ("paths that begin alike", 100, |n| {
            compiling(mappings(n, |n| {
                format!("{{\"path\":\"a.b.c[0].d{n}\",\"parameter\":\"P{n}\"}}")
            }))
        }),
        ("one parameter", 100, |n| {
            compiling(mappings(n, |_| "{\"path\":\"a\",\"parameter\":\"P\"}".to_owned()))
        }),
        ("paths that are none", 100, |n| {
            compiling(mappings(n, |_| "{\"path\":\"a[\",\"parameter\":\"P\"}".to_owned()))
        }),
        ("declared parameters", 100, |n| {
            let definition = mappings(n, |n| {
                format!("{{\"path\":\"a\",\"parameter\":\"P{n}\",\"otherwise\":1}}")
            });
            compiling_with(definition, declared(n, false))
        }),
    ]);
}

#[test]
fn unknown_members() {
    check(&[
        ("of the definition", 300, |n| compiling(definition(&each(n, |n| format!(",\"x{n}\":0"))))),
        ("of one name", 300, |n| compiling(definition(&",\"x\":0".repeat(n)))),
        ("of one name in two spellings", 300, |n| {
            compiling(definition(&",\"x\":0,\"\\u0078\":0".repeat(n)))
        }),
        ("that are large", 1_000, |n| {
            compiling(definition(&format!(",\"x\":[{}0]", "[0],".repeat(n))))
        }),
        ("of rows", 150, |n| {
            compiling(listing("query", n, |n| {
                format!("{{\"name\":\"a\",\"value\":\"\",\"x{n}\":0}}")
            }))
        }),
        ("known ones, again and again", 300, |n| {
            compiling(definition(&",\"url\":\"x\"".repeat(n)))
        }),
    ]);
}

#[test]
fn parameters() {
    check(&[
        ("declared, and not used", 300, |n| compiling_with(definition(""), declared(n, false))),
        ("declared and used", 100, |n| {
            compiling_with(body("text", &each(n, |n| format!("$P{n} "))), declared(n, false))
        }),
        ("used, and not declared", 100, |n| {
            compiling_with(body("text", &each(n, |n| format!("$Q{n} "))), declared(n, false))
        }),
        ("used in other letters", 100, |n| {
            compiling_with(body("text", &each(n, |n| format!("$p{n} "))), declared(n, false))
        }),
        ("declared twice", 100, |n| {
            let twice = [declared(n, false), declared(n, true)].concat();
            compiling_with(definition(""), twice)
        }),
    ]);
}

#[test]
fn templates() {
    fn url(path: &str) -> String {
        format!("{{\"version\":1,\"method\":\"GET\",\"url\":\"https://a.example/{path}\"}}")
    }
    check(&[
        ("parameters of a URL", 200, |n| compiling(url(&each(n, |n| format!("$P{n}/"))))),
        ("one segment of a URL", 200, |n| compiling(url(&"$P-".repeat(n)))),
        ("the query of a URL", 200, |n| compiling(url(&format!("?{}", "a=$P&".repeat(n))))),
        ("slashes", 1_000, |n| compiling(url(&"/".repeat(n)))),
        ("dots", 1_000, |n| compiling(url(&"../".repeat(n)))),
        ("a host of labels", 500, |n| {
            compiling(format!(
                "{{\"version\":1,\"method\":\"GET\",\"url\":\"https://{}a\"}}",
                "a.".repeat(n)
            ))
        }),
        ("dollars", 1_000, |n| compiling(body("text", &"$".repeat(n)))),
        ("braces that open", 1_000, |n| compiling(body("text", &"${".repeat(n)))),
        ("braces of others", 500, |n| compiling(body("text", &"{{a}}".repeat(n)))),
        ("braces of others that do not close", 500, |n| compiling(body("text", &"{{a ".repeat(n)))),
        ("percents", 500, |n| compiling(body("text", &"%24a".repeat(n)))),
        ("one long name", 1_000, |n| compiling(body("text", &format!("${}", "A".repeat(n))))),
        ("JSON values", 200, |n| {
            compiling(body("json", &format!("[{}0]", each(n, |n| format!("$P{n},")))))
        }),
        ("JSON strings", 200, |n| compiling(body("json", &format!("\"{}\"", "$P ".repeat(n))))),
        ("JSON that ends too late", 500, |n| {
            compiling(body("json", &format!("[{}", "\n".repeat(n))))
        }),
        ("JSON that is nested", 500, |n| compiling(body("json", &"[$P,".repeat(n)))),
        ("texts of XML", 200, |n| {
            compiling(body("xml", &format!("<a>{}</a>", each(n, |n| format!("$P{n}<b/>")))))
        }),
        ("attributes of XML", 200, |n| {
            compiling(body("xml", &format!("<a {}/>", each(n, |n| format!("a{n}='$P' ")))))
        }),
        ("CDATA of XML", 200, |n| {
            compiling(body("xml", &format!("<a>{}</a>", "<![CDATA[$P]]>".repeat(n))))
        }),
        ("elements that open", 500, |n| compiling(body("xml", &"<a>".repeat(n)))),
        ("marks that open", 500, |n| compiling(body("html", &"<".repeat(n)))),
        ("comments that open", 300, |n| compiling(body("html", &"<!--$P".repeat(n)))),
        ("scripts", 200, |n| compiling(body("html", &"<script>$P</script>".repeat(n)))),
        ("scripts that do not close", 500, |n| {
            compiling(body("html", &format!("<script>{}", "</scrip".repeat(n))))
        }),
        ("references", 500, |n| compiling(body("html", &"&amp;$P".repeat(n)))),
        ("a header's control characters", 500, |n| {
            let header = format!("{{\"name\":\"a\",\"value\":\"{}\"}}", "\\u0001".repeat(n));
            compiling(listing("headers", 1, |_| header.clone()))
        }),
    ]);
}
