//! What the core gives becomes plain JavaScript values of the contract's shapes; byte ranges become
//! UTF-16 ranges here and nowhere else.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::{Bound, Range},
};

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
    let problems: Vec<&Problem> = problems.collect();
    let mut places = Places::default();
    for problem in &problems {
        places.want(problem);
    }
    let found = places.found(definition);
    let shape = |problem: &&Problem| {
        let range = problem.range.clone();
        let unit = |byte| found.get(&(problem.pointer.as_str(), byte)).copied();
        let range = range.and_then(|Range { start, end }| {
            Some(RangeShape { start: unit(start)?, end: unit(end)? })
        });
        shape(problem, range)
    };
    problems.iter().map(shape).collect()
}

/// Offsets in the strings of a definition: asked for all at once, so that each string is found and
/// walked through once, however many problems there are.
#[derive(Default)]
struct Places<'p>(BTreeMap<&'p str, BTreeSet<usize>>);

impl<'p> Places<'p> {
    fn want(&mut self, problem: &'p Problem) {
        if let Some(range) = &problem.range {
            self.0.entry(&problem.pointer).or_default().extend([range.start, range.end]);
        }
    }

    /// UTF-16 units by pointer and byte.
    fn found(&self, definition: &Definition) -> BTreeMap<(&'p str, usize), usize> {
        if self.0.is_empty() {
            return BTreeMap::new();
        }
        let document = Document::from_text(Format::Json, &definition.to_json());
        document.map(|document| self.in_document(&document)).unwrap_or_default()
    }

    fn in_document(&self, document: &Document) -> BTreeMap<(&'p str, usize), usize> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![(String::new(), document.root())];
        while let Some((pointer, node)) = waiting.pop() {
            if let Some((pointer, bytes)) = self.0.get_key_value(pointer.as_str()) {
                let units = utf16(&node.value().as_text(), bytes);
                found.extend(bytes.iter().zip(units).map(|(byte, unit)| ((*pointer, *byte), unit)));
            }
            // What nobody asks about is not looked into.
            let inside = format!("{pointer}/");
            let next = self.0.range::<str, _>((Bound::Included(inside.as_str()), Bound::Unbounded));
            if next.map(|(pointer, _)| pointer).next().is_some_and(|next| next.starts_with(&inside))
            {
                waiting.extend(
                    node.children().map(|(key, child)| (inside.clone() + &step(&key), child)),
                );
            }
        }
        found
    }
}

/// The problem of a path that stands by itself.
pub(crate) fn problem_of_path(problem: &Problem, path: &str) -> ProblemShape {
    let range = problem.range.clone().and_then(|Range { start, end }| {
        let units = utf16(path, &BTreeSet::from([start, end]));
        Some(RangeShape { start: *units.first()?, end: *units.last()? })
    });
    shape(problem, range)
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

/// A step of a JSON Pointer (RFC 6901).
fn step(key: &Key<'_>) -> String {
    match key {
        Key::Name(name) => name.replace('~', "~0").replace('/', "~1"),
        Key::Index(index) => index.to_string(),
    }
}

/// Offsets of bytes, in their order, as offsets of UTF-16 units.
fn utf16(text: &str, bytes: &BTreeSet<usize>) -> Vec<usize> {
    let mut characters = text.char_indices().peekable();
    let mut units = 0;
    let unit = |byte: &usize| {
        while let Some((_, character)) = characters.next_if(|(at, _)| at < byte) {
            units += character.len_utf16();
        }
        units
    };
    bytes.iter().map(unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchhook::Code;

    #[test]
    fn ranges_count_utf16_units() {
        let bytes = BTreeSet::from([0, 1, 5, 7, 8, 9]);
        assert_eq!(utf16("a😀é[b", &bytes), [0, 1, 3, 4, 5, 6]);
        assert_eq!(utf16("", &bytes), [0; 6]);
    }

    #[test]
    fn pointers_find_their_strings() {
        let json = r#"{"a/b": [{"~": "éé"}, "é"], "": "é", "a": {"b": "éé"}}"#;
        let document = Document::from_text(Format::Json, json).unwrap();
        let problem = |pointer: &str| Problem::new(Code::BadPath, pointer, "").at(2..4);
        let problems =
            ["/a~1b/0/~0", "/a~1b/1", "/", "/a/b", "/a/b/c", "/b", "/a~1b/7"].map(problem);
        let mut places = Places::default();
        problems.iter().for_each(|problem| places.want(problem));
        let found = places.in_document(&document);
        let found: Vec<_> = found.iter().map(|((at, byte), unit)| (*at, *byte, *unit)).collect();
        assert_eq!(
            found,
            [
                ("/", 2, 1),
                ("/", 4, 1),
                ("/a/b", 2, 1),
                ("/a/b", 4, 2),
                ("/a~1b/0/~0", 2, 1),
                ("/a~1b/0/~0", 4, 2),
                ("/a~1b/1", 2, 1),
                ("/a~1b/1", 4, 1),
            ]
        );
    }
}
