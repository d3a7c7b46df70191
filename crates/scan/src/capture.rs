//! What a scan tells in, the values that a trie's ways lead to out.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use crate::string::name_text;
use crate::trie::{Step, Trie, mark};
use crate::visit::{Name, Sort, Told, Visit};

/// Keeps the values that are wanted, of members that have one name that of the last.
#[derive(Debug)]
pub(crate) struct Capture<'t> {
    trie: &'t Trie,
    slots: Vec<Option<Value>>,
    frames: Vec<Frame>,
    /// The trie's nodes that the open containers stand at, innermost last, and then those of the value that comes next.
    active: Vec<usize>,
    /// Where these begin.
    next: usize,
    /// The marks of the names that lead on from the nodes of the innermost container.
    names: u64,
    /// Of open arrays, the last elements; innermost last.
    ends: Vec<Ends>,
    /// Whether the value that comes next has begun already.
    has_begun: bool,
    /// Whether the container that was opened last is not wanted: nothing of it is told but its end.
    is_unwanted: bool,
}

/// A value that is wanted.
#[derive(Debug)]
struct Value {
    start: u64,
    /// Not known while the value is open.
    end: Option<u64>,
    sort: Sort,
    text: Text,
}

/// The values of a document that is there whole: they stay where they are.
#[derive(Debug)]
pub struct Sources<'d> {
    document: &'d str,
    slots: Vec<Option<Value>>,
}

impl<'d> Sources<'d> {
    /// What the value is that a way leads to, given the way's number, and its source.
    pub fn get(&self, way: usize) -> Option<(Sort, &'d str)> {
        let value = self.slots.get(way)?.as_ref()?;
        let place = |place: u64| usize::try_from(place).ok();
        Some((value.sort, self.document.get(place(value.start)?..place(value.end?)?)?))
    }
}

/// As much of a value as has been copied.
#[derive(Debug)]
enum Text {
    /// All of it, which one piece held.
    Whole(Arc<str>),
    Part(Vec<u8>),
}

/// An open container.
#[derive(Debug)]
struct Frame {
    is_array: bool,
    /// Its first node in `active`.
    active: usize,
    /// Its first in `ends`.
    ends: usize,
    /// The names around it.
    names: u64,
    /// Of an array, the index of the next element.
    index: usize,
}

/// The last elements of an array, of which one may be wanted: what was found in each, by slot.
#[derive(Debug)]
struct Ends {
    node: usize,
    count: usize,
    found: VecDeque<Vec<(usize, Value)>>,
}

impl<'t> Capture<'t> {
    pub(crate) fn new(trie: &'t Trie) -> Capture<'t> {
        let slots = std::iter::repeat_with(|| None).take(trie.slots()).collect();
        let (frames, mut active) = (Vec::with_capacity(8), Vec::with_capacity(8));
        active.push(0);
        let (next, names, ends) = (0, 0, Vec::new());
        let (has_begun, is_unwanted) = (false, false);
        Capture { trie, slots, frames, active, next, names, ends, has_begun, is_unwanted }
    }

    /// Copies what is wanted of a piece, before it is gone.
    pub(crate) fn copy(&mut self, piece: &[u8], base: u64) {
        let ends = self.ends.iter_mut().flat_map(|ends| ends.found.iter_mut().flatten());
        let values = self.slots.iter_mut().flatten().chain(ends.map(|(_, value)| value));
        values.for_each(|value| value.copy(piece, base));
    }

    /// The sources of the values, by slot.
    pub(crate) fn finish(self) -> Vec<Option<Arc<str>>> {
        self.slots.into_iter().map(|value| value.map(|value| value.text.whole())).collect()
    }

    /// The same of a document that is there whole: nothing has been copied.
    pub(crate) fn within(self, document: &str) -> Sources<'_> {
        Sources { document, slots: self.slots }
    }

    /// The nodes of the innermost container: where they begin, and where they end.
    #[inline(always)]
    fn around(&self) -> Range<usize> {
        self.frames.last().map_or(self.next, |frame| frame.active)..self.next
    }

    /// Notes where the next value stands, if it is an array's element.
    #[inline(always)]
    fn begin(&mut self) {
        let Some(array) = self.frames.last_mut().filter(|frame| frame.is_array) else { return };
        let here = array.index;
        array.index += 1;
        self.active.truncate(self.next);
        for at in array.active..self.next {
            let node = self.active.get(at).and_then(|node| self.trie.node(*node));
            for (step, child) in node.map_or(&[][..], |node| &node.children) {
                if match step {
                    Step::Index(index) | Step::Either(_, index) => *index == here,
                    Step::FromEnd(_) => true,
                    Step::Name(_) => false,
                } {
                    self.active.push(*child);
                }
            }
        }
    }

    /// The value comes here that the next nodes stand for.
    #[inline(always)]
    fn found(&mut self, sort: Sort, start: u64, end: Option<u64>) {
        for node in self.active.get(self.next..).unwrap_or_default() {
            let slot = self.trie.node(*node).and_then(|node| node.slot);
            match slot.and_then(|slot| self.slots.get_mut(slot)) {
                Some(Some(value)) if value.start == start => (value.end, value.sort) = (end, sort),
                Some(slot) => {
                    *slot = Some(Value { start, end, sort, text: Text::Part(Vec::new()) });
                }
                None => (),
            }
        }
    }

