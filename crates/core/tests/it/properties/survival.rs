//! Any text anywhere in a definition: nothing panics, and ranges are those of the text.

use proptest::{prelude::*, test_runner::Config};
use serde_json::json;
use switchhook::{Node, ReceivedResponse};

use super::{config, hostile, node, values};

proptest! {
    // Of each case come four definitions.
    #![proptest_config(Config { cases: 2_500, ..config() })]

    #[test]
    fn nothing_panics_on_any_definition(url in hostile(), text in hostile(), path in hostile(), status in hostile(), body in hostile()) {
        for kind in ["json", "xml", "html", "text"] {
            let node = node(json!({
                "method": "POST", "url": format!("https://a.example/{url}"),
                "query": [{ "name": text, "value": url }], "headers": [{ "name": text, "value": url }],
                "body": { "type": kind, "content": format!("$A{body}$B") }, "routes": [{ "status": status }],
                "response": { "type": "json", "mappings": [{ "path": path, "parameter": text }] },
            }));
            for problem in node.problems() {
                let text = match problem.pointer.as_str() {
                    "/url" => node.definition().url.as_str(),
                    "/response/mappings/0/path" => path.as_str(),
                    _ => continue,
                };
                // A range is one of the text's own: it can be cut out and made UTF-16.
                let range = problem.range.clone().unwrap_or(0..0);
                prop_assert!(text.get(range.clone()).is_some(), "{:?} of {:?}", range, text);
            }
            let _ = node.draft_request(&values(&["A"], &[&text]));
            let _ = node.request(&values(&["A", "B"], &[&text, &url]));
            let _ = node.receive(&ReceivedResponse { status: 200, headers: &[], body: body.as_bytes() }).to_js_json();
        }
        let _ = Node::read(&text, vec![]);
    }
}
