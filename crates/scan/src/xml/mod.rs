//! An XML text and many ways in, what they lead to out, in one pass and without a tree; of plain documents.

mod class;

mod reference;

mod cursor;

mod capture;

mod reader;

use std::borrow::Cow;

pub use capture::TEXT;
pub use reference::is_xml;

use capture::{Capture, Source};
use reader::Reader;

use crate::trie::Trie;

/// What a way leads to in an XML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlText<'t> {
    /// As it is written: what stands between the tags or quotes.
    pub source: &'t str,
    /// As it is read: with references and sections resolved, without comments, and without white space at both ends of
    /// an element.
    pub text: Cow<'t, str>,
}

/// What the ways of a trie lead to in an XML text, by their numbers. Names lead to child elements, as written or else
/// without their prefixes, `@name` to an attribute and `#text` to an element's own text; indexes count the children of
/// one name, from 0. The whole text is checked.
///
/// Nothing comes out of a text that is not well-formed, and of any that is not plain: one with a document type, with
/// names beyond ASCII, and so on; nor where a way leads to an element that is more than its text, or
/// to several. What there is, a reader of whole documents can tell. Ways that count from the end lead nowhere here.
///
/// ```
/// use switchhook_scan::{Step, Trie, take_xml};
///
/// let mut trie = Trie::new();
/// let way = ["order", "item"].map(|name| Step::Name(name.into())).into_iter();
/// let second = trie.insert(way.chain([Step::Index(1)]).collect()).ok_or("a way")?;
/// let text = "<order><item>pears</item><item> salt &amp; pepper </item></order>";
/// let found = take_xml(&trie, text).ok_or("plain")?;
/// assert_eq!(found[second].as_ref().map(|found| &*found.text), Some("salt & pepper"));
/// assert_eq!(take_xml(&trie, "<order><item>pears</order>"), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn take_xml<'t>(trie: &'t Trie, text: &'t str) -> Option<Vec<Option<XmlText<'t>>>> {
    let bytes = text.as_bytes();
    let mut capture = Capture::new(bytes, trie);
    Reader::new(bytes, &mut capture).document()?;
    let found = capture.finish().into_iter();
    found.map(|source| source.map_or(Some(None), |source| read(source).map(Some))).collect()
}

/// Nothing where more has to be done to read it.
fn read(source: Source<'_>) -> Option<XmlText<'_>> {
    let (Source::Value(bytes) | Source::Text(bytes)) = source;
    let written = std::str::from_utf8(bytes).ok()?;
    let text = reference::resolved(written)?;
    let text = match source {
        // White space of other sorts becomes spaces (XML 1.0 §3.3.3).
        Source::Value(_) if written.contains(['\t', '\n']) => return None,
        Source::Value(_) => text,
        Source::Text(_) => trimmed(text)?,
    };
    Some(XmlText { source: written, text })
}

/// Nothing where what is resolved is only white space: whether that is a text depends on what there is beside it.
fn trimmed(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    match text {
        Cow::Borrowed(text) => Some(Cow::Borrowed(text.trim_matches(SPACE))),
        Cow::Owned(text) => Some(text.trim_matches(SPACE).to_owned())
            .filter(|text| !text.is_empty())
            .map(Cow::Owned),
    }
}

/// White space of XML 1.0 §2.3.
pub const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];
