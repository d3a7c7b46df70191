//! One pass over XML: which documents and paths it takes, and which it leaves to the whole document.

use serde_json::Value;
use switchhook_path::{Document, Format, OnePassXml, Path};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::oracle::xml_pass::agree;
use crate::table::{run, same};

const CASES: &str = include_str!("../vectors/xml/cases.json");

fn compile(path: &str) -> Option<OnePassXml> {
    OnePassXml::compile([&Path::parse(path).expect("a path")])
}

/// Document, path, and what one pass takes: the value, or nothing.
const PLAIN: [(&str, &str, Option<&str>); 42] = [
    ("<a>x</a>", "a", Some("x")),
    ("<a/>", "a", Some("")),
    ("<a></a >\n", "a", Some("")),
    ("<a>x</a>", "b", None),
    (
        "<?xml version=\"1.0\" encoding='UTF-8' standalone=\"yes\" ?>\n<!-- c -->\n<a>x</a><!--d-->",
        "a",
        Some("x"),
    ),
    ("\u{FEFF}<a>x</a>", "a", Some("x")),
    ("<a>\n two words\t</a>", "a", Some("two words")),
    ("<a>&lt;b&gt; &amp; &quot;&apos; &#233;&#xE9;</a>", "a", Some("<b> & \"' éé")),
    ("<a>日本 😀 \u{FF01}</a>", "a", Some("日本 😀 \u{FF01}")),
    ("<a>]] ></a>", "a", Some("]] >")),
    ("<a k='1' l=\"it's\"/>", "a['@l']", Some("it's")),
    ("<a k='&lt; 1'/>", "a['@k']", Some("< 1")),
    ("<a k=' x '/>", "a['@k']", Some(" x ")),
    ("<a k='1'/>", "a['@l']", None),
    ("<a k='1'>x</a>", "a['#text']", Some("x")),
    ("<a k='1'> </a>", "a['#text']", None),
    ("<a> </a>", "a['#text']", Some("")),
    ("<a><b>1</b><c/><b>2</b></a>", "a.b[0]", Some("1")),
    ("<a><b>1</b><c/><b>2</b></a>", "a.b[1]", Some("2")),
    ("<a><b>1</b><c/><b>2</b></a>", "a.b[2]", None),
    ("<a><b>1</b></a>", "a.b[0][0]", Some("1")),
    ("<a><b>1</b></a>", "a.b[0][1]", None),
    ("<a><b>1</b><b>2</b></a>", "a.b[1][0][0]", Some("2")),
    ("<a><b>1</b><b>2</b></a>", "a.b[0][1][0]", None),
    ("<a><b><c>1</c></b><b><c>2</c></b></a>", "a.b.c", None),
    ("<a><b><c>1</c></b><b><c>2</c></b></a>", "a.b[1].c", Some("2")),
    ("<a><b><c>1</c></b></a>", "a.b[0].c", Some("1")),
    ("<a><b><c>1</c></b></a>", "a[0].b.c[0]", Some("1")),
    ("<p:a xmlns:p='u' p:k='1'><p:b>x</p:b></p:a>", "a.b", Some("x")),
    ("<p:a xmlns:p='u' p:k='1'><p:b>x</p:b></p:a>", "['p:a']['p:b']", Some("x")),
    ("<p:a xmlns:p='u' p:k='1'><p:b>x</p:b></p:a>", "a['@k']", Some("1")),
    ("<a xmlns:p='u' xmlns:q='v'><p:b>1</p:b><q:b>2</q:b></a>", "a.b[1]", Some("2")),
    ("<a xmlns='d' xml:lang='en'><b xmlns='e'>x</b></a>", "a.b", Some("x")),
    ("<a><b><!-- not in it --><c>x</c></b></a>", "a.b.c", Some("x")),
    ("<a><b><![CDATA[]] >]]></b><c>x</c></a>", "a.c", Some("x")),
    ("<a>1<b>2</b>3</a>", "a.b", Some("2")),
    ("<?xml-stylesheet href='s'?><?p?><a><?p i ?? > ?>x</a><?q\n?>", "a", Some("x")),
    ("<a>x <!-- > -->&amp;<?p <b/>?> y</a>", "a", Some("x & y")),
    ("<a><!--> c -->x</a>", "a", Some("x")),
    ("<a> <![CDATA[ <b>&amp;</b>]] ]]></a>", "a", Some("<b>&amp;</b>]]")),
    ("<a>1<![CDATA[2]]>3<![CDATA[]]></a>", "a", Some("123")),
    ("<a k=''>1<![CDATA[2]]>3</a>", "a['#text']", Some("123")),
];

