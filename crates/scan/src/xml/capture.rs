//! The elements of an XML text in, the sources that a trie's ways lead to out.
//!
//! Several children of one name are a list: an index counts them, a name leads nowhere from there. One child stands
//! for itself and for a list of one. A name is one as written, or else a local one.

use std::cmp::Ordering;

use super::cursor::Name;
use crate::trie::{Step, Trie};

/// The name under which a way finds an element's own text.
pub const TEXT: &str = "#text";

pub(super) struct Attribute<'t> {
    pub(super) name: Name<'t>,
    pub(super) value: &'t [u8],
}

/// What a way leads to, as it is written.
#[derive(Clone, Copy)]
pub(super) enum Source<'t> {
    /// Between the quotes of an attribute.
    Value(&'t [u8]),
    /// Between the tags of an element that has nothing but text, or nothing else but attributes.
    Text(&'t [u8]),
}

pub(super) struct Capture<'t> {
    bytes: &'t [u8],
    trie: &'t Trie,
    slots: Vec<Option<Source<'t>>>,
    /// The open elements that ways lead through or to, the document first.
    frames: Vec<Frame>,
    /// The trie's nodes that stand for them; innermost last.
    active: Vec<Active>,
    /// For each of these nodes and each of its children, the elements that came.
    seen: Vec<Seen>,
    wanted: Vec<Wanted>,
}

#[derive(Default)]
struct Frame {
    /// How many elements are open with it.
    depth: usize,
    content: usize,
    has_attributes: bool,
    has_children: bool,
    /// Whether there are comments or instructions between its texts.
    has_gaps: bool,
    /// The first of its own in the lists of these names.
    active: usize,
    seen: usize,
    wanted: usize,
}

#[derive(Clone, Copy)]
struct Active {
    node: usize,
    /// Its first in `seen`.
    seen: usize,
}

/// The child elements so far that a name leads to.
#[derive(Clone, Copy, Default)]
struct Seen {
    count: usize,
    /// Whether their names are the very one that is looked for, or only without prefixes.
    as_written: bool,
}

/// What an element that is open is wanted for.
#[derive(Clone, Copy)]
struct Wanted {
    slot: usize,
    /// Its own text, whatever its attributes are; otherwise its value.
    is_text: bool,
}

