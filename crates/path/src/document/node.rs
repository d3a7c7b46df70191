//! A node of a document of either format, for tree views and for paths.

use std::borrow::Cow;

use super::json::node::{JsonChildren, JsonNode};
use super::json::value::Json;
use super::kind::Kind;
use super::tree::{Key, Step, Tree};
use super::xml::children::XmlChildren;
use super::xml::node::XmlNode;
use crate::budget::{Budget, TooComplex};

/// A node of a [`Document`](crate::Document): a handle that is cheap to copy.
///
/// ```
/// use switchhook_path::{Document, Format, Key, Kind};
///
/// let document = Document::parse(Format::Xml, b"<note><to>Tove</to><to>Jani</to></note>")?;
/// let (name, note) = document.root().children().next().ok_or("no root element")?;
/// assert_eq!(name, Key::Name("note".into()));
/// let (_, to) = note.children().next().ok_or("no child")?;
/// assert_eq!((to.kind(), to.len()), (Kind::Array, 2));
/// assert_eq!(to.preview(8), r#"["Tove"…"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Node<'d>(pub(crate) Inner<'d>);

#[derive(Clone, Copy, Debug)]
pub(crate) enum Inner<'d> {
    Json(JsonNode<'d>),
    Xml(XmlNode<'d>),
}

/// Asks the node of the one format or of the other.
macro_rules! ask {
    ($node:expr, $inner:ident => $answer:expr) => {
        match $node.0 {
            Inner::Json($inner) => $answer,
            Inner::Xml($inner) => $answer,
        }
    };
}

impl<'d> Node<'d> {
    /// What the node is.
    pub fn kind(self) -> Kind {
        ask!(self, node => node.kind())
    }

    /// How many members or elements the node has; 0 where it is neither object nor array.
    pub fn len(self) -> usize {
        self.children().count()
    }

    /// Whether the node has neither members nor elements.
    pub fn is_empty(self) -> bool {
        self.children().next().is_none()
    }

    /// Members with their names, or elements with their indexes, in document order. Of members that
    /// have one name, the last counts.
    pub fn children(self) -> impl Iterator<Item = (Key<'d>, Node<'d>)> {
        Tree::children(self)
    }

    /// The whole value.
    pub fn value(self) -> Json {
        ask!(self, node => node.value())
    }

    /// The source of the value, exactly as the document has it.
    pub fn raw(self) -> Cow<'d, str> {
        ask!(self, node => node.raw())
    }

    /// The beginning of the value as JSON, of so many characters at most; “…” stands for the rest.
    /// Costs as much as is shown, however large the value is.
    pub fn preview(self, max_chars: usize) -> String {
        let mut text = String::new();
        // A character has four bytes at most, so that this is enough of them.
        let limit = max_chars.saturating_mul(4);
        ask!(self, node => node.write(&mut text, limit));
        if let Some((end, _)) = text.char_indices().nth(max_chars) {
            let cut =
                text.char_indices().nth(max_chars.saturating_sub(1)).map_or(end, |(at, _)| at);
            text.truncate(cut);
            text.push('…');
        }
        text
    }

    /// The way from the root to this node, names as the document writes them.
    pub fn location(self) -> Vec<Step> {
        ask!(self, node => node.location())
    }

    /// The shortest name that finds a member of this node: of XML without its prefix, where no other
    /// child goes by that name.
    pub fn short_name(self, name: &str) -> Cow<'_, str> {
        ask!(self, node => node.short_name(name))
    }
}

impl<'d> Tree<'d> for Node<'d> {
    fn kind(self) -> Kind {
        Node::kind(self)
    }

    fn member(self, name: &str, budget: &mut Budget) -> Result<Option<Self>, TooComplex> {
        Ok(match self.0 {
            Inner::Json(node) => node.member(name, budget)?.map(Node::from),
            Inner::Xml(node) => node.member(name, budget)?.map(Node::from),
        })
    }

    fn counts(self) -> bool {
        ask!(self, node => node.counts())
    }

    fn is_single(self) -> bool {
        ask!(self, node => node.is_single())
    }

    type Children = Children<'d>;

    fn children(self) -> Children<'d> {
        ask!(self, node => Children::from(node.children()))
    }

    fn list(self) -> Children<'d> {
        ask!(self, node => Children::from(node.list()))
    }

    fn text(self, budget: &mut Budget) -> Result<Cow<'d, str>, TooComplex> {
        ask!(self, node => Tree::text(node, budget))
    }

    fn weight(self) -> usize {
        ask!(self, node => node.weight())
    }

    fn is_untyped(self) -> bool {
        ask!(self, node => node.is_untyped())
    }

    fn value(self) -> Json {
        Node::value(self)
    }

    fn raw(self) -> Cow<'d, str> {
        Node::raw(self)
    }

    fn write(self, out: &mut String, limit: usize) {
        ask!(self, node => node.write(out, limit));
    }

    fn number(self) -> u64 {
        ask!(self, node => node.number())
    }

    fn location(self) -> Vec<Step> {
        Node::location(self)
    }

    fn short_name<'n>(self, name: &'n str) -> Cow<'n, str> {
        ask!(self, node => node.short_name(name))
    }
}

/// Goes over what is in a node of either format.
pub(crate) enum Children<'d> {
    Json(JsonChildren<'d>),
    Xml(XmlChildren<'d>),
}

impl<'d> Iterator for Children<'d> {
    type Item = (Key<'d>, Node<'d>);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Children::Json(children) => children.next().map(|(key, node)| (key, node.into())),
            Children::Xml(children) => children.next().map(|(key, node)| (key, node.into())),
        }
    }
}

impl<'d> From<JsonChildren<'d>> for Children<'d> {
    fn from(children: JsonChildren<'d>) -> Children<'d> {
        Children::Json(children)
    }
}

impl<'d> From<XmlChildren<'d>> for Children<'d> {
    fn from(children: XmlChildren<'d>) -> Children<'d> {
        Children::Xml(children)
    }
}

impl<'d> From<JsonNode<'d>> for Node<'d> {
    fn from(node: JsonNode<'d>) -> Node<'d> {
        Node(Inner::Json(node))
    }
}

impl<'d> From<XmlNode<'d>> for Node<'d> {
    fn from(node: XmlNode<'d>) -> Node<'d> {
        Node(Inner::Xml(node))
    }
}
