//! Two values in, whether they are equal or which is less out (RFC 9535 §2.3.5.2.2).

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::budget::{Budget, TooComplex};
use crate::document::json::number::Decimal;
use crate::document::kind::Kind;
use crate::document::tree::{Key, Tree};
use crate::sort::order;

/// What a filter compares.
pub(super) enum Value<'v, N> {
    /// There is no value, which is not null.
    Nothing,
    Null,
    Boolean(bool),
    /// As written.
    Number(Cow<'v, str>),
    Text {
        text: Cow<'v, str>,
        /// Whether it is a text of XML, where numbers are texts: compared with a number, one that
        /// is written as a decimal number is that number (`item[?@.price > 10]`). Between two texts
        /// nothing says that numbers are meant: they compare as texts.
        untyped: bool,
    },
    /// An array or an object.
    Structure(N),
}

impl<'v, N> Value<'v, N> {
    /// The value of a node, where there is one.
    pub(super) fn of<'d: 'v>(
        node: Option<N>,
        budget: &mut Budget,
    ) -> Result<Value<'v, N>, TooComplex>
    where
        N: Tree<'d>,
    {
        let Some(node) = node else { return Ok(Value::Nothing) };
        budget.weight(node.weight())?;
        Ok(match node.kind() {
            Kind::Null => Value::Null,
            Kind::Boolean => Value::Boolean(node.raw() == "true"),
            Kind::Number => Value::Number(node.raw()),
            Kind::String => Value::Text { text: node.text(budget)?, untyped: node.is_untyped() },
            Kind::Array | Kind::Object => Value::Structure(node),
        })
    }
}

/// Whether two values are equal: deeply, and nothing equals nothing.
pub(super) fn equal<'d, N: Tree<'d>>(
    left: Value<'_, N>,
    right: Value<'_, N>,
    budget: &mut Budget,
) -> Result<bool, TooComplex> {
    let (left, right) = match (left, right) {
        (Value::Structure(left), Value::Structure(right)) => (left, right),
        (left, right) => return equal_scalars(&left, &right, budget),
    };
    let mut ahead = vec![(left, right)];
    while let Some((left, right)) = ahead.pop() {
        budget.step()?;
        let kind = left.kind();
        if kind != right.kind() {
            return Ok(false);
        }
        let same = match kind {
            Kind::Array => pair_elements(left, right, &mut ahead, budget)?,
            Kind::Object => pair_members(left, right, &mut ahead, budget)?,
            _ => {
                let left = Value::of(Some(left), budget)?;
                equal_scalars::<N>(&left, &Value::of(Some(right), budget)?, budget)?
            }
        };
        if !same {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Adds the pairs that have to be equal; false where one array is longer.
fn pair_elements<'d, N: Tree<'d>>(
    left: N,
    right: N,
    ahead: &mut Vec<(N, N)>,
    budget: &mut Budget,
) -> Result<bool, TooComplex> {
    let (mut left, mut right) = (left.elements(), right.elements());
    loop {
        budget.step()?;
        match (left.next(), right.next()) {
            (Some(left), Some(right)) => ahead.push((left, right)),
            (None, None) => return Ok(true),
            _ => return Ok(false),
        }
    }
}

/// Adds the pairs that have to be equal; false where the names differ, whatever their order.
fn pair_members<'d, N: Tree<'d>>(
    left: N,
    right: N,
    ahead: &mut Vec<(N, N)>,
    budget: &mut Budget,
) -> Result<bool, TooComplex> {
    let mut members = |node: N| {
        let mut members = Vec::new();
        for (key, child) in node.children() {
            budget.step()?;
            if let Key::Name(name) = key {
                budget.text(name.len())?;
                members.push((name, child));
            }
        }
        Ok(members)
    };
    let (left, right) = (members(left)?, members(right)?);
    if left.len() != right.len() {
        return Ok(false);
    }
    for (left, right) in by_name(&left).into_iter().zip(by_name(&right)) {
        match (left, right) {
            (Some((name, left)), Some((other, right))) if name == other => {
                ahead.push((*left, *right));
            }
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn by_name<'m, N>(members: &'m [(Cow<'_, str>, N)]) -> Vec<Option<&'m (Cow<'m, str>, N)>> {
    let name = |place| members.get(place).map(|(name, _)| name);
    let order = order(members.len(), &|left, right| name(left).cmp(&name(right)));
    order.into_iter().map(|place| members.get(place)).collect()
}

fn equal_scalars<N>(
    left: &Value<'_, N>,
    right: &Value<'_, N>,
    budget: &mut Budget,
) -> Result<bool, TooComplex> {
    Ok(match (left, right) {
        (Value::Nothing, Value::Nothing) | (Value::Null, Value::Null) => true,
        (Value::Boolean(left), Value::Boolean(right)) => left == right,
        (Value::Text { text: left, .. }, Value::Text { text: right, .. }) => {
            budget.text(left.len().min(right.len()))?;
            left == right
        }
        _ => numbers(left, right, budget)? == Some(Ordering::Equal),
    })
}

/// Numbers by their value and texts by their code points; nothing else is less than anything.
pub(super) fn less<N>(
    left: &Value<'_, N>,
    right: &Value<'_, N>,
    budget: &mut Budget,
) -> Result<bool, TooComplex> {
    match (left, right) {
        (Value::Text { text: left, .. }, Value::Text { text: right, .. }) => {
            budget.text(left.len().min(right.len()))?;
            // Bytes of UTF-8 sort as the code points do.
            Ok(left < right)
        }
        _ => Ok(numbers(left, right, budget)? == Some(Ordering::Less)),
    }
}

/// How two numbers compare, of which XML may write one as a text; nothing where they are not two.
fn numbers<N>(
    left: &Value<'_, N>,
    right: &Value<'_, N>,
    budget: &mut Budget,
) -> Result<Option<Ordering>, TooComplex> {
    let (left, right) = match (left, right) {
        (Value::Number(left), Value::Number(right)) => (left.as_ref(), right.as_ref()),
        (Value::Number(left), Value::Text { text, untyped: true }) if is_decimal(text) => {
            (left.as_ref(), text.as_ref())
        }
        (Value::Text { text, untyped: true }, Value::Number(right)) if is_decimal(text) => {
            (text.as_ref(), right.as_ref())
        }
        _ => return Ok(None),
    };
    budget.text(left.len() + right.len())?;
    Ok(Some(Decimal::of(left).order(Decimal::of(right))))
}

/// Whether a text is a decimal number of XML: digits with or without a sign and a point.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() + fraction.len() > 0 && all_digits(whole) && all_digits(fraction)
}
