//! Hostile XML: read, turned into values, and asked for suggestions.

use std::hint::black_box;

use switchhook_path::{Format, OnePassXml, Path};

use super::{Work, ask, check, each, nested, places, read, value};
use crate::table::xml;

fn reads(body: impl Into<Vec<u8>>) -> Work {
    read(Format::Xml, body)
}

#[test]
fn reading() {
    check(&[
        ("attributes of one element", 1_100, |n| {
            reads(format!("<r{}/>", each(n, |n| format!(" a{n}=''"))))
        }),
        ("elements with many attributes", 4, |n| {
            let element = format!("<a{}/>", each(50, |n| format!(" a{n}=''")));
            reads(format!("<r>{}</r>", element.repeat(n)))
        }),
        ("nested declarations", 2, |n| {
            let nested = each(20, |n| format!("<a xmlns:p{n}='u{n}'>")) + &"</a>".repeat(20);
            reads(format!("<r>{}</r>", nested.repeat(n)))
        }),
        ("nested declarations without end", 500, |n| {
            reads(each(n, |n| format!("<a xmlns:p{n}='u{n}'>")) + &"</a>".repeat(n))
        }),
        ("declarations of one element", 600, |n| {
            reads(format!("<r{}/>", each(n, |n| format!(" xmlns:p{n}='u{n}'"))))
        }),
        ("declarations of brothers", 100, |n| {
            reads(format!("<r xmlns:a='a' xmlns:b='b'>{}</r>", "<a xmlns:x='u'/>".repeat(n)))
        }),
        ("declarations of brothers under many", 4, |n| {
            let scope = each(100, |n| format!(" xmlns:p{n}='u{n}'"));
            reads(format!("<r{scope}>{}</r>", each(n, |n| format!("<a xmlns:x{n}='v{n}'/>"))))
        }),
        ("tags that open", 20_000, |n| reads("<a>".repeat(n))),
        ("nesting beside nesting", 4, |n| {
            reads(format!("<r>{}</r>", nested("<a>", "", "</a>", 30).repeat(n)))
        }),
        ("a long name", 5_000, |n| reads(format!("<{}/>", "a".repeat(n)))),
        ("a long prefix", 3_000, |n| {
            let name = "p".repeat(n);
            reads(format!("<{name}:a xmlns:{name}='u' {name}:k=''/>"))
        }),
        ("a large attribute", 10_000, |n| reads(format!("<r k='{}'/>", "x".repeat(n)))),
        ("references in an attribute", 500, |n| reads(format!("<r k='{}'/>", "&amp;".repeat(n)))),
        ("references in a text", 400, |n| reads(format!("<r>{}</r>", "&#65;".repeat(n)))),
        ("digits of a reference", 5_000, |n| reads(format!("<r>&#{};</r>", "0".repeat(n)))),
        ("references that do not end", 10_000, |n| reads(format!("<r>{}", "&#6".repeat(n)))),
        ("comments that do not end", 2_000, |n| reads(format!("<r>{}", "<!--".repeat(n)))),
        ("comments", 150, |n| reads(format!("<r>{}</r>", "x<!---->".repeat(n)))),
        ("sections that do not end", 1_000, |n| reads(format!("<r>{}", "<![CDATA[".repeat(n)))),
        ("sections", 150, |n| reads(format!("<r>{}</r>", "x<![CDATA[y]]>".repeat(n)))),
        ("instructions that do not end", 2_000, |n| reads(format!("<r>{}", "<?p ".repeat(n)))),
        ("quotes", 2_000, |n| reads(format!("<r {}", "'".repeat(n)))),
        ("signs of equality", 3_000, |n| reads(format!("<r xmlns {}", " =".repeat(n)))),
        ("space before a sign of equality", 5_000, |n| {
            reads(format!("<r xmlns{}='u'/>", " ".repeat(n)))
        }),
        ("tags that close nothing", 800, |n| reads("</a>".repeat(n))),
        ("tags that begin", 20_000, |n| reads("<".repeat(n))),
        ("names that differ", 100, |n| {
            reads(format!("<r>{}</r>", each(n, |n| format!("<a{n}/>"))))
        }),
        ("lines before an error", 5_000, |n| reads(format!("<r>{}</x>", "\n".repeat(n)))),
        ("a line before an error", 5_000, |n| reads(format!("<r/>{}<x/>", " ".repeat(n)))),
        ("a declaration", 5_000, |n| reads(format!("<?xml {}", "encoding=".repeat(n)))),
    ]);
}

