//! Problems: a definition in; the code, pointer and range of everything that is wrong with it out.

use expect_test::expect;
use serde_json::Value;
use switchhook::{Code, Node, limits::PROBLEMS};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table;

#[test]
fn problems() {
    table::run(include_str!("../data/problems.json"), |row| {
        let node = Node::read(&table::definition(row), table::declarations(row));
        let found: Vec<Value> = node
            .problems()
            .iter()
            .map(|problem| table::line(problem).trim_end_matches(' ').into())
            .collect();
        let expected: Vec<Value> = row["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line.as_str().unwrap().trim_end().into())
            .collect();
        if found == expected { Ok(()) } else { Err(format!("found {}", Value::from(found))) }
    });
}

#[test]
fn very_many_are_not_all_listed() {
    let rows = |count| vec!["1"; count].join(",");
    let headers = |count| format!(r#""headers": [{}]"#, rows(count));
    let plain = r#""version": 1, "method": "GET", "url": "https://a/""#;
    let unknown: Vec<String> = (0..3_000).map(|index| format!("\"m{index}\": 0")).collect();
    let unknown = unknown.join(",");
    let table = [
        (format!("{{{plain}, {}}}", headers(PROBLEMS - 1)), PROBLEMS - 1, false),
        (format!("{{{plain}, {}}}", headers(PROBLEMS)), PROBLEMS, false),
        (format!("{{{plain}, {}}}", headers(PROBLEMS + 1)), PROBLEMS, false),
        (format!("{{{plain}, {unknown}}}"), PROBLEMS, true),
        // Behind warnings alone, an error is found all the same.
        (format!("{{{unknown}, {plain}, {}}}", headers(5)), PROBLEMS + 1, false),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(json, count, sends)| (Node::read(json, vec![]), count, sends))
        .filter(|(node, count, sends)| {
            node.problems().len() != **count || node.can_send() != **sends
        })
        .map(|(node, count, sends)| (node.problems().len(), node.can_send(), count, sends))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn codes_are_distinct_kebab_case_and_explained() {
    let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Code::ALL.len());
    assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    assert!(
        Code::ALL.iter().all(|code| code.about().ends_with('.') && code.advice().ends_with('.'))
    );
}

#[test]
fn messages_say_what_to_do() {
    let definition = r#"{ "version": 1, "method": "GET", "url": "https://api.example.com$X/{{id}}",
        "headers": [{ "name": "Content-Length", "value": "1" }],
        "body": { "type": "json", "content": "{" }, "timeoutSeconds": 40,
        "response": { "type": "json", "mappings": [{ "path": "order.status[", "parameter": "2ND" },
            { "path": "a", "parameter": "A" }, { "path": "b", "parameter": "A" }] },
        "routes": [{ "status": "4O4" }], "statusParameter": "A" }"#;
    let messages: Vec<String> = Node::read(definition, vec![])
        .problems()
        .iter()
        .map(|problem| format!("{}: {}\n", problem.pointer, problem.message))
        .collect();
    expect![[r#"
        /url: This is sent as it stands: a parameter is written $id here.
        /url: A parameter here could choose another domain: make it the whole host, or move it before the last “.”.
        /headers/0/name: Content-Length is written by the transport itself: remove this header.
        /body: A GET request cannot carry a body: choose another method, or remove the body.
        /body/content: This is not JSON: a name in double quotes or “}” is expected, but the text ends, at line 1, column 2.
        /response/mappings/0/path: The bracket is not closed: write a name in quotes or a number, then “]”.
        /response/mappings/0/parameter: “2ND” cannot be a parameter's name: use letters, digits and “_”, and begin with no digit.
        /routes/0/status: “4O4” is no status code: write three digits from 200 to 599, or a class such as 4xx.
        /response/mappings/2/parameter: $A is written already: choose another parameter, or let the last that finds something win.
        /statusParameter: $A is written already: choose another parameter, or let a mapping that finds something win.
        /timeoutSeconds: The timeout is 40 s: give whole seconds from 10 to 25.
    "#]].assert_eq(&messages.concat());
}
