//! What the existence tests of one evaluation have found out: a question about a node in, the answer
//! out, where there is one already.

use std::collections::BTreeMap;

use crate::budget::{Budget, TooComplex};

/// Whether a node has anything behind it that the rest of a query selects.
#[derive(Clone, Copy)]
pub(super) struct Question {
    /// The query's place, and the segment that is applied to the node.
    pub(super) place: usize,
    pub(super) segment: usize,
    /// How the node was come across, see [`Visit`](super::select::Visit).
    pub(super) listed: bool,
    /// The node's number.
    pub(super) node: u64,
}

/// The answers, a bit each: where nodes are asked one after the other, a page holds 64 of them.
#[derive(Default)]
pub(super) struct Known {
    pages: BTreeMap<(usize, usize, u64), Page>,
}

#[derive(Clone, Copy, Default)]
struct Page {
    asked: u64,
    yes: u64,
}

const PAGE: u64 = 64;

impl Question {
    fn page(self) -> (usize, usize, u64) {
        (self.place, self.segment * 2 + usize::from(self.listed), self.node / PAGE)
    }

    fn bit(self) -> u64 {
        1 << (self.node % PAGE)
    }
}

impl Known {
    /// Nothing where the question is new; the answer is no then, until it turns out to be yes.
    pub(super) fn ask(
        &mut self,
        question: Question,
        budget: &mut Budget,
    ) -> Result<Option<bool>, TooComplex> {
        let mut new = false;
        let page = self.pages.entry(question.page()).or_insert_with(|| {
            new = true;
            Page::default()
        });
        if new {
            budget.page()?;
        }
        let bit = question.bit();
        if page.asked & bit != 0 {
            return Ok(Some(page.yes & bit != 0));
        }
        page.asked |= bit;
        Ok(None)
    }

    pub(super) fn yes(&mut self, question: Question) {
        if let Some(page) = self.pages.get_mut(&question.page()) {
            page.yes |= question.bit();
        }
    }
}
