//! Limits: what is just inside is answered, what is outside is refused, and nothing hangs or dies.

use switchhook_path::{Document, Format, Json, Path, limits};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{json, xml};

fn is_read(format: Format, body: &str) -> bool {
    Document::parse(format, body.as_bytes()).is_ok()
}

fn select(document: &Document, path: &str) -> Result<usize, String> {
    let path = Path::parse(path).expect("a path");
    document.select(&path).map(|selected| selected.len()).map_err(|error| error.to_string())
}

#[test]
fn depth_of_json() {
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    let objects = |depth| "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth);
    assert!(is_read(Format::Json, &nested(limits::DEPTH)));
    assert!(!is_read(Format::Json, &nested(limits::DEPTH + 1)));
    assert!(is_read(Format::Json, &objects(limits::DEPTH)));
    assert!(!is_read(Format::Json, &objects(limits::DEPTH + 1)));
    assert!(!is_read(Format::Json, &"[".repeat(1_000_000)));
    let deepest = json(&objects(limits::DEPTH));
    assert_eq!(select(&deepest, "$..a"), Ok(limits::DEPTH));
    assert_eq!(deepest.root().value().as_json(), objects(limits::DEPTH));
    assert!(Json::parse(&nested(limits::DEPTH + 1)).is_err());
}

#[test]
fn depth_of_xml() {
    let nested = |depth| "<a>".repeat(depth) + "x" + &"</a>".repeat(depth);
    assert!(is_read(Format::Xml, &nested(limits::DEPTH)));
    assert!(!is_read(Format::Xml, &nested(limits::DEPTH + 1)));
    let empty = "<a>".repeat(limits::DEPTH) + "<b/>" + &"</a>".repeat(limits::DEPTH);
    assert!(!is_read(Format::Xml, &empty), "an empty element is a level too");
    let deepest = xml(&nested(limits::DEPTH));
    let value = deepest.root().value();
    assert_eq!(value.as_json().matches("{\"a\":").count(), limits::DEPTH);
    assert!(Json::parse(value.as_json()).is_ok());
}

#[test]
fn length_of_a_path() {
    let error = Path::parse(&"a".repeat(limits::PATH_LENGTH + 1)).expect_err("too long");
    assert_eq!(error.range, 4096..4097);
    assert_eq!(error.message, "The path is too long: 4,096 characters are read.");
    assert!(Path::parse(&"é".repeat(limits::PATH_LENGTH)).is_ok(), "characters count, not bytes");
}

#[test]
fn attributes_and_namespaces_of_xml() {
    let attributes = |count: usize| {
        let list: String = (0..count).map(|n| format!(" a{n}='>'")).collect();
        format!("<r{list}/>")
    };
    assert!(is_read(Format::Xml, &attributes(limits::XML_ATTRIBUTES)));
    assert!(!is_read(Format::Xml, &attributes(limits::XML_ATTRIBUTES + 1)));

    let elements =
        |count: usize| format!("<r>{}</r>", attributes(limits::XML_ATTRIBUTES).repeat(count));
    assert!(is_read(Format::Xml, &elements(10)));
    assert!(!is_read(Format::Xml, &elements(401)));

    let declarations = |count: usize| -> String {
        (0..count).map(|n| format!(" xmlns:p{n} = \"u{n}\"")).collect()
    };
    let scope = |count: usize| format!("<r{}><a/></r>", declarations(count));
    assert!(is_read(Format::Xml, &scope(limits::XML_NAMESPACES)));
    assert!(!is_read(Format::Xml, &scope(limits::XML_NAMESPACES + 1)));

    // Ten declarations a level: the limit counts what is in scope, not what one element has.
    let nested = |depth: usize| {
        let levels: String = (0..depth).map(|_| format!("<a{}>", declarations(10))).collect();
        levels + &"</a>".repeat(depth)
    };
    assert!(is_read(Format::Xml, &nested(25)));
    assert!(!is_read(Format::Xml, &nested(26)));

    // Siblings share the scope of their parent, not each other's.
    let siblings = |scope: usize, count: usize| {
        let child = "<a xmlns:x='u'/>".repeat(count);
        format!("<r{}>{child}</r>", declarations(scope))
    };
    assert!(is_read(Format::Xml, &siblings(4, 40_000)), "what SOAP frameworks write");
    assert!(!is_read(Format::Xml, &siblings(200, 3_000)));
}

