//! Bytes in, text out: the encodings that documents come in, and no others.
//!
//! JSON is UTF-8 (RFC 8259 §8.1). XML may also be UTF-16 with a mark, or declare an encoding of one
//! byte a character; labels mean what the Encoding Standard says (§4.2: ISO-8859-1 and US-ASCII are
//! windows-1252). A mark wins over a declaration.

use std::borrow::Cow;

use crate::unreadable::Place;

/// Bytes that are no text: which, where, and what was read up to there.
pub(crate) struct Fault {
    pub(crate) place: Place,
    pub(crate) what: String,
}

/// What is wrong with other bytes.
pub(crate) const NOT_UTF8: &str = "the bytes are not UTF-8";

/// How many bytes at the beginning tell which encoding a body of JSON is in.
pub(crate) const JSON_START: usize = 4;

/// How long the mark before a text of JSON is, given its first bytes; or which encoding it is in
/// that is not read.
pub(crate) fn json_mark(start: &[u8]) -> Result<usize, Fault> {
    // What most bodies begin with is neither a mark nor half a character.
    if let [1..=0x7F, 1..=u8::MAX, ..] = start {
        return Ok(0);
    }
    match mark(start) {
        Some((Mark::Utf8, rest)) => Ok(start.len() - rest.len()),
        Some((other, _)) => Err(unread(other.name())),
        None if is_utf16(start) => Err(unread("UTF-16")),
        None => Ok(0),
    }
}

/// Reads JSON's bytes. A mark is skipped.
pub(crate) fn json(body: &[u8]) -> Result<String, Fault> {
    let mark = json_mark(body)?;
    utf8(body.get(mark..).unwrap_or_default())
}

/// Reads XML's bytes. A mark is skipped.
pub(crate) fn xml(body: &[u8]) -> Result<String, Fault> {
    match mark(body) {
        Some((Mark::Utf8, rest)) => utf8(rest),
        Some((Mark::Utf16Le, rest)) => utf16(rest, u16::from_le_bytes),
        Some((Mark::Utf16Be, rest)) => utf16(rest, u16::from_be_bytes),
        Some((other, _)) => Err(unread(other.name())),
        None if is_utf16(body) => Err(unread("UTF-16 without a byte-order mark")),
        None => match declared(body) {
            None => utf8(body),
            Some(label) if is_one_of(label, &UTF_8) => utf8(body),
            Some(label) if is_one_of(label, &WINDOWS_1252) => {
                Ok(body.iter().map(|byte| windows_1252(*byte)).collect())
            }
            Some(label) => match label.to_ascii_lowercase() {
                label if label.starts_with("utf-16") => {
                    Err(unread("UTF-16 without a byte-order mark"))
                }
                label => Err(unread(&label)),
            },
        },
    }
}

/// XML's bytes as they are, where they are UTF-8. A mark is skipped.
pub(crate) fn plain_xml(body: &[u8]) -> Option<&str> {
    let text = match mark(body) {
        Some((Mark::Utf8, rest)) => rest,
        None if declared(body).is_none_or(|label| is_one_of(label, &UTF_8)) => body,
        _ => return None,
    };
    switchhook_scan::utf8(text).ok()
}

#[derive(Clone, Copy)]
enum Mark {
    Utf8,
    Utf16Le,
    Utf16Be,
    Utf32,
}

impl Mark {
    fn name(self) -> &'static str {
        match self {
            Mark::Utf8 => "UTF-8",
            Mark::Utf16Le | Mark::Utf16Be => "UTF-16",
            Mark::Utf32 => "UTF-32",
        }
    }
}

const UTF_8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// The byte-order mark, and what follows it.
fn mark(body: &[u8]) -> Option<(Mark, &[u8])> {
    let marks: [(&[u8], Mark); 5] = [
        (UTF_8_MARK, Mark::Utf8),
        (&[0xFF, 0xFE, 0, 0], Mark::Utf32),
        (&[0, 0, 0xFE, 0xFF], Mark::Utf32),
        (&[0xFF, 0xFE], Mark::Utf16Le),
        (&[0xFE, 0xFF], Mark::Utf16Be),
    ];
    marks.iter().find_map(|(bytes, mark)| Some((*mark, body.strip_prefix(*bytes)?)))
}

