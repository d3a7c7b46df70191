//! Response documents: bytes in, nodes out that paths and tree views walk over.

pub(crate) mod kind;

pub(crate) mod tree;

pub(crate) mod json;

pub(crate) mod xml;

pub(crate) mod node;

pub(crate) mod decode;

pub(crate) mod came;

use json::node::JsonNode;
use json::tape::{Tape, described};
use node::Node;
use xml::node::XmlNode;
use xml::source::Source;

use crate::unreadable::Unreadable;

/// The two formats of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// RFC 8259.
    Json,
    /// XML 1.0 with namespaces, without document types.
    ///
    /// The document's one member is its root element. An element's members are its attributes
    /// (`@name`), its text (`#text`) and its child elements, by their names as written or without
    /// prefixes; several of one name are an array. An element that has nothing but text is a string.
    /// Brackets count and dots name: `[0]`, `[*]` and slices take a single element as a list of one,
    /// so that a path written for a list works when there is one item.
    Xml,
}

impl Format {
    /// The name as people write it: `"JSON"` or `"XML"`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::Xml => "XML",
        }
    }
}

/// A response document: parsed and checked whole, once; asked many times.
///
/// ```
/// use switchhook_path::{Document, Format, Path};
///
/// let document = Document::parse(Format::Json, br#"{"data": {"userId": 7}}"#)?;
/// let taken = document.take(&Path::parse("data.userId")?)?.ok_or("missing")?;
/// assert_eq!(taken.value.as_json(), "7");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Document(Content);

#[derive(Debug)]
enum Content {
    Json(Tape),
    Xml(Box<Source>),
}

impl Document {
    /// Reads the bytes of a body: UTF-8, and of XML the encodings that it may declare. A byte-order
    /// mark is skipped.
    pub fn parse(format: Format, body: &[u8]) -> Result<Document, Unreadable> {
        let decoded = match format {
            Format::Json => decode::json(body),
            Format::Xml => decode::xml(body),
        };
        match decoded {
            Ok(text) => Document::read(format, text),
            Err(fault) => {
                Err(came::instead(format, &decode::glimpse(body), fault.place, &fault.what))
            }
        }
    }

    /// Reads a body that is text already, whatever encoding it declares.
    ///
    /// ```
    /// use switchhook_path::{Document, Format};
    ///
    /// let declared = "<?xml version='1.0' encoding='utf-16'?><to>Tove</to>";
    /// assert!(Document::parse(Format::Xml, declared.as_bytes()).is_err());
    /// assert!(Document::from_text(Format::Xml, declared).is_ok());
    /// ```
    pub fn from_text(format: Format, text: &str) -> Result<Document, Unreadable> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Document::read(format, text.to_owned())
    }

    fn read(format: Format, text: String) -> Result<Document, Unreadable> {
        match format {
            Format::Json => Tape::parse(text).map(|tape| Document(Content::Json(tape))).map_err(
                |(text, fault)| {
                    let (place, what) = described(&text, &fault);
                    came::instead(format, &text, place, &what)
                },
            ),
            Format::Xml => Source::parse(text)
                .map(|source| Document(Content::Xml(Box::new(source))))
                .map_err(|(text, fault)| came::instead(format, &text, fault.place, &fault.what)),
        }
    }

    /// The format it was read as.
    pub fn format(&self) -> Format {
        match self.0 {
            Content::Json(_) => Format::Json,
            Content::Xml(_) => Format::Xml,
        }
    }

    /// The whole document as a node: `$` of paths. Of XML it is an object with one member, the root
    /// element.
    pub fn root(&self) -> Node<'_> {
        match &self.0 {
            Content::Json(tape) => JsonNode { tape, at: 0 }.into(),
            Content::Xml(source) => XmlNode::root(source).into(),
        }
    }
}
