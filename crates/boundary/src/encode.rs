//! What the core gives becomes plain JavaScript values of the contract's shapes; byte ranges become
//! UTF-16 ranges here and nowhere else.

use std::{cmp::Ordering, ops::Range};

use js_sys::JSON;
use switchhook::{
    Definition, Node, ParameterDeclaration, ParameterUse, Problem, WebhookRequest,
    path::{Json, JsonObject, Selected, Suggestion, sort::order},
    pointer_step,
};
use wasm_bindgen::JsValue;

/// A plain object or array, as `JSON.parse` makes it.
pub fn plain(json: &Json) -> JsValue {
    // It is JSON, so that reading it does not fail.
    JSON::parse(json.as_json()).unwrap_or_default()
}

/// Problems of a definition, their ranges counted in UTF-16 units of the strings at their pointers.
pub fn problems<'p>(problems: impl Iterator<Item = &'p Problem>, definition: &Definition) -> Json {
    let problems: Vec<&Problem> = problems.collect();
    let places = Places::of(&problems, definition);
    Json::array(problems.into_iter().map(|problem| {
        let unit = |byte| places.unit(&problem.pointer, byte);
        let range = problem.range.as_ref();
        problem_json(problem, range.and_then(|range| Some(unit(range.start)?..unit(range.end)?)))
    }))
}

/// Offsets in the strings of a definition: asked for all at once, so that each string is found and
/// walked through once, however many problems there are.
struct Places<'p> {
    /// Pointers and bytes, sorted.
    wanted: Vec<(&'p str, usize)>,
    /// The UTF-16 units of those.
    units: Vec<Option<usize>>,
}

