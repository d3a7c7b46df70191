//! An element in, its own text out, or whether it has nothing but text.

use std::borrow::Cow;

use switchhook_scan::XML_SPACE;

use super::source::Source;

type Xml<'d> = roxmltree::Node<'d, 'd>;

pub(crate) fn child_elements<'d>(parent: Xml<'d>) -> impl Iterator<Item = Xml<'d>> {
    parent.children().filter(|node| node.is_element())
}

pub(crate) fn is_text_only(element: Xml<'_>) -> bool {
    element.attributes().len() == 0 && child_elements(element).next().is_none()
}

/// All text nodes straight inside an element, joined; trimmed unless `xml:space` says otherwise.
pub(crate) fn own_text<'d>(source: &Source, element: Xml<'d>) -> Cow<'d, str> {
    let mut texts = element.children().filter(|node| node.is_text()).filter_map(|node| node.text());
    let first = texts.next().unwrap_or_default();
    let text = match texts.next() {
        None => Cow::Borrowed(first),
        Some(second) => Cow::Owned([first, second].into_iter().chain(texts).collect::<String>()),
    };
    if source.preserves_space(element.id().get()) {
        return text;
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(XML_SPACE)),
        Cow::Owned(text) => Cow::Owned(text.trim_matches(XML_SPACE).to_owned()),
    }
}
