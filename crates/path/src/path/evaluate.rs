//! A path and a document's root in, the nodes that it selects out (RFC 9535 §2.1.2).
//!
//! No recursion on the document: what is still to be visited is a list. Only a filter goes one level
//! further in, and how deep filters are nested is limited. What all of it may cost is counted.

use super::ast::{Query, Segment, Selector, Test};
use super::iregexp::Pattern;
use super::select::Visit;
use crate::budget::{Budget, TooComplex};
use crate::document::kind::Kind;
use crate::document::tree::Tree;

/// The nodes in the order of RFC 9535; one that is reached in two ways is there twice.
pub(crate) fn evaluate<'d, N: Tree<'d>>(query: &Query, root: N) -> Result<Vec<N>, TooComplex> {
    let mut run = Run { root, budget: Budget::new(), answers: Vec::new(), patterns: Vec::new() };
    run.nodes(query, root, usize::MAX)
}

/// One evaluation, with what it keeps from node to node.
pub(super) struct Run<N> {
    pub(super) root: N,
    pub(super) budget: Budget,
    /// What the queries from `$` inside of filters find, each by its place.
    pub(super) answers: Vec<Option<Vec<N>>>,
    /// The last pattern of each place, with its text; nothing where that is no I-Regexp.
    pub(super) patterns: Vec<Option<(String, Option<Pattern>)>>,
}

/// A node that is still to be visited.
struct Ahead<N> {
    visit: Visit<N>,
    /// The segment that is applied to it.
    segment: usize,
    /// Whether it was selected, rather than come across by a descendant segment.
    selected: bool,
}

impl<'d, N: Tree<'d>> Run<N> {
    /// The first nodes that a query selects from a node, at least `most` of them where it selects
    /// so many.
    pub(super) fn nodes(
        &mut self,
        query: &Query,
        from: N,
        most: usize,
    ) -> Result<Vec<N>, TooComplex> {
        let Some(last) = query.segments.len().checked_sub(1) else { return Ok(vec![from]) };
        let mut found = Vec::new();
        let visit = Visit { node: from, listed: false };
        let mut ahead = vec![Ahead { visit, segment: 0, selected: true }];
        let mut waiting = 1;
        let mut next = Vec::new();
        while found.len() < most
            && let Some(Ahead { visit, segment, selected }) = ahead.pop()
        {
            waiting -= usize::from(selected);
            let selectors = match query.segments.get(segment) {
                Some(Segment::Child(selectors)) => selectors,
                Some(Segment::Descendant(selectors)) => {
                    self.below(visit, segment, &mut ahead)?;
                    selectors
                }
                None => continue,
            };
            if segment == last {
                self.select(visit, selectors, &mut found, most)?;
                continue;
            }
            self.select(visit, selectors, &mut next, usize::MAX)?;
            waiting += next.len();
            self.budget.fits(waiting)?;
            // What is found first is gone on from first, and all the way to the end.
            ahead.extend(next.drain(..).rev().map(|node| Ahead {
                visit: Visit { node, listed: false },
                segment: segment + 1,
                selected: true,
            }));
        }
        Ok(found)
    }

    /// The children of a node that a descendant segment visits: after the node itself, and each
    /// before what is in it (RFC 9535 §2.5.2.2).
    fn below(
        &mut self,
        visit: Visit<N>,
        segment: usize,
        ahead: &mut Vec<Ahead<N>>,
    ) -> Result<(), TooComplex> {
        self.budget.weight(visit.node.weight())?;
        let first = ahead.len();
        let listed = visit.node.kind() == Kind::Array;
        for (_, node) in visit.node.children() {
            self.budget.step()?;
            ahead.push(Ahead { visit: Visit { node, listed }, segment, selected: false });
        }
        if let Some(children) = ahead.get_mut(first..) {
            children.reverse();
        }
        Ok(())
    }

    fn select(
        &mut self,
        visit: Visit<N>,
        selectors: &[Selector],
        selected: &mut Vec<N>,
        most: usize,
    ) -> Result<(), TooComplex> {
        self.budget.step()?;
        for selector in selectors {
            let budget = &mut self.budget;
            match selector {
                Selector::Name(name) => visit.name(name, selected, budget)?,
                Selector::Index(index) => visit.index(*index, selected, budget)?,
                Selector::Slice(slice) => visit.slice(*slice, selected, budget)?,
                Selector::Wildcard { bracketed } => visit.wildcard(*bracketed, selected, budget)?,
                Selector::Digits { name, index } => match index {
                    Some(index) if visit.counts() => visit.index(*index, selected, budget)?,
                    _ => visit.name(name, selected, budget)?,
                },
                Selector::Filter(test) => {
                    self.filter(visit, test, selected, most)?;
                }
            }
        }
        Ok(())
    }

    /// RFC 9535 §2.3.5.2.
    fn filter(
        &mut self,
        visit: Visit<N>,
        test: &Test,
        selected: &mut Vec<N>,
        most: usize,
    ) -> Result<(), TooComplex> {
        self.budget.weight(visit.node.weight())?;
        for node in visit.candidates(true) {
            if selected.len() >= most {
                break;
            }
            self.budget.step()?;
            if self.passes(test, node)? {
                self.budget.push(selected, node)?;
            }
        }
        Ok(())
    }
}