#[test]
fn plain_documents() {
    run(
        PLAIN,
        |(body, path, _)| format!("{path} of {body}"),
        |(body, path, expected)| {
            let one_pass = compile(path).ok_or("not compiled")?;
            let taken = one_pass.take(body.as_bytes()).ok_or("left to the document")?;
            let text =
                taken.iter().flatten().map(|taken| taken.value.as_text().into_owned()).next();
            same(text.as_deref(), *expected)?;
            agree(body.as_bytes(), &[Path::parse(path).map_err(|error| error.message)?]);
            Ok(())
        },
    );
}

/// Document and path, of which the whole document tells what there is.
const LEFT: [(&str, &str); 50] = [
    ("", "a"),
    ("text", "a"),
    ("<a>x</b>", "a"),
    ("<a>x</ab>", "a"),
    ("<a>x", "a"),
    ("<a>x</a><b/>", "a"),
    ("<a>x</a>y", "a"),
    ("<a>]]></a>", "a"),
    ("<a>\u{1}</a>", "a"),
    ("<a>\u{FFFF}</a>", "a"),
    ("<a>&nbsp;</a>", "a"),
    ("<a>&</a>", "a"),
    ("<a>&#0;</a>", "a"),
    ("<a>&#+65;</a>", "a"),
    ("<a>x\r\ny</a>", "a"),
    ("<a>x&#13;</a>", "a"),
    ("<a k='1'>&#32;</a>", "a['#text']"),
    ("<a k='1'>x</a>", "a"),
    ("<a k='x\ty'/>", "a['@k']"),
    ("<a k='1' k='2'/>", "a['@k']"),
    ("<a k='<'/>", "a['@k']"),
    ("<a k = '1'/>", "a['@k']"),
    ("<a k='1'j='2'/>", "a['@k']"),
    ("<a k=1/>", "a['@k']"),
    ("<a p:k='1'/>", "a['@k']"),
    ("<p:a/>", "a"),
    ("<a xmlns:p=''/>", "a"),
    ("<a xmlns:xml='u'/>", "a"),
    ("<a xmlns='http://www.w3.org/2000/xmlns/'/>", "a"),
    ("<a xmlns='http://www.w3.org/2000/xmlns&#47;'/>", "a"),
    ("<a xmlns:p='&#104;ttp://www.w3.org/XML/1998/namespace'/>", "a"),
    ("<a xmlns:p='u' p:xmlns='v'/>", "a['@xmlns']"),
    ("<a xmlns:p='u' p:xmlns='http://www.w3.org/2000/xmlns/'/>", "b"),
    ("<a xml:xmlns='v'> </a>", "a['#text']"),
    ("<a><b xmlns:p='u'/><p:c/></a>", "a"),
    ("<a xml:space='preserve'> x </a>", "a"),
    ("<a><b>1</b><b>2</b></a>", "a.b"),
    ("<a><b>1</b></a>", "a"),
    ("<a>1<b/>2</a>", "a['#text']"),
    ("<a xmlns:p='u'><p:b>1</p:b><b>2</b></a>", "a.b"),
    ("<!DOCTYPE a><a>x</a>", "a"),
    ("<?p:i?><a>x</a>", "a"),
    ("<?XML i?><a>x</a>", "a"),
    ("<?p\u{1}?><a>x</a>", "a"),
    ("<?p?i?><a>x</a>", "a"),
    ("<a k='1'><![CDATA[ ]]></a>", "a['#text']"),
    ("<a>x<!-- c -->y</a>", "a['#text']"),
    ("<größe>x</größe>", "größe"),
    ("<a><!-- x--y --></a>", "a"),
    ("<?xml version='1.0' encoding='iso-8859-1'?><a>x</a>", "a"),
];

