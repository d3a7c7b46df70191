//! A query inside a filter and a node in, whether the query finds anything from there out (RFC 9535
//! §2.3.5.2.1).
//!
//! What is asked is whether there is a node, not how many or in how many ways: so each segment of a
//! query is applied to each node once in a whole evaluation, however many nodes the filter looks at,
//! and however they lie inside each other.

use super::ast::{Origin, Subquery};
use super::evaluate::{Run, Walk};
use super::known::Question;
use crate::budget::TooComplex;
use crate::document::tree::Tree;

impl<'d, N: Tree<'d>> Run<N> {
    pub(super) fn exists(&mut self, query: &Subquery, node: N) -> Result<bool, TooComplex> {
        if query.origin == Origin::Root || query.query.is_singular() {
            return Ok(self.find(query, node, 1)?.first.is_some());
        }
        let mut walk = Walk::new(&query.query, node, 1);
        // What is being answered: each question with the length of the walk that is not its own.
        let mut open: Vec<(usize, Question)> = Vec::new();
        while let Some(stop) = walk.next() {
            let length = walk.ahead();
            while open.pop_if(|(outside, _)| length < *outside).is_some() {}
            let question = Question {
                place: query.place,
                segment: stop.segment,
                listed: stop.visit.listed,
                node: stop.visit.node.number(),
            };
            let found = match self.known.ask(question, &mut self.budget)? {
                Some(answer) => answer,
                None => {
                    open.push((length, question));
                    self.advance(&mut walk, stop)?;
                    walk.has_found()
                }
            };
            if found {
                open.iter().for_each(|(_, question)| self.known.yes(*question));
                return Ok(true);
            }
        }
        Ok(false)
    }
}
