//! An XML text in, its elements with their attributes out, in their order, while everything is checked.
//!
//! What is plain XML goes through here. Nothing comes out of the rest, whether it is not well-formed or only seldom
//! seen: document types, names beyond ASCII, white space around “=”, attributes that share a local name,
//! prefixes that are taken back. Who gets nothing has to read the text in another way, which says what there is.

use super::capture::{Attribute, Capture};
use super::class::{COMMENT_STOP, INSTRUCTION_STOP, NAME, TEXT_STOP, is};
use super::cursor::{Cursor, Name};
use crate::nest::DEPTH;

/// Attributes of one element: they are compared with each other.
const ATTRIBUTES: usize = 32;
/// Attributes of a document.
const ALL_ATTRIBUTES: usize = 4_000_000;
/// Declarations of namespaces in a whole document: prefixes are compared with them.
const DECLARATIONS: usize = 64;
/// Elements, comments, instructions and sections of a document.
const PIECES: usize = 1_000_000;

/// What no prefix is declared to be, and no default either (Namespaces in XML 1.0 §3).
const RESERVED: [&[u8]; 2] =
    [b"http://www.w3.org/XML/1998/namespace", b"http://www.w3.org/2000/xmlns/"];

/// An element that is not closed yet.
struct Open<'t> {
    name: &'t [u8],
    /// How many prefixes were declared outside of it.
    declared: usize,
}

pub(super) struct Reader<'t, 'c> {
    cursor: Cursor<'t>,
    open: Vec<Open<'t>>,
    /// The prefixes that are declared here.
    prefixes: Vec<&'t [u8]>,
    declarations: usize,
    /// Those of the element whose tag is being read.
    attributes: Vec<Attribute<'t>>,
    all_attributes: usize,
    pieces: usize,
    capture: &'c mut Capture<'t>,
}

impl<'t, 'c> Reader<'t, 'c> {
    pub(super) fn new(bytes: &'t [u8], capture: &'c mut Capture<'t>) -> Reader<'t, 'c> {
        Reader {
            cursor: Cursor { bytes, at: 0 },
            open: Vec::with_capacity(16),
            prefixes: Vec::new(),
            declarations: 0,
            attributes: Vec::with_capacity(8),
            all_attributes: 0,
            pieces: 0,
            capture,
        }
    }

    /// Reads the whole document.
    pub(super) fn document(mut self) -> Option<()> {
        self.declaration()?;
        self.between()?;
        self.start_tag()?;
        while !self.open.is_empty() {
            self.text()?;
            match self.cursor.rest() {
                [_, b'/', ..] => self.end_tag()?,
                [_, b'!' | b'?', ..] => self.no_element()?,
                _ => self.start_tag()?,
            }
        }
        self.between()?;
        self.cursor.rest().is_empty().then_some(())
    }

    /// The XML declaration, if there is one, as it is mostly written.
    fn declaration(&mut self) -> Option<()> {
        if !self.cursor.is_here(b"<?xml ") {
            return Some(());
        }
        self.pseudo_attribute(b"<?xml version=")?;
        for name in [&b" encoding="[..], b" standalone="] {
            if self.cursor.is_here(name) {
                self.pseudo_attribute(name)?;
            }
        }
        self.cursor.space();
        self.cursor.pass(b"?>")
    }

    fn pseudo_attribute(&mut self, name: &[u8]) -> Option<()> {
        self.cursor.pass(name)?;
        self.cursor.value()?.iter().all(|byte| is(*byte, NAME)).then_some(())
    }

    /// White space, comments and instructions, before and behind the root element.
    fn between(&mut self) -> Option<()> {
        loop {
            self.cursor.space();
            match self.cursor.rest() {
                [b'<', b'!', ..] => self.comment()?,
                [b'<', b'?', ..] => self.instruction()?,
                _ => return Some(()),
            }
        }
    }

    /// Goes past text, up to a “<”.
    #[inline(always)]
    fn text(&mut self) -> Option<()> {
        loop {
            self.cursor.until(TEXT_STOP);
            match self.cursor.byte()? {
                b'<' => return Some(()),
                b']' if self.cursor.is_here(b"]]>") => return None,
                _ => self.cursor.text()?,
            }
        }
    }

