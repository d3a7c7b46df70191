//! An XML node in, its value as compact JSON text or its source out.

use std::borrow::Cow;

use super::children::XmlChildren;
use super::node::{At, Xml, XmlNode};
use crate::document::json::string;
use crate::document::kind::Kind;
use crate::document::tree::{Key, Tree};

/// A container that is being written.
struct Open<'d> {
    rest: XmlChildren<'d>,
    close: char,
    empty: bool,
}

/// Writes the value, and stops soon after `limit` bytes: what is cut is no JSON then.
pub(super) fn compact(node: XmlNode<'_>, out: &mut String, limit: usize) {
    let mut open = Vec::new();
    enter(node, out, &mut open, limit);
    while out.len() <= limit {
        let Some(container) = open.last_mut() else { return };
        let Some((key, child)) = container.rest.next() else {
            out.push(container.close);
            open.pop();
            continue;
        };
        if !container.empty {
            out.push(',');
        }
        container.empty = false;
        if let Key::Name(name) = key {
            string::write(out, &name);
            out.push(':');
        }
        enter(child, out, &mut open, limit);
    }
}

fn enter<'d>(node: XmlNode<'d>, out: &mut String, open: &mut Vec<Open<'d>>, limit: usize) {
    let (bracket, close) = match node.kind() {
        Kind::Object => ('{', '}'),
        Kind::Array => ('[', ']'),
        _ => {
            let text = node.text();
            // No more characters than bytes: what is short is not counted.
            let long = text.len() > limit;
            let end = long.then(|| text.char_indices().nth(limit)).flatten();
            let cut = end.and_then(|(end, _)| text.get(..end));
            return string::write(out, cut.unwrap_or(&text));
        }
    };
    out.push(bracket);
    open.push(Open { rest: node.children(), close, empty: true });
}

/// The source of a value: of a string what stands between the tags or quotes, of an element with
/// members its markup, of several elements the markup of each.
pub(super) fn raw(node: XmlNode<'_>) -> Cow<'_, str> {
    let text = node.source.text();
    let xml = |id| node.source.node(id);
    let range = match node.at {
        At::Document => 0..text.len(),
        At::Element(id) if node.kind() == Kind::Object => xml(id).range(),
        At::Element(id) => match xml(id).first_child() {
            Some(first) => first.range().start..content_end(text, xml(id)),
            None => return Cow::Borrowed(""),
        },
        At::Attribute(id, index) => match xml(id).attributes().nth(index as usize) {
            Some(attribute) => {
                // The quotes are the last two that there are: the range ends with the second.
                let end = attribute.range().end.saturating_sub(1);
                let source = text.get(attribute.range().start..end).unwrap_or_default();
                let start = source
                    .find(['"', '\''])
                    .map_or(end, |quote| attribute.range().start + quote + 1);
                start..end
            }
            None => return Cow::Borrowed(""),
        },
        At::Text(id) => {
            let texts = xml(id).children().filter(roxmltree::Node::is_text);
            // A text that goes on in sections is one node, whose own range is that of its first piece.
            let end = |node: &Xml<'_>| match node.next_sibling() {
                Some(next) => next.range().start,
                None => content_end(text, xml(id)),
            };
            return texts.filter_map(|node| text.get(node.range().start..end(&node))).collect();
        }
        At::Named(_) | At::LocalNamed(_) | At::LocalAttributes(..) => {
            let sources = node.elements().map(|element| match element.at {
                At::Element(id) => text.get(xml(id).range()).unwrap_or_default().to_owned(),
                _ => raw(element).into_owned(),
            });
            return sources.collect();
        }
    };
    Cow::Borrowed(text.get(range).unwrap_or_default())
}

/// Where the content of an element ends that has some: before its end tag.
fn content_end(text: &str, element: Xml<'_>) -> usize {
    let range = element.range();
    let source = text.get(range.clone()).unwrap_or_default();
    range.start + source.bytes().rposition(|byte| byte == b'<').unwrap_or(source.len())
}
