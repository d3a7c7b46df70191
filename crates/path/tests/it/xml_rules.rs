//! The tree rules of XML beyond the vectors: what brackets count and dots name, prefixes, text,
//! sources and normalized paths.

use switchhook_path::{Path, normalized};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{paths, run, same, take, xml};

/// Document, path, what a mapping takes (null where it is missing).
const TAKEN: &str = include_str!("../data/xml_taken.json");

/// Document, path, normalized paths.
const SELECTED: &str = include_str!("../data/xml_selected.json");

/// Document, path, source.
const SOURCES: &str = include_str!("../data/xml_sources.json");

#[test]
fn what_a_mapping_takes() {
    let rows: Vec<(String, String, serde_json::Value)> =
        serde_json::from_str(TAKEN).expect("a table");
    run(
        rows,
        |(body, path, _)| format!("{path} of {body}"),
        |(body, path, expected)| {
            let taken = take(&xml(body), path).unwrap_or("null".to_owned());
            let taken: serde_json::Value = serde_json::from_str(&taken).expect("JSON");
            same(&taken, expected)
        },
    );
}

#[test]
fn what_a_path_selects_leads_back_to_itself() {
    let rows: Vec<(String, String, Vec<String>)> = serde_json::from_str(SELECTED).expect("a table");
    run(
        rows,
        |(body, path, _)| format!("{path} of {body}"),
        |(body, path, expected)| {
            let document = xml(body);
            same(&paths(&document, path), expected)?;
            for path in expected {
                same(paths(&document, path), vec![path.clone()])?;
            }
            Ok(())
        },
    );
}

#[test]
fn the_source_of_a_value() {
    let rows: Vec<(String, String, String)> = serde_json::from_str(SOURCES).expect("a table");
    run(
        rows,
        |(body, path, _)| format!("{path} of {body}"),
        |(body, path, expected)| {
            let path = Path::parse(path).map_err(|error| error.message)?;
            let taken = xml(body).take(&path).map_err(|error| error.to_string())?;
            same(taken.as_ref().map(|taken| taken.raw.as_ref()), Some(expected.as_str()))
        },
    );
}

/// A node's value is what its children make, whatever the way to it.
#[test]
fn nodes_values_and_paths_agree() {
    let document = xml(
        "<r xmlns:p='u' k='1'> t <a>1</a><p:a x='y'/><b/><a>2</a><p:c/><b><d/>text</b><!-- --></r>",
    );
    let mut ahead = vec![(document.root(), Vec::new())];
    let mut seen = 0;
    while let Some((node, steps)) = ahead.pop() {
        seen += 1;
        assert_eq!(node.location(), steps);
        let path = normalized(&steps);
        assert_eq!(take(&document, &path), Some(node.value().to_string()), "{path}");
        assert_eq!(node.len(), node.children().count());
        for (key, child) in node.children() {
            let mut steps = steps.clone();
            steps.push(key.into());
            ahead.push((child, steps));
        }
    }
    assert_eq!(seen, 15);
}
