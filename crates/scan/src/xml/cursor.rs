//! A place in an XML text in, what stands there out, with the place behind it: names, values in quotes, references.
//!
//! Nothing comes out where something else stands, or something that is not for one pass.

use super::class::{HIGH, NAME, NAME_START, SPACE, VALUE_STOP, is, past, until};
use super::reference::reference;

/// Bytes of a name.
const NAME_LENGTH: usize = 1_000;

/// A name of an element or an attribute.
#[derive(Clone, Copy)]
pub(super) struct Name<'t> {
    /// As written.
    pub(super) whole: &'t [u8],
    /// What stands before the colon.
    pub(super) prefix: &'t [u8],
    /// What stands behind it.
    pub(super) local: &'t [u8],
}

pub(super) struct Cursor<'t> {
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn rest(&self) -> &'t [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    #[inline(always)]
    pub(super) fn is_here(&self, what: &[u8]) -> bool {
        self.rest().starts_with(what)
    }

    /// Goes past these bytes; nothing where others stand.
    #[inline(always)]
    pub(super) fn pass(&mut self, what: &[u8]) -> Option<()> {
        let is_here = self.is_here(what);
        self.at += what.len();
        is_here.then_some(())
    }

    /// Goes past white space; whether there was some comes out.
    #[inline(always)]
    pub(super) fn space(&mut self) -> bool {
        let start = self.at;
        self.at = past(self.bytes, start, SPACE);
        self.at > start
    }

    /// Goes to the next byte of this class.
    #[inline(always)]
    pub(super) fn until(&mut self, class: u8) {
        self.at = until(self.bytes, self.at, class);
    }

    /// Goes past a reference, or a byte of text.
    pub(super) fn text(&mut self) -> Option<()> {
        match self.rest() {
            [b'&', rest @ ..] => self.at += 1 + reference(rest)?.1,
            _ => self.plain()?,
        }
        Some(())
    }

    /// Goes past a byte, if XML allows what begins with it.
    pub(super) fn plain(&mut self) -> Option<()> {
        match self.rest() {
            [HIGH, 0xBF, 0xBE | 0xBF, ..] => return None,
            [byte, ..] if *byte < b' ' && !is(*byte, SPACE) => return None,
            _ => self.at += 1,
        }
        Some(())
    }

    /// Goes past what ends here, and past the end, where nothing inside means anything. The class has the end's first byte.
    pub(super) fn opaque(&mut self, class: u8, end: &[u8]) -> Option<()> {
        loop {
            self.until(class);
            if self.is_here(end) {
                return self.pass(end);
            }
            self.byte()?;
            self.plain()?;
        }
    }

    /// A name, with or without a prefix (Namespaces in XML 1.0 §4).
    pub(super) fn name(&mut self) -> Option<Name<'t>> {
        let start = self.at;
        let first = self.simple_name()?;
        if self.byte() != Some(b':') {
            return Some(Name { whole: first, prefix: b"", local: first });
        }
        self.at += 1;
        let local = self.simple_name()?;
        Some(Name { whole: self.bytes.get(start..self.at)?, prefix: first, local })
    }

    #[inline(always)]
    fn simple_name(&mut self) -> Option<&'t [u8]> {
        let start = self.at;
        if !is(self.byte()?, NAME_START) {
            return None;
        }
        self.at = past(self.bytes, start + 1, NAME);
        self.bytes.get(start..self.at).filter(|name| name.len() <= NAME_LENGTH)
    }

    /// A value in quotes, without them.
    pub(super) fn value(&mut self) -> Option<&'t [u8]> {
        let quote = self.byte().filter(|byte| matches!(byte, b'"' | b'\''))?;
        self.at += 1;
        let start = self.at;
        loop {
            self.until(VALUE_STOP);
            match self.byte()? {
                byte if byte == quote => break,
                b'<' => return None,
                _ => self.text()?,
            }
        }
        let value = self.bytes.get(start..self.at)?;
        self.at += 1;
        Some(value)
    }
}
