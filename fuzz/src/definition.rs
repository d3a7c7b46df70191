//! Text as a definition: what is read is written and read again as the same, and every problem speaks of
//! a part of it.

use switchhook::{
    Definition, Node, Values,
    limits::PROBLEMS,
    path::{Json, Kind},
};

/// Text in UTF-8.
pub fn definition(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else { return };
    let node = Node::read(text, vec![]);
    let definition = node.definition();
    let written = definition.to_json();
    let again = Node::read(&written, vec![]);
    assert_eq!(again.definition(), definition);
    assert_eq!(again.definition().to_json(), written);
    // Members that could not be read are not there any more; what is wrong with the others stays.
    assert!(again.problems().iter().all(|problem| node.problems().contains(problem)
        || !node.can_send()
        || node.problems().len() >= PROBLEMS));
    places(&again, &Json::parse(&written).unwrap());
    let (compiled, _) = Definition::read(&written);
    let compiled = Node::compile(compiled, vec![]);
    let is_listed =
        |problem| again.problems().contains(problem) || again.problems().len() >= PROBLEMS;
    assert!(compiled.problems().iter().all(is_listed));
    let _ = node.draft_request(&Values::new());
    let _ = again.request(&Values::new());
}

/// Pointers lead to what is there, and ranges into the text there.
fn places(node: &Node, written: &Json) {
    for problem in node.problems() {
        let Some(place) = resolved(written, &problem.pointer) else { panic!("{problem:?}") };
        assert!(problem.message.ends_with('.'), "{}", problem.message);
        if let Some(range) = &problem.range {
            assert_eq!(place.kind(), Kind::String, "{problem:?}");
            assert!(place.as_text().get(range.clone()).is_some(), "{problem:?}");
        }
    }
}

/// What stands at a JSON Pointer (RFC 6901).
fn resolved(json: &Json, pointer: &str) -> Option<Json> {
    let steps = pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"));
    let mut place = json.clone();
    for step in steps {
        place = match place.members() {
            Some(members) => members.into_iter().find(|(name, _)| *name == step)?.1,
            None => place.elements()?.get(step.parse::<usize>().ok()?)?.clone(),
        };
    }
    Some(place)
}
