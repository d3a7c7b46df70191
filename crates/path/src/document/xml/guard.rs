//! XML text in, a refusal out where reading it would take too long or too deep: one linear pass
//! before the parser, which takes quadratic time for attributes of one element and cubic time for
//! nested namespace declarations.
//!
//! The pass knows tags, quotes, comments, CDATA sections and processing instructions, no more;
//! whether the rest is well-formed is the parser's to say. What the parser lets through is refused here
//! as well: references to characters that do not exist (XML 1.0 §4.1), a default namespace that is
//! declared twice (§3.1), declarations that namespaces do not have (Namespaces in XML 1.0 §2.2, §3).

use std::borrow::Cow;

use switchhook_scan::is_xml;

use crate::limits::{
    DEPTH, XML_ATTRIBUTE_WORK, XML_ATTRIBUTES, XML_NAMESPACE_WORK, XML_NAMESPACES,
};

/// Where the text asks for too much, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) what: Cow<'static, str>,
}

/// What is wrong with a declaration of a prefix that is known already.
pub(super) const RESERVED: &str =
    "“xml” and “xmlns” stand for what they always stand for, and are not declared";

/// What a text was seen to hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    /// Attributes that say whether white space counts.
    pub(crate) xml_space: bool,
}

/// Checks the whole text.
pub(crate) fn check(text: &str) -> Result<Seen, Fault> {
    // The one that may stand there is gone already, and the parser would skip a second.
    if text.starts_with('\u{FEFF}') {
        let what = "one byte-order mark may stand before a document, not two";
        return Err(Fault { at: 0, what: what.into() });
    }
    let seen = Seen { xml_space: false };
    let mut guard = Guard { text, at: 0, scopes: Vec::new(), work: 0, attribute_work: 0, seen };
    // Often one piece of markup follows the other.
    let next = |rest: &[u8]| match rest.first() {
        Some(b'<') => Some(0),
        _ => memchr::memchr2(b'<', b'&', rest),
    };
    while let Some(markup) = next(guard.rest(guard.at)) {
        guard.at += markup;
        guard.markup()?;
    }
    Ok(guard.seen)
}

struct Guard<'t> {
    text: &'t str,
    at: usize,
    /// For each open element, the namespace declarations in scope.
    scopes: Vec<usize>,
    /// What the declarations will cost the parser.
    work: usize,
    /// What the attributes will cost it.
    attribute_work: usize,
    seen: Seen,
}

impl<'t> Guard<'t> {
    fn markup(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let rest = self.rest(start);
        match (rest.first(), rest.get(1)) {
            (Some(b'&'), _) => {
                self.reference(start)?;
                self.at += 1;
            }
            (_, Some(b'/')) => {
                self.scopes.pop();
                self.skip_past(2, b">");
            }
            (_, Some(b'?')) => self.skip_past(2, b"?>"),
            (_, Some(b'!')) if rest.starts_with(b"<!--") => self.skip_past(4, b"-->"),
            (_, Some(b'!')) if rest.starts_with(b"<![CDATA[") => self.skip_past(9, b"]]>"),
            (_, Some(b'!')) => {
                let what = "a document type declaration (DOCTYPE) is not read";
                return Err(Fault { at: start, what: what.into() });
            }
            _ => self.start_tag()?,
        }
        Ok(())
    }

    fn start_tag(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut attributes = 0;
        let mut declared = 0;
        let mut has_default = false;
        self.at += 1;
        let empty = loop {
            let Some(found) = memchr::memchr3(b'>', b'"', b'\'', self.rest(self.at)) else {
                self.at = self.text.len();
                return Ok(());
            };
            let rest = self.rest(self.at);
            let before = rest.get(..found).unwrap_or_default();
            let quote = rest.get(found).copied().unwrap_or_default();
            let tag = self.at;
            self.at += found + 1;
            match quote {
                b'>' => break before.ends_with(b"/"),
                _ => {
                    attributes += 1;
                    let (place, name) = name_before(before);
                    let is_default = name == b"xmlns";
                    declared += usize::from(is_default || name.starts_with(b"xmlns:"));
                    let is_empty = self.rest(self.at).first() == Some(&quote);
                    if let Some(what) = misdeclared(name, has_default, is_empty) {
                        return Err(Fault { at: tag + place, what: what.into() });
                    }
                    has_default |= is_default;
                    self.seen.xml_space |= name == b"xml:space";
                    self.quoted(quote)?;
                }
            }
        };
        if attributes > XML_ATTRIBUTES {
            let what = "no more than 1,000 attributes of one element are read";
            return Err(Fault { at: start, what: what.into() });
        }
        self.attribute_work += attributes * attributes;
        if self.attribute_work > XML_ATTRIBUTE_WORK {
            let what = "too many elements have too many attributes";
            return Err(Fault { at: start, what: what.into() });
        }
        self.scope(start, declared, empty)
    }

