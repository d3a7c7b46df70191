//! Nodes of an XML document: what a path sees of elements, attributes and text.
//!
//! An element's members are its attributes (`@name`), its text (`#text`) and its child elements, of
//! which several of one name are an array. Names are as written, or without their prefix.

use std::borrow::Cow;

use switchhook_scan::{XML_SPACE, XML_TEXT};

use super::children::XmlChildren;
use super::name::{attribute_name, qualified_name};
use super::source::Source;
use super::text::{child_elements, is_text_only, own_text};
use super::value;
use crate::budget::{Budget, TooComplex};
use crate::document::json::value::Json;
use crate::document::kind::Kind;
use crate::document::tree::{Key, Step, Tree};

pub(super) type Xml<'d> = roxmltree::Node<'d, 'd>;

/// A value of an XML document. Numbers are those of nodes in the tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct XmlNode<'d> {
    pub(crate) source: &'d Source,
    pub(crate) at: At,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// The document, whose one member is the root element.
    Document,
    Element(u32),
    /// An element's attribute, by its index.
    Attribute(u32, u32),
    /// An element's own text.
    Text(u32),
    /// Several children of one name as written, by the first.
    Named(u32),
    /// Several children of one local name, by the first.
    LocalNamed(u32),
    /// Several attributes of one local name, by the first.
    LocalAttributes(u32, u32),
}

impl<'d> XmlNode<'d> {
    pub(crate) fn root(source: &'d Source) -> XmlNode<'d> {
        XmlNode { source, at: At::Document }
    }

    pub(super) fn with(self, at: At) -> XmlNode<'d> {
        XmlNode { source: self.source, at }
    }

    pub(super) fn xml(self, id: u32) -> Xml<'d> {
        self.source.node(id)
    }

    /// The text of a node that is a string.
    pub(crate) fn text(self) -> Cow<'d, str> {
        match self.at {
            At::Element(id) | At::Text(id) => own_text(self.source, self.xml(id)),
            At::Attribute(id, index) => {
                let attribute = self.xml(id).attributes().nth(index as usize);
                Cow::Borrowed(attribute.map_or("", |attribute| attribute.value()))
            }
            _ => Cow::Borrowed(""),
        }
    }

    /// The members of an element or a document. Nothing of a text-only element: it is a string.
    fn members(self) -> Vec<(Key<'d>, XmlNode<'d>)> {
        let id = match self.at {
            At::Document => self.source.tree().root().id().get(),
            At::Element(id) if self.kind() == Kind::Object => id,
            _ => return Vec::new(),
        };
        let element = self.xml(id);
        let attributes = element.attributes().enumerate().map(|(index, attribute)| {
            let name = format!("@{}", attribute_name(self.source, attribute));
            (Key::Name(Cow::Owned(name)), self.with(At::Attribute(id, index as u32)))
        });
        let mut members: Vec<_> = attributes.collect();
        if self.at != At::Document
            && !own_text(self.source, element).trim_matches(XML_SPACE).is_empty()
        {
            members.push((Key::Name(Cow::Borrowed(XML_TEXT)), self.with(At::Text(id))));
        }
        let siblings = self.source.siblings();
        for child in child_elements(element) {
            let first = child.id().get();
            if siblings.ordinal(first) > 0 {
                continue;
            }
            let several = siblings.is_one_of_several(first);
            let at = if several { At::Named(first) } else { At::Element(first) };
            members.push((
                Key::Name(Cow::Borrowed(qualified_name(self.source, child))),
                self.with(at),
            ));
        }
        members
    }

    /// The child elements of this name: as written, or where none is, without prefixes.
    fn child(self, parent: Xml<'d>, name: &str) -> (Option<At>, usize) {
        let mut seen = 0;
        let (mut named, mut local) = (None, None);
        let prefixed = name.contains(':');
        // Comments and texts are gone past as well.
        for child in parent.children().inspect(|_| seen += 1).filter(Xml::is_element) {
            let id = child.id().get();
            // Comparing local names first spares most children a look at the source.
            let local_name = child.tag_name().name();
            let by_local = local_name == name;
            let by_prefix = prefixed && name.ends_with(local_name);
            if !by_local && !by_prefix {
                continue;
            }
            if qualified_name(self.source, child) == name {
                match named {
                    None => named = Some(At::Element(id)),
                    Some(At::Element(first)) => named = Some(At::Named(first)),
                    // Two are known: whether there are more does not matter here.
                    _ => break,
                }
            } else if by_local {
                local = match local {
                    None => Some(At::Element(id)),
                    Some(At::Element(first)) => Some(At::LocalNamed(first)),
                    several => several,
                };
            }
        }
        (named.or(local), seen)
    }

    fn attribute(self, id: u32, name: &str) -> (Option<At>, usize) {
        let mut seen = 0;
        let mut local = None;
        for (index, attribute) in self.xml(id).attributes().enumerate() {
            seen += 1;
            if attribute_name(self.source, attribute) == name {
                return (Some(At::Attribute(id, index as u32)), seen);
            }
            if attribute.name() == name {
                local = match local {
                    None => Some(At::Attribute(id, index as u32)),
                    Some(At::Attribute(_, first)) => Some(At::LocalAttributes(id, first)),
                    several => several,
                };
            }
        }
        (local, seen)
    }
}

