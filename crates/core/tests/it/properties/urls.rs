//! URLs: origin, segments, query and fragment are the template's, as the `url` crate reads them.

use proptest::prelude::*;
use serde_json::json;
use url::{Url, form_urlencoded};

use super::{config, hostile, joined, node, values};
use crate::oracle;

const URL_PARTS: [&str; 30] = [
    "https://",
    "http://",
    "//",
    "/",
    "/",
    "a.example",
    "${A}",
    "${A}",
    "${B}",
    "${B}",
    ":",
    "@",
    "[::1]",
    "10.0.0.1",
    "?",
    "#",
    "%2e",
    ".",
    ".",
    "\\",
    "8",
    "-",
    "&",
    "=",
    "é",
    " ",
    "x",
    "。",
    "0x",
    "xn--",
];

/// A segment, or a fragment, as text.
fn decoded(segment: &str) -> String {
    let pairs = form_urlencoded::parse(segment.as_bytes());
    pairs.map(|(name, _)| name.into_owned()).next().unwrap_or_default()
}

#[test]
fn each_part_holds_its_values() {
    let template = "https://api.example.com:8443/v1/$A/x-$B/end?q=$C&r=1#$A";
    let node = node(json!({ "method": "GET", "url": template,
        "query": [{ "name": "f", "value": "$B" }, { "name": "C" }] }));
    proptest!(config(), |(a in hostile(), b in hostile(), c in hostile())| {
        let Ok(request) = node.request(&values(&["A", "B", "C"], &[&a, &b, &c])) else {
            // Only what cannot be escaped is refused.
            let dots = a.to_ascii_lowercase().replace("%2e", ".");
            prop_assert!(["", ".", ".."].contains(&dots.as_str()), "refused {:?}", a);
            return Ok(());
        };
        let url = Url::parse(&request.url).unwrap();
        prop_assert_eq!(url.origin().ascii_serialization(), "https://api.example.com:8443");
        let segments: Vec<String> = url.path_segments().unwrap().map(decoded).collect();
        prop_assert_eq!(segments, ["v1", &a, &format!("x-{b}"), "end"]);
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        prop_assert_eq!(pairs, [pair("q", &c), pair("r", "1"), pair("f", &b), pair("C", &c)]);
        prop_assert_eq!(url.fragment().map(decoded), Some(a));
    });
}

#[test]
fn a_host_stays_in_its_domain() {
    let node = node(json!({ "method": "GET", "url": "https://$TENANT.api.example.com:$PORT/x" }));
    proptest!(config(), |(tenant in prop_oneof![hostile(), "[a-z.-]{1,4}"], port in prop_oneof![hostile(), "[0-9]{0,6}"])| {
        let Ok(request) = node.request(&values(&["TENANT", "PORT"], &[&tenant, &port])) else { return Ok(()) };
        let Ok(url) = Url::parse(&request.url) else {
            prop_assert!(tenant.to_ascii_lowercase().starts_with("xn--"), "{}", request.url);
            return Ok(());
        };
        let host = format!("{}.api.example.com", tenant.to_ascii_lowercase());
        prop_assert_eq!(url.host_str(), Some(host.as_str()));
        prop_assert_eq!((url.username(), url.path()), ("", "/x"));
    });
}

#[test]
fn a_base_is_http_or_relative() {
    let node = node(json!({ "method": "GET", "url": "$BASE/orders" }));
    let scheme = "(https?|HTTP|ftp|javascript|data|file)(:|://|:\\\\\\\\|:/)";
    let bases = prop_oneof![
        hostile(),
        (scheme, hostile()).prop_map(|(start, end)| start + &end),
        "//?[a-z./]{0,6}"
    ];
    let page = Url::parse("https://page.example/dir/").unwrap();
    proptest!(config(), |(base in bases)| {
        let Ok(request) = node.request(&values(&["BASE"], &[&base])) else { return Ok(()) };
        let Ok(url) = page.join(&request.url) else {
            prop_assert!(!base.is_ascii(), "{}", request.url);
            return Ok(());
        };
        prop_assert!(["http", "https"].contains(&url.scheme()), "{}", url);
        prop_assert!(url.path().ends_with("/orders"), "{}", url);
        prop_assert_eq!((url.username(), url.query(), url.fragment()), ("", None, None));
        let relative = !base.to_ascii_lowercase().starts_with("http");
        prop_assert!(!relative || url.host_str() == Some("page.example"), "{}", url);
    });
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_the_template(start in prop_oneof![Just("https://a.example/".to_owned()), joined(&URL_PARTS, 3)],
        rest in joined(&URL_PARTS, 6), a in prop_oneof![hostile(), "[a-z0-9.]{1,3}"], b in hostile()) {
        oracle::url::keeps(&(start + &rest), &a, &b);
    }
}
