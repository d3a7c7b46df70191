//! Runs the rows of a table, and names all that fail.

use std::fmt::Display;

use switchhook_path::{Document, Format, Path};

/// Runs every row; a row's error says what is wrong with it.
#[track_caller]
pub(crate) fn run<R, N: Display>(
    rows: impl IntoIterator<Item = R>,
    name: impl Fn(&R) -> N,
    check: impl Fn(&R) -> Result<(), String>,
) {
    let mut count = 0;
    let mut failures = Vec::new();
    for row in rows {
        count += 1;
        if let Err(failure) = check(&row) {
            failures.push(format!("  {}: {failure}", name(&row)));
        }
    }
    assert!(count > 0, "the table is empty");
    assert!(
        failures.is_empty(),
        "{} of {count} rows fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// An error where two things differ.
pub(crate) fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}")) }
}

pub(crate) fn json(body: &str) -> Document {
    Document::parse(Format::Json, body.as_bytes()).expect("a JSON document")
}

pub(crate) fn xml(body: &str) -> Document {
    Document::parse(Format::Xml, body.as_bytes()).expect("an XML document")
}

/// What a mapping of this path takes, as JSON text.
pub(crate) fn take(document: &Document, path: &str) -> Option<String> {
    let path = Path::parse(path).expect("a path");
    document.take(&path).expect("a simple path").map(|taken| taken.value.to_string())
}

/// The normalized paths that this path selects.
pub(crate) fn paths(document: &Document, path: &str) -> Vec<String> {
    let path = Path::parse(path).expect("a path");
    let selected = document.select(&path).expect("a simple path");
    selected.into_iter().map(|selected| selected.path).collect()
}
