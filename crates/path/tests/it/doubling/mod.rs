//! Twice the input, twice the time: hostile shapes of documents, paths and patterns, each in two sizes.
//!
//! Where an evaluation counts its steps, these are compared as well: they are the same every time.
//! Natively alone: wasm32 has no clock, and what is linear here is linear there.

#[path = "../../clock/mod.rs"]
mod clock;

mod json;

mod xml;

mod paths;

mod evaluation;

mod patterns;

use std::hint::black_box;

use clock::{Work, check, each};
use switchhook_path::{Document, Format, Path, steps};

/// Reads a body, whether it is one or not.
fn read(format: Format, body: impl Into<Vec<u8>>) -> Work {
    let body = body.into();
    Work::new(move || drop(black_box(Document::parse(format, black_box(&body)))))
}

/// Evaluates a path over a document.
fn evaluate(document: Document, path: &str) -> Work {
    let path = Path::parse(path).expect("a path");
    let steps = steps(&document, &path).ok();
    Work::counting(steps, move || drop(black_box(document.nodes(&path))))
}

/// Asks a document something. What is worked out once and kept is no part of the question.
fn ask(document: Document, question: fn(&Document)) -> Work {
    question(&document);
    Work::new(move || question(black_box(&document)))
}

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + inner + &close.repeat(depth)
}

fn value(document: &Document) {
    drop(black_box(document.root().value()));
}

/// All nodes with their sources and normalized paths.
fn places(document: &Document) {
    let path = Path::parse("$..*").expect("a path");
    drop(black_box(document.select(&path)));
}
