//! Whatever comes in, an answer comes out: texts that are cut, joined and damaged at every place.

use switchhook_path::{Document, Format, Path};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PATHS: [&str; 16] = [
    "$.data['user id'][0].größe",
    "items[*]..id",
    "$[1:5:-1, 'a', *, -3]",
    r"a['\u00e9\ud83d\ude00\'\\']",
    "soap:Body.@id.#text",
    "items[?@.price > 10 && @['a]'] == \"]\"]",
    " .. [ ] $ @ ",
    "a.b-c.0123.4",
    "💡[💡]['💡",
    "$..*[::]",
    "[ 0 , 1 ]",
    "a[?!(@.b == -1.5e+3 || length(@['x']) >= $.n[0])]",
    "$..[?match(@, '^(a|[^b-d\\\\-]{2,3})+\\\\p{Lu}?$') && @..x]",
    "r.x[?count(@.*) != 2 , ?search(value($..*), \"é\")]",
    "[?@[?@[?$ != null]] < true]",
    "data.\u{a0}x\u{feff}",
];

const JSON: [&str; 4] = [
    r#"{"a": [1.5e+3, -0, true, null, {"é\u00e9\ud83d\ude00": "\ud800"}], "a": "x\n"}"#,
    "\u{feff} [[[]], {}, \"\u{10FFFF}\"]\t",
    ")]}',\n{\"a\": 1}",
    "<!doctype html><title>Ä</title>",
];

const XML: [&str; 4] = [
    "<?xml version='1.0' encoding='utf-8'?><!-- c --><r a=\"1\" b='&#65;'>t<p:x xmlns:p='u' p:k=''/></r>",
    "<a xml:space='preserve'> <![CDATA[ ]] > ]]> <?p i?><b/><b>é</b>&amp;&#x10FFFF;</a >",
    "<!DOCTYPE html>\n<html><head><title>x</title></head></html>",
    "{\"a\": [1, 2]}",
];

/// The text cut at every character, without each character, and with a strange one at each place.
fn damaged(text: &str) -> impl Iterator<Item = String> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    places.into_iter().flat_map(|at| {
        let (before, after) = text.split_at(at);
        let mut without = after.chars();
        without.next();
        let inserted = ["\"", "'", "[", "]", "<", ">", "&", "\\", "{", "0", ".", "\0", "é", "💡"];
        let inserted = inserted.iter().map(move |new| format!("{before}{new}{after}"));
        let cut = [before.to_owned(), after.to_owned(), format!("{before}{}", without.as_str())];
        inserted.chain(cut).collect::<Vec<_>>()
    })
}

#[test]
fn paths() {
    let document = Document::parse(Format::Json, JSON[0].as_bytes()).expect("JSON");
    let mut errors = 0;
    for typed in PATHS.into_iter().flat_map(damaged) {
        match Path::parse(&typed) {
            Ok(path) => drop(document.select(&path)),
            Err(error) => {
                errors += 1;
                assert!(typed.get(error.range.clone()).is_some(), "{typed}: {:?}", error.range);
                assert!(error.message.ends_with('.'), "{}", error.message);
            }
        }
        for suggestion in document.suggest(&typed, 5) {
            assert!(Path::parse(&suggestion.path).is_ok(), "{typed}: {}", suggestion.path);
        }
    }
    assert!(errors > 1000);
}

#[test]
fn documents() {
    let all = [
        "$",
        "$..*",
        "$..[*]",
        "$..a",
        "$..[0]",
        "$..[::-1]",
        "r['#text']",
        "r.x['@k']",
        "$..[?@ == $ || length(@) > 0 || @ < 1 || @ == @.a]",
        "$..[?match(@, '.*') || count(@..*) >= 1 || value(@.*) != null]",
    ];
    let all = all.map(|path| Path::parse(path).expect("a path"));
    let bodies = JSON.map(|body| (Format::Json, body)).into_iter();
    let mut read = 0;
    for (format, body) in bodies.chain(XML.map(|body| (Format::Xml, body))) {
        for body in damaged(body) {
            let Ok(document) = Document::parse(format, body.as_bytes()) else { continue };
            read += 1;
            for path in &all {
                for selected in document.select(path).expect("a small document") {
                    let again = Path::parse(&selected.path).expect("a normalized path");
                    let again = document.select(&again).expect("a small document");
                    assert_eq!(again.as_slice(), [selected], "{body}");
                }
            }
        }
    }
    assert!(read > 300, "{read}");
}

#[test]
fn bytes() {
    for (format, body) in [(Format::Json, JSON[0]), (Format::Xml, XML[0])] {
        for at in 0..body.len() {
            for byte in [0, 0x80, 0xC3, 0xED, 0xFE, 0xFF] {
                let mut damaged = body.as_bytes().to_vec();
                damaged[at] = byte;
                if let Err(unreadable) = Document::parse(format, &damaged) {
                    assert!(unreadable.message.contains("line "), "{unreadable}");
                }
            }
        }
    }
}
