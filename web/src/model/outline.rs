//! A document in, its nodes numbered in document order out: which of them are in view while others are
//! folded, and how to get to one of them. The root has the number 0.

use std::collections::VecDeque;

use switchhook::path::{Document, Node};

/// So many rows are unfolded at first.
const AT_FIRST: usize = 120;

/// A document's shape.
#[derive(Debug, PartialEq, Eq)]
pub struct Outline {
    /// For each node, the number of the first one behind all that is in it.
    ends: Vec<u32>,
}

impl Outline {
    /// Numbers the nodes of a document.
    pub fn of(document: &Document) -> Outline {
        let mut ends = vec![0];
        let mut open = vec![(0, document.root().children())];
        while let Some((number, children)) = open.last_mut() {
            if let Some((_, child)) = children.next() {
                let next = ends.len();
                ends.push(0);
                open.push((next, child.children()));
            } else {
                let end = u32::try_from(ends.len()).unwrap_or(u32::MAX);
                if let Some(slot) = ends.get_mut(*number) {
                    *slot = end;
                }
                open.pop();
            }
        }
        Outline { ends }
    }

    /// The shape of a document that there is none of.
    pub fn of_nothing() -> Outline {
        Outline { ends: vec![1] }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is nothing but the root.
    pub fn is_empty(&self) -> bool {
        self.len() < 2
    }

    /// The number of the first node behind all that is in this one.
    pub fn end(&self, number: u32) -> u32 {
        self.ends.get(number as usize).copied().unwrap_or(number + 1)
    }

    /// Which nodes are unfolded at first: the outermost ones, as far as they fit.
    pub fn opened(&self, document: &Document) -> Vec<bool> {
        let mut open = self.folded();
        let mut shown = 0;
        let mut queue: VecDeque<(u32, Node<'_>)> = VecDeque::from([(0, document.root())]);
        while let Some((number, node)) = queue.pop_front() {
            let children = node.children().take(AT_FIRST + 1).count();
            if children == 0 || shown + children > AT_FIRST && number > 0 {
                continue;
            }
            shown += children;
            set(&mut open, number, true);
            let mut next = number + 1;
            for (_, child) in node.children().take(AT_FIRST) {
                queue.push_back((next, child));
                next = self.end(next);
            }
        }
        open
    }

    /// Nothing unfolded but the root, which has no row of its own.
    pub fn folded(&self) -> Vec<bool> {
        let mut open = vec![false; self.len()];
        set(&mut open, 0, true);
        open
    }

    /// The nodes that have a row while these are unfolded, in their order.
    pub fn visible(&self, open: &[bool]) -> Vec<u32> {
        if self.is_empty() {
            return vec![0];
        }
        let mut rows = Vec::new();
        let mut number = 1;
        while (number as usize) < self.len() {
            rows.push(number);
            let is_open = open.get(number as usize).copied().unwrap_or_default();
            number = if is_open { number + 1 } else { self.end(number) };
        }
        rows
    }

    /// Unfolds whatever hides a node.
    pub fn reveal(&self, open: &mut [bool], number: u32) {
        let mut here = 0;
        while here < number {
            let end = self.end(here);
            if end > number {
                set(open, here, true);
                here += 1;
            } else {
                here = end;
            }
        }
    }
}

fn set(open: &mut [bool], number: u32, to: bool) {
    if let Some(slot) = open.get_mut(number as usize) {
        *slot = to;
    }
}

#[cfg(test)]
mod tests {
    use switchhook::path::{Document, Format};

    use super::Outline;

    fn outline(body: &str) -> (Document, Outline) {
        let document = Document::parse(Format::Json, body.as_bytes()).expect("a document");
        let outline = Outline::of(&document);
        (document, outline)
    }

    #[test]
    fn nodes_are_numbered_in_document_order() {
        // 1 a, 2 a[0], 3 a[1], 4 a[1].b, 5 c
        let (_, outline) = outline(r#"{"a": [1, {"b": 2}], "c": 3}"#);
        assert_eq!(outline.ends, [6, 5, 3, 5, 5, 6]);
        let mut open = outline.folded();
        assert_eq!(outline.visible(&open), [1, 5]);
        outline.reveal(&mut open, 4);
        assert_eq!(outline.visible(&open), [1, 2, 3, 4, 5]);
        open[3] = false;
        assert_eq!(outline.visible(&open), [1, 2, 3, 5]);
    }

    #[test]
    fn a_long_list_is_folded_and_a_long_root_is_not() {
        let long = format!("[{}]", vec!["0"; 5_000].join(","));
        let shown = |body: &str| {
            let (document, outline) = outline(body);
            outline.visible(&outline.opened(&document)).len()
        };
        assert_eq!(shown(&format!("{{\"a\":1,\"b\":{long}}}")), 2);
        assert_eq!(shown(&long), 5_000);
        assert_eq!(shown("7"), 1);
    }
}
