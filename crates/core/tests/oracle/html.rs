//! HTML text in; its elements, attributes, comments and texts in their order out, by html5ever.

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::TEXT;

/// Whatever the text is.
pub(super) fn read(text: &str) -> Option<Vec<String>> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text);
    let mut parts = Vec::new();
    let mut waiting: Vec<(usize, Handle)> = vec![(0, dom.document.clone())];
    while let Some((depth, node)) = waiting.pop() {
        match &node.data {
            NodeData::Text { contents } => parts.push(format!("{TEXT}{}", contents.borrow())),
            NodeData::Comment { contents } => parts.push(format!("{depth} <!--{contents}")),
            NodeData::Element { name, attrs, template_contents, .. } => {
                parts.push(format!("{depth} <{}>", name.local));
                let attrs = attrs.borrow();
                parts.extend(attrs.iter().map(|one| format!("@{}={}", one.name.local, one.value)));
                let inner = template_contents.borrow();
                waiting.extend(inner.iter().map(|inner| (depth + 1, inner.clone())));
            }
            _ => (),
        }
        let children = node.children.borrow();
        waiting.extend(children.iter().rev().map(|child| (depth + 1, child.clone())));
    }
    Some(parts)
}
