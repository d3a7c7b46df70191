//! A test of a filter and a node in, whether the node passes out (RFC 9535 §2.3.5.2).

use super::ast::{Comparison, Literal, Operand, Origin, Subquery, Test};
use super::compare::{Value, equal, less};
use super::evaluate::{Found, Run};
use crate::budget::TooComplex;
use crate::document::tree::Tree;

impl<'d, N: Tree<'d>> Run<N> {
    pub(super) fn passes(&mut self, test: &Test, node: N) -> Result<bool, TooComplex> {
        self.budget.step()?;
        match test {
            Test::Any(tests) => self.one_passes(tests, node, true),
            Test::All(tests) => Ok(!self.one_passes(tests, node, false)?),
            Test::Not(test) => Ok(!self.passes(test, node)?),
            Test::Exists(query) => self.exists(query, node),
            Test::Compare(left, comparison, right) => {
                let left = self.operand(left, node)?;
                let right = self.operand(right, node)?;
                self.compare(left, *comparison, right)
            }
            Test::Matches { text, pattern, whole } => self.matches(text, pattern, *whole, node),
        }
    }

    /// Whether one of the tests ends as it is wanted; those behind it are not asked.
    fn one_passes(&mut self, tests: &[Test], node: N, wanted: bool) -> Result<bool, TooComplex> {
        for test in tests {
            if self.passes(test, node)? == wanted {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn compare(
        &mut self,
        left: Value<'_, N>,
        comparison: Comparison,
        right: Value<'_, N>,
    ) -> Result<bool, TooComplex> {
        let budget = &mut self.budget;
        Ok(match comparison {
            Comparison::Equal => equal(left, right, budget)?,
            Comparison::NotEqual => !equal(left, right, budget)?,
            Comparison::Less => less(&left, &right, budget)?,
            Comparison::Greater => less(&right, &left, budget)?,
            Comparison::LessOrEqual => less(&left, &right, budget)? || equal(left, right, budget)?,
            Comparison::GreaterOrEqual => {
                less(&right, &left, budget)? || equal(left, right, budget)?
            }
        })
    }

    /// What an operand's value is for a node.
    pub(super) fn operand<'v>(
        &mut self,
        operand: &'v Operand,
        node: N,
    ) -> Result<Value<'v, N>, TooComplex>
    where
        'd: 'v,
    {
        match operand {
            Operand::Literal(literal) => Ok(match literal {
                Literal::Text(text) => Value::Text { text: text.into(), untyped: false },
                Literal::Number(number) => Value::Number(number.into()),
                Literal::Boolean(boolean) => Value::Boolean(*boolean),
                Literal::Null => Value::Null,
            }),
            Operand::Singular(query) => {
                let found = self.find(query, node, 1)?;
                Value::of(found.first, &mut self.budget)
            }
            Operand::Value(query) => self.value(query, node),
            Operand::Length(operand) => self.length(operand, node),
            Operand::Count(query) => self.count(query, node),
        }
    }

    /// What a query inside a filter finds, where `most` nodes are as good as more. What is found
    /// from `$` is kept, since it is the same for every node.
    pub(super) fn find(
        &mut self,
        query: &Subquery,
        node: N,
        most: usize,
    ) -> Result<Found<N>, TooComplex> {
        if query.origin == Origin::Current {
            return Ok(Found::of(&self.nodes(&query.query, node, most)?));
        }
        if let Some(Some(found)) = self.answers.get(query.place) {
            return Ok(*found);
        }
        let found = Found::of(&self.nodes(&query.query, self.root, most)?);
        if self.answers.len() <= query.place {
            self.answers.resize_with(query.place + 1, || None);
        }
        if let Some(kept) = self.answers.get_mut(query.place) {
            *kept = Some(found);
        }
        Ok(found)
    }
}