    fn start_tag(&mut self) -> Option<()> {
        if self.open.len() >= DEPTH as usize {
            return None;
        }
        self.cursor.pass(b"<")?;
        let name = self.cursor.name()?;
        let declared = self.prefixes.len();
        self.attributes.clear();
        let mut has_default = false;
        let is_empty = loop {
            let is_spaced = self.cursor.space();
            match self.cursor.byte()? {
                b'>' => break false,
                b'/' => break true,
                _ if is_spaced => self.attribute(declared, &mut has_default)?,
                _ => return None,
            }
        };
        self.cursor.at += usize::from(is_empty);
        self.cursor.pass(b">")?;
        self.is_declared(name.prefix)?;
        for attribute in &self.attributes {
            match attribute.name.prefix {
                b"xml" => (),
                prefix => self.is_declared(prefix)?,
            }
        }
        self.all_attributes += self.attributes.len();
        if self.all_attributes > ALL_ATTRIBUTES {
            return None;
        }
        self.piece()?;
        let (depth, content) = (self.open.len(), self.cursor.at);
        self.capture.open(depth, name, &self.attributes, content)?;
        if is_empty {
            self.prefixes.truncate(declared);
            return self.capture.close(depth, content);
        }
        self.open.push(Open { name: name.whole, declared });
        Some(())
    }

    fn attribute(&mut self, declared: usize, has_default: &mut bool) -> Option<()> {
        let name = self.cursor.name()?;
        self.cursor.pass(b"=")?;
        let value = self.cursor.value()?;
        match name {
            Name { whole: b"xmlns", .. } => {
                let is_again = std::mem::replace(has_default, true);
                self.declare(!is_again && !may_be_reserved(value))
            }
            Name { prefix: b"xmlns", local: prefix, .. } => {
                let is_again = self.prefixes.get(declared..)?.contains(&prefix);
                let is_reserved = matches!(prefix, b"xml" | b"xmlns") || may_be_reserved(value);
                self.prefixes.push(prefix);
                self.declare(!is_again && !is_reserved && !value.is_empty())
            }
            // To the reader of whole documents this is a declaration, whatever its prefix is.
            Name { local: b"xmlns", .. } | Name { whole: b"xml:space", .. } => None,
            Name { local, .. } => {
                let is_there = self.attributes.iter().any(|other| other.name.local == local);
                if is_there || self.attributes.len() >= ATTRIBUTES {
                    return None;
                }
                self.attributes.push(Attribute { name, value });
                Some(())
            }
        }
    }

    fn declare(&mut self, is_allowed: bool) -> Option<()> {
        self.declarations += 1;
        (is_allowed && self.declarations <= DECLARATIONS).then_some(())
    }

    fn is_declared(&self, prefix: &[u8]) -> Option<()> {
        let is_known =
            prefix.is_empty() || self.prefixes.iter().rev().any(|known| *known == prefix);
        is_known.then_some(())
    }

    fn end_tag(&mut self) -> Option<()> {
        let end = self.cursor.at;
        let open = self.open.pop()?;
        self.cursor.pass(b"</")?;
        self.cursor.pass(open.name)?;
        self.cursor.space();
        self.cursor.pass(b">")?;
        self.prefixes.truncate(open.declared);
        self.capture.close(self.open.len(), end)
    }

    fn no_element(&mut self) -> Option<()> {
        if self.cursor.is_here(b"<![") {
            return self.section();
        }
        self.capture.gap(self.open.len());
        if self.cursor.is_here(b"<!") { self.comment() } else { self.instruction() }
    }

    /// XML 1.0 §2.6; its target has no prefix (Namespaces in XML 1.0 §7).
    fn instruction(&mut self) -> Option<()> {
        self.cursor.pass(b"<?")?;
        let target = self.cursor.name()?;
        let is_spaced = self.cursor.space() || self.cursor.is_here(b"?>");
        if !is_spaced || !target.prefix.is_empty() || target.local.eq_ignore_ascii_case(b"xml") {
            return None;
        }
        self.cursor.opaque(INSTRUCTION_STOP, b"?>")?;
        self.piece()
    }

    /// XML 1.0 §2.5: no “--” in it.
    fn comment(&mut self) -> Option<()> {
        self.cursor.pass(b"<!--")?;
        self.cursor.opaque(COMMENT_STOP, b"--")?;
        self.cursor.pass(b">")?;
        self.piece()
    }

    /// A section of CDATA (§2.7).
    fn section(&mut self) -> Option<()> {
        self.cursor.pass(b"<![CDATA[")?;
        self.cursor.opaque(TEXT_STOP, b"]]>")?;
        self.piece()
    }

    fn piece(&mut self) -> Option<()> {
        self.pieces += 1;
        (self.pieces <= PIECES).then_some(())
    }
}

/// What references stand for is not looked at.
fn may_be_reserved(namespace: &[u8]) -> bool {
    RESERVED.contains(&namespace) || namespace.contains(&b'&')
}
