//! Nodes of a JSON document: what a path sees of a tape.

use std::borrow::Cow;

use switchhook_scan::Sort;

use super::tape::Tape;
use super::value::Json;
use super::write;
use crate::budget::{Budget, TooComplex};
use crate::document::kind::Kind;
use crate::document::tree::{Key, Step, Tree};

/// A value of a JSON document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonNode<'d> {
    pub(crate) tape: &'d Tape,
    pub(crate) at: u32,
}

impl<'d> JsonNode<'d> {
    fn node(self, at: u32) -> JsonNode<'d> {
        JsonNode { tape: self.tape, at }
    }
}

/// Goes over the elements of an array, or over the members of an object.
pub(crate) struct JsonChildren<'d> {
    tape: &'d Tape,
    at: u32,
    end: u32,
    /// Of the next element.
    index: Option<usize>,
    /// The names that are gone past.
    shadowed: Vec<u32>,
}

impl<'d> JsonChildren<'d> {
    fn none(tape: &'d Tape) -> JsonChildren<'d> {
        JsonChildren { tape, at: 0, end: 0, index: None, shadowed: Vec::new() }
    }
}

impl<'d> Iterator for JsonChildren<'d> {
    type Item = (Key<'d>, JsonNode<'d>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.end {
            let here = self.at;
            self.at = self.tape.entry(here).next;
            if let Some(index) = &mut self.index {
                let key = Key::Index(*index);
                *index += 1;
                return Some((key, JsonNode { tape: self.tape, at: here }));
            }
            if self.shadowed.binary_search(&here).is_err() {
                let key = Key::Name(self.tape.text(here));
                return Some((key, JsonNode { tape: self.tape, at: here + 1 }));
            }
        }
        None
    }
}

impl<'d> Tree<'d> for JsonNode<'d> {
    fn kind(self) -> Kind {
        self.tape.kind(self.at)
    }

    fn member(self, name: &str, budget: &mut Budget) -> Result<Option<Self>, TooComplex> {
        let (value, seen) = self.tape.member(self.at, name);
        budget.hops(seen)?;
        Ok(value.map(|at| self.node(at)))
    }

    fn counts(self) -> bool {
        self.tape.entry(self.at).sort == Sort::Array
    }

    fn is_single(self) -> bool {
        false
    }

    type Children = JsonChildren<'d>;

    fn children(self) -> JsonChildren<'d> {
        let entry = self.tape.entry(self.at);
        // An object's names are compared with each other, which an array has no need of.
        let (index, shadowed) = match entry.sort {
            Sort::Array => (Some(0), Vec::new()),
            Sort::Object => (None, self.tape.shadowed(self.at)),
            _ => return JsonChildren::none(self.tape),
        };
        JsonChildren { tape: self.tape, at: self.at + 1, end: entry.next, index, shadowed }
    }

    fn list(self) -> JsonChildren<'d> {
        if self.counts() { self.children() } else { JsonChildren::none(self.tape) }
    }

    fn text(self, budget: &mut Budget) -> Result<Cow<'d, str>, TooComplex> {
        budget.text(self.tape.raw(self.at).len())?;
        Ok(self.tape.text(self.at))
    }

    fn weight(self) -> usize {
        // Nothing but what it hands out.
        0
    }

    fn is_untyped(self) -> bool {
        false
    }

    fn value(self) -> Json {
        Json::of_tape(self.tape, self.at)
    }

    fn raw(self) -> Cow<'d, str> {
        Cow::Borrowed(self.tape.raw(self.at))
    }

    fn write(self, out: &mut String, limit: usize) {
        write::compact(self.tape, self.at, out, limit);
    }

    fn number(self) -> u64 {
        u64::from(self.at)
    }

    fn location(self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = self.at;
        while at > 0 {
            let parent = self.tape.parent(at);
            steps.push(match self.tape.entry(parent.container).sort {
                Sort::Array => Step::Index(parent.key as usize),
                _ => Step::Name(self.tape.text(parent.key).into_owned()),
            });
            at = parent.container;
        }
        steps.reverse();
        steps
    }

    fn short_name<'n>(self, name: &'n str) -> Cow<'n, str> {
        Cow::Borrowed(name)
    }
}
