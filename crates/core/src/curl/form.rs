//! Form data in, rows of a definition out where they say the same; and text as curl encodes it.

use super::marked::{MARK, map_text, template};
use crate::{definition::Field, template::form_encode};

/// Text as `--data-urlencode` has it: that of forms, but for two characters.
pub(super) fn url_encode(marked: &str) -> String {
    map_text(marked, |text| encoded(text).replace("%7E", "~").replace('*', "%2A"))
}

/// The rows that are sent as this text; none where no rows are. Where the bytes may differ, rows that say the same will do.
pub(super) fn rows(marked: &str, may_differ: bool) -> Option<Vec<Field>> {
    let row = |pair: &str| {
        let (name, value) = pair.split_once('=')?;
        let (plain_name, plain_value) = (decoded(name)?, decoded(value)?);
        let is_exact =
            map_text(&plain_name, encoded) == name && map_text(&plain_value, encoded) == value;
        // Something else than a form, such as JSON, has these.
        let is_form =
            !pair.contains(|c: char| c != MARK && (c.is_control() || "\"{}<>[]\\ ".contains(c)));
        let says_the_same = is_exact || (is_form && may_differ);
        (says_the_same && !name.is_empty()).then(|| Field {
            name: template(&plain_name),
            value: Some(template(&plain_value)),
            enabled: true,
        })
    };
    if marked.is_empty() { Some(Vec::new()) } else { marked.split('&').map(row).collect() }
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    form_encode(text, &mut encoded);
    encoded
}

/// Form data as text (WHATWG URL, section 5.1); none where it is no UTF-8.
pub(super) fn decoded(marked: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(marked.len());
    let mut rest = marked.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let escaped = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        match (first, escaped) {
            // It would read as the mark of a parameter.
            (_, Some(0)) => return None,
            (_, Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', None) => bytes.push(b' '),
            (byte, None) => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
