//! A JSON document as its text and a flat list of places in it: the tape.
//!
//! Text in, entries out; values stay where they are in the text. An entry knows where the next
//! value at its level is, so that a subtree is left with one hop.

use std::borrow::Cow;
use std::sync::OnceLock;

use switchhook_scan::{Entry, Fault, Sort, decode, tape};

use crate::document::kind::Kind;
use crate::sort::firsts;
use crate::unreadable::Place;

/// Stands for an entry that is not there, which no index of a tape asks for.
const NOTHING: Entry = Entry { start: 0, end: 0, next: u32::MAX, sort: Sort::Null };

/// A whole JSON document.
#[derive(Debug)]
pub(crate) struct Tape {
    text: String,
    entries: Vec<Entry>,
    parents: OnceLock<Vec<Parent>>,
}

/// Where an entry hangs: its container, and its index there or the entry of its name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parent {
    pub(crate) container: u32,
    pub(crate) key: u32,
}

/// Where a text stops being JSON, and what is wrong there, as a part of a sentence.
pub(crate) fn described(text: &str, fault: &Fault) -> (Place, String) {
    let at = usize::try_from(fault.at).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    (Place::of(text, at), fault.describe(rest))
}

impl Tape {
    /// Reads a document; where it is none, the text comes back with its fault.
    pub(crate) fn parse(text: String) -> Result<Tape, (String, Fault)> {
        match tape(&text) {
            Ok(entries) => Ok(Tape { text, entries, parents: OnceLock::new() }),
            Err(fault) => Err((text, fault)),
        }
    }

    pub(crate) fn entry(&self, at: u32) -> Entry {
        self.entries.get(at as usize).copied().unwrap_or(NOTHING)
    }

    /// The source of an entry.
    pub(crate) fn raw(&self, at: u32) -> &str {
        let entry = self.entry(at);
        self.text.get(entry.start as usize..entry.end as usize).unwrap_or_default()
    }

    pub(crate) fn kind(&self, at: u32) -> Kind {
        self.entry(at).sort.into()
    }

    /// The decoded text of a string or a name.
    pub(crate) fn text(&self, at: u32) -> Cow<'_, str> {
        let raw = self.raw(at);
        let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        match self.entry(at).sort {
            Sort::Escaped | Sort::EscapedName => decode(inner),
            _ => Cow::Borrowed(inner),
        }
    }

    /// The elements of an array.
    pub(crate) fn elements(&self, array: u32) -> impl Iterator<Item = u32> {
        self.level(array, Sort::Array)
    }

    /// The names of an object in the order of the text, of a repeated name the last one alone.
    pub(crate) fn names(&self, object: u32) -> impl Iterator<Item = u32> {
        let shadowed = self.shadowed(object);
        self.level(object, Sort::Object).filter(move |name| shadowed.binary_search(name).is_err())
    }

    /// The names of an object that a later, equal name replaces; sorted.
    pub(crate) fn shadowed(&self, object: u32) -> Vec<u32> {
        let names: Vec<((bool, Cow<'_, str>), u32)> =
            self.level(object, Sort::Object).map(|name| (self.identity(name), name)).collect();
        let identity = |place| names.get(place).map(|(identity, _)| identity);
        let firsts = firsts(names.len(), &|left, right| identity(left).cmp(&identity(right)));
        let mut replaced = vec![false; names.len()];
        let mut shadowed = Vec::new();
        for (first, (_, name)) in firsts.into_iter().zip(&names).rev() {
            match replaced.get_mut(first) {
                Some(replaced) if !*replaced => *replaced = true,
                _ => shadowed.push(*name),
            }
        }
        shadowed.reverse();
        shadowed
    }

    /// A name that a later, equal one of the same object replaces: the first in the text.
    pub(crate) fn repeated(&self) -> Option<u32> {
        let objects = (0..self.entries.len() as u32).map(|at| self.shadowed(at));
        objects.flatten().min()
    }

    /// The value of the last member of this name, and how many were looked at.
    pub(crate) fn member(&self, object: u32, name: &str) -> (Option<u32>, usize) {
        let mut found = None;
        let mut seen = 0;
        for candidate in self.level(object, Sort::Object) {
            seen += 1;
            if self.text(candidate) == name {
                found = Some(candidate + 1);
            }
        }
        (found, seen)
    }

    /// Where each entry hangs; worked out when it is first asked for.
    pub(crate) fn parent(&self, at: u32) -> Parent {
        let parents = self.parents.get_or_init(|| {
            let mut parents = vec![Parent::default(); self.entries.len()];
            for container in 0..self.entries.len() as u32 {
                for (index, element) in self.elements(container).enumerate() {
                    if let Some(parent) = parents.get_mut(element as usize) {
                        *parent = Parent { container, key: index as u32 };
                    }
                }
                for name in self.level(container, Sort::Object) {
                    if let Some(parent) = parents.get_mut(name as usize + 1) {
                        *parent = Parent { container, key: name };
                    }
                }
            }
            parents
        });
        parents.get(at as usize).copied().unwrap_or_default()
    }

    /// The entries straight inside a container of this sort: elements, or names.
    fn level(&self, container: u32, sort: Sort) -> impl Iterator<Item = u32> {
        let entry = self.entry(container);
        let end = if entry.sort == sort { entry.next } else { 0 };
        let mut at = container + 1;
        std::iter::from_fn(move || {
            let here = at;
            (here < end).then(|| {
                at = self.entry(here).next;
                here
            })
        })
    }

    /// What makes two names the same. Surrogates without a partner all decode to U+FFFD, so that
    /// such names go by their source, and are no other name's.
    fn identity(&self, name: u32) -> (bool, Cow<'_, str>) {
        let text = self.text(name);
        let halved = matches!(text, Cow::Owned(_)) && text.contains(char::REPLACEMENT_CHARACTER);
        (halved, if halved { Cow::Borrowed(self.raw(name)) } else { text })
    }
}
