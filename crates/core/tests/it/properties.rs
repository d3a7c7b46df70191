//! Properties that hold whatever the values: no value breaks out of its place, and no input makes the node panic.

use proptest::{prelude::*, test_runner::Config};
use serde_json::{Value, json};
use switchhook::{Entity, Node, ReceivedResponse, Values, path::Json};
use url::Url;

/// Text with the characters that separate things somewhere.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        ".*",
        "[./\\\\?#%@:&=+;,\\[\\]<>\"'` \t\r\n\0$*!|^~{}-]{0,12}",
        "(\\.|%2e|%2E|/|\\\\){1,4}",
        "[\\]>]{0,5}",
        Just("\u{FFFE}\u{2028}é日🎈".to_owned()),
    ]
}

fn node(definition: Value) -> Node {
    let mut definition = definition;
    definition["version"] = 1.into();
    Node::read(&definition.to_string(), vec![])
}

fn values(names: &[&str], texts: &[String]) -> Values {
    names.iter().zip(texts).map(|(name, text)| ((*name).into(), Json::string(text))).collect()
}

/// What a URL is made of, without what the values may change.
fn shape(url: &str) -> (String, usize, Vec<String>) {
    let url = Url::parse(url).unwrap();
    let names = url.query_pairs().map(|(name, _)| name.into_owned()).collect();
    (url.origin().ascii_serialization(), url.path_segments().unwrap().count(), names)
}

