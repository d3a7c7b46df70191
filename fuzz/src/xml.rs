//! Bytes as XML: what is read is what the rules make of the parser's tree.

use switchhook_path::{Document, Format};

use crate::oracle::xml::agree;

/// Any bytes.
pub fn xml(body: &[u8]) {
    let read = Document::parse(Format::Xml, body);
    if let Err(unreadable) = &read {
        assert!(unreadable.message.contains("line "), "{unreadable}");
    }
    let Ok(text) = std::str::from_utf8(body) else { return };
    if !text.contains("encoding") && !text.contains('\0') {
        assert_eq!(read.is_ok(), Document::from_text(Format::Xml, text).is_ok());
    }
    // The oracle is slow, and serde_json goes 128 levels deep.
    if text.matches('<').count() < 200 {
        agree(text);
    }
}
