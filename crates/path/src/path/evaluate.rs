//! A path and a document's root in, the nodes that it selects out (RFC 9535 §2.1.2).
//!
//! No recursion on the document: what is still to be visited is a list. Only a filter goes one level
//! further in, and how deep filters are nested is limited. What all of it may cost is counted.

use super::ast::{Query, Segment, Selector, Test};
use super::iregexp::Pattern;
use super::known::Known;
use super::select::Visit;
use crate::budget::{Budget, TooComplex};
use crate::document::kind::Kind;
use crate::document::tree::Tree;

/// The nodes in the order of RFC 9535; one that is reached in two ways is there twice.
pub(crate) fn evaluate<'d, N: Tree<'d>>(query: &Query, root: N) -> Result<Vec<N>, TooComplex> {
    Run::new(root).nodes(query, root, usize::MAX)
}

/// How many steps the evaluation takes.
pub(crate) fn steps<'d, N: Tree<'d>>(query: &Query, root: N) -> Result<usize, TooComplex> {
    let mut run = Run::new(root);
    run.nodes(query, root, usize::MAX)?;
    Ok(run.budget.spent())
}

/// One evaluation, with what it keeps from node to node.
pub(super) struct Run<N> {
    pub(super) root: N,
    pub(super) budget: Budget,
    /// What the queries from `$` inside of filters find, each by its place.
    pub(super) answers: Vec<Option<Found<N>>>,
    /// What the existence tests from `@` have found out.
    pub(super) known: Known,
    /// The last pattern of each place, with its text; nothing where that is no I-Regexp.
    pub(super) patterns: Vec<Option<(String, Option<Pattern>)>>,
}

/// What is asked of the nodes that a query inside a filter finds.
#[derive(Clone, Copy)]
pub(super) struct Found<N> {
    pub(super) count: usize,
    pub(super) first: Option<N>,
}

impl<N: Copy> Found<N> {
    pub(super) fn of(nodes: &[N]) -> Found<N> {
        Found { count: nodes.len(), first: nodes.first().copied() }
    }
}

/// A query on its way through a document.
pub(super) struct Walk<'q, N> {
    query: &'q Query,
    /// How many nodes are enough.
    most: usize,
    found: Vec<N>,
    ahead: Vec<Stop<N>>,
    /// How many of those ahead were selected by a segment.
    waiting: usize,
    /// Empty between two stops.
    selected: Vec<N>,
}

/// A node that is still to be visited.
pub(super) struct Stop<N> {
    pub(super) visit: Visit<N>,
    /// The segment that is applied to it.
    pub(super) segment: usize,
    /// Whether it was selected, rather than come across by a descendant segment.
    selected: bool,
}

impl<'q, N: Copy> Walk<'q, N> {
    pub(super) fn new(query: &'q Query, from: N, most: usize) -> Walk<'q, N> {
        let mut walk = Walk {
            query,
            most,
            found: Vec::new(),
            ahead: Vec::new(),
            waiting: 0,
            selected: vec![from],
        };
        if query.segments.is_empty() {
            walk.found.push(from);
        } else {
            walk.go_on(0);
        }
        walk
    }

    pub(super) fn has_found(&self) -> bool {
        self.found.len() >= self.most
    }

    pub(super) fn next(&mut self) -> Option<Stop<N>> {
        let next = self.ahead.pop()?;
        self.waiting -= usize::from(next.selected);
        Some(next)
    }

    /// How many stops are ahead.
    pub(super) fn ahead(&self) -> usize {
        self.ahead.len()
    }

    /// What is found first is gone on from first, and all the way to the end.
    fn go_on(&mut self, segment: usize) {
        self.waiting += self.selected.len();
        self.ahead.extend(self.selected.drain(..).rev().map(|node| Stop {
            visit: Visit { node, listed: false },
            segment,
            selected: true,
        }));
    }
}

impl<'d, N: Tree<'d>> Run<N> {
    fn new(root: N) -> Run<N> {
        let known = Known::default();
        Run { root, budget: Budget::new(), answers: Vec::new(), known, patterns: Vec::new() }
    }

    /// The first nodes that a query selects from a node, at least `most` of them where it selects
    /// so many.
    pub(super) fn nodes(
        &mut self,
        query: &Query,
        from: N,
        most: usize,
    ) -> Result<Vec<N>, TooComplex> {
        let mut walk = Walk::new(query, from, most);
        while !walk.has_found()
            && let Some(stop) = walk.next()
        {
            self.advance(&mut walk, stop)?;
        }
        Ok(walk.found)
    }

    /// Applies a segment to a node: what is selected is found, or ahead.
    pub(super) fn advance(
        &mut self,
        walk: &mut Walk<'_, N>,
        Stop { visit, segment, .. }: Stop<N>,
    ) -> Result<(), TooComplex> {
        let selectors = match walk.query.segments.get(segment) {
            Some(Segment::Child(selectors)) => selectors,
            Some(Segment::Descendant(selectors)) => {
                self.below(visit, segment, &mut walk.ahead)?;
                selectors
            }
            None => return Ok(()),
        };
        if segment + 1 == walk.query.segments.len() {
            return self.select(visit, selectors, &mut walk.found, walk.most);
        }
        self.select(visit, selectors, &mut walk.selected, usize::MAX)?;
        self.budget.fits(walk.waiting + walk.selected.len())?;
        walk.go_on(segment + 1);
        Ok(())
    }

    /// The children of a node that a descendant segment visits: after the node itself, and each
    /// before what is in it (RFC 9535 §2.5.2.2).
    fn below(
        &mut self,
        visit: Visit<N>,
        segment: usize,
        ahead: &mut Vec<Stop<N>>,
    ) -> Result<(), TooComplex> {
        self.budget.weight(visit.node.weight())?;
        let first = ahead.len();
        let listed = visit.node.kind() == Kind::Array;
        for (_, node) in visit.node.children() {
            self.budget.step()?;
            ahead.push(Stop { visit: Visit { node, listed }, segment, selected: false });
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
