//! A page of the documentation in, the rows of its tables out, each with the document that is shown last before it.
//! Shared with the packages above.

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The table's first row.
    pub(crate) columns: Vec<String>,
    /// Language and text of the last block of code before the table.
    pub(crate) shown: (String, String),
    /// The row's own cells.
    pub(crate) cells: Vec<String>,
}

impl Row {
    /// The cell of a column; empty where there is none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// What is written as code there, between marks.
    pub(crate) fn code(&self, column: usize) -> &str {
        self.cell(column).trim_matches('`')
    }
}

/// The rows of all tables.
pub(crate) fn rows(page: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut shown = (String::new(), String::new());
    let mut is_code = false;
    let mut columns: Option<Vec<String>> = None;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(language) => {
                is_code = !is_code;
                if is_code {
                    shown = (language.to_owned(), String::new());
                }
            }
            None if is_code => shown.1 += &format!("{line}\n"),
            None => match (&columns, cells(line)) {
                (_, None) => columns = None,
                (_, Some(cells)) if cells.iter().all(|cell| cell.starts_with("---")) => (),
                (None, Some(cells)) => columns = Some(cells),
                (Some(columns), Some(cells)) => {
                    rows.push(Row { columns: columns.clone(), shown: shown.clone(), cells });
                }
            },
        }
    }
    rows
}

/// The cells of a line of a table.
fn cells(line: &str) -> Option<Vec<String>> {
    // A bar inside of a cell has a backslash before it.
    let line = line.strip_prefix('|')?.trim_end().strip_suffix('|')?.replace("\\|", "\u{0}");
    Some(line.split('|').map(|cell| cell.trim().replace('\u{0}', "|")).collect())
}