/// Takes what some paths lead to, in one pass.
fn takes(body: impl Into<Vec<u8>>) -> Work {
    take(&["r.a[2].b", "r.a[3]", "r.a['@k']", "r['p:a'].b", "r.a.b.c"], body)
}

fn take(paths: &[&str], body: impl Into<Vec<u8>>) -> Work {
    let paths: Vec<Path> = paths.iter().map(|path| Path::parse(path).expect("a path")).collect();
    let one_pass = OnePassXml::compile(&paths).expect("singular paths");
    let body = body.into();
    Work::new(move || drop(black_box(one_pass.take(black_box(&body)))))
}

#[test]
fn in_one_pass() {
    check(&[
        ("elements that are counted", 500, |n| takes(format!("<r>{}</r>", "<a>1</a>".repeat(n)))),
        ("elements that are wanted for their names", 300, |n| {
            takes(format!("<r>{}</r>", "<a><b><c>1</c></b></a>".repeat(n)))
        }),
        ("nesting beside nesting", 20, |n| {
            takes(format!("<r>{}</r>", nested("<a>", "", "</a>", 30).repeat(n)))
        }),
        ("indexes behind an index", 300, |n| {
            let path = format!("r{}.b", "[0]".repeat(n));
            take(&[&path], format!("<r>{}</r>", "<a/>".repeat(n)))
        }),
        ("prefixes under many", 100, |n| {
            let scope = each(60, |n| format!(" xmlns:p{n}='u'"));
            takes(format!("<r{scope}>{}</r>", "<p0:a p0:k='1'/>".repeat(n)))
        }),
        ("elements with many attributes", 20, |n| {
            let element = format!("<a{}/>", each(32, |n| format!(" a{n}=''")));
            takes(format!("<r>{}</r>", element.repeat(n)))
        }),
        ("references in a text", 1_000, |n| {
            takes(format!("<r><a><b><c>{}</c></b></a></r>", "&#65;".repeat(n)))
        }),
        ("digits of a reference", 10_000, |n| takes(format!("<r>&#{};</r>", "0".repeat(n)))),
        ("comments", 500, |n| takes(format!("<r>{}</r>", "x<!---->".repeat(n)))),
        ("sections", 500, |n| takes(format!("<r>{}</r>", "x<![CDATA[]]]]]]>".repeat(n)))),
        ("brackets", 10_000, |n| takes(format!("<r>{}</r>", "]".repeat(n)))),
        ("tags that open", 300, |n| takes("<a>".repeat(n))),
    ]);
}

#[test]
fn values() {
    check(&[
        ("brothers of one name", 300, |n| {
            ask(xml(&format!("<r>{}</r>", "<a>1</a>".repeat(n))), value)
        }),
        ("pairs of names", 100, |n| {
            let pairs = each(n, |n| format!("<a{n}/><a{n}/>"));
            ask(xml(&format!("<r>{pairs}</r>")), value)
        }),
        ("two names in turn", 150, |n| {
            ask(xml(&format!("<r>{}</r>", "<a/><b/>".repeat(n))), value)
        }),
        ("pairs at each depth", 100, |n| ask(xml(&nested("<a><b/>", "", "<b/></a>", n)), value)),
        ("a text in pieces", 200, |n| {
            ask(xml(&format!("<r>{}<a/></r>", "x<!---->".repeat(n))), value)
        }),
        ("attributes", 4, |n| {
            let element = format!("<a{}/>", each(40, |n| format!(" a{n}=''")));
            ask(xml(&format!("<r>{}</r>", element.repeat(n))), value)
        }),
        ("pairs with their places", 50, |n| {
            let pairs = each(n, |n| format!("<a{n}/><a{n}/>"));
            ask(xml(&format!("<r>{pairs}</r>")), places)
        }),
        ("attributes with their places", 3, |n| {
            let element = format!("<a{}/>", each(40, |n| format!(" a{n}=''")));
            ask(xml(&format!("<r>{}</r>", element.repeat(n))), places)
        }),
    ]);
}

#[test]
fn suggestions() {
    check(&[
        ("prefixed names", 100, |n| {
            let pairs = each(n, |n| format!("<p:a{n}/><p:a{n}/>"));
            ask(xml(&format!("<r xmlns:p='u'>{pairs}</r>")), |document| {
                black_box(document.suggest("r.", 5));
            })
        }),
        ("elements of all names", 120, |n| {
            ask(xml(&format!("<r>{}</r>", "<a><b/></a>".repeat(n))), |document| {
                black_box(document.suggest("$..*.", 5));
            })
        }),
    ]);
}
