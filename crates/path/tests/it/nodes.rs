//! Nodes as tree views walk over them: keys, counts, previews and the way back.

use switchhook_path::{Document, Format, Key, Kind, Node};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{json, xml};

/// Draws a tree, a line for each node.
fn draw(document: &Document) -> String {
    let mut lines = Vec::new();
    let mut ahead = vec![(0, "$".to_owned(), document.root())];
    while let Some((depth, key, node)) = ahead.pop() {
        let indent = "  ".repeat(depth);
        lines.push(format!("{indent}{key} {} {} {}", node.kind(), node.len(), node.preview(16)));
        let mut children: Vec<_> =
            node.children().map(|(key, child)| (depth + 1, show(&key), child)).collect();
        children.reverse();
        ahead.extend(children);
    }
    lines.join("\n")
}

fn show(key: &Key<'_>) -> String {
    match key {
        Key::Name(name) => name.to_string(),
        Key::Index(index) => format!("[{index}]"),
    }
}

#[test]
fn json_as_a_tree() {
    let document = json(r#"{"a": [1, {"b": null}], "c\n": "long enough to be cut", "d": {}}"#);
    expect_test::expect![[r#"
        $ object 3 {"a":[1,{"b":nu…
          a array 2 [1,{"b":null}]
            [0] number 0 1
            [1] object 1 {"b":null}
              b null 0 null
          c
         string 0 "long enough to…
          d object 0 {}"#]]
    .assert_eq(&draw(&document));
}

#[test]
fn xml_as_a_tree() {
    let document = xml("<r k='v'>t<p:a xmlns:p='u'>1</p:a><b/><b>2</b><!-- c --></r>");
    expect_test::expect![[r##"
        $ object 1 {"r":{"@k":"v",…
          r object 4 {"@k":"v","#tex…
            @k string 0 "v"
            #text string 0 "t"
            p:a string 0 "1"
            b array 2 ["","2"]
              [0] string 0 ""
              [1] string 0 "2""##]]
    .assert_eq(&draw(&document));
}

#[test]
fn a_preview_of_a_large_value_is_cut() {
    let long = format!("[\"{}\"]", "é".repeat(1_000_000));
    let document = json(&long);
    assert_eq!(document.root().preview(5), "[\"éé…");
    assert_eq!(document.root().preview(1), "…");
    assert_eq!(document.root().preview(0), "…");
    assert_eq!(json("7").root().preview(1), "7");
    let document = xml(&format!("<r>{}</r>", "<a/>".repeat(100_000)));
    assert_eq!(document.root().preview(14), "{\"r\":{\"a\":[\"\"…");
}

#[test]
fn documents_are_owned_and_nodes_are_handles() {
    fn is_shared<T: Send + Sync + 'static>(_: &T) {}
    fn is_handle<T: Copy>(_: T) {}
    let document = {
        let body = String::from("{\"a\": 1}");
        Document::parse(Format::Json, body.as_bytes()).expect("JSON")
    };
    is_shared(&document);
    let root: Node<'_> = document.root();
    is_handle(root);
    assert_eq!((root.kind(), root.is_empty()), (Kind::Object, false));
    assert_eq!(document.format(), Format::Json);
    assert_eq!(root.raw(), "{\"a\": 1}");
}