impl<'p> Places<'p> {
    fn of(problems: &[&'p Problem], definition: &Definition) -> Places<'p> {
        let mut places = Places::wanted(problems);
        if !places.wanted.is_empty()
            && let Ok(definition) = Json::parse(&definition.to_json())
        {
            places.find(definition);
        }
        places
    }

    fn wanted(problems: &[&'p Problem]) -> Places<'p> {
        let mut wanted = Vec::new();
        for problem in problems {
            if let Some(Range { start, end }) = problem.range {
                wanted.push((problem.pointer.as_str(), start));
                wanted.push((problem.pointer.as_str(), end));
            }
        }
        let place = |place| wanted.get(place).copied();
        let order = order(wanted.len(), &|left, right| place(left).cmp(&place(right)));
        let wanted: Vec<_> = order.into_iter().filter_map(place).collect();
        Places { units: vec![None; wanted.len()], wanted }
    }

    fn find(&mut self, definition: Json) {
        let mut waiting = vec![(String::new(), definition)];
        while let Some((pointer, value)) = waiting.pop() {
            let first = self.behind(|(wanted, _)| wanted < pointer.as_str());
            let end = self.behind(|(wanted, _)| wanted <= pointer.as_str());
            let wanted = self.wanted.get(first..end).unwrap_or_default();
            let bytes = wanted.iter().map(|(_, byte)| *byte);
            let units = self.units.get_mut(first..end).unwrap_or_default();
            if !units.is_empty() {
                utf16(&value.as_text(), bytes, units);
            }
            // What nobody asks about is not looked into.
            let inside = format!("{pointer}/");
            let next = self.behind(|(wanted, _)| wanted < inside.as_str());
            if self.wanted.get(next).is_some_and(|(wanted, _)| wanted.starts_with(&inside)) {
                let elements = (0..).zip(value.elements().unwrap_or_default());
                waiting.extend(elements.map(|(index, value)| (format!("{inside}{index}"), value)));
                let members = value.members().unwrap_or_default().into_iter();
                waiting.extend(
                    members.map(|(name, value)| (inside.clone() + &pointer_step(&name), value)),
                );
            }
        }
    }

    fn unit(&self, pointer: &str, byte: usize) -> Option<usize> {
        let place = self.behind(|wanted| wanted.cmp(&(pointer, byte)) == Ordering::Less);
        let found = self.wanted.get(place).is_some_and(|wanted| *wanted == (pointer, byte));
        if found { self.units.get(place).copied().flatten() } else { None }
    }

    /// How many of what is wanted stand before a place.
    fn behind(&self, is_before: impl Fn((&str, usize)) -> bool) -> usize {
        self.wanted.partition_point(|wanted| is_before(*wanted))
    }
}

/// The problem of a text that stands by itself.
pub fn problem_of_text(problem: &Problem, text: &str) -> Json {
    let range = problem.range.clone().and_then(|Range { start, end }| {
        let mut units = [None; 2];
        utf16(text, [start, end].into_iter(), &mut units);
        let [start, end] = units;
        Some(start?..end?)
    });
    problem_json(problem, range)
}

/// `Problem` of the contract.
fn problem_json(problem: &Problem, range: Option<Range<usize>>) -> Json {
    let mut json = JsonObject::new();
    json.text("severity", problem.severity().name());
    json.text("code", problem.code.name());
    json.text("pointer", &problem.pointer);
    json.text("message", &problem.message);
    if let Some(range) = range {
        let mut units = JsonObject::new();
        units.put("start", &Json::from(range.start as u64));
        units.put("end", &Json::from(range.end as u64));
        json.put("range", &units.into());
    }
    json.into()
}

/// The definition of a node with its defaults, as JSON text for `JSON.parse`.
pub fn definition(node: &Node) -> String {
    let json = node.definition().to_json();
    Json::parse(&json).map_or(json, |json| json.for_js().into_owned())
}

/// The `ParameterDeclaration`s of a node, as JSON text for `JSON.parse`.
pub fn declarations(node: &Node) -> String {
    let shape = |declared: &ParameterDeclaration| {
        let mut json = JsonObject::new();
        json.text("name", &declared.name);
        json.text("entity", &declared.entity);
        if let Some(value) = &declared.value {
            json.put("value", value);
        }
        if declared.secret {
            json.put("secret", &true.into());
        }
        json.into()
    };
    Json::array(node.declarations().iter().map(shape)).for_js().into_owned()
}

/// The `ParameterUse`s of a node.
pub fn parameter_uses(node: &Node) -> Json {
    let shape = |used: &ParameterUse| {
        let mut json = JsonObject::new();
        json.text("name", &used.name);
        json.list("readBy", &used.read_by, |pointer| Json::string(pointer));
        json.list("writtenBy", &used.written_by, |pointer| Json::string(pointer));
        json.into()
    };
    Json::array(node.parameter_uses().iter().map(shape))
}

/// A `WebhookRequest` of the contract.
pub fn request(request: &WebhookRequest) -> JsValue {
    plain(&request.to_json())
}

/// `Selection` of the contract, as JSON text: values keep their digits that way.
pub fn selection(singular: bool, nodes: Vec<Selected>) -> String {
    let node = |Selected { value, raw, path, .. }| {
        let (raw, path) = (Json::from(raw), Json::from(path));
        Json::object([("value", value), ("raw", raw), ("path", path)])
    };
    let nodes = Json::array(nodes.into_iter().map(node));
    Json::object([("singular", singular.into()), ("nodes", nodes)]).for_js().into_owned()
}

/// The `PathSuggestion`s of the contract.
pub fn suggestions(suggestions: &[Suggestion]) -> Json {
    let shape = |found: &Suggestion| {
        let mut json = JsonObject::new();
        json.text("path", &found.path);
        json.text("kind", found.kind.name());
        json.text("preview", &found.preview);
        json.into()
    };
    Json::array(suggestions.iter().map(shape))
}

/// Offsets of bytes, in their order, as offsets of UTF-16 units.
fn utf16(text: &str, bytes: impl Iterator<Item = usize>, units: &mut [Option<usize>]) {
    let mut characters = text.char_indices().peekable();
    let mut counted = 0;
    for (byte, unit) in bytes.zip(units) {
        while let Some((_, character)) = characters.next_if(|(at, _)| *at < byte) {
            counted += character.len_utf16();
        }
        *unit = Some(counted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchhook::Code;

    #[test]
    fn ranges_count_utf16_units() {
        let units = |text, bytes: [usize; 6]| {
            let mut units = [None; 6];
            utf16(text, bytes.into_iter(), &mut units);
            units.map(Option::unwrap)
        };
        assert_eq!(units("a😀é[b", [0, 1, 5, 7, 8, 9]), [0, 1, 3, 4, 5, 6]);
        assert_eq!(units("", [0, 1, 5, 7, 8, 9]), [0; 6]);
    }

    #[test]
    fn pointers_find_their_strings() {
        let json = r#"{"a/b": [{"~": "éé"}, "é"], "": "é", "a": {"b": "éé"}}"#;
        let problem = |pointer: &str| Problem::new(Code::BadPath, pointer, "").at(2..4);
        let problems =
            ["/a~1b/0/~0", "/a~1b/1", "/", "/a/b", "/a/b/c", "/b", "/a~1b/7"].map(problem);
        let mut places = Places::wanted(&problems.each_ref());
        places.find(Json::parse(json).unwrap());
        let table = [
            ("/", 2, Some(1)),
            ("/", 4, Some(1)),
            ("/a/b", 2, Some(1)),
            ("/a/b", 4, Some(2)),
            ("/a~1b/0/~0", 2, Some(1)),
            ("/a~1b/0/~0", 4, Some(2)),
            ("/a~1b/1", 2, Some(1)),
            ("/a~1b/1", 4, Some(1)),
            ("/a/b/c", 2, None),
            ("/b", 2, None),
            ("/a~1b/7", 4, None),
            ("/a/b", 3, None),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(pointer, byte, want)| places.unit(pointer, *byte) != *want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
