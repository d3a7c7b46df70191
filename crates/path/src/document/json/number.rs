//! The text of a decimal number in; how it compares, whether it is whole, and whether a double of
//! JavaScript holds it out.
//!
//! Exactly, however many digits there are, and on the digits alone: what turns texts into doubles
//! and back weighs more in a module than all other questions about numbers together.

use std::cmp::Ordering;

/// 2⁵³ − 1, the last integer up to which a double counts without a gap.
const MAX_SAFE: &str = "9007199254740991";

/// Half a step beyond the largest double, from where on `JSON.parse` reads Infinity.
const TOO_LARGE: &str = "1.797693134862315807937289714053034150799341327100378e308";

/// Without an exponent, a number of so many digits is within a double's range.
const SHORT: usize = 300;

/// Most digits of a whole number that is asked for as an integer.
const WHOLE_DIGITS: i64 = 15;

/// A number as its digits say it: 0.d₁d₂d₃… · 10^magnitude.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal<'t> {
    negative: bool,
    /// From the first digit that is not 0 to the last one, the point among them. Nothing of 0.
    digits: &'t str,
    magnitude: i64,
}

impl<'t> Decimal<'t> {
    /// Takes apart a number of JSON, or of XML, which may have a `+` or zeros before it and no
    /// digits on one side of its point.
    pub(crate) fn of(text: &'t str) -> Decimal<'t> {
        let unsigned = text.trim_start_matches(['-', '+']);
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let digits = mantissa.trim_start_matches(['0', '.']);
        let first = (mantissa.len() - digits.len()) as i64;
        let point = mantissa.find('.').unwrap_or(mantissa.len()) as i64;
        let places = point - first + i64::from(first > point);
        let digits = digits.trim_end_matches(['0', '.']);
        let exponent = exponent.parse().unwrap_or_else(|_| match exponent.starts_with('-') {
            true => i64::MIN,
            false => i64::MAX,
        });
        match digits {
            "" => Decimal { negative: false, digits, magnitude: 0 },
            _ => {
                let negative = text.starts_with('-');
                Decimal { negative, digits, magnitude: places.saturating_add(exponent) }
            }
        }
    }

    /// Numbers by their value.
    pub(crate) fn order(self, other: Decimal<'_>) -> Ordering {
        let sign = |decimal: Decimal<'_>| match (decimal.digits, decimal.negative) {
            ("", _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        };
        let larger = || match self.negative {
            true => other.size(self),
            false => self.size(other),
        };
        sign(self).cmp(&sign(other)).then_with(larger)
    }

    /// How two numbers compare without their signs.
    fn size(self, other: Decimal<'_>) -> Ordering {
        self.magnitude.cmp(&other.magnitude).then_with(|| self.digits().cmp(other.digits()))
    }

    /// The value of a whole number of 15 digits at most, however it is written.
    pub(crate) fn whole(self) -> Option<i64> {
        let length = self.digits().count() as i64;
        if !(length..=WHOLE_DIGITS).contains(&self.magnitude) {
            return None;
        }
        let digits = self.digits().chain(std::iter::repeat(b'0')).take(self.magnitude as usize);
        let value = digits.fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        Some(if self.negative { -value } else { value })
    }

    fn digits(self) -> impl Iterator<Item = u8> {
        self.digits.bytes().filter(|byte| *byte != b'.')
    }
}

/// Whether `JSON.parse` reads this number without losing what it says: an integer literal within
/// ±(2⁵³ − 1), or a number with a fraction or an exponent within a double's range.
pub fn is_exact(text: &str) -> bool {
    let is_exponent = |byte| byte | 0x20 == b'e';
    if text.len() < MAX_SAFE.len() && !text.bytes().any(is_exponent) {
        return true;
    }
    let has = |byte| text.as_bytes().contains(&byte);
    if text.bytes().any(is_exponent) || (has(b'.') && text.len() > SHORT) {
        return Decimal::of(text).size(Decimal::of(TOO_LARGE)) == Ordering::Less;
    }
    if has(b'.') {
        return true;
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    // Integers have no leading zeros, so that longer is larger, and digits of one length compare as text.
    digits.len() < MAX_SAFE.len() || (digits.len() == MAX_SAFE.len() && digits <= MAX_SAFE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_their_value() {
        let table = [
            ("0", "-0.00", Ordering::Equal),
            ("0e9", "0", Ordering::Equal),
            ("1", "1.0", Ordering::Equal),
            ("+01.50", "15e-1", Ordering::Equal),
            ("1.", "1", Ordering::Equal),
            (".5", "0.50", Ordering::Equal),
            ("100", "1E+2", Ordering::Equal),
            ("0.001", "1e-3", Ordering::Equal),
            ("9", "10", Ordering::Less),
            ("-9", "-10", Ordering::Greater),
            ("-1", "1", Ordering::Less),
            ("-1", "0", Ordering::Less),
            ("0", "1e-400", Ordering::Less),
            ("0.09", "0.1", Ordering::Less),
            ("1.25", "1.3", Ordering::Less),
            ("1e400", "1e401", Ordering::Less),
            ("1e99999999999999999999", "1e9", Ordering::Greater),
            ("1e-99999999999999999999", "1e-9", Ordering::Less),
            ("9007199254740993", "9007199254740992.0", Ordering::Greater),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(left, right, want)| {
                let order = Decimal::of(left).order(Decimal::of(right));
                let back = Decimal::of(right).order(Decimal::of(left));
                order != *want || back != want.reverse()
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn whole_numbers_may_be_written_otherwise() {
        let table = [
            ("12", Some(12)),
            ("12.0", Some(12)),
            ("-1.2e1", Some(-12)),
            ("0.0", Some(0)),
            ("1e3", Some(1000)),
            ("12.5", None),
            ("1e-1", None),
            ("999999999999999", Some(999_999_999_999_999)),
            ("1e15", None),
            ("1e999", None),
        ];
        let wrong: Vec<_> =
            table.into_iter().filter(|(text, want)| Decimal::of(text).whole() != *want).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
