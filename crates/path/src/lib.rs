//! Object paths over response documents: JSON and XML in, the values that paths select out.
//!
//! One path language serves both formats: RFC 9535 JSONPath, and a shorthand in which `data.userId`
//! is `$.data.userId`. Nothing here knows a clock, a network or an environment; nothing recurses on
//! the depth of a document; what a path or a document may cost is bounded by [`limits`].
//!
//! ```
//! use switchhook_path::{Document, Format, Path};
//!
//! let path = Path::parse("items[*].sku")?;
//! let json = Document::parse(Format::Json, br#"{"items": [{"sku": "a1"}, {"sku": "b2"}]}"#)?;
//! let skus = json.take(&path)?.ok_or("missing")?;
//! assert_eq!(skus.value.as_json(), r#"["a1","b2"]"#);
//!
//! let xml = Document::parse(Format::Xml, b"<note><to>Tove</to></note>")?;
//! let to = xml.take(&Path::parse("note.to")?)?.ok_or("missing")?;
//! assert_eq!(to.value.as_text(), "Tove");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

// Each module uses only those above it.
pub mod limits;

#[doc(hidden)]
pub mod sort;

mod budget;

mod unreadable;

mod document;

mod path;

mod take;

mod one_pass;

mod one_pass_xml;

mod stream;

mod suggest;

mod cost;

pub use budget::TooComplex;
#[doc(hidden)]
pub use cost::steps;
#[doc(hidden)]
pub use document::json::number::is_exact;
pub use document::json::object::JsonObject;
pub use document::json::value::Json;
pub use document::kind::Kind;
pub use document::node::Node;
pub use document::tree::{Key, Step};
pub use document::{Document, Format};
pub use one_pass::{Found, OnePass, Pieces};
pub use one_pass_xml::OnePassXml;
pub use path::normalized::normalized;
pub use path::shorthand::shorthand;
pub use path::{Path, PathError};
pub use stream::Stream;
pub use suggest::Suggestion;
pub use switchhook_scan::{Sort, XmlText};
pub use take::{Selected, Taken};
pub use unreadable::Unreadable;

/// The examples of the crate's README, as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
