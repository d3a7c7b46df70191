//! JSONTestSuite: what RFC 8259 accepts is read, what it refuses is refused, and what it leaves open
//! is decided in a table.

use include_dir::{Dir, File, include_dir};
use switchhook_path::{Document, Format};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same};

static SUITE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/vectors/json");

/// The cases that the RFC leaves open: name, whether it is read, why.
const OPEN: &str = include_str!("../data/json_open_cases.json");

fn cases(prefix: &str) -> Vec<&File<'_>> {
    SUITE.files().filter(|file| name(file).starts_with(prefix)).collect()
}

fn name(file: &File<'_>) -> String {
    file.path().display().to_string()
}

fn is_read(body: &[u8]) -> bool {
    Document::parse(Format::Json, body).is_ok()
}

#[test]
fn what_the_rfc_accepts_is_read_as_serde_json_reads_it() {
    let cases = cases("y_");
    assert_eq!(cases.len(), 95);
    run(
        cases,
        |file| name(file),
        |file| {
            let document = Document::parse(Format::Json, file.contents())
                .map_err(|error| error.to_string())?;
            let expected: serde_json::Value =
                serde_json::from_slice(file.contents()).map_err(|error| error.to_string())?;
            let value = document.root().value();
            let found: serde_json::Value =
                serde_json::from_str(value.as_json()).map_err(|error| error.to_string())?;
            same(found, expected)?;
            same(switchhook_path::Json::parse(value.as_json()).ok(), Some(value))
        },
    );
}

#[test]
fn what_the_rfc_refuses_is_refused_with_its_place() {
    let cases = cases("n_");
    assert_eq!(cases.len(), 188);
    run(
        cases,
        |file| name(file),
        |file| {
            let Err(unreadable) = Document::parse(Format::Json, file.contents()) else {
                return Err("it is read".to_owned());
            };
            let place = format!("line {}, column {}", unreadable.line, unreadable.column);
            if unreadable.message.contains(&place) {
                Ok(())
            } else {
                Err(format!("{place} is not in “{}”", unreadable.message))
            }
        },
    );
}

#[test]
fn what_the_rfc_leaves_open_is_decided() {
    let rows: Vec<(String, bool, String)> = serde_json::from_str(OPEN).expect("a table");
    let cases = cases("i_");
    assert_eq!(cases.len(), 35);
    assert_eq!(rows.len(), cases.len(), "each case is decided");
    run(
        rows,
        |(name, ..)| name.clone(),
        |(name, read, _)| {
            let case = SUITE.get_file(name).ok_or("there is no such case")?;
            same(is_read(case.contents()), *read)
        },
    );
}
