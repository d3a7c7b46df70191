//! The JSONPath Compliance Test Suite, whole, through both ways of asking:
//! values, and values with paths.

use serde_json::Value;
use switchhook_path::{Document, Format, Json, Path};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same};

const SUITE: &str = include_str!("../vectors/jsonpath/cts.json");

fn name(case: &Value) -> String {
    format!("{} ({})", case["name"], case["selector"])
}

#[test]
fn every_case_passes() {
    let suite: Value = serde_json::from_str(SUITE).expect("JSON");
    let cases = suite["tests"].as_array().expect("a list");
    assert_eq!(cases.len(), 703);
    run(cases, |case| name(case), |case| check(case));
}

fn check(case: &Value) -> Result<(), String> {
    let path = Path::parse(case["selector"].as_str().ok_or("a selector")?);
    if case["invalid_selector"] == true {
        return if path.is_ok() { Err("it is no path".to_owned()) } else { Ok(()) };
    }
    let path = path.map_err(|error| error.message)?;
    let body = serde_json::to_vec(&case["document"]).map_err(|error| error.to_string())?;
    let document = Document::parse(Format::Json, &body).map_err(|error| error.message)?;

    let selected = document.select(&path).map_err(|error| error.to_string())?;
    let values = list(selected.iter().map(|node| parse(&node.value)).collect());
    let paths = list(selected.iter().map(|node| Value::from(node.path.clone())).collect());
    one_of(case, "result", &values)?;
    one_of(case, "result_paths", &paths)?;

    let taken = document.take(&path).map_err(|error| error.to_string())?;
    let taken = taken.map(|taken| parse(&taken.value));
    let expected = match (path.is_singular(), selected.first()) {
        (_, None) => None,
        (true, Some(node)) => Some(parse(&node.value)),
        (false, Some(_)) => Some(values),
    };
    same(taken, expected)?;

    // A normalized path leads to its node, and to nothing else.
    for node in &selected {
        let path = Path::parse(&node.path).map_err(|error| error.message)?;
        let again = document.select(&path).map_err(|error| error.to_string())?;
        same(again.as_slice(), std::slice::from_ref(node))?;
    }
    Ok(())
}

fn one_of(case: &Value, field: &str, found: &Value) -> Result<(), String> {
    let several = case[field.replace("result", "results")].as_array();
    match several {
        Some(several) if several.contains(found) => Ok(()),
        Some(several) => Err(format!("{field}: found {found}, expected one of {several:?}")),
        None => same(found, &case[field]).map_err(|failure| format!("{field}: {failure}")),
    }
}

fn list(values: Vec<Value>) -> Value {
    Value::Array(values)
}

fn parse(json: &Json) -> Value {
    serde_json::from_str(json.as_json()).expect("JSON")
}
