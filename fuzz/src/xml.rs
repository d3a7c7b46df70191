//! Bytes as XML: what is read is what the rules make of the parser's tree, and one pass takes what the tree has.

use switchhook_path::{Document, Format, Path};

use crate::oracle::xml::agree;
use crate::oracle::xml_pass;

/// Ways through documents with the names of the first inputs, and with short ones.
const PATHS: [&str; 14] = [
    "a", "a.b", "a.b[0]", "a.b[1]", "a.b[1].c", "a['@k']", "a.b['@k']", "a['p:b']", "a['#text']", "a.b['#text']",
    "note.to", "a[0].b[0][0].c", "['p:a'].b", "order.item[2]",
];

/// Any bytes.
pub fn xml(body: &[u8]) {
    let read = Document::parse(Format::Xml, body);
    if let Err(unreadable) = &read {
        assert!(unreadable.message.contains("line "), "{unreadable}");
    }
    let paths = PATHS.map(|path| Path::parse(path).unwrap());
    xml_pass::agree(body, &paths);
    let Ok(text) = std::str::from_utf8(body) else { return };
    if !text.contains("encoding") && !text.contains('\0') {
        assert_eq!(read.is_ok(), Document::from_text(Format::Xml, text).is_ok());
    }
    // The oracle is slow, and serde_json goes 128 levels deep.
    if text.matches('<').count() < 200 {
        agree(text);
    }
}
