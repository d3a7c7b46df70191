//! The folder that `index.mjs` wrote in; the bodies with their steps and the values that `JSON.parse` finds out.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Bodies that are alike, and have their values at the same steps.
pub(crate) struct Body {
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) steps: Vec<Vec<Step>>,
    pub(crate) variants: Vec<Variant>,
}

/// One of them.
pub(crate) struct Variant {
    pub(crate) bytes: Vec<u8>,
    pub(crate) values: Vec<Value>,
}

/// A step to a value.
#[derive(Clone, PartialEq)]
pub(crate) enum Step {
    Name(String),
    Index(usize),
}

/// All bodies of the index.
pub(crate) fn all(folder: &Path) -> Result<Vec<Body>, Box<dyn Error>> {
    let index: Value = serde_json::from_slice(&fs::read(folder.join("index.json"))?)?;
    list(&index).iter().map(|entry| body(folder, entry)).collect()
}

fn body(folder: &Path, entry: &Value) -> Result<Body, Box<dyn Error>> {
    let variant = |variant: &Value| -> Result<Variant, Box<dyn Error>> {
        let bytes = fs::read(folder.join(variant["file"].as_str().ok_or("a file has no name")?))?;
        Ok(Variant { bytes, values: list(&variant["values"]).to_vec() })
    };
    let step = |step: &Value| match step {
        Value::String(name) => Step::Name(name.clone()),
        other => Step::Index(other.as_u64().unwrap_or_default() as usize),
    };
    Ok(Body {
        name: entry["name"].as_str().ok_or("a body has no name")?.to_string(),
        size: entry["size"].as_u64().ok_or("a body has no size")?,
        steps: list(&entry["steps"])
            .iter()
            .map(|steps| list(steps).iter().map(step).collect())
            .collect(),
        variants: list(&entry["variants"]).iter().map(variant).collect::<Result<_, _>>()?,
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The same values, however their numbers are written.
pub(crate) fn same(some: &[Value], others: &[Value]) -> bool {
    some.len() == others.len()
        && some.iter().zip(others).all(|(one, other)| match (one, other) {
            (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
            (one, other) => one == other,
        })
}

/// `$['orders'][3]['note']`: a path that every JSONPath knows.
pub(crate) fn json_path(steps: &[Step]) -> String {
    let written = |step: &Step| match step {
        Step::Name(name) => format!("['{name}']"),
        Step::Index(index) => format!("[{index}]"),
    };
    format!("${}", steps.iter().map(written).collect::<String>())
}
