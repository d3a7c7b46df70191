//! An XML tree in, its elements grouped by name out: which of several an element is.

use super::name::qualified_name;
use super::source::Source;
use crate::sort::order;

/// For each node, by its number: where it stands among the children of its parent that have its
/// name as written, and which of them comes next.
#[derive(Debug, Default)]
pub(crate) struct Siblings {
    places: Vec<Place>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    ordinal: u32,
    /// The next one of this name; 0 where there is none.
    next: u32,
    /// How many nodes of any sort are straight inside.
    children: u32,
}

impl Siblings {
    /// Goes over the whole tree once; names are sorted, since hostile ones can make hashes collide.
    pub(crate) fn of(source: &Source) -> Siblings {
        let tree = source.tree();
        let mut siblings = Siblings { places: vec![Place::default(); tree.descendants().len()] };
        let mut children: Vec<(&str, u32)> = Vec::new();
        for parent in tree.descendants().filter(|node| node.has_children()) {
            children.clear();
            let mut count = 0;
            let all = parent.children().inspect(|_| count += 1);
            let elements = all.filter(roxmltree::Node::is_element);
            children.extend(elements.map(|node| (qualified_name(source, node), node.id().get())));
            if let Some(place) = siblings.places.get_mut(parent.id().get_usize()) {
                place.children = count;
            }
            // Stable, and fast where one name repeats: document order stays inside a name.
            let name = |place| children.get(place).map(|(name, _)| name);
            let order = order(children.len(), &|left, right| name(left).cmp(&name(right)));
            let mut before: Option<(&str, u32)> = None;
            for child in order.into_iter().filter_map(|place| children.get(place)) {
                if let Some((_, first)) = before.filter(|(name, _)| *name == child.0) {
                    siblings.link(first, child.1);
                }
                before = Some(*child);
            }
        }
        siblings
    }

    /// The index of an element among those of its name.
    pub(crate) fn ordinal(&self, id: u32) -> usize {
        self.place(id).ordinal as usize
    }

    /// How many nodes are straight inside a node, comments and texts included.
    pub(crate) fn children(&self, id: u32) -> usize {
        self.place(id).children as usize
    }

    /// Whether an element is one of several that have its name.
    pub(crate) fn is_one_of_several(&self, id: u32) -> bool {
        let place = self.place(id);
        place.ordinal > 0 || place.next > 0
    }

    /// The next element of the name of this one.
    pub(crate) fn next(&self, id: u32) -> Option<u32> {
        Some(self.place(id).next).filter(|next| *next > 0)
    }

    fn place(&self, id: u32) -> Place {
        self.places.get(id as usize).copied().unwrap_or_default()
    }

    fn link(&mut self, first: u32, second: u32) {
        let mut ordinal = 0;
        if let Some(place) = self.places.get_mut(first as usize) {
            place.next = second;
            ordinal = place.ordinal + 1;
        }
        if let Some(place) = self.places.get_mut(second as usize) {
            place.ordinal = ordinal;
        }
    }
}
