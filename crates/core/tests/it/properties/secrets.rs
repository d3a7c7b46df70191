//! Secrets: nothing that people or logs see holds one, in any of the ways in which it is escaped.

use base64ct::{Base64, Encoding};
use proptest::prelude::*;
use serde_json::json;
use switchhook::{Node, ParameterDeclaration};

use super::{config, hostile, values};

/// No template has these letters.
const CANARY: &str = "qzCanary";

proptest! {
    #![proptest_config(config())]

    #[test]
    fn none_is_shown(before in hostile(), behind in hostile(), kind in 0..4_usize, place in 0..6_usize, declared in any::<bool>()) {
        let secret = format!("{before}{CANARY}{behind}");
        let (kind, content) = [("json", "[\"$KEY\",$KEY]"), ("xml", "<a b='$KEY'>$KEY<![CDATA[$KEY]]></a>"),
            ("html", "<p title='$KEY'>$KEY</p>"), ("text", "$KEY")][kind];
        let url = ["https://a.example/$KEY?a=$KEY#$KEY", "$KEY/x", "https://$KEY/", "https://$KEY.a.example/",
            "https://a.example:$KEY/", "https://a.example/"][place];
        let definition = json!({ "version": 1, "method": "POST", "url": url, "query": [{ "name": "KEY" }, { "name": "a$KEY", "value": "$KEY" }],
            "headers": [{ "name": "X-Key", "value": "k=$KEY" }], "auth": { "type": "basic", "username": "me", "password": "$KEY" },
            "body": { "type": kind, "content": content } });
        let predefined = declared.then(|| switchhook::path::Json::string(&secret));
        let declaration = ParameterDeclaration { name: "KEY".to_owned(), entity: "sys.number".to_owned(), value: predefined, secret: true };
        let node = Node::read(&definition.to_string(), vec![declaration]);
        let given = if declared { values(&[], &[]) } else { values(&["KEY"], &[&secret]) };
        let mut shown = format!("{:?} {:?}", node.problems(), node.draft_request(&given));
        shown += &format!("{:?}", node.masked_request(&given));
        if let Err(failure) = node.request(&given) {
            shown += &format!("{:?} {}", failure, node.fail(failure.clone(), None).to_js_json());
        }
        prop_assert!(!shown.contains(CANARY), "{}", shown);
        let encoded = Base64::encode_string(format!("me:{secret}").as_bytes());
        prop_assert!(!shown.contains(encoded.trim_end_matches('=')), "{}", shown);
    }
}