    /// Notes where the value stands that a name leads to.
    fn look_up(&mut self, name: &[u8]) {
        for at in self.around() {
            let node = self.active.get(at).and_then(|node| self.trie.node(*node));
            for (step, child) in node.map_or(&[][..], |node| &node.children) {
                let (Step::Name(wanted) | Step::Either(wanted, _)) = step else { continue };
                if name == wanted.as_bytes() {
                    self.forget(*child);
                    self.active.push(*child);
                }
            }
        }
    }

    /// A member that came before counts no more, nor what was in it.
    #[inline(always)]
    fn forget(&mut self, node: usize) {
        for slot in self.trie.node(node).map_or(&[][..], |node| &node.below) {
            if let Some(slot) = self.slots.get_mut(*slot)
                && slot.is_some()
            {
                *slot = None;
            }
        }
    }

    /// An element is whole: what was found in it stands back until the array's end is known.
    #[inline(always)]
    fn element_ended(&mut self) {
        if self.ends.is_empty() {
            return;
        }
        let first = self.frames.last().map_or(usize::MAX, |frame| frame.ends);
        for ends in self.ends.get_mut(first..).unwrap_or_default() {
            let below = self.trie.node(ends.node).map_or(&[][..], |node| &node.below);
            let take = |slot: &usize| Some((*slot, self.slots.get_mut(*slot)?.take()?));
            ends.found.push_back(below.iter().filter_map(take).collect());
            if ends.found.len() > ends.count {
                ends.found.pop_front();
            }
        }
    }

    /// The array is whole: of those that are left, the first is the one that was counted to.
    fn array_ended(&mut self, first: usize) {
        while self.ends.len() > first
            && let Some(mut ends) = self.ends.pop()
        {
            let found = ends.found.pop_front().filter(|_| ends.found.len() + 1 == ends.count);
            for (slot, value) in found.into_iter().flatten() {
                if let Some(slot) = self.slots.get_mut(slot) {
                    *slot = Some(value);
                }
            }
        }
    }
}

impl Visit for Capture<'_> {}

impl Told for Capture<'_> {
    fn open(&mut self, sort: Sort, start: u64) -> bool {
        self.begin();
        self.is_unwanted = self.active.len() == self.next;
        if self.is_unwanted {
            return false;
        }
        self.found(sort, start, None);
        let is_array = sort == Sort::Array;
        let (active, ends, names) = (self.next, self.ends.len(), self.names);
        self.frames.push(Frame { is_array, active, ends, names, index: 0 });
        (self.next, self.names) = (self.active.len(), 0);
        let mut wanted = false;
        for at in self.around() {
            let node = self.active.get(at).and_then(|node| self.trie.node(*node));
            let Some(node) = node else { continue };
            self.names |= node.names;
            wanted |= if is_array { node.into_array } else { node.into_object };
            if is_array && node.counts {
                let counted = node.children.iter().filter_map(|(step, child)| match step {
                    Step::FromEnd(count) => Some((*child, *count)),
                    _ => None,
                });
                let ends =
                    counted.map(|(node, count)| Ends { node, count, found: VecDeque::new() });
                self.ends.extend(ends);
            }
        }
        wanted
    }

    fn close(&mut self, end: u64) {
        if std::mem::take(&mut self.is_unwanted) {
            return self.element_ended();
        }
        let Some(frame) = self.frames.pop() else { return };
        self.names = frame.names;
        self.array_ended(frame.ends);
        for at in self.active.get(frame.active..self.next).unwrap_or_default() {
            let slot = self.trie.node(*at).and_then(|node| node.slot);
            if let Some(Some(value)) = slot.and_then(|slot| self.slots.get_mut(slot)) {
                value.end = Some(end);
            }
        }
        self.active.truncate(frame.active);
        self.next = frame.active;
        self.element_ended();
    }

    #[inline(always)]
    fn name(&mut self, name: Name<'_>) -> bool {
        self.active.truncate(self.next);
        if name.escaped {
            self.look_up(&name_text(name));
        } else if self.names & mark(name.inner) != 0 {
            self.look_up(name.inner);
        }
        self.active.len() > self.next
    }

    fn begin_scalar(&mut self, start: u64) {
        self.begin();
        // What it is shows at its end.
        self.found(Sort::Null, start, None);
        self.has_begun = true;
    }

    fn scalar(&mut self, sort: Sort, start: u64, end: u64) {
        if !std::mem::take(&mut self.has_begun) {
            self.begin();
        }
        if self.active.len() > self.next {
            self.found(sort, start, Some(end));
            self.active.truncate(self.next);
        }
        self.element_ended();
    }

    fn longest_name(&self) -> usize {
        self.trie.longest_name()
    }
}

impl Value {
    fn copy(&mut self, piece: &[u8], base: u64) {
        let Text::Part(part) = &mut self.text else { return };
        let end = base + piece.len() as u64;
        let from = self.start + part.len() as u64;
        let to = self.end.unwrap_or(u64::MAX).min(end);
        // What comes from earlier pieces has been copied: `from` is in this one.
        let within = |place: u64| usize::try_from(place.checked_sub(base)?).ok();
        let (Some(from), Some(to)) = (within(from), within(to)) else { return };
        let bytes = piece.get(from..to).unwrap_or_default();
        if part.is_empty() && self.end.is_some_and(|whole| whole <= end) {
            self.text = Text::Whole(text(bytes).into());
        } else {
            part.extend_from_slice(bytes);
        }
    }
}

impl Text {
    fn whole(self) -> Arc<str> {
        match self {
            Text::Whole(text) => text,
            Text::Part(part) => text(&part).into(),
        }
    }
}

/// The text of a value. The document's bytes have been checked: nothing is lost here.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
