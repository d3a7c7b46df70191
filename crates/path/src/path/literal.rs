//! Quoted names and texts and numbers of a path: text in, what it says out (RFC 9535 §2.3.1.1,
//! §2.1 and §2.3.5.1).

use std::ops::Range;

use super::error::PathError;

/// Integers go as far as every implementation counts exactly: ±(2⁵³ − 1).
const MAX_INTEGER: i64 = (1 << 53) - 1;

/// Reads the string literal that begins at this offset with its quote; gives the offset behind it.
/// `what` it is, a name or a text, is said where it is none.
pub(super) fn string(
    text: &str,
    start: usize,
    what: &str,
) -> Result<(String, usize), Box<PathError>> {
    let rest = text.get(start..).unwrap_or_default();
    let mut characters = rest.char_indices();
    let quote = characters.next().map_or('\'', |(_, quote)| quote);
    let mut value = String::new();
    while let Some((at, character)) = characters.next() {
        let here = start + at;
        match character {
            _ if character == quote => return Ok((value, here + 1)),
            '\\' => {
                let (escaped, length) = escape(text, here, quote)?;
                value.push(escaped);
                // Escapes are ASCII; one character of this one is gone already.
                if let Some(more) = length.checked_sub(2) {
                    characters.nth(more);
                }
            }
            control if control < ' ' => {
                let message = format!(
                    "A control character in a {what} is written as an escape: “\\u{:04x}”.",
                    u32::from(control)
                );
                return Err(PathError::new(here..here + 1, message));
            }
            other => value.push(other),
        }
    }
    let message = format!("The quote is not closed: add “{quote}” behind the {what}.");
    Err(PathError::new(start..text.len(), message))
}

/// The character of an escape, and how many bytes it takes.
fn escape(text: &str, at: usize, quote: char) -> Result<(char, usize), Box<PathError>> {
    let rest = text.get(at..).unwrap_or_default();
    let simple = match rest.chars().nth(1) {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some(same @ ('/' | '\\')) => same,
        Some(same) if same == quote => same,
        Some('u') => return unicode(rest, at),
        other => {
            let length = 1 + other.map_or(0, char::len_utf8);
            let escape = rest.get(..length).unwrap_or_default();
            let message = format!(
                "There is no escape “{escape}” in a path: write “\\\\” for a backslash itself."
            );
            return Err(PathError::new(at..at + length, message));
        }
    };
    Ok((simple, 2))
}

fn unicode(rest: &str, at: usize) -> Result<(char, usize), Box<PathError>> {
    let Some(unit) = rest.get(2..6).and_then(hex) else {
        let length = rest.len().min(6);
        let end = (2..=length).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or(2);
        let message = "Four hexadecimal digits follow “\\u”, as in “\\u00e9”.";
        return Err(PathError::new(at..at + end, message));
    };
    if let Some(character) = char::from_u32(unit) {
        return Ok((character, 6));
    }
    let low = rest.get(6..8).filter(|escape| *escape == "\\u").and_then(|_| rest.get(8..12));
    match (unit, low.and_then(hex)) {
        (0xD800..=0xDBFF, Some(low @ 0xDC00..=0xDFFF)) => {
            let scalar = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            Ok((char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER), 12))
        }
        _ => {
            let message =
                "This is half a surrogate pair: write both halves, or the character itself.";
            Err(PathError::new(at..at + 6, message))
        }
    }
}

fn hex(digits: &str) -> Option<u32> {
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if all { u32::from_str_radix(digits, 16).ok() } else { None }
}

/// Reads the integer that begins at this offset, if one does; gives the offset behind it.
pub(super) fn integer(text: &str, start: usize) -> Result<Option<(i64, usize)>, Box<PathError>> {
    let rest = text.get(start..).unwrap_or_default();
    let unsigned = rest.strip_prefix('-').unwrap_or(rest);
    let length = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let sign = rest.len() - unsigned.len();
    let end = start + sign + length;
    let digits = unsigned.get(..length).unwrap_or_default();
    let refuse = |message: &str| Err(PathError::new(start..end, message));
    match (sign, digits) {
        (0, "") => return Ok(None),
        (_, "") => return refuse("A number is missing behind “-”."),
        (1, "0") => return refuse("There is no “-0”: write 0 for the first, -1 for the last."),
        (_, "0") => (),
        _ if digits.starts_with('0') => {
            return refuse("A number does not begin with 0: leave the zeros out.");
        }
        _ => (),
    }
    let value = rest.get(..sign + length).and_then(|number| number.parse::<i64>().ok());
    match value {
        Some(value) if value.abs() <= MAX_INTEGER => Ok(Some((value, end))),
        _ => refuse("The number is too large: paths count up to 9007199254740991."),
    }
}

/// Reads the number of a filter that begins at this offset with `-` or a digit; gives its bytes.
pub(super) fn number(text: &str, start: usize) -> Result<Range<usize>, Box<PathError>> {
    let digits = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.bytes().take_while(u8::is_ascii_digit).count()
    };
    let starts_with =
        |at: usize, pattern: &[char]| text.get(at..).is_some_and(|rest| rest.starts_with(pattern));
    let first = start + usize::from(starts_with(start, &['-']));
    let mut end = digits(first);
    if end == first {
        return Err(PathError::new(start..end, "A number is missing behind “-”."));
    }
    if end > first + 1 && starts_with(first, &['0']) {
        let message = "A number does not begin with 0: leave the zeros out.";
        return Err(PathError::new(start..end, message));
    }
    if starts_with(end, &['.']) {
        let point = end;
        end = digits(point + 1);
        if end == point + 1 {
            let message = "A digit is missing behind the point of the number.";
            return Err(PathError::new(start..end, message));
        }
    }
    if starts_with(end, &['e', 'E']) {
        let exponent = end + 1 + usize::from(starts_with(end + 1, &['+', '-']));
        end = digits(exponent);
        if end == exponent {
            let message = "A digit is missing behind the “e” of the number.";
            return Err(PathError::new(start..end, message));
        }
    }
    Ok(start..end)
}
