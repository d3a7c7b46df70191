//! The five functions: their arguments and a node in, their value out (RFC 9535 §2.4.4 to §2.4.8).

use super::ast::{Operand, Subquery, Wanted};
use super::compare::Value;
use super::evaluate::Run;
use super::iregexp::{Fault, Pattern};
use crate::budget::TooComplex;
use crate::document::kind::Kind;
use crate::document::tree::Tree;

impl<'d, N: Tree<'d>> Run<N> {
    /// Characters of a text, elements of an array, members of an object; of all else nothing.
    pub(super) fn length<'v>(
        &mut self,
        operand: &'v Operand,
        node: N,
    ) -> Result<Value<'v, N>, TooComplex>
    where
        'd: 'v,
    {
        let length = match self.operand(operand, node)? {
            Value::Text { text, .. } => text.chars().count(),
            Value::Structure(node) => {
                // Names of members are compared with each other, elements are only counted.
                let length = match node.kind() {
                    Kind::Array => node.elements().count(),
                    _ => node.children().count(),
                };
                self.budget.hops(length)?;
                length
            }
            _ => return Ok(Value::Nothing),
        };
        Ok(Value::Number(length.to_string().into()))
    }

    /// How many nodes a query finds.
    pub(super) fn count<'v>(
        &mut self,
        query: &Subquery,
        node: N,
    ) -> Result<Value<'v, N>, TooComplex> {
        let count = self.find(query, node, usize::MAX)?.count;
        Ok(Value::Number(count.to_string().into()))
    }

    /// The value of the one node that a query finds; nothing where it finds none or several.
    pub(super) fn value<'v>(
        &mut self,
        query: &Subquery,
        node: N,
    ) -> Result<Value<'v, N>, TooComplex>
    where
        'd: 'v,
    {
        let found = self.find(query, node, 2)?;
        Value::of(found.first.filter(|_| found.count == 1), &mut self.budget)
    }

    /// `match` and `search`: false of what is no text, and for what is no pattern.
    pub(super) fn matches(
        &mut self,
        text: &Operand,
        wanted: &Wanted,
        whole: bool,
        node: N,
    ) -> Result<bool, TooComplex> {
        let Value::Text { text, .. } = self.operand(text, node)? else { return Ok(false) };
        match wanted {
            Wanted::Constant(Some(pattern)) => pattern.matches(&text, whole, &mut self.budget),
            Wanted::Constant(None) => Ok(false),
            Wanted::Given(operand, place) => {
                let Value::Text { text: source, .. } = self.operand(operand, node)? else {
                    return Ok(false);
                };
                self.keep_pattern(&source, *place)?;
                match self.patterns.get(*place) {
                    Some(Some((_, Some(pattern)))) => {
                        pattern.matches(&text, whole, &mut self.budget)
                    }
                    _ => Ok(false),
                }
            }
        }
    }

    /// Compiles a pattern that comes from the document, where it is not the one of the last node.
    fn keep_pattern(&mut self, source: &str, place: usize) -> Result<(), TooComplex> {
        self.budget.text(source.len())?;
        if self.patterns.len() <= place {
            self.patterns.resize_with(place + 1, || None);
        }
        let Some(kept) = self.patterns.get_mut(place) else { return Ok(()) };
        if kept.as_ref().is_some_and(|(text, _)| text == source) {
            return Ok(());
        }
        let pattern = match Pattern::parse(source) {
            Ok(pattern) => {
                self.budget.hops(pattern.len())?;
                Some(pattern)
            }
            Err(Fault::NoPattern) => {
                self.budget.hops(source.len())?;
                None
            }
            Err(Fault::TooLarge) => return Err(TooComplex::pattern()),
        };
        *kept = Some((source.to_owned(), pattern));
        Ok(())
    }
}
