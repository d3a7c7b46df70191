//! The XML vectors: tree rules, encodings, what is refused, and what would take too long.

use serde_json::Value;
use switchhook_path::{Document, Format, Path};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same};

const CASES: &str = include_str!("../vectors/xml/cases.json");

#[test]
fn every_case_passes() {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("a list");
    assert_eq!(cases.len(), 117);
    run(&cases, |case| case["name"].to_string(), |case| check(case));
}

fn check(case: &Value) -> Result<(), String> {
    let document = Document::parse(Format::Xml, &body(case)?);
    if case["either"] == true {
        return Ok(());
    }
    if case["error"] == "unreadable-body" {
        return match document {
            Ok(_) => Err("it is read".to_owned()),
            Err(unreadable) => same(unreadable.message.contains("line "), true),
        };
    }
    let document = document.map_err(|unreadable| unreadable.message)?;
    let path =
        Path::parse(case["path"].as_str().ok_or("a path")?).map_err(|error| error.message)?;
    if let Some(count) = case["count"].as_u64() {
        let selected = document.select(&path).map_err(|error| error.to_string())?;
        return same(selected.len() as u64, count);
    }
    let taken = document.take(&path).map_err(|error| error.to_string())?;
    let value = taken.map(|taken| serde_json::from_str(taken.value.as_json()).expect("JSON"));
    same(value.as_ref(), case.get("expect"))
}

fn body(case: &Value) -> Result<Vec<u8>, String> {
    if let Some(text) = case["xml"].as_str() {
        return Ok(text.as_bytes().to_vec());
    }
    if let Some(text) = case["base64"].as_str() {
        return Ok(base64(text));
    }
    let recipe = &case["generate"];
    let part = |name: &str| recipe[name].as_str().ok_or(format!("no {name}"));
    let times = recipe["times"].as_u64().ok_or("no times")?;
    let mut body = String::new();
    for level in 0..times {
        body.push_str(&filled(part("open")?, level));
    }
    body.push_str(part("inner")?);
    for _ in 0..times {
        body.push_str(part("close")?);
    }
    Ok(body.into_bytes())
}

/// Writes the declarations or attributes that a recipe asks for.
fn filled(open: &str, level: u64) -> String {
    let list = |count, item: &dyn Fn(u32) -> String| -> String { (0..count).map(item).collect() };
    match open.split_once('%').map(|(_, rest)| rest.split('%').next()) {
        Some(Some("100xmlns")) => {
            let declared = list(100, &|n| format!("xmlns:n{level}_{n}='urn:{level}:{n}' "));
            open.replace("%100xmlns%", &declared)
        }
        Some(Some("50000attributes")) => {
            open.replace("%50000attributes%", &list(50_000, &|n| format!("a{n}='1' ")))
        }
        _ => open.to_owned(),
    }
}

fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for digit in text.bytes().filter(|digit| *digit != b'=') {
        let value = DIGITS.iter().position(|known| *known == digit).expect("a digit of base64");
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}
