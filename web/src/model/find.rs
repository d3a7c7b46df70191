//! A text to find in, where it is in a response out: in keys and values of its tree, or in its lines.

use std::borrow::Cow;

use switchhook::path::{Document, Key, Kind, Node};

use crate::model::lines::Lines;

/// A text to find. Letters of ASCII match in either case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle(String);

impl Needle {
    /// None where there is nothing to find.
    pub fn new(text: &str) -> Option<Needle> {
        (!text.is_empty()).then(|| Needle(text.to_owned()))
    }

    /// Whether a text holds it.
    pub fn is_in(&self, text: &str) -> bool {
        self.is_in_bytes(text.as_bytes())
    }

    fn is_in_bytes(&self, text: &[u8]) -> bool {
        let needle = self.0.as_bytes();
        let Some(first) = needle.first() else { return false };
        let (lower, upper) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
        let Some(last) = text.len().checked_sub(needle.len()) else { return false };
        text[..=last].iter().enumerate().any(|(at, byte)| {
            (*byte == lower || *byte == upper)
                && text[at..at + needle.len()].eq_ignore_ascii_case(needle)
        })
    }
}

/// Every node of a document in its order, but for the root of one that has others: its number, and whether
/// its key or its value holds the text.
pub fn in_document<'d>(
    document: &'d Document,
    needle: &'d Needle,
) -> impl Iterator<Item = (u32, bool)> + 'd {
    let root = document.root();
    let mut open = vec![root.children()];
    let mut number = 0;
    let mut alone = root.is_empty().then(|| (0, needle.is_in(&text(root))));
    std::iter::from_fn(move || {
        if let Some(found) = alone.take() {
            return Some(found);
        }
        loop {
            let Some((key, node)) = open.last_mut()?.next() else {
                open.pop();
                continue;
            };
            number += 1;
            let in_key = matches!(&key, Key::Name(name) if needle.is_in(name));
            let found = in_key || needle.is_in(&text(node));
            open.push(node.children());
            return Some((number, found));
        }
    })
}

/// Every row of a text: its number, and whether the text begins in it.
pub fn in_lines<'l>(
    lines: &'l Lines,
    needle: &'l Needle,
) -> impl Iterator<Item = (u32, bool)> + 'l {
    let rows = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    // A text may go on in the next row, and must not begin there.
    (0..rows).map(|row| (row, needle.is_in_bytes(lines.bytes(row as usize, needle.0.len() - 1))))
}

/// What a value says; nothing of objects and lists, which only hold others.
fn text(node: Node<'_>) -> Cow<'_, str> {
    match node.kind() {
        Kind::Object | Kind::Array => Cow::Borrowed(""),
        // The source says the same, and costs nothing.
        _ => match node.raw() {
            Cow::Borrowed(raw) if !raw.contains(['\\', '&', '<']) => {
                Cow::Borrowed(raw.trim_matches('"'))
            }
            _ => Cow::Owned(node.value().as_text().into_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use switchhook::path::{Document, Format};

    use super::{Needle, in_document, in_lines};
    use crate::model::lines::Lines;

    #[test]
    fn keys_and_values_are_found() {
        let json = r#"{"Data": {"user": "Ada \u00e9", "n": 41.50}, "list": ["ada", null]}"#;
        let xml = "<note to='Tove'><body>A &amp; B</body></note>";
        let rows: [(Format, &str, &str, &[u32]); 8] = [
            (Format::Json, json, "ada", &[2, 5]),
            (Format::Json, json, "DATA", &[1]),
            (Format::Json, json, "é", &[2]),
            (Format::Json, json, "41.5", &[3]),
            (Format::Json, json, "null", &[6]),
            (Format::Json, "\"x\"", "x", &[0]),
            (Format::Xml, xml, "a & b", &[3]),
            (Format::Xml, xml, "to", &[2]),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(format, body, typed, expected)| {
                let document = Document::parse(*format, body.as_bytes()).expect("a document");
                let needle = Needle::new(typed).expect("a text");
                let found: Vec<u32> = in_document(&document, &needle)
                    .filter_map(|(number, found)| found.then_some(number))
                    .collect();
                (typed, expected, found)
            })
            .filter(|(_, expected, found)| **expected != *found)
            .map(|(typed, expected, found)| format!("{typed}: {found:?}, not {expected:?}"))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn rows_of_text_are_found_across_their_ends() {
        let lines = Lines::of("abcdefgh\nxyz".into(), 4);
        let found = |typed: &str| -> Vec<u32> {
            let needle = Needle::new(typed).expect("a text");
            in_lines(&lines, &needle).filter_map(|(row, found)| found.then_some(row)).collect()
        };
        assert_eq!(found("de"), [0]);
        assert_eq!(found("EF"), [1]);
        assert_eq!(found("y"), [2]);
        assert_eq!(found("q"), [0; 0]);
    }
}
