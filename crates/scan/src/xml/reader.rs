//! An XML text in, its elements with their attributes out, in their order, while everything is checked.
//!
//! What is plain XML goes through here. Nothing comes out of the rest, whether it is not well-formed or only seldom
//! seen: document types, instructions, names beyond ASCII, white space around “=”, attributes that share a local name,
//! prefixes that are taken back. Who gets nothing has to read the text in another way, which says what there is.

use super::capture::{Attribute, Capture, Name};
use super::class::{
    COMMENT_STOP, HIGH, NAME, NAME_START, SPACE, TEXT_STOP, VALUE_STOP, is, past, until,
};
use super::reference::reference;
use crate::nest::DEPTH;

/// Attributes of one element: they are compared with each other.
const ATTRIBUTES: usize = 32;
/// Declarations of namespaces in a whole document.
const DECLARATIONS: usize = 256;
/// Elements and comments of a document.
const PIECES: usize = 1_000_000;
/// Bytes of a name.
const NAME_LENGTH: usize = 1_000;

/// What no prefix is declared to be, and no default either (Namespaces in XML 1.0 §3).
const RESERVED: [&[u8]; 2] =
    [b"http://www.w3.org/XML/1998/namespace", b"http://www.w3.org/2000/xmlns/"];

/// An element that is not closed yet.
struct Open {
    start: usize,
    end: usize,
    /// How many prefixes were declared outside of it.
    declared: usize,
}

pub(super) struct Reader<'t, 'c> {
    bytes: &'t [u8],
    at: usize,
    open: Vec<Open>,
    /// The prefixes that are declared here.
    prefixes: Vec<&'t [u8]>,
    declarations: usize,
    attributes: Vec<Attribute<'t>>,
    pieces: usize,
    capture: &'c mut Capture<'t>,
}

impl<'t, 'c> Reader<'t, 'c> {
    pub(super) fn new(bytes: &'t [u8], capture: &'c mut Capture<'t>) -> Reader<'t, 'c> {
        Reader {
            bytes,
            at: 0,
            open: Vec::with_capacity(16),
            prefixes: Vec::new(),
            declarations: 0,
            attributes: Vec::with_capacity(8),
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
            match self.bytes.get(self.at + 1)? {
                b'/' => self.end_tag()?,
                b'!' => self.comment_or_section()?,
                _ => self.start_tag()?,
            }
        }
        self.between()?;
        (self.at == self.bytes.len()).then_some(())
    }

    /// The XML declaration, if there is one, as it is mostly written.
    fn declaration(&mut self) -> Option<()> {
        if !self.is_here(b"<?xml") {
            return Some(());
        }
        self.at += b"<?xml".len();
        self.pseudo_attribute(b" version=")?;
        for name in [&b" encoding="[..], b" standalone="] {
            if self.is_here(name) {
                self.pseudo_attribute(name)?;
            }
        }
        self.at = past(self.bytes, self.at, SPACE);
        self.expect(b"?>")
    }

    fn pseudo_attribute(&mut self, name: &[u8]) -> Option<()> {
        self.expect(name)?;
        let quote = self.quote()?;
        self.at = past(self.bytes, self.at, NAME);
        self.expect(&[quote])
    }

    /// White space and comments, before and behind the root element.
    fn between(&mut self) -> Option<()> {
        loop {
            self.at = past(self.bytes, self.at, SPACE);
            if !self.is_here(b"<!--") {
                return Some(());
            }
            self.comment()?;
        }
    }

    /// Goes past text, up to a “<”.
    #[inline(always)]
    fn text(&mut self) -> Option<()> {
        loop {
            self.at = until(self.bytes, self.at, TEXT_STOP);
            match self.bytes.get(self.at)? {
                b'<' => return Some(()),
                b']' if self.is_here(b"]]>") => return None,
                b']' => self.at += 1,
                _ => self.special()?,
            }
        }
    }

    /// Goes past a reference, or past a character that XML may not allow.
    fn special(&mut self) -> Option<()> {
        let rest = self.bytes.get(self.at..)?;
        match rest {
            [b'&', rest @ ..] => self.at += 1 + reference(rest)?.1,
            [HIGH, 0xBF, 0xBE | 0xBF, ..] => return None,
            [HIGH, ..] => self.at += 1,
            _ => return None,
        }
        Some(())
    }

    fn start_tag(&mut self) -> Option<()> {
        let start = self.at;
        if self.open.len() >= DEPTH as usize {
            return None;
        }
        self.expect(b"<")?;
        let name = self.name()?;
        let end = self.at;
        let declared = self.prefixes.len();
        self.attributes.clear();
        let mut has_default = false;
        let is_empty = loop {
            let is_spaced = self.bytes.get(self.at).is_some_and(|byte| is(*byte, SPACE));
            if is_spaced {
                self.at = past(self.bytes, self.at, SPACE);
            }
            match self.bytes.get(self.at)? {
                b'>' => break false,
                b'/' => break true,
                _ if is_spaced => self.attribute(declared, &mut has_default)?,
                _ => return None,
            }
        };
        self.at += usize::from(is_empty);
        self.expect(b">")?;
        self.is_declared(name.prefix, false)?;
        for attribute in &self.attributes {
            self.is_declared(attribute.name.prefix, true)?;
        }
        self.piece()?;
        self.capture.open(self.open.len(), name, &self.attributes, self.at)?;
        if is_empty {
            self.prefixes.truncate(declared);
            self.capture.close(self.open.len(), self.at)
        } else {
            self.open.push(Open { start: start + 1, end, declared });
            Some(())
        }
    }