/// Whether the text begins with a character of ASCII that takes two bytes.
fn is_utf16(body: &[u8]) -> bool {
    matches!(body, [0, 1..=0x7F, ..] | [1..=0x7F, 0, ..])
}

fn utf8(body: &[u8]) -> Result<String, Fault> {
    match switchhook_scan::utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(valid) => {
            let before = body.get(..valid).unwrap_or_default();
            let place = Place::of(&String::from_utf8_lossy(before), before.len());
            Err(Fault { place, what: NOT_UTF8.to_owned() })
        }
    }
}

fn utf16(body: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Fault> {
    let (pairs, rest) = body.as_chunks::<2>();
    let mut text = String::with_capacity(body.len());
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(not_utf16(&text)),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(not_utf16(&text)) }
}

fn not_utf16(before: &str) -> Fault {
    let place = Place::of(before, before.len());
    Fault { place, what: "the bytes are not UTF-16, though their mark says so".to_owned() }
}

fn unread(encoding: &str) -> Fault {
    let what = format!("the encoding “{encoding}” is not read");
    Fault { place: Place::START, what }
}

/// The encoding that the XML declaration names.
fn declared(body: &[u8]) -> Option<&str> {
    let rest = body.strip_prefix(b"<?xml")?;
    // Other instructions begin with these letters too: `<?xml-stylesheet`.
    let (space, rest) = rest.split_first()?;
    let end = rest.iter().take(256).position(|byte| *byte == b'?')?;
    let declaration = std::str::from_utf8(rest.get(..end)?).ok()?;
    if !matches!(space, b' ' | b'\t' | b'\r' | b'\n') {
        return None;
    }
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let label = value.strip_prefix(quote)?.split_once(quote)?.0;
    Some(label.trim())
}

/// Labels are the same in capital letters.
fn is_one_of(label: &str, labels: &[&str]) -> bool {
    labels.iter().any(|known| known.eq_ignore_ascii_case(label))
}

/// Labels of UTF-8 in the Encoding Standard.
const UTF_8: [&str; 6] =
    ["unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "utf-8", "utf8", "x-unicode20utf8"];

/// Labels of windows-1252 in the Encoding Standard.
const WINDOWS_1252: [&str; 17] = [
    "ansi_x3.4-1968",
    "ascii",
    "cp1252",
    "cp819",
    "csisolatin1",
    "ibm819",
    "iso-8859-1",
    "iso-ir-100",
    "iso8859-1",
    "iso88591",
    "iso_8859-1",
    "iso_8859-1:1987",
    "l1",
    "latin1",
    "us-ascii",
    "windows-1252",
    "x-cp1252",
];

/// The Encoding Standard's index for windows-1252 where it parts from ISO-8859-1: 0x80 to 0x9F.
const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    let high = byte.checked_sub(0x80).and_then(|index| HIGH_CONTROLS.get(usize::from(index)));
    high.copied().unwrap_or(char::from(byte))
}

/// How much of a body a message may tell of, beside white space before it.
pub(crate) const GLIMPSE: usize = 4096;

/// The beginning of a body as text, whatever it is, without a mark: for a message.
pub(crate) fn glimpse(body: &[u8]) -> Cow<'_, str> {
    let text = body.strip_prefix(UTF_8_MARK).unwrap_or(body);
    let end = text.len().min(leading_space(text) + GLIMPSE);
    String::from_utf8_lossy(text.get(..end).unwrap_or(text))
}

/// Bytes of white space at the beginning.
pub(crate) fn leading_space(text: &[u8]) -> usize {
    text.len() - text.trim_ascii_start().len()
}
