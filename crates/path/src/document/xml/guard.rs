//! XML text in, a refusal out where reading it would take too long or too deep: one linear pass
//! before the parser, which takes quadratic time for attributes of one element and cubic time for
//! nested namespace declarations.
//!
//! The pass knows tags, quotes, comments, CDATA sections and processing instructions, no more;
//! whether the rest is well-formed is the parser's to say. What the parser lets through though XML
//! 1.0 §4.1 does not, references to characters that do not exist, is refused here as well.

use std::borrow::Cow;

use crate::limits::{
    DEPTH, XML_ATTRIBUTE_WORK, XML_ATTRIBUTES, XML_NAMESPACE_WORK, XML_NAMESPACES,
};

/// Where the text asks for too much, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) what: Cow<'static, str>,
}

/// Checks the whole text.
pub(crate) fn check(text: &str) -> Result<(), Fault> {
    // The one that may stand there is gone already, and the parser would skip a second.
    if text.starts_with('\u{FEFF}') {
        let what = "one byte-order mark may stand before a document, not two";
        return Err(Fault { at: 0, what: what.into() });
    }
    let mut guard = Guard { text, at: 0, scopes: Vec::new(), work: 0, attribute_work: 0 };
    while let Some(markup) = memchr::memchr2(b'<', b'&', guard.rest(guard.at)) {
        guard.at += markup;
        guard.markup()?;
    }
    Ok(())
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
}

impl Guard<'_> {
    fn markup(&mut self) -> Result<(), Fault> {
        let start = self.at;
        if self.looking_at("&") {
            self.reference(start)?;
            self.at += 1;
        } else if self.looking_at("<!--") {
            self.skip_past(4, "-->");
        } else if self.looking_at("<![CDATA[") {
            self.skip_past(9, "]]>");
        } else if self.looking_at("<?") {
            self.skip_past(2, "?>");
        } else if self.looking_at("<!") {
            let what = "a document type declaration (DOCTYPE) is not read";
            return Err(Fault { at: start, what: what.into() });
        } else if self.looking_at("</") {
            self.scopes.pop();
            self.skip_past(2, ">");
        } else {
            self.start_tag()?;
        }
        Ok(())
    }

    fn start_tag(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut attributes = 0;
        let mut declared = 0;
        let mut name = start + 1;
        let mut before = b'<';
        self.at += 1;
        let empty = loop {
            let Some(byte) = self.text.as_bytes().get(self.at).copied() else { return Ok(()) };
            self.at += 1;
            match byte {
                b'>' => break before == b'/',
                b'"' | b'\'' => {
                    attributes += 1;
                    self.quoted(byte)?;
                }
                b'=' => {
                    let declares = self.text.get(name..self.at - 1).is_some_and(declares_namespace);
                    declared += usize::from(declares);
                }
                // A name begins behind white space or a value; white space may stand before “=”.
                _ if !is_space(byte) && (is_space(before) || matches!(before, b'"' | b'\'')) => {
                    name = self.at - 1;
                }
                _ => (),
            }
            before = byte;
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
            Some('\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..) => Ok(()),
            _ if number.is_empty() => Ok(()),
            _ => {
                let mark = if radix == 16 { "x" } else { "" };
                let short: String = number.chars().take(12).collect();
                let what = format!("“&#{mark}{short};” names no character that XML has");
                Err(Fault { at, what: what.into() })
            }
        }
    }

    fn looking_at(&self, markup: &str) -> bool {
        self.rest(self.at).starts_with(markup.as_bytes())
    }

    fn skip_past(&mut self, opening: usize, end: &str) {
        let from = self.at + opening;
        let rest = self.text.get(from..).unwrap_or_default();
        self.at = rest.find(end).map_or(self.text.len(), |found| from + found + end.len());
    }

    fn rest(&self, from: usize) -> &[u8] {
        self.text.as_bytes().get(from..).unwrap_or_default()
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

fn declares_namespace(name: &str) -> bool {
    let name = name.trim_matches([' ', '\t', '\r', '\n']);
    name == "xmlns" || name.starts_with("xmlns:")
}
