//! What the core gives becomes plain JavaScript values of the contract's shapes; byte ranges become
//! UTF-16 ranges here and nowhere else.

use std::ops::Range;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use switchhook::{
    Definition, Node, ParameterUse, Problem, WebhookRequest,
    path::{Document, Format, Json, Key, Selected, Suggestion},
};
use wasm_bindgen::JsValue;

/// `Problem` of the contract.
#[derive(Serialize)]
pub(crate) struct ProblemShape {
    severity: &'static str,
    code: &'static str,
    pointer: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<RangeShape>,
}

#[derive(Serialize)]
struct RangeShape {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UseShape<'u> {
    name: &'u str,
    read_by: &'u [String],
    written_by: &'u [String],
}

#[derive(Serialize)]
struct RequestShape<'r> {
    url: &'r str,
    method: &'r str,
    headers: &'r [(String, String)],
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'r str>,
}

#[derive(Serialize)]
struct SuggestionShape<'s> {
    path: &'s str,
    kind: &'static str,
    preview: &'s str,
}

/// A plain object or array, as `JSON.parse` would make it.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    // The shapes are strings, small numbers and lists: writing them does not fail.
    value.serialize(&Serializer::json_compatible()).unwrap_or_default()
}

/// Problems of a definition, their ranges counted in UTF-16 units of the strings at their pointers.
pub(crate) fn problems<'p>(
    problems: impl Iterator<Item = &'p Problem>,
    definition: &Definition,
) -> Vec<ProblemShape> {
    let mut document = None;
    let mut text_at = |pointer: &str| {
        let read = || Document::from_text(Format::Json, &definition.to_json()).ok();
        text_at(document.get_or_insert_with(read).as_ref()?, pointer)
    };
    let shape = |problem: &Problem| {
        let range = problem.range.clone();
        let range = range.and_then(|range| Some((text_at(&problem.pointer)?, range)));
        shape(problem, range.map(|(text, range)| utf16(&text, range)))
    };
    problems.map(shape).collect()
}

/// The problem of a path that stands by itself.
pub(crate) fn problem_of_path(problem: &Problem, path: &str) -> ProblemShape {
    shape(problem, problem.range.clone().map(|range| utf16(path, range)))
}

pub(crate) fn parameter_uses(node: &Node) -> JsValue {
    let shape = |used: &'_ ParameterUse| {
        plain(&UseShape { name: &used.name, read_by: &used.read_by, written_by: &used.written_by })
    };
    node.parameter_uses().iter().map(shape).collect::<js_sys::Array>().into()
}

pub(crate) fn request(request: &WebhookRequest) -> JsValue {
    plain(&RequestShape {
        url: &request.url,
        method: request.method.name(),
        headers: &request.headers,
        body: request.body.as_deref(),
    })
}

/// `Selection` of the contract, as JSON text: values keep their digits that way.
pub(crate) fn selection(singular: bool, nodes: Vec<Selected>) -> String {
    let node = |Selected { value, raw, path }| {
        let (raw, path) = (Json::from(raw), Json::from(path));
        Json::object([("value", value), ("raw", raw), ("path", path)])
    };
    let nodes = Json::array(nodes.into_iter().map(node));
    Json::object([("singular", singular.into()), ("nodes", nodes)]).for_js().into_owned()
}

pub(crate) fn suggestions(suggestions: &[Suggestion]) -> JsValue {
    let shape = |found: &Suggestion| {
        plain(&SuggestionShape {
            path: &found.path,
            kind: found.kind.name(),
            preview: &found.preview,
        })
    };
    suggestions.iter().map(shape).collect::<js_sys::Array>().into()
}

fn shape(problem: &Problem, range: Option<RangeShape>) -> ProblemShape {
    ProblemShape {
        severity: problem.severity().name(),
        code: problem.code.name(),
        pointer: problem.pointer.clone(),
        message: problem.message.clone(),
        range,
    }
}

/// The string at a JSON Pointer (RFC 6901).
fn text_at(document: &Document, pointer: &str) -> Option<String> {
    let mut node = document.root();
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let is_step = |key: &Key<'_>| match key {
            Key::Name(name) => *name == step,
            Key::Index(index) => step.parse() == Ok(*index),
        };
        node = node.children().find(|(key, _)| is_step(key))?.1;
    }
    Some(node.value().as_text().into_owned())
}

/// A range of bytes as a range of UTF-16 units.
fn utf16(text: &str, range: Range<usize>) -> RangeShape {
    let units = |end: usize| {
        let whole = text.char_indices().take_while(|(at, _)| *at < end);
        whole.map(|(_, character)| character.len_utf16()).sum()
    };
    RangeShape { start: units(range.start), end: units(range.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_count_utf16_units() {
        let text = "a😀é[b";
        let table =
            [(0..1, 0..1), (1..5, 1..3), (5..7, 3..4), (7..8, 4..5), (7..9, 4..6), (9..9, 6..6)];
        let wrong: Vec<_> = table
            .into_iter()
            .map(|(bytes, want)| (bytes.clone(), utf16(text, bytes), want))
            .filter(|(_, got, want)| (got.start..got.end) != *want)
            .map(|(bytes, got, want)| {
                format!("{bytes:?}: {}..{}, not {want:?}", got.start, got.end)
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn pointers_find_their_strings() {
        let json = r#"{"a/b": [{"~": "here"}], "": "empty"}"#;
        let document = Document::from_text(Format::Json, json).unwrap();
        let table =
            [("/a~1b/0/~0", Some("here")), ("/", Some("empty")), ("/a", None), ("/a~1b/1", None)];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(pointer, want)| text_at(&document, pointer).as_deref() != *want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
