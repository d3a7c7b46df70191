//! A body in; out come all who map it, ourselves first. What can be compiled once for all bodies is.

use std::error::Error;
use std::rc::Rc;

use jsonpath_rust::parser::parse_json_path;
use jsonpath_rust::query::js_path_process;
use serde_json::{Value, json};
use serde_json_path::JsonPath;
use switchhook::{Node, ReceivedResponse};

use crate::body::{Body, Step, json_path};
use crate::contender::{Contender, contender};
use crate::one_pass::OnePass;
use crate::simd;

pub(crate) fn all(body: &Body) -> Result<Vec<Contender>, Box<dyn Error>> {
    Ok(vec![
        switchhook(body),
        tree(body),
        one_pass(body),
        serde_json_path(body)?,
        jsonpath_rust(body)?,
        simd::simd_json(body),
        simd::sonic_rs(body),
        contender(
            "UTF-8 check, simdutf8",
            |bytes| simdutf8::basic::from_utf8(bytes).is_ok(),
            |_| None,
        ),
        contender("UTF-8 check, std", |bytes| std::str::from_utf8(bytes).is_ok(), |_| None),
    ])
}

/// The whole node: values, exit, and what each mapping found.
fn switchhook(body: &Body) -> Contender {
    let name = |index: usize| format!("P{index}");
    let mapping = |(index, steps): (usize, &Vec<Step>)| json!({ "path": json_path(steps), "parameter": name(index) });
    let mappings: Vec<_> = body.steps.iter().enumerate().map(mapping).collect();
    let definition = json!({
        "version": 1, "method": "GET", "url": "https://shop.example/",
        "response": { "type": "json", "mappings": mappings },
    });
    let node = Rc::new(Node::read(&definition.to_string(), vec![]));
    let count = body.steps.len();
    contender(
        "switchhook",
        move |body| node.receive(&ReceivedResponse { status: 200, headers: &[], body }),
        move |outcome| {
            let value = |index| outcome.parameters.get(name(index).as_str());
            (0..count).map(|index| serde_json::from_str(value(index)?.as_json()).ok()).collect()
        },
    )
}

fn tree(body: &Body) -> Contender {
    let pointer = |steps: &Vec<Step>| -> String {
        let written = |step: &Step| match step {
            Step::Name(name) => format!("/{name}"),
            Step::Index(index) => format!("/{index}"),
        };
        steps.iter().map(written).collect()
    };
    let pointers: Vec<String> = body.steps.iter().map(pointer).collect();
    contender(
        "serde_json, tree",
        move |bytes| {
            let tree: Value = serde_json::from_slice(bytes).ok()?;
            pointers.iter().map(|pointer| tree.pointer(pointer).cloned()).collect()
        },
        |values| values,
    )
}

fn one_pass(body: &Body) -> Contender {
    let paths = OnePass::new(&body.steps);
    contender("serde_json, one pass", move |bytes| paths.take(bytes).ok(), |values| values)
}

fn serde_json_path(body: &Body) -> Result<Contender, Box<dyn Error>> {
    let paths = body.steps.iter().map(|steps| JsonPath::parse(&json_path(steps)));
    let paths = paths.collect::<Result<Vec<_>, _>>()?;
    let take = move |bytes: &[u8]| {
        let tree: Value = serde_json::from_slice(bytes).ok()?;
        paths.iter().map(|path| path.query(&tree).first().cloned()).collect()
    };
    Ok(contender("serde_json_path", take, |values| values))
}

fn jsonpath_rust(body: &Body) -> Result<Contender, Box<dyn Error>> {
    let paths = body.steps.iter().map(|steps| parse_json_path(&json_path(steps)));
    let paths = paths.collect::<Result<Vec<_>, _>>()?;
    let take = move |bytes: &[u8]| {
        let tree: Value = serde_json::from_slice(bytes).ok()?;
        let first =
            |path| Some(js_path_process(path, &tree).ok()?.into_iter().next()?.val().clone());
        paths.iter().map(first).collect()
    };
    Ok(contender("jsonpath-rust", take, |values| values))
}
