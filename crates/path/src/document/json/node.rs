//! Nodes of a JSON document: what a path sees of a tape.

use std::borrow::Cow;

use super::tape::{Sort, Tape};
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

    fn elements(self) -> impl Iterator<Item = Self> {
        self.tape.elements(self.at).map(move |at| self.node(at))
    }

    fn children(self) -> impl Iterator<Item = (Key<'d>, Self)> {
        let elements = self.tape.elements(self.at).enumerate();
        let elements = elements.map(move |(index, at)| (Key::Index(index), self.node(at)));
        // An object's names are compared with each other, which an array has no need of.
        let names = (!self.counts()).then(|| self.tape.names(self.at)).into_iter().flatten();
        let members = names.map(move |name| {
            let key = Key::Name(self.tape.text(name));
            (key, self.node(name + 1))
        });
        elements.chain(members)
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
