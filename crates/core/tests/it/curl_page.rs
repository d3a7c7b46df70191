//! The page about cURL commands for people: each of its examples is true.

use serde_json::Value;
use switchhook::{Node, Values};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PAGE: &str = include_str!("../../../../docs/curl.md");

#[test]
fn the_page_is_true() {
    let examples = examples();
    assert_eq!(examples.len(), 37);
    let wrong: Vec<String> = examples
        .iter()
        .filter_map(|(command, kind, text)| {
            Some(format!("{command}: {}", check(command, kind, text).err()?))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Commands, each with a kind and what is said of it.
fn examples() -> Vec<(String, &'static str, String)> {
    let mut examples = Vec::new();
    let mut blocks = PAGE.split("```").skip(1).step_by(2).peekable();
    while let Some(block) = blocks.next() {
        let (kind, command) = block.split_once('\n').unwrap();
        let (next, text) = blocks.next().unwrap().split_once('\n').unwrap();
        match (kind, next) {
            ("sh", "json") => examples.push((command.to_owned(), "becomes", text.to_owned())),
            ("json", "sh") => examples.push((text.to_owned(), "of", command.to_owned())),
            other => panic!("{other:?}"),
        }
    }
    let mut kind = None;
    for line in PAGE.lines() {
        let cells: Vec<&str> =
            line.trim_matches('|').split(" | ").map(|cell| cell.trim()).collect();
        match (kind, cells.as_slice()) {
            (_, ["a command with", "becomes"]) => kind = Some("becomes"),
            (_, ["a command with", "is refused"]) => kind = Some("is refused"),
            (_, ["a command with", "is imported, with a warning"]) => kind = Some("warns"),
            (Some(_), [first, ..]) if first.starts_with("---") => (),
            (Some(kind), [part, text]) => {
                let command =
                    format!("curl https://shop.example/orders {}", part.trim_matches('`'));
                examples.push((command, kind, text.trim_matches('`').to_owned()));
            }
            _ => kind = None,
        }
    }
    examples
}

fn check(command: &str, kind: &str, text: &str) -> Result<(), String> {
    let read = |json: &str| serde_json::from_str::<Value>(json).map_err(|error| error.to_string());
    let same = |same: bool, found: &str| if same { Ok(()) } else { Err(found.to_owned()) };
    match (kind, Node::from_curl(command)) {
        ("becomes", Ok(node)) => {
            let found = node.definition().to_json();
            same(says(&read(text)?, &read(&found)?), &found)
        }
        ("of", Ok(_)) => {
            let node = Node::read(text, vec![]);
            let written = node.to_curl(&Values::new(), false).map_err(|failure| failure.message)?;
            same(written == command.trim_end(), &written)
        }
        ("warns", Ok(node)) => {
            let warnings: Vec<&str> =
                node.problems().iter().map(|problem| problem.message.as_str()).collect();
            same(warnings.concat().contains(text), &format!("{warnings:?}"))
        }
        ("is refused", Err(problem)) => same(problem.message.contains(text), &problem.message),
        (_, found) => Err(format!("{found:?}")),
    }
}

/// Whether all that is expected is there.
fn says(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected
            .iter()
            .all(|(name, expected)| found.get(name).is_some_and(|found| says(expected, found))),
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len()
                && expected.iter().zip(found).all(|(expected, found)| says(expected, found))
        }
        _ => expected == found,
    }
}
