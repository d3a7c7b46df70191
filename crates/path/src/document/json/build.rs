//! JSON text in, the flat entries of a tape out, the whole text checked (RFC 8259, strictly).
//!
//! No recursion: what is open stands in a list. Whoever reads documents goes through
//! [`build`] alone, so that a faster scanner can take this file's place.

use super::tape::{Entry, Sort};
use crate::limits::DEPTH;

/// Where a text stops being JSON, and what is wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    what: &'static str,
}

impl Fault {
    /// What is wrong, as a part of a sentence; where something else is expected, what there is.
    pub(crate) fn describe(&self, text: &str) -> String {
        let what = self.what;
        if !what.contains("is expected") {
            return what.to_owned();
        }
        match text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) if found.is_control() => {
                format!("{what}, not U+{:04X}", u32::from(found))
            }
            Some(found) => format!("{what}, not “{found}”"),
            None => format!("{what}, but the text ends"),
        }
    }
}

/// Reads a whole JSON text. The entries are in the order of the text, containers before what is in
/// them, names before their values; entry 0 is the root.
pub(crate) fn build(text: &str) -> Result<Vec<Entry>, Fault> {
    let mut builder = Builder {
        text: text.as_bytes(),
        at: 0,
        entries: Vec::with_capacity(text.len() / 16 + 1),
        open: Vec::new(),
    };
    builder.document()?;
    Ok(builder.entries)
}

struct Builder<'t> {
    text: &'t [u8],
    at: usize,
    entries: Vec<Entry>,
    /// The containers that are not closed yet, by their entries.
    open: Vec<usize>,
}

/// What a member or an element is followed by.
enum Next {
    Value,
    Done,
}

impl Builder<'_> {
    fn document(&mut self) -> Result<(), Fault> {
        if u32::try_from(self.text.len()).is_err() {
            return Err(Fault { at: 0, what: "no more than 4 GiB are read" });
        }
        loop {
            self.value()?;
            if matches!(self.after_value()?, Next::Done) {
                break;
            }
        }
        if self.at < self.text.len() {
            return self.fault("the value is whole, and more follows it");
        }
        Ok(())
    }

    /// Reads a scalar or an empty container whole, and any other container up to its first value.
    fn value(&mut self) -> Result<(), Fault> {
        loop {
            self.white_space();
            match self.peek() {
                Some(b'{') => {
                    self.enter(Sort::Object)?;
                    if self.peek() != Some(b'}') {
                        self.name("a name in double quotes or “}” is expected")?;
                        continue;
                    }
                    self.leave();
                }
                Some(b'[') => {
                    self.enter(Sort::Array)?;
                    if self.peek() != Some(b']') {
                        continue;
                    }
                    self.leave();
                }
                Some(b'"') => {
                    let start = self.at;
                    let sort = if self.string()? { Sort::Escaped } else { Sort::String };
                    self.scalar(sort, start);
                }
                Some(b'-' | b'0'..=b'9') => {
                    let start = self.at;
                    self.number()?;
                    self.scalar(Sort::Number, start);
                }
                Some(b't') => self.literal("true", Sort::True)?,
                Some(b'f') => self.literal("false", Sort::False)?,
                Some(b'n') => self.literal("null", Sort::Null)?,
                _ => return self.fault("a value is expected"),
            }
            return Ok(());
        }
    }

    /// Closes what ends here, and reads up to the value that comes next.
    fn after_value(&mut self) -> Result<Next, Fault> {
        loop {
            self.white_space();
            let Some(container) = self.open.last().and_then(|at| self.entries.get(*at)) else {
                return Ok(Next::Done);
            };
            let object = container.sort == Sort::Object;
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.white_space();
                    if object {
                        self.name("a name in double quotes is expected after the comma")?;
                    }
                    return Ok(Next::Value);
                }
                Some(b'}') if object => self.leave(),
                Some(b']') if !object => self.leave(),
                _ if object => return self.fault("a comma or “}” is expected"),
                _ => return self.fault("a comma or “]” is expected"),
            }
        }
    }

    fn enter(&mut self, sort: Sort) -> Result<(), Fault> {
        if self.open.len() >= DEPTH {
            return self.fault("no more than 512 levels of nesting are read");
        }
        self.open.push(self.entries.len());
        self.push(sort, self.at, self.at);
        self.at += 1;
        self.white_space();
        Ok(())
    }

    /// The cursor is on the bracket that closes the innermost container.
    fn leave(&mut self) {
        self.at += 1;
        if let Some(container) = self.open.pop() {
            let next = self.entries.len() as u32;
            if let Some(entry) = self.entries.get_mut(container) {
                entry.end = self.at as u32;
            }
            self.completed(container, next);
        }
    }

    /// A value is whole: it, and its name, learn where the next one is.
    fn completed(&mut self, value: usize, next: u32) {
        if let Some(entry) = self.entries.get_mut(value) {
            entry.next = next;
        }
        let name = value.checked_sub(1).and_then(|before| self.entries.get_mut(before));
        if let Some(name) = name.filter(|entry| entry.sort.is_name()) {
            name.next = next;
        }
    }

    fn name(&mut self, what: &'static str) -> Result<(), Fault> {
        if self.peek() != Some(b'"') {
            return self.fault(what);
        }
        let start = self.at;
        let sort = if self.string()? { Sort::EscapedName } else { Sort::Name };
        self.push(sort, start, self.at);
        self.white_space();
        if self.peek() != Some(b':') {
            return self.fault("a colon is expected after the name");
        }
        self.at += 1;
        Ok(())
    }

    /// The cursor is on the opening quote; true where the string has escapes.
    fn string(&mut self) -> Result<bool, Fault> {
        let start = self.at;
        let mut escaped = false;
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(0..0x20) => {
                    return self
                        .fault("a control character in a string must be written as an escape");
                }
                Some(_) => self.at += 1,
                None => return Err(Fault { at: start, what: "this string is not closed" }),
            }
        }
        self.at += 1;
        Ok(escaped)
    }

    fn escape(&mut self) -> Result<(), Fault> {
        match self.text.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') => {
                let digits = self.text.get(self.at + 2..self.at + 6).unwrap_or_default();
                if digits.len() != 4 || !digits.iter().all(u8::is_ascii_hexdigit) {
                    return self.fault("four hexadecimal digits follow “\\u”");
                }
                self.at += 6;
            }
            _ => return self.fault("there is no such escape in JSON"),
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return self.fault("a number does not begin with 0");
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { self.fault("a digit is expected") } else { Ok(()) }
    }

    fn literal(&mut self, word: &'static str, sort: Sort) -> Result<(), Fault> {
        let start = self.at;
        if !self.text.get(start..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            return self.fault("a value is expected");
        }
        self.at += word.len();
        self.scalar(sort, start);
        Ok(())
    }

    fn scalar(&mut self, sort: Sort, start: usize) {
        let value = self.entries.len();
        self.push(sort, start, self.at);
        self.completed(value, value as u32 + 1);
    }

    fn push(&mut self, sort: Sort, start: usize, end: usize) {
        self.entries.push(Entry { start: start as u32, end: end as u32, next: 0, sort });
    }

    fn white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn fault<T>(&self, what: &'static str) -> Result<T, Fault> {
        Err(Fault { at: self.at, what })
    }
}
