//! The pages about paths and documents for people: each row of their tables is true.

use switchhook_path::{Document, Format, limits};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same, take};

const PATHS: &str = include_str!("../../../../docs/paths.md");

const DOCUMENTS: &str = include_str!("../../../../docs/documents.md");

#[test]
fn paths() {
    check(PATHS, 41);
}

#[test]
fn documents() {
    check(DOCUMENTS, 69);
}

/// What the first row of a table says of the others.
#[derive(Clone, Copy)]
enum Columns {
    /// A path over the document before the table, and what it takes.
    Taken,
    /// A document, and its value.
    Value(Format),
    /// A document, and its value for JavaScript.
    ForJs,
    /// A document that is refused, and a part of what is said then.
    Refused(Format),
    /// Of another test.
    Other,
}

impl Columns {
    fn of(first: &str, second: &str) -> Columns {
        match (first, second) {
            ("path", "result") => Columns::Taken,
            ("JSON", "is read as") => Columns::Value(Format::Json),
            ("XML", "is read as") => Columns::Value(Format::Xml),
            ("JSON", "in JavaScript") => Columns::ForJs,
            ("JSON", "is refused") => Columns::Refused(Format::Json),
            ("XML", "is refused") => Columns::Refused(Format::Xml),
            _ => Columns::Other,
        }
    }
}

/// A row, with the document that is shown last before it.
struct Row {
    columns: Columns,
    shown: (Format, String),
    first: String,
    second: String,
}

fn check(page: &str, count: usize) {
    let rows = rows(page);
    assert_eq!(rows.len(), count);
    run(rows, |row| row.first.clone(), is_true);
}

fn rows(page: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut shown = (Format::Json, String::new());
    let mut fence = None;
    let mut columns = None;
    for line in page.lines() {
        match (fence, line) {
            (None, "```json") => (fence, shown) = (Some(()), (Format::Json, String::new())),
            (None, "```xml") => (fence, shown) = (Some(()), (Format::Xml, String::new())),
            (Some(()), "```") => fence = None,
            (Some(()), line) => shown.1 += &format!("{line}\n"),
            (None, line) => match (columns, cells(line)) {
                (_, None) => columns = None,
                (_, Some((first, _))) if first.starts_with("---") => (),
                (None, Some((first, second))) => columns = Some(Columns::of(&first, &second)),
                (Some(Columns::Other), Some(_)) => (),
                (Some(columns), Some((first, second))) => {
                    let shown = shown.clone();
                    rows.push(Row { columns, shown, first: code(&first), second });
                }
            },
        }
    }
    rows
}

/// The first two cells of a line of a table.
fn cells(line: &str) -> Option<(String, String)> {
    // A bar inside of a cell has a backslash before it.
    let line = line.strip_prefix("| ")?.replace("\\|", "\u{0}");
    let mut cells = line.split(" | ").map(|cell| cell.trim_end_matches(" |").replace('\u{0}', "|"));
    Some((cells.next()?, cells.next()?))
}

/// What is written as code stands between marks.
fn code(cell: &str) -> String {
    cell.trim_matches('`').to_owned()
}

fn is_true(row: &Row) -> Result<(), String> {
    let read = |format, body: &str| {
        Document::parse(format, body.as_bytes()).map_err(|error| error.message)
    };
    let expected = code(&row.second);
    match row.columns {
        Columns::Taken => {
            let found = take(&read(row.shown.0, &row.shown.1)?, &row.first);
            same(found, (expected != "nothing").then_some(expected))
        }
        Columns::Value(format) => {
            same(read(format, &row.first)?.root().value().as_json(), &expected)
        }
        Columns::ForJs => {
            same(read(Format::Json, &row.first)?.root().value().for_js().as_ref(), &expected)
        }
        Columns::Refused(format) => match read(format, &row.first) {
            Err(message) if message.contains(&expected) => Ok(()),
            Err(message) => Err(message),
            Ok(_) => Err("it is read".to_owned()),
        },
        Columns::Other => Ok(()),
    }
}

#[test]
fn limits_are_those_of_the_code() {
    let rows = [
        ("levels of nesting, JSON and XML", limits::DEPTH),
        ("nodes of an XML document", limits::XML_NODES as usize),
        ("attributes of one XML element", limits::XML_ATTRIBUTES),
        ("namespace declarations in scope of one XML element", limits::XML_NAMESPACES),
        ("characters of a path", limits::PATH_LENGTH),
        ("filters, parentheses and functions inside each other", limits::PATH_NESTING),
        ("values that one path selects", limits::SELECTED_NODES),
        ("bytes of all that one path selects", limits::SELECTED_BYTES),
        ("steps that one path takes through a response", limits::STEPS),
    ];
    run(
        rows,
        |(what, _)| *what,
        |(what, limit)| {
            let line =
                DOCUMENTS.lines().find_map(|line| line.strip_prefix(&format!("| {what} | ")));
            same(line.map(|rest| rest.replace([',', ' ', '|'], "")), Some(limit.to_string()))
        },
    );
}