proptest! {
    #![proptest_config(Config { cases: 1000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_url_keeps_its_structure(a in hostile(), b in hostile(), c in hostile()) {
        let node = node(json!({
            "method": "GET", "url": "https://api.example.com:8443/v1/$A/x-$B/end?q=$C&r=1#$A",
            "query": [{ "name": "f", "value": "$B" }, { "name": "C" }],
        }));
        let names = ["A", "B", "C"];
        let plain = node.request(&values(&names, &["a".into(), "b".into(), "c".into()])).unwrap();
        if let Ok(request) = node.request(&values(&names, &[a.clone(), b.clone(), c.clone()])) {
            prop_assert_eq!(shape(&request.url), shape(&plain.url));
            let url = Url::parse(&request.url).unwrap();
            let found: Vec<String> = url.query_pairs().map(|(_, value)| value.into_owned()).collect();
            prop_assert_eq!(found, [c.clone(), "1".to_owned(), b, c]);
        } else {
            // Only what cannot be escaped is refused.
            let dots = a.to_ascii_lowercase().replace("%2e", ".");
            prop_assert!(["", ".", ".."].contains(&dots.as_str()), "refused {:?}", a);
        }
    }

    #[test]
    fn a_host_stays_in_its_domain(tenant in hostile(), port in hostile()) {
        let node = node(json!({ "method": "GET", "url": "https://$TENANT.api.example.com:$PORT/x" }));
        if let Ok(request) = node.request(&values(&["TENANT", "PORT"], &[tenant, port])) {
            // IDNA may still refuse a label; then nothing can be sent.
            if let Ok(url) = Url::parse(&request.url) {
                prop_assert!(url.host_str().unwrap().ends_with(".api.example.com"));
                prop_assert_eq!((url.username(), url.path()), ("", "/x"));
            }
        }
    }

    #[test]
    fn a_base_is_http_or_relative(base in prop_oneof![hostile(), "(https?|HTTP|ftp|javascript|data|file)(:|://|:\\\\\\\\|:/)[a-z.@:/\\\\?#]{0,12}", "//?[a-z./]{0,6}"]) {
        let node = node(json!({ "method": "GET", "url": "$BASE/orders" }));
        if let Ok(request) = node.request(&values(&["BASE"], std::slice::from_ref(&base))) {
            let page = Url::parse("https://page.example/dir/").unwrap();
            if let Ok(url) = page.join(&request.url) {
                prop_assert!(["http", "https"].contains(&url.scheme()), "{}", url);
                prop_assert!(url.path().ends_with("/orders"), "{}", url);
                prop_assert_eq!((url.username(), url.password()), ("", None));
                let relative = !base.to_ascii_lowercase().starts_with("http");
                prop_assert!(!relative || url.host_str() == Some("page.example"), "{}", url);
            }
        }
    }

    #[test]
    fn a_json_body_keeps_its_structure(text in hostile(), inner in hostile()) {
        let node = node(json!({ "method": "POST", "url": "https://a.example/",
            "body": { "type": "json", "content": "{\"a\": \"x$T\", \"$T\": [$T, $V]}" } }));
        let value = Json::parse(&json!({ "k": [inner.clone(), 1.5, null] }).to_string()).unwrap();
        let values = Values::from([("T".into(), Json::string(&text)), ("V".into(), value)]);
        let body = node.request(&values).unwrap().body.unwrap();
        let found: Value = serde_json::from_str(&body).unwrap();
        let mut expected = json!({ "a": format!("x{text}") });
        expected[&text] = json!([text, { "k": [inner, 1.5, null] }]);
        // The value's own name may be "a": then the last one counts.
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_form_body_keeps_its_structure(text in hostile()) {
        let node = node(json!({ "method": "POST", "url": "https://a.example/",
            "body": { "type": "form", "fields": [{ "name": "a", "value": "1$T" }, { "name": "T" }] } }));
        let body = node.request(&values(&["T"], std::slice::from_ref(&text))).unwrap().body.unwrap();
        let found: Vec<(String, String)> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        prop_assert_eq!(found, [("a".to_owned(), format!("1{text}")), ("T".to_owned(), text)]);
    }

    #[test]
    fn a_header_is_one_line(text in hostile()) {
        let node = node(json!({ "method": "GET", "url": "https://a.example/", "headers": [{ "name": "X-A", "value": "t-$T" }] }));
        match node.request(&values(&["T"], std::slice::from_ref(&text))) {
            Ok(request) => {
                let (_, value) = &request.headers[0];
                let is_byte = value.chars().all(|c| c == '\t' || (' '..='ÿ').contains(&c));
                prop_assert!(is_byte, "{:?}", value);
                let bytes: Vec<u8> = value.chars().map(|c| c as u8).collect();
                let whole = format!("t-{text}");
                prop_assert_eq!(String::from_utf8(bytes).unwrap(), whole.trim_matches([' ', '\t']));
            }
            Err(_) => prop_assert!(text.chars().any(char::is_control)),
        }
    }

    #[test]
    fn an_xml_body_keeps_its_structure(text in hostile()) {
        let node = node(json!({ "method": "POST", "url": "https://a.example/",
            "body": { "type": "xml", "content": "<a b=\"$T\"><c>$T</c><d><![CDATA[x]$T]$T>x]]></d></a>" } }));
        if let Ok(request) = node.request(&values(&["T"], std::slice::from_ref(&text))) {
            let mapped = self::node(json!({ "method": "GET", "url": "https://a.example/", "response": { "type": "xml", "mappings": [
                { "path": "a['@b']", "parameter": "B" }, { "path": "a.c", "parameter": "C" }, { "path": "a.d", "parameter": "D" } ] } }));
            let outcome = mapped.receive(&ReceivedResponse { status: 200, headers: &[], body: request.body.unwrap().as_bytes() });
            prop_assert_eq!(outcome.exit.name(), "default", "{:?}", outcome.failure);
            prop_assert_eq!(outcome.parameters["B"].as_text(), text.as_str());
            let trimmed = text.trim_matches([' ', '\t', '\r', '\n']);
            prop_assert_eq!(outcome.parameters["C"].as_text(), trimmed);
            // A parser reads a carriage return as a line feed where no reference can stand.
            let section = outcome.parameters["D"].as_text().into_owned();
            let whole = format!("x]{text}]{text}>x").replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(section, whole);
        }
    }

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
            let _ = node.draft_request(&values(&["A"], std::slice::from_ref(&text)));
            let _ = node.request(&values(&["A", "B"], &[text.clone(), url.clone()]));
            let _ = node.receive(&ReceivedResponse { status: 200, headers: &[], body: body.as_bytes() }).to_js_json();
        }
        let _ = Node::read(&text, vec![]);
    }

    #[test]
    fn a_double_that_is_written_in_a_string_is_that_number(number in -1e9..1e9_f64, scale in 0..6) {
        let number = number / 10_f64.powi(scale);
        let fitting = Entity::Number.fit(&Json::string(&number.to_string()));
        prop_assert_eq!(fitting, Some(Json::from(number)));
    }

    #[test]
    fn a_decimal_stays_text_where_a_double_loses_digits(
        whole in 0_u64..1_000_000_000_000, digits in "[0-9]{1,22}", kept in 1_usize..23,
    ) {
        let fraction = digits.get(..kept).unwrap_or(&digits);
        let text = format!("{whole}.{fraction}");
        let written = text.parse::<f64>().unwrap().to_string();
        let short = text.trim_end_matches('0').trim_end_matches('.');
        let fitting = Entity::Number.fit(&Json::string(&text)).unwrap();
        if written == short {
            prop_assert_eq!(fitting.as_json(), short);
        } else {
            prop_assert_eq!(fitting, Json::string(&text));
        }
    }
}