impl<'t> Capture<'t> {
    pub(super) fn new(bytes: &'t [u8], trie: &'t Trie) -> Capture<'t> {
        let mut capture = Capture {
            bytes,
            trie,
            slots: vec![None; trie.slots()],
            frames: Vec::with_capacity(8),
            active: Vec::with_capacity(8),
            seen: Vec::with_capacity(16),
            wanted: Vec::with_capacity(4),
        };
        // The document, inside of which the root element is.
        capture.frames.push(Frame::default());
        capture.stand_at(0);
        capture
    }

    /// The sources, by slot.
    pub(super) fn finish(self) -> Vec<Option<Source<'t>>> {
        self.slots
    }

    /// An element begins inside of so many others, with its content from here on.
    #[inline(always)]
    pub(super) fn open(
        &mut self,
        depth: usize,
        name: Name<'t>,
        attributes: &[Attribute<'t>],
        content: usize,
    ) -> Option<()> {
        match self.frames.last_mut() {
            Some(parent) if parent.depth == depth => parent.has_children = true,
            _ => return Some(()),
        }
        self.child(depth, name, attributes, content)
    }

    fn child(
        &mut self,
        depth: usize,
        name: Name<'t>,
        attributes: &[Attribute<'t>],
        content: usize,
    ) -> Option<()> {
        let parents = self.frames.last()?.active..self.active.len();
        let frame = Frame {
            depth: depth + 1,
            content,
            has_attributes: !attributes.is_empty(),
            active: self.active.len(),
            seen: self.seen.len(),
            wanted: self.wanted.len(),
            ..Frame::default()
        };
        for parent in parents {
            let parent = *self.active.get(parent)?;
            if let Some(place) = self.named(parent.node, name.whole) {
                self.found(parent, place, true, attributes)?;
            }
            if !name.prefix.is_empty()
                && let Some(place) = self.named(parent.node, name.local)
            {
                self.found(parent, place, false, attributes)?;
            }
        }
        if self.active.len() > frame.active {
            self.frames.push(frame);
        }
        Some(())
    }

    /// The element comes that a child of the trie's node stands for, by its place.
    fn found(
        &mut self,
        parent: Active,
        place: usize,
        as_written: bool,
        attributes: &[Attribute<'t>],
    ) -> Option<()> {
        let node = self.trie.node(parent.node)?.children.get(place)?.1;
        let seen = self.seen.get_mut(parent.seen + place)?;
        let index = seen.count;
        // One of the very name takes the place of those before it.
        if index > 0 && seen.as_written != as_written {
            return None;
        }
        *seen = Seen { count: index + 1, as_written };
        if index == 0 {
            return self.stands_for(node, attributes);
        }
        if index == 1 {
            self.is_list(node)?;
        }
        match self.counted(node, index) {
            Some(element) => self.stands_for(element, attributes),
            None => Some(()),
        }
    }

    /// The element is what the trie's node leads to; and as a list of one, what 0 leads to from there.
    fn stands_for(&mut self, node: usize, attributes: &[Attribute<'t>]) -> Option<()> {
        let mut next = Some(node);
        while let Some(at) = next {
            let node = self.trie.node(at)?;
            if let Some(slot) = node.slot {
                self.wanted.push(Wanted { slot, is_text: false });
            }
            for (step, child) in &node.children {
                let Step::Name(name) = step else { break };
                let slot = self.trie.node(*child)?.slot;
                if let Some(wanted) = name.strip_prefix('@') {
                    let mut values = attributes.iter().filter(|attribute| {
                        let name = attribute.name;
                        name.whole == wanted.as_bytes() || name.local == wanted.as_bytes()
                    });
                    if let (Some(slot), Some(attribute)) = (slot, values.next()) {
                        *self.slots.get_mut(slot)? = Some(Source::Value(attribute.value));
                    }
                } else if let Some(slot) = slot.filter(|_| name == TEXT) {
                    self.wanted.push(Wanted { slot, is_text: true });
                }
            }
            self.stand_at(at);
            next = self.counted(at, 0);
        }
        Some(())
    }

    fn stand_at(&mut self, node: usize) {
        self.active.push(Active { node, seen: self.seen.len() });
        let children = self.trie.node(node).map_or(0, |node| node.children.len());
        self.seen.resize(self.seen.len() + children, Seen::default());
    }

    /// A second element came: what the first was by its name alone, it is no more.
    fn is_list(&mut self, node: usize) -> Option<()> {
        let node = self.trie.node(node)?;
        if node.slot.is_some() {
            return None;
        }
        for (step, child) in &node.children {
            if matches!(step, Step::Name(_)) {
                for slot in &self.trie.node(*child)?.below {
                    *self.slots.get_mut(*slot)? = None;
                }
            }
        }
        Some(())
    }

    /// There is a comment or an instruction inside of so many elements.
    pub(super) fn gap(&mut self, depth: usize) {
        if let Some(frame) = self.frames.last_mut().filter(|frame| frame.depth == depth) {
            frame.has_gaps = true;
        }
    }

    /// The element inside of so many others ends, and its content here.
    #[inline(always)]
    pub(super) fn close(&mut self, depth: usize, end: usize) -> Option<()> {
        match self.frames.last() {
            Some(frame) if frame.depth > depth => self.leave(end),
            _ => Some(()),
        }
    }

    fn leave(&mut self, end: usize) -> Option<()> {
        let frame = self.frames.pop()?;
        let content = self.bytes.get(frame.content..end)?;
        for wanted in self.wanted.drain(frame.wanted..) {
            // One with members is no text; and the source of texts alone is not all that is there.
            let is_more = if wanted.is_text { frame.has_gaps } else { frame.has_attributes };
            if is_more || frame.has_children {
                return None;
            }
            // Beside attributes, white space is no text.
            let is_there = !frame.has_attributes || !content.trim_ascii().is_empty();
            *self.slots.get_mut(wanted.slot)? = is_there.then_some(Source::Text(content));
        }
        self.active.truncate(frame.active);
        self.seen.truncate(frame.seen);
        Some(())
    }

    /// The place among a node's children of the one of this name.
    fn named(&self, node: usize, name: &[u8]) -> Option<usize> {
        self.among(node, |step| match step {
            Step::Name(wanted) => wanted.as_bytes().cmp(name),
            _ => Ordering::Greater,
        })
    }

    /// The child of a node that an index leads to.
    fn counted(&self, node: usize, wanted: usize) -> Option<usize> {
        let place = self.among(node, |step| match step {
            Step::Name(_) => Ordering::Less,
            Step::Index(index) => index.cmp(&wanted),
            _ => Ordering::Greater,
        })?;
        self.trie.node(node)?.children.get(place).map(|(_, child)| *child)
    }

    /// Children stand in the order of their steps.
    fn among(&self, node: usize, order: impl Fn(&Step) -> Ordering) -> Option<usize> {
        let children = &self.trie.node(node)?.children;
        children.binary_search_by(|(step, _)| order(step)).ok()
    }
}
