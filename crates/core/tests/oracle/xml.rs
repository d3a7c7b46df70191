//! XML text in; its elements, attributes, comments, instructions and texts in their order out, by roxmltree.

use roxmltree::{Document, NodeType};

use super::TEXT;

/// Nothing where it is no XML.
pub(super) fn read(text: &str) -> Option<Vec<String>> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let mut parts: Vec<String> = Vec::new();
    for node in document.descendants() {
        // The text between two marks is one, in however many sections it stands.
        let depth = node.ancestors().count();
        match node.node_type() {
            NodeType::Root => (),
            NodeType::Element => {
                parts.push(format!("{depth} <{}>", node.tag_name().name()));
                let attributes = node.attributes();
                parts.extend(attributes.map(|one| format!("@{}={}", one.name(), one.value())));
            }
            NodeType::Comment | NodeType::PI => parts.push(format!("{depth} {node:?}")),
            NodeType::Text => text_of(&mut parts, node.text().unwrap_or_default()),
        }
    }
    Some(parts)
}

fn text_of(parts: &mut Vec<String>, text: &str) {
    match parts.last_mut().filter(|last| last.starts_with(TEXT)) {
        Some(last) => last.push_str(text),
        None => parts.push(format!("{TEXT}{text}")),
    }
}
