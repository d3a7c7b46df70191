//! Twice the input, twice the time: hostile definitions, templates, commands and tokens, each in two sizes.
//!
//! Natively alone: wasm32 has no clock, and what is linear here is linear there.

#[path = "../../../../path/tests/clock/mod.rs"]
mod clock;

mod commands;

mod definitions;

mod requests;

mod tokens;

use std::hint::black_box;

use clock::{Work, check, each};
use switchhook::{Node, ParameterDeclaration, path::Json};

/// A definition as text, with these members.
fn definition(members: &str) -> String {
    format!("{{\"version\":1,\"method\":\"POST\",\"url\":\"https://a.example/\"{members}}}")
}

/// The same with a list of so many rows.
fn listing(name: &str, count: usize, row: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..count).map(row).collect();
    definition(&format!(",\"{name}\":[{}]", rows.join(",")))
}

/// The same with a body.
fn body(kind: &str, content: &str) -> String {
    let content = Json::string(content);
    definition(&format!(",\"body\":{{\"type\":\"{kind}\",\"content\":{content}}}"))
}

/// Reads a definition and compiles it.
fn compiling(definition: String) -> Work {
    compiling_with(definition, Vec::new())
}

fn compiling_with(definition: String, declarations: Vec<ParameterDeclaration>) -> Work {
    Work::new(move || drop(black_box(Node::read(black_box(&definition), declarations.clone()))))
}

/// The parameters P0, P1 and so on.
fn declared(count: usize, secret: bool) -> Vec<ParameterDeclaration> {
    let declaration = |number| ParameterDeclaration {
        name: format!("P{number}"),
        entity: "sys.any".to_owned(),
        value: None,
        secret,
    };
    (0..count).map(declaration).collect()
}
