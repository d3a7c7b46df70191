//! Many ways to values in, one tree of them out, so that one pass looks for all of them.

/// One step of a way from the root of a document to a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To the member of this name, decoded.
    Name(String),
    /// To the element of this index, from 0.
    Index(usize),
    /// To an element counted from the end; 1 is the last one.
    FromEnd(usize),
    /// To the member of this name, and in an array to the element of this index.
    Either(String, usize),
}

impl Step {
    /// Whether it may lead to an element of an array; otherwise, to a member of an object.
    fn leads_into(&self, array: bool) -> bool {
        match self {
            Step::Name(_) => !array,
            Step::Index(_) | Step::FromEnd(_) => array,
            Step::Either(..) => true,
        }
    }
}

/// Elements that are counted from the end are all remembered: so many, over all ways, are too many.
const MOST_FROM_END: usize = 1_000;

/// Ways that are looked for together.
///
/// ```
/// use switchhook_scan::{Step, Take, Trie};
///
/// let mut trie = Trie::new();
/// let id = trie.insert(vec![Step::Name("user".into()), Step::Name("id".into())]);
/// let last = trie.insert(vec![Step::Name("tags".into()), Step::FromEnd(1)]);
/// let mut take = Take::new(&trie);
/// take.feed(br#"{"user": {"id": 70}, "ta"#);
/// take.feed(br#"gs": ["a", "b"]}"#);
/// let values = take.finish()?;
/// assert_eq!(values[id.ok_or("id")?].as_deref(), Some("70"));
/// assert_eq!(values[last.ok_or("last")?].as_deref(), Some("\"b\""));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trie {
    nodes: Vec<TrieNode>,
    slots: usize,
    longest_name: usize,
    /// How many elements the ways count from ends, together.
    from_end: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TrieNode {
    /// In the order of their steps.
    pub(crate) children: Vec<(Step, usize)>,
    /// Where the value at this place goes, if it is wanted.
    pub(crate) slot: Option<usize>,
    /// The slots of this node and of all below it.
    pub(crate) below: Vec<usize>,
    /// The marks of the names that lead on from here.
    pub(crate) names: u64,
    /// Whether a way leads on into an object from here, and into an array.
    pub(crate) into_object: bool,
    pub(crate) into_array: bool,
    /// Whether one counts from the end.
    pub(crate) counts: bool,
}

impl Trie {
    /// Ways to nothing yet.
    pub fn new() -> Trie {
        Trie { nodes: vec![TrieNode::default()], slots: 0, longest_name: 0, from_end: 0 }
    }

    /// Adds a way. Out comes the number under which [`Take`](crate::Take) gives its value, the same
    /// for the same way; none for a way that counts further from the end than can be remembered
    /// beside what the others count. In the order of their steps, many ways are added fastest.
    pub fn insert(&mut self, way: Vec<Step>) -> Option<usize> {
        let counts =
            way.iter().map(|step| if let Step::FromEnd(count) = step { *count } else { 0 });
        let from_end = counts.fold(self.from_end, usize::saturating_add);
        let mut at = 0;
        let mut passed = vec![at];
        for step in way {
            at = self.child(at, step)?;
            passed.push(at);
        }
        let node = self.nodes.get_mut(at)?;
        if let Some(slot) = node.slot {
            return Some(slot);
        }
        if from_end >= MOST_FROM_END {
            return None;
        }
        self.from_end = from_end;
        let slot = self.slots;
        node.slot = Some(slot);
        self.slots += 1;
        for node in passed {
            self.nodes.get_mut(node)?.below.push(slot);
        }
        Some(slot)
    }

    fn child(&mut self, parent: usize, step: Step) -> Option<usize> {
        let known = &self.nodes.get(parent)?.children;
        let place = match known.binary_search_by(|(known, _)| known.cmp(&step)) {
            Ok(found) => return known.get(found).map(|(_, child)| *child),
            Err(place) => place,
        };
        if let Step::Name(name) | Step::Either(name, _) = &step {
            self.longest_name = self.longest_name.max(name.len());
            self.nodes.get_mut(parent)?.names |= mark(name.as_bytes());
        }
        let child = self.nodes.len();
        self.nodes.push(TrieNode::default());
        let parent = self.nodes.get_mut(parent)?;
        parent.into_object |= step.leads_into(false);
        parent.into_array |= step.leads_into(true);
        parent.counts |= matches!(step, Step::FromEnd(_));
        parent.children.insert(place, (step, child));
        Some(child)
    }

    pub(crate) fn node(&self, at: usize) -> Option<&TrieNode> {
        self.nodes.get(at)
    }

    pub(crate) fn slots(&self) -> usize {
        self.slots
    }

    /// How many bytes of a name have to be seen to tell whether it is wanted: as an escape, a byte
    /// takes six.
    pub(crate) fn longest_name(&self) -> usize {
        self.longest_name * 6 + 1
    }
}

/// One of 64 bits that a name has: where no wanted name has the same, it is not wanted, which most names are not.
#[inline(always)]
pub(crate) fn mark(name: &[u8]) -> u64 {
    let first = name.first().map_or(0, |byte| usize::from(*byte));
    1 << (name.len().wrapping_mul(8).wrapping_add(first) % 64)
}

impl Default for Trie {
    fn default() -> Trie {
        Trie::new()
    }
}
