//! A text in, rows of it that are never longer than a screen is wide out: one line may be a megabyte.

use std::rc::Rc;

/// A text in rows.
#[derive(Debug, PartialEq, Eq)]
pub struct Lines {
    text: Rc<str>,
    /// Where each row begins.
    starts: Vec<u32>,
}

impl Lines {
    /// Breaks a text at its line ends, and lines of more than so many bytes wherever a character ends.
    pub fn of(text: Rc<str>, columns: usize) -> Lines {
        let mut starts = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let end = at + line.len();
            let shown = at + line.trim_end_matches(['\n', '\r']).len();
            loop {
                starts.push(u32::try_from(at).unwrap_or(u32::MAX));
                if shown <= at + columns {
                    break;
                }
                let mut next = at + columns.max(4);
                while !text.is_char_boundary(next) {
                    next -= 1;
                }
                at = next;
            }
            at = end;
        }
        if starts.is_empty() {
            starts.push(0);
        }
        Lines { text, starts }
    }

    /// The text.
    pub fn text(&self) -> Rc<str> {
        self.text.clone()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// A text has one row at least.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// A row's text, without its line end.
    pub fn row(&self, row: usize) -> &str {
        let text = self.text.get(self.start(row)..self.start(row + 1)).unwrap_or_default();
        text.trim_end_matches(['\n', '\r'])
    }

    /// The row of another breaking of the same text that holds the beginning of a row of this one; none where that is of
    /// another text.
    pub fn row_in(&self, other: &Lines, row: usize) -> Option<usize> {
        let start = u32::try_from(self.start(row)).unwrap_or(u32::MAX);
        let behind = other.starts.partition_point(|other| *other <= start);
        Rc::ptr_eq(&self.text, &other.text).then(|| behind.saturating_sub(1))
    }

    /// A row's bytes, and so many of those behind it.
    pub(super) fn bytes(&self, row: usize, more: usize) -> &[u8] {
        let end = (self.start(row + 1) + more).min(self.text.len());
        self.text.as_bytes().get(self.start(row)..end).unwrap_or_default()
    }

    fn start(&self, row: usize) -> usize {
        self.starts.get(row).map_or(self.text.len(), |start| *start as usize)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Lines;

    #[test]
    fn rows_are_short_and_lose_nothing() {
        let rows: [(&str, &[&str]); 6] = [
            ("", &[""]),
            ("a\r\nb\n", &["a", "b"]),
            ("abcdefghij", &["abcde", "fghij"]),
            ("abcde\nf", &["abcde", "f"]),
            ("ääääx", &["ää", "ääx"]),
            ("\n\n", &["", ""]),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(text, expected)| {
                let lines = Lines::of((*text).into(), 5);
                let found: Vec<String> =
                    (0..lines.len()).map(|row| lines.row(row).to_owned()).collect();
                (text, expected, found)
            })
            .filter(|(_, expected, found)| **expected != *found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_place_in_a_text_is_found_again_in_rows_of_another_length() {
        let text = Rc::<str>::from("abcdefghij\nxyz");
        let narrow = Lines::of(text.clone(), 4);
        let wide = Lines::of(text, 8);
        let found: Vec<_> = (0..narrow.len()).map(|row| narrow.row_in(&wide, row)).collect();
        assert_eq!(found, [Some(0), Some(0), Some(1), Some(2)]);
        assert_eq!(wide.row_in(&narrow, 1), Some(2));
        assert_eq!(narrow.row_in(&Lines::of("abcdefghij\nxyz".into(), 8), 2), None);
    }
}
