//! A document and a path in, the values that it selects out: as a mapping takes them, or each with
//! its place.

use std::sync::Arc;

use crate::budget::{Room, TooComplex};
use crate::document::Document;
use crate::document::json::value::Json;
use crate::document::node::Node;
use crate::path::Path;
use crate::path::evaluate::evaluate;
use crate::path::normalized::normalized;

/// What a mapping takes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Taken {
    /// The value, as compact JSON.
    pub value: Json,
    /// Its source, exactly as the document has it; of a list, the sources of its values as an array.
    pub raw: Arc<str>,
}

impl Taken {
    /// What is taken of JSON, given its source in a document that has been read.
    pub(crate) fn of_source(source: Arc<str>) -> Taken {
        Taken { value: Json::of_source(&source), raw: source }
    }
}

/// A node that a path selects.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Selected {
    /// The value, as compact JSON.
    pub value: Json,
    /// Its source, exactly as the document has it.
    pub raw: String,
    /// Its normalized path (RFC 9535 §2.7).
    pub path: String,
}

impl Document {
    /// What a mapping takes: of a singular path the value of its node, of any other the list of all
    /// values. Nothing where there is no node; null is a value.
    ///
    /// ```
    /// # use switchhook_path::{Document, Format, Path};
    /// let document = Document::parse(Format::Json, br#"{"items": [{"id": 1}, {"id": null}]}"#)?;
    /// let take = |path: &str| -> Result<_, Box<dyn std::error::Error>> {
    ///     Ok(document.take(&Path::parse(path)?)?.map(|taken| taken.value.to_string()))
    /// };
    /// assert_eq!(take("items[0].id")?.as_deref(), Some("1"));
    /// assert_eq!(take("items[1].id")?.as_deref(), Some("null"));
    /// assert_eq!(take("items[*].id")?.as_deref(), Some("[1,null]"));
    /// assert_eq!(take("items[*].name")?, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn take(&self, path: &Path) -> Result<Option<Taken>, TooComplex> {
        let nodes = self.nodes(path)?;
        let Some(first) = nodes.first() else { return Ok(None) };
        if path.is_singular() {
            return Ok(Some(Taken { value: first.value(), raw: first.raw().into() }));
        }
        room_for(&nodes)?;
        let value = Json::array(nodes.iter().map(|node| node.value()));
        let sources: Vec<_> = nodes.iter().map(|node| node.raw()).collect();
        Ok(Some(Taken { value, raw: format!("[{}]", sources.join(",")).into() }))
    }

    /// The nodes that a path selects, in the order of RFC 9535, as handles: nothing is copied.
    ///
    /// ```
    /// # use switchhook_path::{Document, Format, Path};
    /// let document = Document::parse(Format::Json, br#"{"a": [5.0, 6]}"#)?;
    /// let nodes = document.nodes(&Path::parse("a[*]")?)?;
    /// assert_eq!(nodes[0].preview(80), "5.0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn nodes(&self, path: &Path) -> Result<Vec<Node<'_>>, TooComplex> {
        evaluate(&path.query, self.root())
    }

    /// All nodes that a path selects, in the order of RFC 9535, each with its normalized path.
    ///
    /// ```
    /// # use switchhook_path::{Document, Format, Path};
    /// let document = Document::parse(Format::Json, br#"{"a": [5.0, 6]}"#)?;
    /// let selected = document.select(&Path::parse("a[-2:]")?)?;
    /// assert_eq!(selected[0].raw, "5.0");
    /// assert_eq!(selected[1].path, "$['a'][1]");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn select(&self, path: &Path) -> Result<Vec<Selected>, TooComplex> {
        let nodes = self.nodes(path)?;
        let mut room = room_for(&nodes)?;
        let mut selected = Vec::with_capacity(nodes.len());
        for node in nodes {
            let path = normalized(&node.location());
            room.take(path.len())?;
            selected.push(Selected { value: node.value(), raw: node.raw().into_owned(), path });
        }
        Ok(selected)
    }
}

/// Looks whether the values of these nodes are not too much, before any is built; gives what is left.
fn room_for(nodes: &[Node<'_>]) -> Result<Room, TooComplex> {
    let mut room = Room::new();
    for node in nodes {
        room.take(node.raw().len())?;
    }
    Ok(room)
}