impl<'d> Tree<'d> for XmlNode<'d> {
    fn kind(self) -> Kind {
        match self.at {
            At::Document => Kind::Object,
            At::Element(id) if is_text_only(self.xml(id)) => Kind::String,
            At::Element(_) => Kind::Object,
            At::Attribute(..) | At::Text(_) => Kind::String,
            At::Named(_) | At::LocalNamed(_) | At::LocalAttributes(..) => Kind::Array,
        }
    }

    fn member(self, name: &str, budget: &mut Budget) -> Result<Option<Self>, TooComplex> {
        let (at, seen) = match self.at {
            At::Document => self.child(self.source.tree().root(), name),
            At::Element(id) => match name.strip_prefix('@') {
                Some(name) => self.attribute(id, name),
                None if name == XML_TEXT => (has_text(self, id).then_some(At::Text(id)), 1),
                None => self.child(self.xml(id), name),
            },
            _ => (None, 0),
        };
        budget.hops(seen)?;
        Ok(at.map(|at| self.with(at)))
    }

    fn counts(self) -> bool {
        self.kind() == Kind::Array || self.is_single()
    }

    fn is_single(self) -> bool {
        matches!(self.at, At::Element(_))
    }

    type Children = XmlChildren<'d>;

    fn children(self) -> XmlChildren<'d> {
        match self.kind() {
            Kind::Array => self.list(),
            _ => XmlChildren::Members(self.members().into_iter()),
        }
    }

    fn list(self) -> XmlChildren<'d> {
        XmlChildren::Elements { list: self, last: None, index: 0 }
    }

    fn text(self, budget: &mut Budget) -> Result<Cow<'d, str>, TooComplex> {
        let text = XmlNode::text(self);
        budget.text(text.len())?;
        Ok(text)
    }

    fn weight(self) -> usize {
        let siblings = self.source.siblings();
        match self.at {
            At::Document | At::Attribute(..) | At::LocalAttributes(..) | At::Named(_) => 0,
            At::Element(id) | At::Text(id) => siblings.children(id),
            At::LocalNamed(id) => {
                self.xml(id).parent().map_or(0, |parent| siblings.children(parent.id().get()))
            }
        }
    }

    fn is_untyped(self) -> bool {
        true
    }

    fn value(self) -> Json {
        let mut json = String::new();
        self.write(&mut json, usize::MAX);
        Json::of_compact(json)
    }

    fn raw(self) -> Cow<'d, str> {
        value::raw(self)
    }

    fn write(self, out: &mut String, limit: usize) {
        value::compact(self, out, limit);
    }

    fn number(self) -> u64 {
        let (sort, id) = match self.at {
            At::Document => (0, 0),
            // The document has the number 0 in the tree.
            At::Element(id) => (0, id),
            At::Text(id) => (1, id),
            At::Named(id) => (2, id),
            At::LocalNamed(id) => (3, id),
            At::Attribute(id, index) => (4 + 2 * u64::from(index), id),
            At::LocalAttributes(id, first) => (5 + 2 * u64::from(first), id),
        };
        sort << 32 | u64::from(id)
    }

    fn location(self) -> Vec<Step> {
        let mut steps = Vec::new();
        let element = match self.at {
            At::Document => return steps,
            At::Element(id) => id,
            At::Attribute(id, index) => {
                if let Some(attribute) = self.xml(id).attributes().nth(index as usize) {
                    let name = attribute_name(self.source, attribute);
                    steps.push(Step::Name(format!("@{name}")));
                }
                id
            }
            At::Text(id) => {
                steps.push(Step::Name(XML_TEXT.to_owned()));
                id
            }
            At::LocalAttributes(id, first) => {
                if let Some(attribute) = self.xml(id).attributes().nth(first as usize) {
                    steps.push(Step::Name(format!("@{}", attribute.name())));
                }
                id
            }
            At::Named(id) | At::LocalNamed(id) => {
                let first = self.xml(id);
                let name = match self.at {
                    At::Named(_) => qualified_name(self.source, first),
                    _ => first.tag_name().name(),
                };
                steps.push(Step::Name(name.to_owned()));
                match first.parent_element() {
                    Some(parent) => parent.id().get(),
                    None => return steps,
                }
            }
        };
        let siblings = self.source.siblings();
        for ancestor in self.xml(element).ancestors().filter(roxmltree::Node::is_element) {
            let id = ancestor.id().get();
            if siblings.is_one_of_several(id) {
                steps.push(Step::Index(siblings.ordinal(id)));
            }
            steps.push(Step::Name(qualified_name(self.source, ancestor).to_owned()));
        }
        steps.reverse();
        steps
    }

    fn short_name<'n>(self, name: &'n str) -> Cow<'n, str> {
        let short = match (name.strip_prefix('@'), name.split_once(':')) {
            (_, None) => return Cow::Borrowed(name),
            (Some(_), Some((_, local))) => Cow::Owned(format!("@{local}")),
            (None, Some((_, local))) => Cow::Borrowed(local),
        };
        let mut budget = Budget::new();
        let mut find =
            |name: &str| self.member(name, &mut budget).ok().flatten().map(|node| node.at);
        let whole = find(name);
        let by_short = find(&short).map(|at| match at {
            // All of one prefix: the same children under either name.
            At::LocalNamed(id) if whole == Some(At::Named(id)) && self.is_of_one_name(id) => {
                At::Named(id)
            }
            other => other,
        });
        if whole.is_some() && whole == by_short { short } else { Cow::Borrowed(name) }
    }
}

impl<'d> XmlNode<'d> {
    /// Whether all children of an element's local name have its prefix too.
    fn is_of_one_name(self, first: u32) -> bool {
        let count = |at| self.with(at).elements().count();
        count(At::Named(first)) == count(At::LocalNamed(first))
    }
}

/// A text-only element is its text, even where that is nothing; any other has text where that is not
/// only white space.
fn has_text(node: XmlNode<'_>, id: u32) -> bool {
    let element = node.xml(id);
    is_text_only(element) || !own_text(node.source, element).trim_matches(XML_SPACE).is_empty()
}
