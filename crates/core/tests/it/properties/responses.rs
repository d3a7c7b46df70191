//! Responses: what holds of any outcome, whole and in pieces.

use proptest::{prelude::*, sample::select};
use serde_json::json;
use switchhook::{Node, ParameterDeclaration};

use super::{config, hostile, joined};
use crate::oracle;

const PATHS: [&str; 9] = ["a", "b[0]", "$", "$..a", "a[*]", "x-id", "b.c", "[", "b[-1]"];

const BODIES: [&str; 16] = [
    "{\"a\":",
    "\"b\":[",
    "1",
    "\"12\"",
    "]",
    "}",
    "}",
    ",",
    "null",
    "<a>",
    "</a>",
    "<b c='1'/>",
    "x",
    "{\"c\":2}",
    " ",
    "[",
];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_outcome(
        rows in prop::collection::vec((select(&PATHS[..]), select(&["P", "Q"][..]), any::<[bool; 3]>()), 0..4),
        routes in prop::collection::vec(select(&["200", "2xx", "404", "4xx", "x"][..]), 0..3),
        status in select(&[100_u16, 199, 200, 204, 299, 302, 404, 418, 500, 999][..]),
        body in joined(&BODIES, 8), header in hostile(), xml in any::<bool>(), length in 1_usize..9,
    ) {
        let mappings: Vec<_> = rows.iter().map(|(path, parameter, [optional, fallback, header])| {
            let mut row = json!({ "path": path, "parameter": parameter, "optional": optional });
            if *fallback { row["otherwise"] = json!(7); }
            if *header { row["from"] = json!("header"); }
            row
        }).collect();
        let routes: Vec<_> = routes.iter().map(|status| json!({ "status": status })).collect();
        let definition = json!({ "version": 1, "method": "GET", "url": "https://a.example/", "routes": routes, "statusParameter": "CODE",
            "response": { "type": if xml { "xml" } else { "json" }, "mappings": mappings } });
        let number = ParameterDeclaration { name: "Q".to_owned(), entity: "sys.number".to_owned(), value: None, secret: false };
        let node = Node::read(&definition.to_string(), vec![number]);
        oracle::receive::holds(&node, status, &[("X-Id".to_owned(), header)], body.as_bytes(), length);
    }
}