#[test]
fn what_is_left_to_the_document() {
    run(
        LEFT,
        |(body, path)| format!("{path} of {body}"),
        |(body, path)| {
            let one_pass = compile(path).ok_or("not compiled")?;
            same(one_pass.take(body.as_bytes()), None)
        },
    );
}

#[test]
fn paths_that_are_not_for_one_pass() {
    let paths = [
        "$",
        "a[-1]",
        "a.0",
        "a['@k'][0]",
        "a['@k'].b",
        "a['#text'].b",
        "a.*",
        "$..a",
        "a[?@.b]",
        "a[0:1]",
    ];
    run(paths, |path| path.to_string(), |path| same(compile(path), None));
}

/// Some paths, of which one is not taken: none is.
#[test]
fn all_or_none() {
    let paths = ["a.b", "a.c"].map(|path| Path::parse(path).expect("a path"));
    let one_pass = OnePassXml::compile(&paths).expect("singular paths");
    assert!(one_pass.take(b"<a><b>1</b><c>2</c></a>").is_some());
    assert_eq!(one_pass.take(b"<a><b>1</b><c>2</c><c>3</c></a>"), None);
}

#[test]
fn the_documents_of_the_suite() {
    let cases: Value = serde_json::from_str(CASES).expect("cases");
    let mut passes = 0;
    for case in cases.as_array().expect("a list") {
        // The others are there as bytes.
        let Some(text) = case["xml"].as_str() else { continue };
        let Ok(document) = Document::from_text(Format::Xml, text) else {
            agree(text.as_bytes(), &[Path::parse("note.to").expect("a path")]);
            continue;
        };
        let all = document.select(&Path::parse("$..*").expect("a path")).expect("few nodes");
        let paths: Vec<Path> =
            all.iter().map(|node| Path::parse(&node.path).expect("a path")).collect();
        passes += agree(text.as_bytes(), &paths);
    }
    assert!(passes > 20, "{passes}");
}

/// The limits of one pass are inside those of documents.
#[test]
fn limits() {
    let many =
        |count: usize, piece: &dyn Fn(usize) -> String| (0..count).map(piece).collect::<String>();
    let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    let attributes = |count| format!("<a{}/>", many(count, &|at| format!(" k{at}=''")));
    let declared = |count| format!("<a{}/>", many(count, &|at| format!(" xmlns:p{at}='u'")));
    let repeated = |count, element: &str| format!("<a>{}</a>", element.repeat(count));
    let named = |length| format!("<a><{0}/></a>", "n".repeat(length));
    let table = [
        ("512 levels", nested(512), true),
        ("513 levels", nested(513), false),
        ("32 attributes", attributes(32), true),
        ("33 attributes", attributes(33), false),
        ("4,000,000 attributes", repeated(125_000, &attributes(32)), true),
        ("4,000,032 attributes", repeated(125_001, &attributes(32)), false),
        ("64 declarations", declared(64), true),
        ("65 declarations", declared(65), false),
        ("a name of 1,000 letters", named(1000), true),
        ("a name of 1,001 letters", named(1001), false),
        ("1,000,000 elements", repeated(999_999, "<b/>"), true),
        ("1,000,001 elements", repeated(1_000_000, "<b/>"), false),
    ];
    let one_pass = compile("none.here").expect("a singular path");
    run(
        table,
        |(name, ..)| name.to_string(),
        |(_, body, expected)| same(one_pass.take(body.as_bytes()).is_some(), *expected),
    );
}
