//! JSON strings: their escapes in, text out (RFC 8259 §7).

use std::borrow::Cow;

use crate::visit::Name;

/// The bytes of a name's text. Of a name that is not told whole, they are still more than anybody wants.
pub(crate) fn name_text(name: Name<'_>) -> Cow<'_, [u8]> {
    if name.escaped
        && let Ok(inner) = std::str::from_utf8(name.inner)
    {
        return Cow::Owned(decode(inner).into_owned().into_bytes());
    }
    Cow::Borrowed(name.inner)
}

/// The text of a JSON string, given what stands between its quotes. A surrogate that has no partner
/// becomes U+FFFD: Rust text cannot hold it.
pub fn decode(inner: &str) -> Cow<'_, str> {
    let Some(first) = inner.find('\\') else { return Cow::Borrowed(inner) };
    let mut text = String::with_capacity(inner.len());
    let (plain, mut rest) = inner.split_at_checked(first).unwrap_or((inner, ""));
    text.push_str(plain);
    while let Some(escape) = rest.strip_prefix('\\') {
        let (character, after) = unescape(escape);
        text.push(character);
        let end = after.find('\\').unwrap_or(after.len());
        let (plain, next) = after.split_at_checked(end).unwrap_or((after, ""));
        text.push_str(plain);
        rest = next;
    }
    Cow::Owned(text)
}

/// The character of an escape (given without its backslash), and what follows it.
fn unescape(escape: &str) -> (char, &str) {
    let mut characters = escape.chars();
    let character = match characters.next() {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('u') => return unicode(characters.as_str()),
        Some(other) => other,
        None => char::REPLACEMENT_CHARACTER,
    };
    (character, characters.as_str())
}

fn unicode(digits: &str) -> (char, &str) {
    let (unit, after) = hex(digits);
    let high = match unit {
        0xD800..=0xDBFF => unit - 0xD800,
        _ => return (char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER), after),
    };
    if let Some(digits) = after.strip_prefix("\\u")
        && let (low @ 0xDC00..=0xDFFF, after) = hex(digits)
    {
        let scalar = 0x1_0000 + (high << 10) + (low - 0xDC00);
        return (char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER), after);
    }
    (char::REPLACEMENT_CHARACTER, after)
}

fn hex(digits: &str) -> (u32, &str) {
    let (unit, after) = digits.split_at_checked(4).unwrap_or((digits, ""));
    (u32::from_str_radix(unit, 16).unwrap_or(0xFFFD), after)
}
