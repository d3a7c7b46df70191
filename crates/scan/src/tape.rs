//! A JSON text in, a flat list of places in it out: the tape.

use crate::fault::Fault;
use crate::scanner::Scanner;
use crate::visit::{Name, Sort, Told, Visit};

/// One value or one name: 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Bytes before it; quotes and brackets are a part of it.
    pub start: u32,
    /// Bytes before what follows it.
    pub end: u32,
    /// The entry behind this one and all that is in it; for a name, behind its value.
    pub next: u32,
    /// What it is.
    pub sort: Sort,
}

/// Reads a whole JSON text (RFC 8259, strictly, to a depth of 512). The entries are in the order of
/// the text: containers before what is in them, names before their values; entry 0 is the root.
///
/// ```
/// use switchhook_scan::{Sort, tape};
///
/// let entries = tape(r#"{"id": [7]}"#)?;
/// let sorts: Vec<Sort> = entries.iter().map(|entry| entry.sort).collect();
/// assert_eq!(sorts, [Sort::Object, Sort::Name, Sort::Array, Sort::Number]);
/// assert_eq!(tape("[1, 2").unwrap_err().at, 5);
/// # Ok::<(), switchhook_scan::Fault>(())
/// ```
pub fn tape(text: &str) -> Result<Vec<Entry>, Fault> {
    if u32::try_from(text.len()).is_err() {
        return Err(Fault { at: 0, what: "no more than 4 GiB are read" });
    }
    let entries = Vec::with_capacity(text.len() / 16 + 1);
    let mut tape = Tape { entries, open: Vec::new() };
    let mut scanner = Scanner::new();
    scanner.feed(text.as_bytes(), &mut tape)?;
    scanner.finish(&mut tape)?;
    Ok(tape.entries)
}

struct Tape {
    entries: Vec<Entry>,
    /// The containers that are not closed yet, by their entries.
    open: Vec<usize>,
}

impl Tape {
    #[inline(always)]
    fn push(&mut self, sort: Sort, start: u64, end: u64) {
        // Offsets fit: a longer text is refused.
        self.entries.push(Entry { start: start as u32, end: end as u32, next: 0, sort });
    }

    /// A value is whole: it, and its name, learn where the next one is.
    #[inline(always)]
    fn completed(&mut self, value: usize) {
        let next = self.entries.len() as u32;
        if let Some(entry) = self.entries.get_mut(value) {
            entry.next = next;
        }
        let name = value.checked_sub(1).and_then(|before| self.entries.get_mut(before));
        if let Some(name) = name.filter(|entry| entry.sort.is_name()) {
            name.next = next;
        }
    }
}

impl Visit for Tape {}

impl Told for Tape {
    #[inline(always)]
    fn open(&mut self, sort: Sort, start: u64) -> bool {
        self.open.push(self.entries.len());
        self.push(sort, start, start);
        true
    }

    #[inline(always)]
    fn close(&mut self, end: u64) {
        let Some(container) = self.open.pop() else { return };
        if let Some(entry) = self.entries.get_mut(container) {
            entry.end = end as u32;
        }
        self.completed(container);
    }

    #[inline(always)]
    fn name(&mut self, name: Name<'_>) -> bool {
        let sort = if name.escaped { Sort::EscapedName } else { Sort::Name };
        self.push(sort, name.start, name.end);
        true
    }

    #[inline(always)]
    fn scalar(&mut self, sort: Sort, start: u64, end: u64) {
        let value = self.entries.len();
        self.push(sort, start, end);
        self.completed(value);
    }

    fn longest_name(&self) -> usize {
        0
    }
}
