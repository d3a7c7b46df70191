//! One selector applied to one node (RFC 9535 §2.3), but for filters: out come the nodes it selects.

use crate::budget::{Budget, TooComplex};
use crate::document::tree::Tree;
use crate::path::ast::Slice;

/// A node that selectors are applied to.
#[derive(Clone, Copy)]
pub(super) struct Visit<N> {
    pub(super) node: N,
    /// Whether a descendant segment came to it through the array that it is an element of. Brackets
    /// then do not take it for a list of one as well: they have counted it in the array.
    pub(super) listed: bool,
}

impl<'d, N: Tree<'d>> Visit<N> {
    pub(super) fn name(
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

    pub(super) fn wildcard(
        self,
        bracketed: bool,
        selected: &mut Vec<N>,
        budget: &mut Budget,
    ) -> Result<(), TooComplex> {
        self.candidates(bracketed).try_for_each(|node| budget.push(selected, node))
    }

    /// What `*` selects and a filter looks at: in brackets, a list of one is that one.
    pub(super) fn candidates(self, bracketed: bool) -> impl Iterator<Item = N> {
        let single = bracketed && self.node.is_single();
        let inside = if single { self.node.list() } else { self.node.children() };
        let counted = single && self.listed;
        inside.take(if counted { 0 } else { usize::MAX }).map(|(_, node)| node)
    }

    pub(super) fn index(
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
    pub(super) fn slice(
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

    pub(super) fn counts(self) -> bool {
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
