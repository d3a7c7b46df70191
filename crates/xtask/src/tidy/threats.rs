//! The threat table in docs/security.md and the files of the repository go in; rows that are missing,
//! or that name a test that is not there, come out.

use super::Finding;
use super::files::File;

const TABLE: &str = "docs/security.md";

/// The rows that there are to be.
const ROWS: usize = 61;

/// Everything that the table says of tests and is not so.
pub(super) fn wrong(files: &[File]) -> Vec<Finding> {
    let Some(table) = files.iter().find(|file| file.path == TABLE) else { return Vec::new() };
    let mut found = Vec::new();
    let mut add = |line, message| found.push(Finding { file: TABLE.to_string(), line, message });
    let mut rows = 0;
    for (line, row) in (1..).zip(table.text.lines()) {
        let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").map(str::trim).collect();
        let Some(number) = cells.first().and_then(|cell| cell.parse::<usize>().ok()) else {
            continue;
        };
        rows += 1;
        if number != rows || cells.len() != 5 {
            add(line, format!("this is row {rows}, of five cells"));
        }
        let tests = cells.last().map(|cell| named(cell)).unwrap_or_default();
        if tests.is_empty() {
            add(line, "no test shows this: name one as `path` “name”".to_string());
        }
        for (path, name) in tests {
            match files.iter().find(|file| file.path == path) {
                None => add(line, format!("there is no {path}")),
                Some(file) if !holds(file, name) => add(line, format!("{path} has no “{name}”")),
                Some(_) => (),
            }
        }
    }
    if rows != ROWS {
        add(1, format!("{rows} rows, and {ROWS} threats"));
    }
    found
}

/// The tests of a cell: after each path the names of those that stand in it.
fn named(cell: &str) -> Vec<(&str, &str)> {
    let files = cell.split("; `").filter_map(|part| part.trim_start_matches('`').split_once('`'));
    files
        .flat_map(|(path, names)| {
            let names = names.split('“').skip(1).filter_map(|name| name.split('”').next());
            names.map(move |name| (path, name))
        })
        .collect()
}

/// Whether a file has a test of this name, or a row of its table.
fn holds(file: &File, name: &str) -> bool {
    let written = [format!("fn {name}("), format!("\"{name}\""), format!("`{name}`")];
    written.iter().any(|written| file.text.contains(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_string(), text: text.to_string() }
    }

    #[test]
    fn a_test_that_is_not_there_is_found() {
        let files = |last: &str| {
            let rows = (1..ROWS).map(|row| format!("| {row} | a | b | c | `a.rs` “one” |\n"));
            let table =
                format!("# Threats\n\n{}| 61 | a | b | c | {last} |\n", rows.collect::<String>());
            vec![
                file(TABLE, &table),
                file("a.rs", "#[test]\nfn one() {}\nfn two() {}"),
                file("b.mjs", "it(\"sends; waits\", () => {}); it(`asks ${whom}`);"),
            ]
        };
        let rows = [
            ("`a.rs` “two” “one”; `b.mjs` “sends; waits” “asks ${whom}”", None),
            ("`a.rs` “tw”", Some("a.rs has no “tw”")),
            ("`b.mjs` “sends”", Some("b.mjs has no “sends”")),
            ("`c.rs` “one”", Some("there is no c.rs")),
            ("a.rs “one”", Some("no test shows this: name one as `path` “name”")),
            ("x | `a.rs` “one”", Some("this is row 61, of five cells")),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(last, want)| (last, wrong(&files(last)), want))
            .filter(|(_, got, want)| !got.iter().map(|found| found.message.as_str()).eq(*want))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let short = wrong_of("| 1 | a | b | c | `a.rs` “one” |");
        assert_eq!(short, ["1 rows, and 61 threats"]);
    }

    fn wrong_of(table: &str) -> Vec<String> {
        let found = wrong(&[file(TABLE, table), file("a.rs", "fn one() {}")]);
        found.into_iter().map(|found| found.message).collect()
    }
}