    fn attribute(&mut self, declared: usize, has_default: &mut bool) -> Option<()> {
        let name = self.name()?;
        self.expect(b"=")?;
        let value = self.value()?;
        match (name.prefix, name.local) {
            (b"", b"xmlns") => {
                if std::mem::replace(has_default, true) || RESERVED.contains(&value) {
                    return None;
                }
                self.declare()
            }
            (b"xmlns", prefix) => {
                let before = self.prefixes.get(declared..)?;
                let is_taken = matches!(prefix, b"xml" | b"xmlns") || before.contains(&prefix);
                if is_taken || value.is_empty() || RESERVED.contains(&value) {
                    return None;
                }
                self.prefixes.push(prefix);
                self.declare()
            }
            (b"xml", b"space") => None,
            (_, local) => {
                let is_there = self.attributes.iter().any(|other| other.name.local == local);
                if is_there || self.attributes.len() >= ATTRIBUTES {
                    return None;
                }
                self.attributes.push(Attribute { name, value });
                Some(())
            }
        }
    }

    fn declare(&mut self) -> Option<()> {
        self.declarations += 1;
        (self.declarations <= DECLARATIONS).then_some(())
    }

    /// A value in quotes, without them.
    fn value(&mut self) -> Option<&'t [u8]> {
        let quote = self.quote()?;
        let start = self.at;
        loop {
            self.at = until(self.bytes, self.at, VALUE_STOP);
            match *self.bytes.get(self.at)? {
                byte if byte == quote => break,
                b'"' | b'\'' => self.at += 1,
                b'<' => return None,
                _ => self.special()?,
            }
        }
        let value = self.bytes.get(start..self.at)?;
        self.at += 1;
        Some(value)
    }

    fn quote(&mut self) -> Option<u8> {
        let quote = *self.bytes.get(self.at)?;
        self.at += 1;
        matches!(quote, b'"' | b'\'').then_some(quote)
    }

    /// A name, with or without a prefix (Namespaces in XML 1.0 §4).
    #[inline(always)]
    fn name(&mut self) -> Option<Name<'t>> {
        let start = self.at;
        let first = self.name_part()?;
        if self.bytes.get(self.at) != Some(&b':') {
            return Some(Name { whole: first, prefix: b"", local: first });
        }
        self.at += 1;
        let local = self.name_part()?;
        Some(Name { whole: self.bytes.get(start..self.at)?, prefix: first, local })
    }

    #[inline(always)]
    fn name_part(&mut self) -> Option<&'t [u8]> {
        let start = self.at;
        if !is(*self.bytes.get(start)?, NAME_START) {
            return None;
        }
        self.at = past(self.bytes, start + 1, NAME);
        self.bytes.get(start..self.at).filter(|name| name.len() <= NAME_LENGTH)
    }

    fn is_declared(&self, prefix: &[u8], is_attribute: bool) -> Option<()> {
        let is_known = prefix.is_empty()
            || (is_attribute && prefix == b"xml")
            || self.prefixes.iter().rev().any(|declared| *declared == prefix);
        is_known.then_some(())
    }

    #[inline(always)]
    fn end_tag(&mut self) -> Option<()> {
        let end = self.at;
        let open = self.open.pop()?;
        self.at += b"</".len();
        self.expect(self.bytes.get(open.start..open.end)?)?;
        self.at = past(self.bytes, self.at, SPACE);
        self.expect(b">")?;
        self.prefixes.truncate(open.declared);
        self.capture.close(self.open.len(), end)
    }

    fn comment_or_section(&mut self) -> Option<()> {
        self.capture.odd(self.open.len());
        if self.is_here(b"<!--") { self.comment() } else { self.section() }
    }

    /// XML 1.0 §2.5: no “--” in it.
    fn comment(&mut self) -> Option<()> {
        self.at += b"<!--".len();
        loop {
            self.at = until(self.bytes, self.at, COMMENT_STOP);
            match self.bytes.get(self.at..)? {
                [b'-', b'-', ..] => break,
                [b'-', ..] => self.at += 1,
                _ => self.special()?,
            }
        }
        self.expect(b"-->")?;
        self.piece()
    }

    /// A section of CDATA (§2.7).
    fn section(&mut self) -> Option<()> {
        self.expect(b"<![CDATA[")?;
        loop {
            self.at = until(self.bytes, self.at, TEXT_STOP);
            match self.bytes.get(self.at..)? {
                [b']', b']', b'>', ..] => break,
                [b']' | b'<' | b'&', ..] => self.at += 1,
                _ => self.special()?,
            }
        }
        self.expect(b"]]>")?;
        self.piece()
    }

    fn piece(&mut self) -> Option<()> {
        self.pieces += 1;
        (self.pieces <= PIECES).then_some(())
    }

    #[inline(always)]
    fn is_here(&self, what: &[u8]) -> bool {
        self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(what))
    }

    #[inline(always)]
    fn expect(&mut self, what: &[u8]) -> Option<()> {
        let is_here = self.is_here(what);
        self.at += what.len();
        is_here.then_some(())
    }
}
