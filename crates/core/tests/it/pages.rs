//! The pages about templates and routing for people: each row of their tables is true.

use serde_json::{Value, json};
use switchhook::{Node, ParameterDeclaration, Reason, ReceivedResponse, Values};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::{
    page_table::{Row, rows},
    table,
};

const TEMPLATES: &str = include_str!("../../../../docs/templates.md");

const ROUTING: &str = include_str!("../../../../docs/routing.md");

fn check(page: &str, count: usize, is_true: fn(&Row) -> Result<(), String>) {
    let rows = rows(page);
    assert_eq!(rows.len(), count);
    let wrong = |row: &Row| Some(format!("{:?}: {}", row.cells, is_true(row).err()?));
    let wrong: Vec<String> = rows.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a row's table begins with these columns.
fn is_of(row: &Row, columns: &[&str]) -> bool {
    row.columns.iter().take(columns.len()).eq(columns)
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}")) }
}

#[test]
fn templates() {
    check(TEMPLATES, 48, template);
}

fn template(row: &Row) -> Result<(), String> {
    let (place, text, expected) = (row.cell(0), row.code(1), row.code(3));
    let declared = ParameterDeclaration {
        name: "ORDER".to_owned(),
        entity: "sys.number".to_owned(),
        value: None,
        secret: false,
    };
    let node = Node::read(&definition(place, text).to_string(), vec![declared]);
    let values: Value = serde_json::from_str(row.code(2)).unwrap();
    let values = table::values(&json!({ "values": values }));
    if is_of(row, &["place", "template", "values", "is sent as"]) {
        return same(sent(place, &node, &values)?.as_str(), expected);
    }
    let errors: Vec<&str> =
        node.definition_errors().map(|problem| problem.message.as_str()).collect();
    let failure = node.request(&values).err().ok_or("it is sent")?;
    let said = if errors.is_empty() { failure.message } else { errors.concat() };
    if said.contains(row.cell(3)) { Ok(()) } else { Err(said) }
}

/// The definition with a template at its place.
fn definition(place: &str, text: &str) -> Value {
    let mut definition = json!({ "version": 1, "method": "POST", "url": "https://shop.example/" });
    let row = |mark: &str| match text.split_once(mark) {
        Some((name, value)) => json!([{ "name": name, "value": value }]),
        None => json!([{ "name": text }]),
    };
    match place {
        "URL" => definition["url"] = json!(text),
        "query" => definition["query"] = row("="),
        "form" => definition["body"] = json!({ "type": "form", "fields": row("=") }),
        "header" => definition["headers"] = row(": "),
        body => {
            definition["body"] = json!({ "type": body.to_lowercase(), "content": text });
        }
    }
    definition
}

/// What stands at the place in the request.
fn sent(place: &str, node: &Node, values: &Values) -> Result<String, String> {
    let request = node.request(values).map_err(|failure| failure.message)?;
    Ok(match place {
        "URL" => request.url,
        "query" => request.url.split_once('?').map_or("", |(_, query)| query).to_owned(),
        "header" => {
            let (name, value) = &request.headers[0];
            let bytes = value.chars().map(|c| c as u8).collect();
            format!("{name}: {}", String::from_utf8(bytes).unwrap())
        }
        _ => request.body.unwrap_or_default(),
    })
}

#[test]
fn routing() {
    check(ROUTING, 43, route);
}

fn route(row: &Row) -> Result<(), String> {
    if is_of(row, &["reason", "what happened"]) {
        return is_reason(row.code(0));
    }
    let mut definition = json!({});
    let mut declarations = vec![];
    let (mut status, mut headers, mut body) = ("200", vec![], "");
    if is_of(row, &["exits for", "status", "exit"]) {
        let codes = row.cell(0).split(' ').filter(|code| *code != "none");
        let routes: Vec<Value> =
            codes.map(|code| json!({ "status": code.trim_matches('`') })).collect();
        definition["routes"] = routes.into();
        status = row.cell(1);
        let (exit, _) = outcome(definition, declarations, status, &headers, body);
        return same(exit.split(':').next(), Some(row.code(2)));
    }
    if is_of(row, &["entity", "value", "becomes"]) {
        definition["response"] =
            json!({ "type": "json", "mappings": [{ "path": "$", "parameter": "P" }] });
        declarations = vec![json!({ "name": "P", "entity": row.code(0) })];
        body = row.code(1);
        let (exit, parameters) = outcome(definition, declarations, status, &headers, body);
        let becomes = parameters.get("P").map_or(exit, Value::to_string);
        let expected = row.code(2);
        let failed = format!("failed: {expected}");
        return same(becomes.as_str(), if expected == "wrong-entity" { &failed } else { expected });
    }
    definition = serde_json::from_str(&row.shown.1).unwrap();
    status = row.cell(0);
    if is_of(row, &["status", "header"]) {
        let (name, value) = row.code(1).split_once(": ").unwrap();
        headers.push((name.to_owned(), value.to_owned()));
    } else {
        body = row.code(1);
    }
    let (exit, parameters) = outcome(definition, declarations, status, &headers, body);
    same((exit, parameters.to_string()), (row.cell(2).replace('`', ""), row.code(3).to_owned()))
}

/// Exit, with the reason where it is failed, and parameters.
fn outcome(
    mut definition: Value,
    declarations: Vec<Value>,
    status: &str,
    headers: &[(String, String)],
    body: &str,
) -> (String, Value) {
    definition["version"] = json!(1);
    definition["method"] = json!("GET");
    definition["url"] = json!("https://shop.example/");
    let declarations = table::declarations(&json!({ "declarations": declarations }));
    let node = Node::read(&definition.to_string(), declarations);
    assert_eq!(node.definition_errors().next(), None);
    let response =
        ReceivedResponse { status: status.parse().unwrap(), headers, body: body.as_bytes() };
    let outcome = node.receive(&response);
    let found: Value = serde_json::from_str(&outcome.to_js_json()).unwrap();
    let reason = outcome.failure.map(|failure| format!(": {}", failure.reason.name()));
    (format!("{}{}", outcome.exit.name(), reason.unwrap_or_default()), found["parameters"].clone())
}

/// Every reason of the code has its row, and no other has.
fn is_reason(name: &str) -> Result<(), String> {
    let is_one = Reason::ALL.iter().any(|reason| reason.name() == name);
    if is_one { Ok(()) } else { Err("is no reason".to_owned()) }
}
