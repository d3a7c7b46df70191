//! The page about paths for designers: each row of its tables says what a mapping takes.

use serde_json::Value;
use switchhook_path::{Document, Format};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same, take};

const PAGE: &str = include_str!("../../../../docs/paths.md");

#[test]
fn each_example_is_true() {
    let mut rows = Vec::new();
    let mut document = (Format::Json, String::new());
    let mut fence = None;
    for line in PAGE.lines() {
        match (fence, line) {
            (None, "```json") => fence = Some(Format::Json),
            (None, "```xml") => fence = Some(Format::Xml),
            (Some(_), "```") => fence = None,
            (Some(format), line) if document.0 == format => document.1 += line,
            (Some(format), line) => document = (format, line.to_owned()),
            (None, line) if line.starts_with("| `") => rows.push((document.clone(), cells(line))),
            (None, _) => (),
        }
    }
    assert_eq!(rows.len(), 41);
    run(
        rows,
        |(_, (path, _))| path.clone(),
        |((format, body), (path, expected))| {
            let document =
                Document::parse(*format, body.as_bytes()).map_err(|error| error.message)?;
            let found: Option<Value> =
                take(&document, path).map(|found| serde_json::from_str(&found).expect("JSON"));
            same(&found, expected)
        },
    );
}

/// The path, and what it finds.
fn cells(row: &str) -> (String, Option<Value>) {
    // A bar inside of a cell has a backslash before it.
    let row = row.replace("\\|", "\u{0}");
    let mut cells =
        row.split(" | ").map(|cell| cell.trim_start_matches("| ").replace('\u{0}', "|"));
    let path = cells.next().expect("a path");
    let result = cells.next().expect("a result");
    let code = |cell: &str| cell.trim_matches('`').to_owned();
    let result = (result != "nothing").then(|| serde_json::from_str(&code(&result)).expect("JSON"));
    (code(&path), result)
}
