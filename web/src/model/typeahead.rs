//! Letters typed in the tree in, the row that they lead to out (ARIA Authoring Practices, tree view, type-ahead): the
//! next one in sight whose name begins with them.

use std::borrow::Cow;

use switchhook::path::{Document, Key};

use crate::model::outline::Outline;

/// Milliseconds after which a letter begins another name.
const PAUSE: f64 = 800.0;

/// The beginning of a name, as it is being typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typeahead {
    text: String,
    /// When the last letter of it was typed, in milliseconds.
    at: f64,
}

impl Typeahead {
    /// Takes a key that was pressed at this time in milliseconds; whether it is a letter of a name. A blank is none at
    /// the beginning, and a question mark asks for help.
    pub fn takes(&mut self, key: &str, at: f64) -> bool {
        let mut letters = key.chars();
        if letters.next().is_none() || letters.next().is_some() || key == "?" {
            return false;
        }
        if at - self.at > PAUSE {
            self.text.clear();
        }
        if self.text.is_empty() && key == " " {
            return false;
        }
        self.text.push_str(key);
        self.at = at;
        true
    }

    /// The number of the node that is typed, looked for from the present row on and then from the top. One letter, or
    /// the same one over and over, goes on to the next row.
    pub fn find(
        &self,
        document: &Document,
        outline: &Outline,
        open: &[bool],
        here: Option<u32>,
    ) -> Option<u32> {
        let first = self.text.chars().next()?;
        let is_one = self.text.chars().all(|letter| letter == first);
        let typed = if is_one { self.text.get(..first.len_utf8())? } else { &self.text };
        let from = here.map_or(0, |here| here + u32::from(is_one));
        named(document, outline, open, from, typed)
    }
}

/// Letters of ASCII match in either case, as in what is searched for.
fn begins_with(name: &str, typed: &str) -> bool {
    name.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed))
}

/// The first node in sight whose name begins so: from this number on, or else from the top.
fn named(
    document: &Document,
    outline: &Outline,
    open: &[bool],
    from: u32,
    typed: &str,
) -> Option<u32> {
    let mut before = None;
    let mut levels = vec![(1, document.root().children())];
    while let Some((next, children)) = levels.last_mut() {
        let Some((key, child)) = children.next() else {
            levels.pop();
            continue;
        };
        let number = *next;
        *next = outline.end(number);
        if begins_with(&name(&key), typed) {
            if number >= from {
                return Some(number);
            }
            before = before.or(Some(number));
        }
        if open.get(number as usize).copied().unwrap_or_default() {
            levels.push((number + 1, child.children()));
        }
    }
    before
}

/// What a row is called; that of a list is its index.
fn name<'k>(key: &'k Key<'_>) -> Cow<'k, str> {
    match key {
        Key::Name(name) => Cow::Borrowed(name),
        Key::Index(index) => Cow::Owned(index.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use switchhook::path::{Document, Format};

    use super::Typeahead;
    use crate::model::outline::Outline;

    /// 1 order, 2 order.id, 3 order.items, 4 order.items[0], 5 other, 6 Origin, 7 "é t"
    const JSON: &str = r#"{"order": {"id": 1, "items": [2]}, "other": 3, "Origin": 4, "é t": 5}"#;

    /// Keys, each with the milliseconds since the one before it.
    type Keys<'k> = &'k [(&'k str, f64)];
    /// What is tried, which nodes are unfolded, the row to begin with, what is typed, and where that leads.
    type Row<'r> = (&'r str, &'r [bool], Option<u32>, Keys<'r>, Option<u32>);

    /// Where keys lead from a row.
    fn led(open: &[bool], from: Option<u32>, keys: Keys<'_>) -> Option<u32> {
        let document = Document::parse(Format::Json, JSON.as_bytes()).expect("a document");
        let outline = Outline::of(&document);
        let (mut typeahead, mut here, mut now) = (Typeahead::default(), from, 5_000.0);
        for (key, after) in keys {
            now += after;
            if typeahead.takes(key, now) {
                here = typeahead.find(&document, &outline, open, here).or(here);
            }
        }
        here
    }

    #[test]
    fn letters_lead_to_the_next_row_in_sight() {
        let all = [true; 8];
        let folded = [true, false, false, false, false, false, false, false];
        let slow = 2_000.0;
        let rows: [Row<'_>; 15] = [
            ("the first one", &all, None, &[("o", 0.0)], Some(1)),
            ("the next one", &all, Some(1), &[("o", 0.0)], Some(5)),
            ("either case", &all, Some(5), &[("o", 0.0)], Some(6)),
            ("from the top again", &all, Some(6), &[("o", 0.0)], Some(1)),
            (
                "a longer beginning goes on from there",
                &all,
                Some(1),
                &[("o", 0.0), ("r", 90.0)],
                Some(6),
            ),
            ("down to one", &all, None, &[("o", 0.0), ("t", 90.0)], Some(5)),
            (
                "the same letter goes on",
                &all,
                None,
                &[("o", 0.0), ("o", 90.0), ("o", 90.0)],
                Some(6),
            ),
            ("after a pause another name", &all, None, &[("o", 0.0), ("i", slow)], Some(2)),
            ("what is folded is not in sight", &folded, None, &[("i", 0.0)], None),
            ("indexes are names", &all, None, &[("0", 0.0)], Some(4)),
            ("nothing is called that", &all, Some(3), &[("x", 0.0)], Some(3)),
            ("a blank within a name", &all, None, &[("é", 0.0), (" ", 90.0), ("t", 90.0)], Some(7)),
            ("a blank at the beginning", &all, Some(2), &[(" ", 0.0)], Some(2)),
            ("help", &all, Some(2), &[("?", 0.0)], Some(2)),
            ("a key that is no letter", &all, Some(2), &[("Enter", 0.0)], Some(2)),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(about, open, from, keys, expected)| (about, expected, led(open, *from, keys)))
            .filter(|(_, expected, found)| **expected != *found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
