//! What a path needs of a document: a node in, its children out, whatever the format.

use std::borrow::Cow;

use super::json::value::Json;
use super::kind::Kind;
use crate::budget::{Budget, TooComplex};

/// The place of a child: the name of a member, or the index of an element.
///
/// Names of XML stand as written in the document, with their prefix; attributes begin with `@`, and
/// an element's own text is `#text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key<'d> {
    /// Of a member.
    Name(Cow<'d, str>),
    /// Of an element, from 0.
    Index(usize),
}

/// One step on the way from the root to a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the member of this name.
    Name(String),
    /// To the element of this index, from 0.
    Index(usize),
}

impl From<Key<'_>> for Step {
    fn from(key: Key<'_>) -> Step {
        match key {
            Key::Name(name) => Step::Name(name.into_owned()),
            Key::Index(index) => Step::Index(index),
        }
    }
}

/// A node of a document of any format.
///
/// Two questions part JSON from XML. In XML, *brackets count and dots name*: an index, a slice,
/// `[*]` and a filter take an element as a list of one, while `.*` takes its members.
pub(crate) trait Tree<'d>: Copy {
    fn kind(self) -> Kind;

    /// The member of this name, where the node is an object that has one.
    fn member(self, name: &str, budget: &mut Budget) -> Result<Option<Self>, TooComplex>;

    /// Whether brackets find elements to count: an array, or a node that they take as a list of one.
    fn counts(self) -> bool;

    /// Whether brackets take this node as a list of one.
    fn is_single(self) -> bool;

    /// Goes over what is in a node: one small type for each format, which all that walks shares.
    type Children: Iterator<Item = (Key<'d>, Self)>;

    /// The elements of an array, the members of an object.
    fn children(self) -> Self::Children;

    /// What brackets count, with its indexes.
    fn list(self) -> Self::Children;

    /// What brackets count.
    fn elements(self) -> impl Iterator<Item = Self> {
        self.list().map(|(_, element)| element)
    }

    /// The decoded text of a string.
    fn text(self, budget: &mut Budget) -> Result<Cow<'d, str>, TooComplex>;

    /// How many nodes of the source, comments included, are gone past when the node is asked for its
    /// kind, its text or its children.
    fn weight(self) -> usize;

    /// Whether all scalars of the format are texts, so that a text may mean a number.
    fn is_untyped(self) -> bool;

    fn value(self) -> Json;

    /// The source of the value.
    fn raw(self) -> Cow<'d, str>;

    /// Writes the value as compact JSON, and stops soon after `limit` bytes.
    fn write(self, out: &mut String, limit: usize);

    /// What tells this node from all others of the document. Nodes that stand together have numbers
    /// that lie together.
    fn number(self) -> u64;

    /// The way from the root.
    fn location(self) -> Vec<Step>;

    /// The shortest name under which a path finds this object's member.
    fn short_name<'n>(self, name: &'n str) -> Cow<'n, str>;
}
