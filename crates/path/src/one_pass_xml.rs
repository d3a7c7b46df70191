//! Singular paths and an XML body in, what each of them takes out: in one pass, where the body is plain.

use switchhook_scan::{Step, Trie, XML_TEXT, XmlText, take_xml};

use crate::document::decode::plain_xml;
use crate::document::json::value::Json;
use crate::one_pass::{together, way};
use crate::path::Path;
use crate::take::Taken;

/// Singular paths that are compiled together, for XML.
///
/// ```
/// use switchhook_path::{OnePassXml, Path};
///
/// let paths = [Path::parse("order['@id']")?, Path::parse("order.item[1]")?, Path::parse("order.note")?];
/// let one_pass = OnePassXml::compile(&paths).ok_or("singular paths")?;
/// let body = b"<order id='A7'><item>pears</item><item>salt &amp; pepper</item></order>";
/// let taken = one_pass.take(body).ok_or("plain XML")?;
/// let values = taken.iter().map(|taken| taken.as_ref().map(|taken| taken.value.as_json()));
/// assert!(values.eq([Some("\"A7\""), Some("\"salt & pepper\""), None]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnePassXml {
    trie: Trie,
    /// For each path, where the trie gives its value.
    slots: Vec<usize>,
}

impl OnePassXml {
    /// Compiles paths together. Nothing where one of them is not singular, counts from the end, or leads through or to
    /// what only the whole document tells.
    pub fn compile<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Option<OnePassXml> {
        let ways = paths.into_iter().map(|path| way(path).filter(|way| leads_to_text(way)));
        let mut ways = ways.collect::<Option<Vec<_>>>()?;
        ways.iter_mut().for_each(shorten);
        let (trie, slots) = together(&ways)?;
        Some(OnePassXml { trie, slots })
    }

    /// What each path takes from a body, in their order: as [`Document::take`](crate::Document::take) gives it.
    ///
    /// Nothing for a body that is no XML, or more than plain XML in UTF-8, and where a path leads to more than a text:
    /// [`Document::parse`](crate::Document::parse) tells what there is.
    pub fn take(&self, body: &[u8]) -> Option<Vec<Option<Taken>>> {
        let taken = |found: XmlText<'_>| Taken {
            value: Json::string(&found.text),
            raw: found.source.into(),
        };
        Some(self.find(body)?.into_iter().map(|found| found.map(taken)).collect())
    }

    /// The same as the texts that they are, with their sources, which stay where they are.
    pub fn find<'b>(&'b self, body: &'b [u8]) -> Option<Vec<Option<XmlText<'b>>>> {
        let found = take_xml(&self.trie, plain_xml(body)?)?;
        Some(self.slots.iter().map(|slot| found.get(*slot)?.clone()).collect())
    }
}

/// Whether the steps lead from element to element, and at the end to one, to its own text or to an attribute.
fn leads_to_text(way: &[Step]) -> bool {
    let Some((last, before)) = way.split_last() else { return false };
    let is_element = |step: &Step| match step {
        Step::Name(name) => !name.starts_with('@') && name != XML_TEXT,
        Step::Index(_) => true,
        Step::FromEnd(_) | Step::Either(..) => false,
    };
    before.iter().all(is_element) && (is_element(last) || matches!(last, Step::Name(_)))
}

/// What is counted is one element, and as a list of one its own first: that leads nowhere else, and would only be one
/// more place to look from.
fn shorten(way: &mut Vec<Step>) {
    way.dedup_by(|next, before| *next == Step::Index(0) && matches!(before, Step::Index(_)));
}
