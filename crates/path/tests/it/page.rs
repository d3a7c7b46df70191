//! The pages about paths and documents for people: each row of their tables is true.

use switchhook_path::{Document, Format, limits};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::{
    page_table::{Row, rows},
    table::{run, same, take},
};

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

fn check(page: &str, count: usize) {
    let rows: Vec<Row> = rows(page).into_iter().filter(|row| claim(row).is_some()).collect();
    assert_eq!(rows.len(), count);
    run(rows, |row| row.code(0).to_owned(), is_true);
}

/// What a table says of the first cell of its rows.
enum Claim {
    /// A path over the document before the table, and what it takes.
    Taken(Format),
    /// A document, and its value.
    Value(Format),
    /// A document, and its value for JavaScript.
    ForJs,
    /// A document that is refused, and a part of what is said then.
    Refused(Format),
}

/// Nothing for tables that other tests look at.
fn claim(row: &Row) -> Option<Claim> {
    let format =
        |name: &str| if name.eq_ignore_ascii_case("xml") { Format::Xml } else { Format::Json };
    let first = row.columns.first()?;
    match (first.as_str(), row.columns.get(1)?.as_str()) {
        ("path", "result") => Some(Claim::Taken(format(&row.shown.0))),
        ("JSON" | "XML", "is read as") => Some(Claim::Value(format(first))),
        ("JSON", "in JavaScript") => Some(Claim::ForJs),
        ("JSON" | "XML", "is refused") => Some(Claim::Refused(format(first))),
        _ => None,
    }
}

fn is_true(row: &Row) -> Result<(), String> {
    let read = |format, body: &str| {
        Document::parse(format, body.as_bytes()).map_err(|error| error.message)
    };
    let (first, expected) = (row.code(0), row.code(1));
    match claim(row) {
        Some(Claim::Taken(format)) => {
            let found = take(&read(format, &row.shown.1)?, first);
            same(found.as_deref(), (expected != "nothing").then_some(expected))
        }
        Some(Claim::Value(format)) => same(read(format, first)?.root().value().as_json(), expected),
        Some(Claim::ForJs) => {
            same(read(Format::Json, first)?.root().value().for_js().as_ref(), expected)
        }
        Some(Claim::Refused(format)) => match read(format, first) {
            Err(message) if message.contains(expected) => Ok(()),
            Err(message) => Err(message),
            Ok(_) => Err("it is read".to_owned()),
        },
        None => Ok(()),
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
