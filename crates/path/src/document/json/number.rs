//! The text of a JSON number in, whether a double of JavaScript holds it out.

/// 2⁵³ − 1, the last integer up to which a double counts without a gap.
const MAX_SAFE: &str = "9007199254740991";

/// Whether `JSON.parse` reads this number without losing what it says: an integer literal within
/// ±(2⁵³ − 1), or a number with a fraction or an exponent within a double's range.
pub(crate) fn is_exact(text: &str) -> bool {
    if text.contains(['.', 'e', 'E']) {
        return text.parse::<f64>().is_ok_and(f64::is_finite);
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    // Integers have no leading zeros, so that longer is larger, and digits of one length compare as text.
    digits.len() < MAX_SAFE.len() || (digits.len() == MAX_SAFE.len() && digits <= MAX_SAFE)
}
