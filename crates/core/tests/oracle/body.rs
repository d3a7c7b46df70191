//! A body's template and values in: what is built parses to the template's structure, with the values as data.

use serde_json::json;
use url::form_urlencoded;

use super::{A, B, TEXT, filled, html, json as as_json, node, values, xml};

/// A template of any kind of body over `$A` and `$B`. True where something was built and looked at.
pub(crate) fn keeps(kind: &str, template: &str, a: &str, b: &str) -> bool {
    let read: fn(&str) -> Option<Vec<String>> = match kind {
        "json" => as_json::read,
        "xml" => xml::read,
        "html" => html::read,
        _ => |text| Some(vec![text.to_owned()]),
    };
    let node = node(
        json!({ "method": "POST", "url": "https://a.example/", "body": { "type": kind, "content": template } }),
    );
    let build = |a: &str, b: &str| node.request(&values(a, b)).ok()?.body;
    let (Some(plain), Some(built)) = (build(A, B), build(a, b)) else { return false };
    // What is wrong without any values stays wrong.
    let Some(plain) = read(&plain) else { return false };
    let Some(found) = read(&built) else { panic!("{template:?} became {built:?}") };
    let (expected, found) = match kind {
        // Where no text can be, a parser keeps only its white space.
        "html" if !is_whole(template, &plain) => {
            (put(without_text(plain), kind, a, b), without_text(found))
        }
        "html" | "xml" => (put(plain, kind, a, b), without_empty(found)),
        _ => (put(plain, kind, a, b), found),
    };
    assert_eq!(found, expected, "{template:?} became {built:?}");
    true
}

/// Whether a parser has kept both values.
fn is_whole(template: &str, read: &[String]) -> bool {
    let has = |mark: &str| read.iter().any(|part| part.contains(mark));
    (has(A) || !filled(template, A, "").contains(A))
        && (has(B) || !filled(template, "", B).contains(B))
}

/// What is read with the values in place of the marks; a text that is empty is none.
fn put(read: Vec<String>, kind: &str, a: &str, b: &str) -> Vec<String> {
    let put = |text: String| {
        // Not one after the other: a value may hold the mark of the other.
        let parts = text.split(A).map(|part| part.replace(B, b));
        parts.collect::<Vec<_>>().join(a)
    };
    let filled = read.into_iter().map(put).collect();
    if kind == "json" { filled } else { without_empty(filled) }
}

fn without_empty(read: Vec<String>) -> Vec<String> {
    read.into_iter().filter(|part| part != TEXT).collect()
}

fn without_text(read: Vec<String>) -> Vec<String> {
    read.into_iter().filter(|part| !part.starts_with(TEXT)).collect()
}

/// A row of a form and of the query, and a header's value.
pub(crate) fn keeps_fields(name: &str, value: &str, a: &str, b: &str) -> bool {
    let rows = json!([{ "name": name, "value": value }, { "name": "A" }]);
    let node = node(json!({ "method": "POST", "url": "https://a.example/", "query": rows,
        "headers": [{ "name": "X-A", "value": format!("-{value}-") }], "body": { "type": "form", "fields": rows } }));
    let Ok(request) = node.request(&values(a, b)) else { return false };
    let text = filled(value, a, b);
    let expected = [(filled(name, a, b), text.clone()), ("A".to_owned(), a.to_owned())];
    let body = request.body.unwrap_or_default();
    let query = request.url.split_once('?').map(|(_, query)| query).unwrap_or_default();
    for form in [body.as_str(), query] {
        let pairs: Vec<(String, String)> =
            form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        assert_eq!(pairs, expected, "{form}");
    }
    let bytes: Vec<u8> = request.headers[0].1.chars().map(|c| c as u8).collect();
    assert!(!bytes.iter().any(|byte| byte.is_ascii_control() && *byte != b'\t'), "{bytes:?}");
    assert_eq!(String::from_utf8(bytes).unwrap(), format!("-{text}-"));
    true
}
