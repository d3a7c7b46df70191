//! An element or an attribute in, its name as written in the document out: the tree has only what the
//! prefix stands for.

use super::source::Source;

type Xml<'d> = roxmltree::Node<'d, 'd>;

/// An element's name as written in the document.
pub(crate) fn qualified_name<'d>(source: &'d Source, element: Xml<'d>) -> &'d str {
    let local = element.tag_name().name();
    let rest = source.text().get(element.range().start + 1..).unwrap_or_default();
    // Most names have no prefix, and stand there as they are.
    let end = match rest.strip_prefix(local).and_then(|rest| rest.bytes().next()) {
        Some(b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n') => return local,
        _ => rest.bytes().position(|byte| matches!(byte, b'>' | b'/') || is_space(byte)),
    };
    end.and_then(|end| rest.get(..end)).unwrap_or(local)
}

/// An attribute's name as written in the document.
pub(crate) fn attribute_name<'d>(
    source: &'d Source,
    attribute: roxmltree::Attribute<'d, 'd>,
) -> &'d str {
    let rest = source.text().get(attribute.range().start..).unwrap_or_default();
    let end = rest.bytes().position(|byte| byte == b'=' || is_space(byte));
    end.and_then(|end| rest.get(..end)).unwrap_or(attribute.name())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}