/// What is large and legal is read; what would be large once it is read is refused before.
#[test]
fn sizes_of_xml() {
    let large = "x".repeat(30_000_000);
    let document = xml(&format!("<r k='{large}'/>"));
    let path = Path::parse("r['@k']").expect("a path");
    let taken = document.take(&path).expect("one value").expect("an attribute");
    assert_eq!(taken.raw.len(), large.len());
    drop((document, taken, large));

    let message =
        |body: &str| Document::parse(Format::Xml, body.as_bytes()).expect_err("too much").message;
    let deep = message(&"<a>".repeat(200_000));
    assert!(deep.contains("512 levels of nesting are read, at line 1, column 1537"), "{deep}");
    let namespaces: String = (0..=65_536).map(|n| format!("<a xmlns='u{n}'/>")).collect();
    let many = message(&format!("<r>{namespaces}</r>"));
    assert!(many.contains("65,536 namespaces"), "{many}");
    let entities: String =
        (1..30).map(|n| format!("<!ENTITY e{n} '&e{m};&e{m};'>", m = n - 1)).collect();
    let bomb = message(&format!("<!DOCTYPE r [<!ENTITY e0 'ha'>{entities}]><r>&e29;</r>"));
    assert!(bomb.contains("(DOCTYPE) is not read"), "{bomb}");
    let outside =
        message("<!DOCTYPE r SYSTEM 'http://127.0.0.1/r.dtd' [<!ENTITY % e SYSTEM 'e'> %e;]><r/>");
    assert!(outside.contains("(DOCTYPE) is not read"), "{outside}");
}

#[test]
fn nodes_of_xml() {
    let elements = "<a/>".repeat(limits::XML_NODES as usize);
    let error = Document::parse(Format::Xml, format!("<r>{elements}</r>").as_bytes());
    let message = error.expect_err("too many").message;
    assert!(message.contains("4,000,000 nodes"), "{message}");
}

/// What looks like markup in comments, CDATA sections, instructions and values is none.
#[test]
fn the_guard_reads_what_the_parser_reads() {
    let many = "<a>".repeat(1000);
    for body in [
        format!("<r><!-- {many} --></r>"),
        format!("<r><![CDATA[{many}]]></r>"),
        format!("<r><?p {many}?></r>"),
        format!("<r k='{}'/>", many.replace('<', "/>")),
        "<r k = \"a>b\" j='\"'>&#65;&#x10FFFF;</r>".to_owned(),
        "<r\n\txmlns\n=\n'u'\n>é</r\n>".to_owned(),
    ] {
        assert!(is_read(Format::Xml, &body), "{}", &body.chars().take(40).collect::<String>());
    }
    for body in [
        "<",
        "<a",
        "<a ",
        "<a k",
        "<a k=",
        "<a k='",
        "<!--",
        "<![CDATA[",
        "<?",
        "</",
        "&",
        "&#",
        "&#x",
        "&#;",
    ] {
        assert!(!is_read(Format::Xml, body), "{body}");
        assert!(!is_read(Format::Xml, &format!("<r>{body}")), "{body}");
    }
}

#[test]
fn selected_nodes() {
    let nested = json(&("[".repeat(200) + &"]".repeat(200)));
    assert_eq!(select(&nested, "$..*..*"), Ok(199 * 198 / 2));
    let error = select(&nested, "$..*..*..*..*").expect_err("C(199, 4) nodes");
    assert!(error.contains("1,000,000 values"), "{error}");

    let more = json(&format!("[{}0]", "0,".repeat(limits::SELECTED_NODES)));
    assert!(select(&more, "$[*]").is_err());
    // What a path picks from a large array is small.
    assert_eq!(select(&more, "$[-1]"), Ok(1));
    assert_eq!(select(&more, "$[-2:]"), Ok(2));
    let most = Path::parse("$[1:]").expect("a path");
    assert!(more.take(&most).is_ok());
}

/// Values inside of values: what is selected is many times the document.
#[test]
fn selected_bytes() {
    let inner = "<b>some text</b>".repeat(10_000);
    let deep = xml(&format!("{}{inner}{}", "<a>".repeat(500), "</a>".repeat(500)));
    let error = select(&deep, "$..a").expect_err("80 MB");
    assert!(error.contains("64 MiB"), "{error}");
    assert_eq!(select(&deep, "$..a['none']"), Ok(0));
    let path = Path::parse("$..a").expect("a path");
    assert!(deep.take(&path).is_err());
}

#[test]
fn steps() {
    let wide = json(&format!("[{}0]", "0,".repeat(999_999)));
    let path = format!("$[{}-1]", "-1,".repeat(99));
    let error = select(&wide, &path).expect_err("a hundred walks over a million");
    assert!(error.contains("20 million steps"), "{error}");
}
