//! What people read and hear: all of it goes through `say!`, and is listed in the npm package for those who translate it.
#![cfg(not(target_arch = "wasm32"))]

mod source;
mod texts;
mod unsaid;

use std::{collections::BTreeMap, path::Path};

use expect_test::expect_file;
use source::{File, files};
use switchhook::{Code, Reason, path::Json};
use texts::{places, texts};

fn all() -> Vec<File> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "")
}

#[test]
fn the_list_is_current() {
    let mut list: BTreeMap<String, String> = BTreeMap::new();
    for text in all().iter().flat_map(texts) {
        list.insert(text.text.clone(), text.text);
    }
    let problems = Code::ALL.iter().map(|code| format!("problem.{}", code.name()));
    let failures = Reason::ALL.iter().map(|reason| format!("failure.{}", reason.name()));
    let foreign = problems.chain(failures).chain(["failure.too-complex".to_owned()]);
    list.extend(foreign.map(|key| (key, "{message}".to_owned())));
    let lines = list.iter().map(|(key, text)| {
        format!("  {}: {}", Json::string(key).as_json(), Json::string(text).as_json())
    });
    let json = format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"));
    expect_file!["../../../crates/wasm/npm/element-strings.json"].assert_eq(&json);
}

#[test]
fn every_value_has_its_place() {
    let wrong: Vec<_> = all()
        .iter()
        .flat_map(texts)
        .filter(|text| places(&text.text) != text.values)
        .map(|text| format!("{}: “{}” and {:?}", text.place, text.text, text.values))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_for_people_is_left_out() {
    let all = all();
    let found: Vec<_> = all.iter().flat_map(unsaid::unsaid).collect();
    assert!(found.is_empty(), "these need `say!`, or a reason in unsaid.rs: {found:#?}");
    assert_eq!(unsaid::idle(&all), Vec::<&str>::new());
}
