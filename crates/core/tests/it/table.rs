//! Reads a table of cases, runs each, and fails once with all rows that failed, by name.

use serde_json::Value;
use switchhook::{ParameterDeclaration, Problem, Values, path::Json};

/// The rows of a table.
pub(crate) fn rows(table: &str) -> Vec<Value> {
    let rows: Vec<Value> = serde_json::from_str(table).unwrap();
    assert!(!rows.is_empty(), "an empty table tests nothing");
    rows
}

/// Runs every row; a row fails with the sentence that it returns.
pub(crate) fn run(table: &str, check: impl Fn(&Value) -> Result<(), String>) {
    let rows = rows(table);
    let failures: Vec<String> = rows
        .iter()
        .filter_map(|row| Some(format!("{}: {}", row["name"], check(row).err()?)))
        .collect();
    assert!(
        failures.is_empty(),
        "{} of {} rows failed:\n{}",
        failures.len(),
        rows.len(),
        failures.join("\n")
    );
}

/// The definition of a row as JSON text: text stands as it is, an object gets its version.
pub(crate) fn definition(row: &Value) -> String {
    match &row["definition"] {
        Value::String(text) => text.clone(),
        Value::Object(members) => {
            let mut members = members.clone();
            members.entry("version").or_insert(1.into());
            Value::Object(members).to_string()
        }
        other => panic!("{other} is no definition"),
    }
}

/// A problem in one line: code, pointer and, where there is one, range in bytes.
pub(crate) fn line(problem: &Problem) -> String {
    let place = format!("{} {}", problem.code.name(), problem.pointer);
    match &problem.range {
        Some(range) => format!("{place} {}..{}", range.start, range.end),
        None => place,
    }
}

/// The declarations of a row.
pub(crate) fn declarations(row: &Value) -> Vec<ParameterDeclaration> {
    let rows = row["declarations"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.iter()
        .map(|row| ParameterDeclaration {
            name: text(&row["name"]),
            entity: text(&row["entity"]),
            value: row.get("value").map(json),
            secret: row["secret"].as_bool().unwrap_or_default(),
        })
        .collect()
}

/// The values of a row.
pub(crate) fn values(row: &Value) -> Values {
    let members = row["values"].as_object().cloned().unwrap_or_default();
    members.iter().map(|(name, value)| (name.as_str().into(), json(value))).collect()
}

/// A value of a table as the node takes it.
pub(crate) fn json(value: &Value) -> Json {
    Json::parse(&value.to_string()).unwrap()
}

/// What differs between an expected object and a found one; members that are not expected do not count.
pub(crate) fn compare(expected: &Value, found: &Value) -> Result<(), String> {
    for (name, expected) in expected.as_object().unwrap() {
        let found = found.get(name).unwrap_or(&Value::Null);
        if found != expected {
            return Err(format!("{name}: expected {expected}, found {found}"));
        }
    }
    Ok(())
}
