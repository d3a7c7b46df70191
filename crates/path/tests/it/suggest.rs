//! Suggestions: which paths are among them, and which are not.

use switchhook_path::{Document, Kind};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{json, run, xml};

const ORDER: &str = r#"{
    "data": {"userId": 7, "userName": "Ada", "user-agent": "x", "full name": "Ada L.", "it's": 1},
    "database": null,
    "items": [{"id": 1, "sku": "a"}, {"id": 2, "price": 9.5}],
    "topics": {"324846099": "billing"},
    "empty": []
}"#;

const SOAP: &str = "<s:Envelope xmlns:s='u' xmlns:p='v'><s:Body k='1' p:l='2'><p:x>1</p:x><x>2</x>\
    <p:y>3</p:y><item>4</item><item>5</item></s:Body></s:Envelope>";

/// Document, what is typed, paths that are there in this order, paths that are not.
type Row<'r> = (&'r Document, &'r str, &'r [&'r str], &'r [&'r str]);

fn check(rows: &[Row<'_>]) {
    run(
        rows,
        |(_, typed, ..)| *typed,
        |(document, typed, included, excluded)| {
            let found: Vec<String> =
                document.suggest(typed, 50).into_iter().map(|found| found.path).collect();
            let in_order: Vec<&String> =
                found.iter().filter(|path| included.contains(&path.as_str())).collect();
            if in_order != *included {
                return Err(format!("{found:?} does not have {included:?} in this order"));
            }
            match found.iter().find(|path| excluded.contains(&path.as_str())) {
                Some(path) => Err(format!("{path} is in {found:?}")),
                None => Ok(()),
            }
        },
    );
}

#[test]
fn of_json() {
    let order = json(ORDER);
    let list = json("[{\"a b\": 1, \"c\": [true]}, 2]");
    check(&[
        (&order, "", &["data", "database", "items", "topics", "empty"], &["data.userId"]),
        (&order, "da", &["data", "database"], &["items"]),
        (&order, "data", &["data", "data.userId", "data['full name']", "database"], &["items"]),
        (&order, "data.", &["data.userId", "data.userName", "data.user-agent"], &["data"]),
        (&order, "data.us", &["data.userId", "data.userName"], &["data['full name']"]),
        (&order, "data.userI", &["data.userId"], &["data.userName"]),
        (&order, "data.USERI", &["data.userId"], &[]),
        (&order, "data.fu", &["data['full name']"], &[]),
        (&order, "data.it", &[r"data['it\'s']"], &[]),
        (&order, "data['", &["data['userId']", "data['full name']"], &["data.userId"]),
        (&order, "data[\"us", &["data['userId']"], &["data['full name']"]),
        (&order, "items", &["items", "items[*]", "items[0]", "items[1]"], &["items[2]"]),
        (&order, "items[", &["items[*]", "items[0]", "items[1]"], &["items"]),
        (&order, "items[1", &["items[1]"], &["items[0]", "items[*]"]),
        (&order, "items[0]", &["items[0].id", "items[0].sku"], &["items[0].price"]),
        (&order, "items[0].", &["items[0].id", "items[0].sku"], &["items[0].price"]),
        (&order, "items[*].", &["items[*].id", "items[*].sku", "items[*].price"], &[]),
        (&order, "items[*]", &["items[*].id"], &["items[*]"]),
        (&order, "items[?@.id].", &["items[?@.id].id", "items[?@.id].sku"], &["items[0].id"]),
        (&order, "items[?@['id']]", &["items[?@['id']].id"], &["items"]),
        (&order, "items[?@['i", &[], &["items", "items[0]"]),
        (&order, "items[?@.i", &[], &["items", "items[0]"]),
        (&order, "topics.3", &["topics.324846099"], &[]),
        (&order, "$", &["$.data", "$.items"], &["data"]),
        (&order, "$.data.us", &["$.data.userId", "$.data['user-agent']"], &[]),
        (&order, "$.topics.", &["$.topics['324846099']"], &[]),
        (&order, "empty", &["empty"], &["empty[*]"]),
        (&order, "none.", &[], &["data"]),
        (&order, "data.userId.", &[], &["data"]),
        (&order, "data[0", &[], &["data.userId"]),
        (&order, "items[0]x", &[], &["items[0].id"]),
        (&order, "a b.", &[], &["data"]),
        (&list, "", &["[*]", "[0]", "[1]"], &[]),
        (&list, "[0].", &["[0]['a b']", "[0].c"], &[]),
        (&list, "[0].c[", &["[0].c[*]", "[0].c[0]"], &[]),
    ]);
}

#[test]
fn of_xml() {
    let soap = xml(SOAP);
    check(&[
        (&soap, "", &["Envelope"], &["['s:Envelope']"]),
        (&soap, "Env", &["Envelope"], &[]),
        (&soap, "['s:", &["['s:Envelope']"], &[]),
        (
            &soap,
            "Envelope.Body.",
            &[
                "Envelope.Body['@k']",
                "Envelope.Body['@l']",
                "Envelope.Body['p:x']",
                "Envelope.Body.x",
                "Envelope.Body.y",
                "Envelope.Body.item",
            ],
            &["Envelope.Body['p:y']"],
        ),
        (&soap, "Envelope.Body['@", &["Envelope.Body['@k']", "Envelope.Body['@l']"], &[]),
        (&soap, "Envelope.Body.item[", &["Envelope.Body.item[*]", "Envelope.Body.item[1]"], &[]),
    ]);
}

#[test]
fn each_with_its_kind_and_a_preview() {
    let order = json(ORDER);
    let of = |typed: &str| {
        let found = order.suggest(typed, 1).into_iter().next().expect("a suggestion");
        (found.kind, found.preview)
    };
    assert_eq!(of("data.userId"), (Kind::Number, "7".to_owned()));
    assert_eq!(of("database"), (Kind::Null, "null".to_owned()));
    assert_eq!(of("data.userN"), (Kind::String, "\"Ada\"".to_owned()));
    let (kind, preview) = of("items");
    assert_eq!((kind, preview.chars().count()), (Kind::Array, 41));
    let (kind, preview) = of("data");
    assert_eq!((kind, preview.chars().count()), (Kind::Object, 60));
    assert!(preview.ends_with('…'), "{preview}");
}

#[test]
fn no_more_than_asked_for() {
    let many: String = (0..1000).map(|n| format!("\"k{n}\": {n}, ")).collect();
    let many = json(&format!("{{{many} \"last\": 0}}"));
    assert_eq!(many.suggest("", 50).len(), 50);
    assert_eq!(many.suggest("", 0).len(), 0);
    assert_eq!(many.suggest("la", 50).len(), 1);
}

/// Every suggestion is a path, and finds something.
#[test]
fn all_are_paths_that_find_something() {
    for document in [json(ORDER), xml(SOAP)] {
        for typed in ["", "data.", "items", "items[*].", "$", "Envelope.Body.", "['"] {
            for found in document.suggest(typed, 50) {
                assert!(crate::table::take(&document, &found.path).is_some(), "{}", found.path);
            }
        }
    }
}
