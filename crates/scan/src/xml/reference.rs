//! References to characters in XML text in, the characters out (XML 1.0 §4.1 and §4.6).

use std::borrow::Cow;

/// The character that a reference stands for, given what follows its “&”, and how many bytes of that it has.
pub(super) fn reference(rest: &[u8]) -> Option<(char, usize)> {
    // The longest is “#x10FFFF;”, but for zeros before it.
    let end = rest.iter().take(12).position(|byte| *byte == b';')?;
    let name = rest.get(..end)?;
    let character = match name {
        b"lt" => '<',
        b"gt" => '>',
        b"amp" => '&',
        b"quot" => '"',
        b"apos" => '\'',
        _ => {
            let (digits, radix) = match name.strip_prefix(b"#")? {
                [b'x', digits @ ..] => (digits, 16),
                digits => (digits, 10),
            };
            let (first, others) = digits.split_first()?;
            let digit = |digit: &u8| char::from(*digit).to_digit(radix).map(u64::from);
            let more = |number, next| Some(number * u64::from(radix) + digit(next)?);
            let number = others.iter().try_fold(digit(first)?, more)?;
            char::from_u32(number.try_into().ok()?).filter(|character| is_xml(*character))?
        }
    };
    Some((character, end + 1))
}

/// Whether XML has this character (XML 1.0 §2.2).
pub fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// What stands between two tags or quotes, as text: with references resolved, and sections of CDATA as they are; comments
/// and instructions are nothing. Nothing for one with a carriage return, which a reader of XML makes a line feed of
/// (§2.11), or with a reference to one.
pub(super) fn resolved(source: &str) -> Option<Cow<'_, str>> {
    if source.bytes().any(|byte| byte == b'\r') {
        return None;
    }
    if !source.contains(MARKS) {
        return Some(Cow::Borrowed(source));
    }
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find(MARKS) {
        let (before, mark) = rest.split_at_checked(at)?;
        text.push_str(before);
        rest = if let Some(name) = mark.strip_prefix('&') {
            let (character, length) = reference(name.as_bytes())?;
            if character == '\r' {
                return None;
            }
            text.push(character);
            name.get(length..)?
        } else if let Some(section) = mark.strip_prefix("<![CDATA[") {
            let (inside, rest) = section.split_once("]]>")?;
            text.push_str(inside);
            rest
        } else if let Some(comment) = mark.strip_prefix("<!--") {
            comment.split_once("-->")?.1
        } else {
            mark.split_once("?>")?.1
        };
    }
    text.push_str(rest);
    Some(Cow::Owned(text))
}

/// What something else than text begins with.
const MARKS: [char; 2] = ['&', '<'];
