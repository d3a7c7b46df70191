//! Rows of names and values as lines of `name: value`, and back: `# ` before a row that is not sent, nothing behind
//! the colon for a slot, `""` for a value that is sent empty.

use crate::model::draft::{Draft, FieldRow, List, RowId};

/// What stands for a value that is sent empty.
const EMPTY: &str = "\"\"";

/// The rows as text, a line each.
pub fn text(rows: &[FieldRow]) -> String {
    rows.iter().filter(|row| !row.is_empty()).map(line).collect::<Vec<_>>().join("\n")
}

/// Puts the rows of a text in place of a list's. A line that reads as a row did stays that row, so that nothing that
/// lines cannot say gets lost.
pub fn set(draft: &mut Draft, list: List, text: &str) {
    let mut before = draft.fields(list).to_vec();
    let rows =
        text.lines().filter(|written| !written.trim().is_empty()).map(|written| {
            match before.iter().position(|row| !row.is_empty() && line(row) == written) {
                Some(at) => before.remove(at),
                None => row(draft.new_row(), written),
            }
        });
    *draft.fields_mut(list) = rows.collect();
}

/// Puts the rows of a text behind a row, or in its place where it is empty.
pub fn paste(draft: &mut Draft, list: List, id: RowId, text: &str) {
    let Some(at) = draft.fields(list).iter().position(|row| row.id == id) else { return };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let pasted: Vec<FieldRow> = lines.map(|line| row(draft.new_row(), line)).collect();
    let rows = draft.fields_mut(list);
    let is_replaced = rows.get(at).is_some_and(FieldRow::is_empty);
    let from = if is_replaced { at } else { at + 1 };
    rows.splice(from..at + 1, pasted);
}

/// Whether a pasted text is rows, and not part of a name or a value.
pub fn are_rows(text: &str) -> bool {
    let is_one = text.trim().lines().count() < 2;
    let separator = if is_one { ": " } else { ":" };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            let row = line.trim().trim_start_matches('#').trim_start().split_once(separator);
            row.is_some_and(|(name, value)| {
                // What is before a URL's slashes is no name.
                !(name.is_empty() || name.contains(char::is_whitespace) || value.starts_with("//"))
            })
        })
}

fn line(row: &FieldRow) -> String {
    let mark = if row.enabled { "" } else { "# " };
    let value = if row.value.is_empty() && row.sends_empty { EMPTY } else { &row.value };
    let space = if value.is_empty() { "" } else { " " };
    format!("{mark}{}:{space}{}", row.name, value.replace(['\n', '\r'], "⏎"))
}

fn row(id: RowId, line: &str) -> FieldRow {
    let trimmed = line.trim();
    let (enabled, rest) = match trimmed.strip_prefix('#') {
        Some(rest) => (false, rest.trim_start()),
        None => (true, trimmed),
    };
    let (name, value) =
        rest.split_once(": ").or_else(|| rest.split_once(':')).unwrap_or((rest, ""));
    let (name, value) = (name.trim(), value.trim());
    let sends_empty = value == EMPTY;
    let value = if sends_empty { "" } else { value };
    FieldRow { enabled, sends_empty, ..FieldRow::new(id, name, value) }
}

#[cfg(test)]
mod tests {
    use super::{are_rows, text};
    use crate::model::{
        draft::{Draft, FieldRow, List},
        edit::Edit,
    };

    fn set(draft: &Draft, lines: &str) -> Draft {
        draft.apply(&Edit::SetFields(List::Headers, lines.into()))
    }

    #[test]
    fn lines_are_rows_and_rows_are_lines() {
        let rows = [
            ("a: b", "a: b"),
            ("a:b\n\n  c :  d  ", "a: b\nc: d"),
            ("slot\nother:", "slot:\nother:"),
            ("# off: 1\n#off:2", "# off: 1\n# off: 2"),
            ("empty: \"\"", "empty: \"\""),
            ("If-Match: \"33a\"", "If-Match: \"33a\""),
            ("a:b: c", "a:b: c"),
            ("Referer: https://a/", "Referer: https://a/"),
            ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2"),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(lines, expected)| {
                (lines, *expected, text(set(&Draft::default(), lines).fields(List::Headers)))
            })
            .filter(|(_, expected, found)| expected != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_line_that_did_not_change_is_the_same_row() {
        let mut draft = Draft::default();
        let odd = FieldRow::new(7, " a: b", "x\ny ");
        draft.fields_mut(List::Headers).push(odd.clone());
        draft.next_row = 8;
        let lines = text(draft.fields(List::Headers));
        let after = set(&draft, &format!("new: 1\n{lines}"));
        assert_eq!(after.fields(List::Headers)[1], odd);
    }

    #[test]
    fn pasted_rows_take_an_empty_row_or_follow_a_full_one() {
        let draft = Draft::default().apply(&Edit::AddField(List::Query));
        let paste =
            |draft: &Draft| draft.apply(&Edit::PasteFields(List::Query, 1, "a: 1\nb: 2".into()));
        assert_eq!(text(paste(&draft).fields(List::Query)), "a: 1\nb: 2");
        let full = draft.apply(&Edit::SetFieldName(List::Query, 1, "first".into()));
        assert_eq!(text(paste(&full).fields(List::Query)), "first:\na: 1\nb: 2");
    }

    #[test]
    fn rows_are_told_from_text() {
        let rows = [
            ("a: b", true),
            ("Accept: text/html\nX-Trace:1\n", true),
            ("# off: 1\non: 2", true),
            ("Referer: https://a/\nB: 1", true),
            ("word", false),
            ("https://a.example/b", false),
            ("10:30", false),
            ("two words: yes", false),
            ("a\nb", false),
            ("", false),
        ];
        let wrong: Vec<_> =
            rows.iter().filter(|(text, expected)| are_rows(text) != *expected).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
