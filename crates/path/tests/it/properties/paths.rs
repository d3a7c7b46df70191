//! What a path selects is found again by its normalized path, and an existence test is a count that
//! is not zero.

use proptest::prelude::*;
use switchhook_path::{Document, Path};

use super::{config, joined};
use crate::oracle::path::{exists_where_it_counts, leads_back};
use crate::table::{json, xml};

const SEGMENTS: [&str; 34] = [
    ".a",
    ".b",
    "['a']",
    "[\"p:a\"]",
    "['a','b']",
    "['b', 0, 'b']",
    ".*",
    "[*]",
    "[0]",
    "[1]",
    "[-1]",
    "[::-1]",
    "[0:2]",
    "[-2:]",
    "[2:0:-1]",
    "..a",
    "..b",
    "..*",
    "..[*]",
    "..[0]",
    "..['a',-1]",
    "['@k']",
    "..['@k']",
    "['#text']",
    "[?@.a]",
    "[?@..b]",
    "[?@[0]]",
    "[?@ == 1]",
    "[?@ > 'a']",
    "[?@.a == @.b]",
    "[?@..*]",
    "[?@[?@.a]]",
    "[?$..b]",
    "['']",
];

const JSON: [&str; 12] = [
    "{\"a\":",
    "{\"b\":",
    "[",
    "[0,",
    "{\"a\":1,\"b\":",
    "{\"\":0,\"it's\":",
    "[[],",
    "[{\"a\":1},",
    "{\"a\":[1,2],\"a\":",
    "[\"b\",{\"b\":[]},",
    "{\"b\":{\"a\":{}},\"p:a\":",
    "[null,true,",
];

const XML: [&str; 12] = [
    "<a>",
    "<b>",
    "<p:a>",
    "<a/><a>",
    "<b k='1'/><b>",
    "<a k='1' q:k='2'>",
    "text<b>",
    "<p:a/><q:a>",
    "<a>1</a><b>2</b><a>",
    "<b/><b/><!-- c --><b>",
    "<a> </a><b>",
    "<q:a q:k=''/><q:a>",
];

/// Opens each part, and closes them all.
fn document() -> impl Strategy<Value = Document> {
    let parts =
        |all: &'static [&'static str]| prop::collection::vec(prop::sample::select(all), 0..6);
    let json = parts(&JSON).prop_map(|parts| {
        let close = |part: &&str| if part.starts_with('{') { "}" } else { "]" };
        let closes: String = parts.iter().rev().map(close).collect();
        json(&format!("{}1{closes}", parts.concat()))
    });
    let xml = parts(&XML).prop_map(|parts| {
        let name = |part: &&str| {
            let open = part.rfind('<').map_or("", |at| &part[at + 1..]);
            format!("</{}>", open.split([' ', '>']).next().unwrap())
        };
        let closes: String = parts.iter().rev().map(name).collect();
        xml(&format!("<r xmlns:p='u' xmlns:q='v'>{}1{closes}</r>", parts.concat()))
    });
    prop_oneof![json, xml]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_selected_is_found_again(document in document(), path in joined(&SEGMENTS, 3)) {
        let path = Path::parse(&format!("${path}")).unwrap();
        prop_assert!(document.nodes(&path).is_ok());
        leads_back(&document, &path, usize::MAX);
    }

    #[test]
    fn what_exists_can_be_counted(
        document in document(),
        outer in joined(&SEGMENTS, 1),
        inner in joined(&SEGMENTS, 3),
    ) {
        exists_where_it_counts(&document, &format!("$..*{outer}"), &inner);
    }
}
