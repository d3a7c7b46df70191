//! A path and a document's root in, the nodes that it selects out (RFC 9535 §2.1.2).
//!
//! No recursion: a descendant segment keeps a list of the nodes it still has to visit. What it may
//! cost is counted.

use super::ast::{Query, Segment, Selector, Slice};
use crate::budget::{Budget, TooComplex};
use crate::document::kind::Kind;
use crate::document::tree::Tree;

/// The nodes in the order of RFC 9535; one that is reached in two ways is there twice.
pub(crate) fn evaluate<'d, N: Tree<'d>>(query: &Query, root: N) -> Result<Vec<N>, TooComplex> {
    let mut budget = Budget::new();
    let mut nodes = vec![root];
    for segment in &query.segments {
        let mut selected = Vec::new();
        for node in nodes {
            let visit = Visit { node, listed: false };
            match segment {
                Segment::Child(selectors) => visit.select(selectors, &mut selected, &mut budget)?,
                Segment::Descendant(selectors) => {
                    descend(visit, selectors, &mut selected, &mut budget)?;
                }
            }
        }
        nodes = selected;
    }
    Ok(nodes)
}

/// Visits a node and all below it, each before what is in it (RFC 9535 §2.5.2.2).
fn descend<'d, N: Tree<'d>>(
    from: Visit<N>,
    selectors: &[Selector],
    selected: &mut Vec<N>,
    budget: &mut Budget,
) -> Result<(), TooComplex> {
    let mut ahead = vec![from];
    while let Some(visit) = ahead.pop() {
        visit.select(selectors, selected, budget)?;
        let first = ahead.len();
        let listed = visit.node.kind() == Kind::Array;
        for (_, node) in visit.node.children() {
            budget.step()?;
            ahead.push(Visit { node, listed });
        }
        if let Some(children) = ahead.get_mut(first..) {
            children.reverse();
        }
    }
    Ok(())
}

/// A node that selectors are applied to.
#[derive(Clone, Copy)]
struct Visit<N> {
    node: N,
    /// Whether a descendant segment came to it through the array that it is an element of. Brackets
    /// then do not take it for a list of one as well: they have counted it in the array.
    listed: bool,
}

impl<'d, N: Tree<'d>> Visit<N> {
    fn select(
        self,
        selectors: &[Selector],
        selected: &mut Vec<N>,
        budget: &mut Budget,
    ) -> Result<(), TooComplex> {
        budget.step()?;
        for selector in selectors {
            match selector {
                Selector::Name(name) => self.name(name, selected, budget)?,
                Selector::Index(index) => self.index(*index, selected, budget)?,
                Selector::Slice(slice) => self.slice(*slice, selected, budget)?,
                Selector::Wildcard { bracketed } => self.wildcard(*bracketed, selected, budget)?,
                Selector::Digits { name, index } => match index {
                    Some(index) if self.counts() => self.index(*index, selected, budget)?,
                    _ => self.name(name, selected, budget)?,
                },
            }
        }
        Ok(())
    }

    fn name(
        self,
        name: &str,
        selected: &mut Vec<N>,
        budget: &mut Budget,
    ) -> Result<(), TooComplex> {
        match self.node.member(name, budget)? {
            Some(member) => budget.push(selected, member),
            None => Ok(()),
        }
    }

    fn wildcard(
        self,
        bracketed: bool,
        selected: &mut Vec<N>,
        budget: &mut Budget,
    ) -> Result<(), TooComplex> {
        if bracketed && self.node.is_single() {
            return if self.listed { Ok(()) } else { budget.push(selected, self.node) };
        }
        for (_, child) in self.node.children() {
            budget.push(selected, child)?;
        }
        Ok(())
    }

    fn index(
        self,
        index: i64,
        selected: &mut Vec<N>,
        budget: &mut Budget,
    ) -> Result<(), TooComplex> {
        if !self.counts() {
            return Ok(());
        }
        let mut ahead = index;
        if index < 0 {
            let length = self.node.elements().count();
            budget.hops(length)?;
            ahead += length as i64;
        }
        let Ok(ahead) = usize::try_from(ahead) else { return Ok(()) };
        let mut seen = 0;
        let found = self.node.elements().inspect(|_| seen += 1).nth(ahead);
        budget.hops(seen)?;
        match found {
            Some(element) => budget.push(selected, element),
            None => Ok(()),
        }
    }

    /// RFC 9535 §2.3.4.2.
    fn slice(
        self,
        slice: Slice,
        selected: &mut Vec<N>,
        budget: &mut Budget,
    ) -> Result<(), TooComplex> {
        if slice.step == 0 || !self.counts() {
            return Ok(());
        }
        let length = self.node.elements().count();
        budget.hops(length)?;
        let (lower, upper) = slice.bounds(length as i64);
        let first = selected.len();
        let elements = (0..upper).zip(self.node.elements());
        let mut seen = 0;
        for (index, element) in elements.inspect(|_| seen += 1) {
            // Forwards from the lower bound, backwards from the last element under the upper one.
            let distance = if slice.step > 0 { index - lower } else { upper - 1 - index };
            if index >= lower && distance % slice.step == 0 {
                budget.push(selected, element)?;
            }
        }
        budget.hops(seen)?;
        if slice.step < 0
            && let Some(elements) = selected.get_mut(first..)
        {
            elements.reverse();
        }
        Ok(())
    }

    fn counts(self) -> bool {
        self.node.counts() && !(self.listed && self.node.is_single())
    }
}

impl Slice {
    /// The first index and the one behind the last of what the slice steps over, in the order of the
    /// array whatever the direction.
    fn bounds(self, length: i64) -> (i64, i64) {
        let absolute = |index: i64| if index < 0 { length + index } else { index };
        if self.step > 0 {
            let lower = self.start.map_or(0, absolute).clamp(0, length);
            let upper = self.end.map_or(length, absolute).clamp(0, length);
            (lower, upper)
        } else {
            let last = self.start.map_or(length - 1, absolute).clamp(-1, length - 1);
            let before = self.end.map_or(-1, absolute).clamp(-1, length - 1);
            (before + 1, last + 1)
        }
    }
}
