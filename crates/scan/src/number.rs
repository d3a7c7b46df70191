//! The first byte of a number or a word in, where it ends out (RFC 8259 §3 and §6).

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

#[inline(always)]
fn number(bytes: &[u8], start: usize) -> Option<usize> {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let mut at = start + usize::from(byte(start) == b'-');
    at = if byte(at) == b'0' { at + 1 } else { digits(bytes, at)? };
    if byte(at) == b'.' {
        at = digits(bytes, at + 1)?;
    }
    if byte(at) | 0x20 == b'e' {
        at += 1;
        at += usize::from(matches!(byte(at), b'+' | b'-'));
        at = digits(bytes, at)?;
    }
    Some(at)
}

/// Goes past digits, of which there has to be one.
#[inline(always)]
fn digits(bytes: &[u8], start: usize) -> Option<usize> {
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let mut at = start;
    // Eight at a time: of each byte the highest bit is set that is no digit.
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let values = u64::from_le_bytes(*eight) ^ 0x3030_3030_3030_3030;
        let others = ((values & LOW) + 0x7676_7676_7676_7676 | values) & !LOW;
        let count = others.trailing_zeros() as usize / 8;
        at += count;
        if count < 8 {
            return (at > start).then_some(at);
        }
    }
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    (at > start).then_some(at)
}
