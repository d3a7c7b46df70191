//! An XML node in, what is in it out, one after the other.

use std::vec::IntoIter;

use super::name::qualified_name;
use super::node::{At, Xml, XmlNode};
use crate::document::tree::Key;

/// Goes over the elements of an array, or over the members of an object.
pub(crate) enum XmlChildren<'d> {
    /// Not collected beforehand: a preview asks for a few of what may be a million elements.
    Elements {
        list: XmlNode<'d>,
        last: Option<At>,
        index: usize,
    },
    Members(IntoIter<(Key<'d>, XmlNode<'d>)>),
}

impl<'d> Iterator for XmlChildren<'d> {
    type Item = (Key<'d>, XmlNode<'d>);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            XmlChildren::Elements { list, last, index } => {
                let here = match last {
                    None => list.first(),
                    Some(last) => list.following(*last),
                }?;
                let key = Key::Index(*index);
                *last = Some(here);
                *index += 1;
                Some((key, list.with(here)))
            }
            XmlChildren::Members(members) => members.next(),
        }
    }
}

impl<'d> XmlNode<'d> {
    /// The first of what brackets count.
    fn first(self) -> Option<At> {
        match self.at {
            At::Element(id) | At::Named(id) | At::LocalNamed(id) => Some(At::Element(id)),
            At::LocalAttributes(id, first) => Some(At::Attribute(id, first)),
            _ => None,
        }
    }

    /// The one behind this one in what brackets count.
    fn following(self, at: At) -> Option<At> {
        match (self.at, at) {
            (At::Named(first) | At::LocalNamed(first), At::Element(id)) => {
                if let (At::Named(_), Some(siblings)) = (self.at, self.source.known_siblings()) {
                    return siblings.next(id).map(At::Element);
                }
                // To group all names of a document takes longer than to go by some elements.
                let first = self.xml(first);
                let name = first.tag_name().name();
                let same = |node: &Xml<'d>| {
                    node.is_element()
                        && node.tag_name().name() == name
                        && (self.at != At::Named(first.id().get())
                            || qualified_name(self.source, *node)
                                == qualified_name(self.source, first))
                };
                let mut next = self.xml(id).next_sibling();
                while let Some(node) = next.filter(|node| !same(node)) {
                    next = node.next_sibling();
                }
                next.map(|node| At::Element(node.id().get()))
            }
            (At::LocalAttributes(..), At::Attribute(id, index)) => {
                let mut behind = self.xml(id).attributes().skip(index as usize);
                let name = behind.next()?.name();
                let distance = behind.position(|attribute| attribute.name() == name)?;
                Some(At::Attribute(id, index + 1 + distance as u32))
            }
            _ => None,
        }
    }
}
