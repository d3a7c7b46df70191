//! A body in; out come the two parsers of JSON over blocks of bytes.

use std::rc::Rc;

use serde_json::{Value, json};
use simd_json::prelude::{TypedScalarValue, ValueAsScalar};
use simd_json::tape;
use sonic_rs::{PointerNode, PointerTree};

use crate::body::{Body, Step};
use crate::contender::{Contender, contender};

/// The tape of the whole document. It is written over the bytes, so each run works on a copy.
pub(crate) fn simd_json(body: &Body) -> Contender {
    let paths = body.steps.clone();
    let take = move |bytes: &[u8]| {
        let mut copy = bytes.to_vec();
        let tape = simd_json::to_tape(&mut copy).ok()?;
        paths.iter().map(|steps| scalar(steps.iter().try_fold(tape.as_value(), step)?)).collect()
    };
    contender("simd-json, tape", take, |values| values)
}

fn step<'a>(value: tape::Value<'a, 'a>, step: &Step) -> Option<tape::Value<'a, 'a>> {
    match step {
        Step::Name(name) => value.as_object()?.get(name.as_str()),
        Step::Index(index) => value.as_array()?.get(*index),
    }
}

fn scalar(value: tape::Value<'_, '_>) -> Option<Value> {
    if value.is_null() {
        return Some(Value::Null);
    }
    let text = value.as_str().map(|text| json!(text));
    let whole = || value.as_i64().map(|number| json!(number));
    let number = || value.as_f64().map(|number| json!(number));
    text.or_else(|| value.as_bool().map(Value::Bool)).or_else(whole).or_else(number)
}

/// The source texts of the values. What lies behind the last of them is not looked at.
pub(crate) fn sonic_rs(body: &Body) -> Contender {
    let node = |step: &Step| match step {
        Step::Name(name) => PointerNode::Key(name.clone().into()),
        Step::Index(index) => PointerNode::Index(*index),
    };
    let mut tree = PointerTree::new();
    body.steps.iter().for_each(|steps| tree.add_path(steps.iter().map(node)));
    let tree = Rc::new(tree);
    let take = move |bytes: &[u8]| -> Option<Vec<String>> {
        let found = sonic_rs::get_many(bytes, &tree).ok()?;
        found.into_iter().map(|value| Some(value?.as_raw_str().to_string())).collect()
    };
    contender("sonic-rs, get_many", take, |texts| {
        texts?.iter().map(|text| serde_json::from_str(text).ok()).collect()
    })
}
