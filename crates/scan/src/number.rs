//! The first byte of a number or a word in, where it ends out (RFC 8259 §3 and §6).

use crate::block::{NUMBER, digits};
use crate::visit::Sort;

/// What a value is that is neither string nor container, and where what follows it begins. Nothing
/// where it is none, and where it may go on behind the window.
#[inline(always)]
pub(crate) fn scalar(bytes: &[u8], start: usize) -> Option<(Sort, usize)> {
    let (sort, end) = match bytes.get(start)? {
        b'-' | b'0'..=b'9' => (Sort::Number, number(bytes, start)?),
        b't' => (Sort::True, word(bytes, start, b"true")?),
        b'f' => (Sort::False, word(bytes, start, b"false")?),
        b'n' => (Sort::Null, word(bytes, start, b"null")?),
        _ => return None,
    };
    let delimiter = bytes.get(end)?;
    matches!(delimiter, b',' | b'}' | b']' | b'\n' | b'\r' | b' ' | b'\t').then_some((sort, end))
}

#[inline(always)]
fn word(bytes: &[u8], start: usize, word: &[u8]) -> Option<usize> {
    let end = start + word.len();
    (bytes.get(start..end)? == word).then_some(end)
}

/// Where a number ends.
#[inline(always)]
fn number(bytes: &[u8], start: usize) -> Option<usize> {
    let Some(first) = bytes.get(start..).and_then(|rest| rest.first_chunk::<NUMBER>()) else {
        return long_number(bytes, start);
    };
    // Digits stand out as ones; what they are shifted in by are zeros, where numbers may go on.
    let digits = u64::from(digits(first));
    let run = |at: usize| (!(digits >> at)).trailing_zeros() as usize;
    let byte = |at: usize| first.get(at).copied().unwrap_or(0);
    let mut at = usize::from(first[0] == b'-');
    let whole = run(at);
    if whole == 0 || (whole > 1 && byte(at) == b'0') {
        return None;
    }
    at += whole;
    if byte(at) == b'.' {
        let fraction = run(at + 1);
        if fraction == 0 {
            return long_number(bytes, start);
        }
        at += 1 + fraction;
    }
    if byte(at) | 0x20 == b'e' || at >= NUMBER {
        return long_number(bytes, start);
    }
    Some(start + at)
}

/// The same for numbers of any length, and for those with exponents.
fn long_number(bytes: &[u8], start: usize) -> Option<usize> {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let digits = |start: usize| {
        let digits = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit());
        let end = start + digits.count();
        (end > start).then_some(end)
    };
    let mut at = start + usize::from(byte(start) == b'-');
    at = if byte(at) == b'0' { at + 1 } else { digits(at)? };
    if byte(at) == b'.' {
        at = digits(at + 1)?;
    }
    if byte(at) | 0x20 == b'e' {
        at += 1;
        at += usize::from(matches!(byte(at), b'+' | b'-'));
        at = digits(at)?;
    }
    Some(at)
}
