//! The reference of problems, `docs/problems.md`: made of the codes and of the rows of the tests, and what stands
//! there is current.

use expect_test::expect_file;
use serde_json::Value;
use switchhook::{Code, Node, Problem, Severity};

use crate::table;

#[test]
fn the_reference_is_current() {
    let rows = table::rows(include_str!("../data/problems.json"));
    let commands = table::rows(include_str!("../data/curl.json"));
    let errors = table::rows(include_str!("../data/errors.json"));
    let mut page = INTRODUCTION.to_owned();
    for code in Code::ALL {
        page += &match code {
            Code::BadCurl | Code::PartlyImported => {
                section(*code, &example_command(*code, &commands))
            }
            _ => section(*code, &example(*code, &rows)),
        };
    }
    page += ERRORS;
    for error in errors {
        let [code, about, advice] =
            ["code", "about", "advice"].map(|member| error[member].as_str().unwrap());
        page += &format!("| <a id=\"error-{code}\"></a>`{code}` | {about} | {advice} |\n");
    }
    expect_file!["../../../../docs/problems.md"].assert_eq(&page);
}

const INTRODUCTION: &str = "# Problems and errors

Everything that can be wrong with a definition has a code, which is stable, a severity, a JSON Pointer
to its place, often a range there, and a message that says what to do. All problems of a definition
are found at once. A definition with an *error* sends nothing; with a *warning* it works, and is
probably not what was meant.

This page is made of the code and of its tests: `UPDATE_EXPECT=1 cargo test -p switchhook reference`
writes it anew. What throws errors is [at its end](#errors-of-the-npm-package).

## Problems of a definition
";

const ERRORS: &str = "
## Errors of the npm package

What the package throws is a `SwitchhookError` with one of these as its `code`. What the network or a
server does is no error but an outcome: its reasons stand in `index.d.ts` as `FailureReason`.

| code | what it means | what to do |
| --- | --- | --- |
";

/// What the page says of a code.
fn section(code: Code, example: &str) -> String {
    let severity = match code.severity() {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    let name = code.name();
    let (about, advice) = (code.about(), code.advice());
    format!("\n### <a id=\"{name}\"></a>`{name}`\n\n**{severity}.** {about}\n{advice}\n\n{example}")
}

/// The shortest definition of the tests that has this problem, and no other where there is such a one.
fn example(code: Code, rows: &[Value]) -> String {
    let has = |line: &&Value| line.as_str().unwrap().split(' ').next() == Some(code.name());
    let lines = |row: &Value| row["problems"].as_array().unwrap().clone();
    let row = rows
        .iter()
        .filter(|row| lines(row).iter().any(|line| has(&line)))
        .min_by_key(|row| (lines(row).len(), row["definition"].to_string().len()));
    let row = row.unwrap_or_else(|| panic!("no row has the problem {}", code.name()));
    let node = Node::read(&table::definition(row), table::declarations(row));
    let problem = node.problems().iter().find(|problem| problem.code == code).unwrap();
    let mut text = fence(&row["definition"]);
    if let Some(declarations) = row.get("declarations") {
        text += &format!("with the parameters\n\n{}", fence(declarations));
    }
    text + &format!("{}: {}\n", place(problem, &row["definition"]), problem.message)
}

/// The shortest command of the tests with this problem.
fn example_command(code: Code, rows: &[Value]) -> String {
    let commands = rows.iter().map(|row| row["command"].as_str().unwrap());
    let problem = |command: &str| match Node::from_curl(command) {
        Ok(node) => node.problems().iter().find(|problem| problem.code == code).cloned(),
        Err(problem) => Some(problem).filter(|problem| problem.code == code),
    };
    let with = commands.filter_map(|command| Some((command, problem(command)?)));
    let (command, problem) = with.min_by_key(|(command, _)| command.len()).unwrap();
    format!("```sh\n{command}\n```\n\n{}\n", problem.message)
}

/// JSON in a block of its own; text as it stands.
fn fence(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        value => serde_json::to_string_pretty(value).unwrap(),
    };
    format!("```json\n{text}\n```\n\n")
}

/// Where a problem is, and which part of the string there is at fault.
fn place(problem: &Problem, definition: &Value) -> String {
    let text = definition.pointer(&problem.pointer).and_then(Value::as_str).unwrap_or_default();
    let part = problem.range.clone().and_then(|range| text.get(range)).unwrap_or_default();
    match (problem.pointer.as_str(), part) {
        ("", _) => "As a whole".to_owned(),
        (pointer, "") => format!("At `{pointer}`"),
        (pointer, part) if part == text => format!("At `{pointer}`"),
        (pointer, part) => format!("At `{pointer}`, of “{}”", part.escape_debug()),
    }
}