    fn scope(&mut self, start: usize, declared: usize, empty: bool) -> Result<(), Fault> {
        let scope = self.scopes.last().copied().unwrap_or(0) + declared;
        if scope > XML_NAMESPACES {
            let what = "no more than 256 namespace declarations in scope are read";
            return Err(Fault { at: start, what: what.into() });
        }
        if declared > 0 {
            self.work += scope * scope;
        }
        if self.work > XML_NAMESPACE_WORK {
            let what = "too many elements declare namespaces inside others that do";
            return Err(Fault { at: start, what: what.into() });
        }
        if self.scopes.len() >= DEPTH {
            let what = "no more than 512 levels of nesting are read";
            return Err(Fault { at: start, what: what.into() });
        }
        if !empty {
            self.scopes.push(scope);
        }
        Ok(())
    }

    /// Goes past the rest of a quoted value, and looks at the references in it.
    fn quoted(&mut self, quote: u8) -> Result<(), Fault> {
        while let Some(found) = memchr::memchr2(quote, b'&', self.rest(self.at)) {
            let at = self.at + found;
            self.at = at + 1;
            if self.text.as_bytes().get(at) == Some(&quote) {
                return Ok(());
            }
            self.reference(at)?;
        }
        self.at = self.text.len();
        Ok(())
    }

    /// A reference to a character must name one that XML has (XML 1.0 §2.2).
    fn reference(&self, at: usize) -> Result<(), Fault> {
        let Some(digits) = self.text.get(at..).and_then(|text| text.strip_prefix("&#")) else {
            return Ok(());
        };
        let (digits, radix) = digits.strip_prefix('x').map_or((digits, 10), |digits| (digits, 16));
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let number = digits.get(..end).unwrap_or_default();
        let character = u32::from_str_radix(number, radix).ok().and_then(char::from_u32);
        match character {
            Some(character) if is_xml(character) => Ok(()),
            _ if number.is_empty() => Ok(()),
            _ => {
                let mark = if radix == 16 { "x" } else { "" };
                let short: String = number.chars().take(12).collect();
                let what = format!("“&#{mark}{short};” names no character that XML has");
                Err(Fault { at, what: what.into() })
            }
        }
    }

    /// Goes to what follows a piece of markup that ends with `>`.
    fn skip_past(&mut self, opening: usize, end: &[u8]) {
        let inside = self.at + opening;
        self.at = inside;
        while let Some(found) = memchr::memchr(b'>', self.rest(self.at)) {
            self.at += found + 1;
            let passed = self.text.as_bytes().get(inside..self.at).unwrap_or_default();
            if passed.ends_with(end) {
                return;
            }
        }
        self.at = self.text.len();
    }

    fn rest(&self, from: usize) -> &'t [u8] {
        self.text.as_bytes().get(from..).unwrap_or_default()
    }
}

/// The name of an attribute, given what stands before its value: the name, and “=” with white space
/// on either side. And where the name begins.
fn name_before(value: &[u8]) -> (usize, &[u8]) {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    let is_behind = |byte: &u8| is_space(byte) || *byte == b'=';
    let end = value.iter().rposition(|byte| !is_behind(byte)).map_or(0, |last| last + 1);
    let name = value.get(..end).unwrap_or_default();
    let start = name.iter().rposition(is_space).map_or(0, |space| space + 1);
    (start, name.get(start..).unwrap_or_default())
}

/// What is wrong with the declaration of a namespace, where it is one.
fn misdeclared(name: &[u8], is_again: bool, is_empty: bool) -> Option<&'static str> {
    match name {
        b"xmlns" if is_again => Some("the default namespace is declared twice on one element"),
        b"xmlns:xmlns" => Some(RESERVED),
        _ if is_empty && name.starts_with(b"xmlns:") => {
            Some("the declaration of a prefix names no namespace")
        }
        _ => None,
    }
}
