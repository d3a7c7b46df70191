//! XML text in, a parsed tree that owns its text out; or the sentence that says what is wrong.

use std::sync::OnceLock;

use roxmltree::{Error, NodeId, ParsingOptions};
use self_cell::self_cell;

use super::guard::{self, RESERVED};
use super::siblings::Siblings;
use crate::limits::XML_NODES;
use crate::unreadable::Place;

/// What is wrong with an XML text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) place: Place,
    pub(crate) what: String,
}

type Parsed<'t> = roxmltree::Document<'t>;

self_cell!(
    struct Owned {
        owner: String,
        #[covariant]
        dependent: Parsed,
    }
);

/// A whole XML document.
pub(crate) struct Source {
    tree: Owned,
    seen: guard::Seen,
    siblings: OnceLock<Siblings>,
    preserved: OnceLock<Vec<bool>>,
}

impl Source {
    /// Reads a document; where it is none, the text comes back with its fault.
    pub(crate) fn parse(text: String) -> Result<Source, (String, Fault)> {
        let seen = match guard::check(&text) {
            Ok(seen) => seen,
            Err(fault) => {
                let place = Place::of(&text, fault.at);
                return Err((text, Fault { place, what: fault.what.into_owned() }));
            }
        };
        let tree = Owned::try_new_or_recover(text, |text| {
            let options = ParsingOptions { nodes_limit: XML_NODES, ..ParsingOptions::default() };
            Parsed::parse_with_options(text, options).map_err(|error| describe(text, &error))
        });
        tree.map(|tree| Source {
            tree,
            seen,
            siblings: OnceLock::new(),
            preserved: OnceLock::new(),
        })
    }

    pub(crate) fn tree(&self) -> &Parsed<'_> {
        self.tree.borrow_dependent()
    }

    pub(crate) fn text(&self) -> &str {
        self.tree.borrow_owner()
    }

    /// A node by its number; the root where there is no such node.
    pub(crate) fn node(&self, id: u32) -> roxmltree::Node<'_, '_> {
        let tree = self.tree();
        tree.get_node(NodeId::new(id)).unwrap_or_else(|| tree.root())
    }

    /// Which elements share a name; worked out when it is first asked for.
    pub(crate) fn siblings(&self) -> &Siblings {
        self.siblings.get_or_init(|| Siblings::of(self))
    }

    /// The same, if it has been worked out.
    pub(crate) fn known_siblings(&self) -> Option<&Siblings> {
        self.siblings.get()
    }

    /// Whether white space around the text of this element counts (XML 1.0 §2.10).
    pub(crate) fn preserves_space(&self, id: u32) -> bool {
        if !self.seen.xml_space {
            return false;
        }
        let preserved = self.preserved.get_or_init(|| preserved(self.tree()));
        preserved.get(id as usize).copied().unwrap_or(false)
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Source").field("text", &self.text()).finish_non_exhaustive()
    }
}

/// For each node, by its number, whether `xml:space="preserve"` is in force.
fn preserved(tree: &Parsed<'_>) -> Vec<bool> {
    let mut preserved = Vec::new();
    // Parents come before their children.
    for node in tree.descendants() {
        let outer = node.parent().and_then(|parent| preserved.get(parent.id().get_usize()));
        let here = match node.attribute((roxmltree::NS_XML_URI, "space")) {
            Some(space) => space == "preserve",
            None => outer.copied().unwrap_or(false),
        };
        preserved.push(here);
    }
    preserved
}

fn describe(text: &str, error: &Error) -> Fault {
    let what = match error {
        Error::UnknownNamespace(prefix, _) => {
            format!("the prefix “{prefix}” is not declared (xmlns:{prefix} is missing)")
        }
        Error::UnexpectedCloseTag(open, close, _) => {
            format!("“</{close}>” stands where “</{open}>” is expected")
        }
        Error::UnknownEntityReference(name, _) => {
            format!("there is no entity “&{name};” in XML (write its character, or “&#…;”)")
        }
        Error::MalformedEntityReference(_) => {
            "“&” does not begin a reference here (as text it is written “&amp;”)".to_owned()
        }
        Error::InvalidAttributeValue(_) => {
            "an attribute's value cannot hold “<” (it is written “&lt;”)".to_owned()
        }
        Error::DuplicatedAttribute(name, _) => format!("the attribute “{name}” is there twice"),
        Error::DuplicatedNamespace(prefix, _) => {
            format!("the prefix “{prefix}” is declared twice on one element")
        }
        Error::InvalidXmlPrefixUri(_)
        | Error::UnexpectedXmlUri(_)
        | Error::UnexpectedXmlnsUri(_) => RESERVED.to_owned(),
        Error::InvalidElementNamePrefix(_) => {
            "“xmlns” declares a prefix, and is none of an element".to_owned()
        }
        Error::NoRootNode => "there is no whole element".to_owned(),
        Error::UnclosedRootNode => "the document ends before its root element is closed".to_owned(),
        Error::UnexpectedEndOfStream => "the document ends too soon".to_owned(),
        Error::UnexpectedDeclaration(_) => {
            "an XML declaration stands at the very start of a document, or not at all".to_owned()
        }
        Error::NonXmlChar(character, _) => {
            format!("XML does not allow the character U+{:04X}", u32::from(*character))
        }
        Error::InvalidName(_) => "a name cannot begin or go on like this".to_owned(),
        Error::InvalidComment(_) => "a comment cannot hold “--”".to_owned(),
        Error::InvalidCharacterData(_) => "text cannot hold “]]>”".to_owned(),
        Error::InvalidChar(expected, actual, _) => {
            format!(
                "“{}” stands where “{}” is expected",
                char::from(*actual),
                char::from(*expected)
            )
        }
        Error::InvalidChar2(expected, actual, _) => {
            format!("“{}” stands where {expected} is expected", char::from(*actual))
        }
        Error::InvalidString(expected, _) => format!("“{expected}” is expected"),
        Error::UnknownToken(at) if begins_markup(text, *at) => {
            "more follows the root element, which is the only one of a document".to_owned()
        }
        Error::UnknownToken(_) => "there is text outside of the root element".to_owned(),
        Error::DtdDetected => "a document type declaration (DOCTYPE) is not read".to_owned(),
        Error::NamespacesLimitReached => "no more than 65,536 namespaces are read".to_owned(),
        Error::NodesLimitReached => "no more than 4,000,000 nodes are read".to_owned(),
        _ => "this is not well-formed".to_owned(),
    };
    let end = match error {
        // These know no position: the fault is that the text ends.
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream | Error::NoRootNode => true,
        _ => false,
    };
    let place = if end {
        Place::of(text, text.len())
    } else {
        let at = error.pos();
        Place { line: at.row as usize, column: at.col as usize }
    };
    Fault { place, what }
}

fn begins_markup(text: &str, at: roxmltree::TextPos) -> bool {
    let line = text.split('\n').nth((at.row as usize).saturating_sub(1)).unwrap_or_default();
    line.chars().nth((at.col as usize).saturating_sub(1)) == Some('<')
}
