//! The shorthand: what it stands for, how it is written, and that the two ways agree.

use switchhook_path::{Path, Step, normalized, shorthand};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{json, paths, run, same};

const DOCUMENT: &str = r#"{
    "data": {"userId": 7, "user-id": 8, "user id": 9, "0": "zero", "it's": 10, "": 11},
    "topicNames": {"324846099": "billing", "007": "spy"},
    "items": [{"id": 1}, {"id": 2}],
    "größe": 3, "_": 4, "$": 5, "a.b": 6
}"#;

#[test]
fn what_it_stands_for() {
    let rows = [
        ("data.userId", "$.data.userId"),
        ("data['userId']", "$.data['userId']"),
        ("['data'].userId", "$['data'].userId"),
        ("data.user-id", "$.data['user-id']"),
        ("data[\"user id\"]", "$['data']['user id']"),
        ("data.0", "$.data['0']"),
        ("topicNames.324846099", "$.topicNames['324846099']"),
        ("topicNames.007", "$.topicNames['007']"),
        ("items.0.id", "$.items[0].id"),
        ("items.00.id", "$.none"),
        ("items.99999999999999999999", "$.none"),
        ("items[*].id", "$.items[*].id"),
        ("items.*.id", "$.items[*].id"),
        ("items[ 0 , -1 ].id", "$.items[0,-1].id"),
        ("items[::-1]", "$.items[1,0]"),
        ("items..id", "$.items..id"),
        ("data..user-id", "$.data..['user-id']"),
        ("größe", "$['gr\\u00f6\\u00DFe']"),
        ("_", "$._"),
        ("*.userId", "$.*.userId"),
        ("['$']", "$['$']"),
        ("['a.b']", "$['a\\u002eb']"),
        ("data\n  .userId", "$.data.userId"),
        ("topicNames['324846099']", "$.topicNames['324846099']"),
        // In a filter as well, whatever the query inside of it begins with.
        ("[?@.user-id].userId", "$[?@['user-id']].userId"),
        ("*[?@.324846099 == 'billing']", "$.*[?@['324846099'] == 'billing']"),
        ("[?@.324846099 == 'billing'].007", "$.topicNames['007']"),
        ("[?@.0.id == 1][1]", "$.items[1]"),
        ("items[?$.data.user-id == 8 && @.id == 2]", "$.items[1]"),
        ("$", "$"),
    ];
    let document = json(DOCUMENT);
    run(
        rows,
        |(short, _)| *short,
        |(short, long)| {
            same(paths(&document, short), paths(&document, long))?;
            let singular = |path: &str| Path::parse(path).map(|path| path.is_singular());
            if !short.contains(['*', ',', ':', '?']) && !short.contains("..") {
                same(singular(short), Ok(true))?;
            }
            Ok(())
        },
    );
}

#[test]
fn an_array_at_the_root() {
    let document = json(r#"[{"userId": 1}, 2]"#);
    for path in ["[0].userId", "$[0].userId", "$[0]['userId']", "0.userId"] {
        assert_eq!(paths(&document, path), ["$[0]['userId']"], "{path}");
    }
}

#[test]
fn singular_paths_select_one_node_at_most() {
    let singular = ["$", "a", "a.b[0]", "a['b'][-1]", "a.0", "$['a']"];
    let others = ["$.*", "a[*]", "a[0,1]", "a[0:1]", "a..b", "$..[0]", "['a','b']", "a[:]"];
    for (paths, expected) in [(&singular[..], true), (&others[..], false)] {
        for path in paths {
            assert_eq!(Path::parse(path).map(|path| path.is_singular()), Ok(expected), "{path}");
        }
    }
}

#[test]
fn how_it_is_written() {
    let name = |name: &str| Step::Name(name.to_owned());
    let rows = [
        (vec![], "$", "$"),
        (vec![name("data"), name("userId")], "data.userId", "$['data']['userId']"),
        (vec![Step::Index(0), name("id")], "[0].id", "$[0]['id']"),
        (vec![name("user-id"), name("324")], "user-id.324", "$['user-id']['324']"),
        (vec![name("-x")], "['-x']", "$['-x']"),
        (vec![name("2fa")], "['2fa']", "$['2fa']"),
        (vec![name("")], "['']", "$['']"),
        (vec![name("$")], "['$']", "$['$']"),
        (vec![name("a.b"), name("c")], "['a.b'].c", "$['a.b']['c']"),
        (
            vec![name("it's \\ \n\u{1}\"")],
            r#"['it\'s \\ \n\u0001"']"#,
            r#"$['it\'s \\ \n\u0001"']"#,
        ),
        (vec![name("größe"), name("💡")], "größe.💡", "$['größe']['💡']"),
        (vec![name("@id"), name("#text")], "['@id']['#text']", "$['@id']['#text']"),
        (vec![name("soap:Body")], "['soap:Body']", "$['soap:Body']"),
    ];
    run(
        rows,
        |(_, short, _)| *short,
        |(steps, short, long)| {
            same(shorthand(steps).as_str(), *short)?;
            same(normalized(steps).as_str(), *long)
        },
    );
}

/// What is written is read again as the same way, whatever the names are.
#[test]
fn written_paths_lead_back() {
    let document = json(DOCUMENT);
    let mut ahead = vec![document.root()];
    while let Some(node) = ahead.pop() {
        let steps = node.location();
        let expected = [normalized(&steps)];
        assert_eq!(paths(&document, &shorthand(&steps)), expected);
        assert_eq!(paths(&document, &expected[0]), expected);
        ahead.extend(node.children().map(|(_, child)| child));
    }
}
