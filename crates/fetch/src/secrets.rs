//! Texts that people may not see are looked for in words that others have written: messages of the
//! runtime, addresses that a server redirects to (DESIGN: mapping, routing, outcome, masking).

use std::borrow::Cow;

use js_sys::JsString;
use switchhook::{path::Json, percent_decode};

/// How markup writes characters that mean something to it; `&` is the last to be read.
const REFERENCES: [(&str, &str); 8] = [
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&#9;", "\t"),
    ("&#10;", "\n"),
    ("&#93;", "]"),
    ("&amp;", "&"),
];

/// Whether a text holds a secret: as it is, percent-encoded, as form data, in JSON (also in JSON that is
/// quoted in JSON) or in markup; hosts are written in lower case, so case does not count.
pub(crate) fn held(text: &str, secrets: &[String]) -> bool {
    let secrets = secrets.iter().filter(|secret| !secret.is_empty());
    let secrets: Vec<String> = secrets.flat_map(|secret| spellings(lower(secret))).collect();
    let holds = |text: &str| {
        let text = lower(text);
        secrets.iter().any(|secret| text.contains(secret))
    };
    let holds_decoded = |text: &str| {
        let mut text = Cow::Borrowed(text);
        // An address may carry another one in its query, which is encoded twice then.
        for _ in 0..3 {
            let decoded = percent_decode(&text);
            if decoded == text.as_bytes() {
                break;
            }
            text = Cow::Owned(String::from_utf8_lossy(&decoded).into_owned());
            if holds(&text) {
                return true;
            }
        }
        false
    };
    let markup = |text: &str| {
        REFERENCES.iter().fold(text.to_owned(), |text, (written, c)| text.replace(written, c))
    };
    !secrets.is_empty()
        && [text, &text.replace('+', " "), &markup(text)]
            .into_iter()
            .any(|text| holds(text) || holds_decoded(text))
}

/// A secret as it is, inside of a string of JSON, and inside of a string of JSON there.
fn spellings(secret: String) -> [String; 3] {
    let quoted = |text: &str| {
        let json = Json::string(text);
        let inside = json.as_json().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        inside.unwrap_or_default().to_owned()
    };
    let once = quoted(&secret);
    let twice = quoted(&once);
    [secret, once, twice]
}

/// In lower case, by the runtime: it has the tables of Unicode.
fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn secrets_are_found_however_they_are_written() {
        // A text, a secret, and whether the one holds the other.
        let table = [
            ("ENOTFOUND hunter2.invalid", "hunter2", true),
            ("ENOTFOUND hunter2.invalid", "Hunter2", true),
            ("https://a.example/?k=hunter2", "hunter", true),
            ("https://a.example/?k=%68unter2", "hunter2", true),
            ("https://a.example/a%20b%2fc", "a b/c", true),
            ("https://a.example/?k=a+b%2Fc", "a b/c", true),
            ("https://a.example/?k=a+b", "a+b", true),
            ("https://a.example/?to=%3Fk%3Da%2520b", "a b", true),
            ("https://a.example/?k=Jos%C3%A9", "josé", true),
            ("100%", "100%", true),
            ("%zz%", "%ZZ", true),
            (r#"sent {"k":"a \"b\""}"#, "a \"b\"", true),
            (r#"{"body":"{\"k\":\"a\\tb\"}"}"#, "a\tb", true),
            ("<p>a &lt;&amp;&quot;&#39;</p>", "a <&\"'", true),
            ("&amp;lt;a", "<a", false),
            ("fetch failed", "hunter2", false),
            ("fetch failed", "", false),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(text, secret, want)| held(text, &[(*secret).to_owned()]) != *want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(!held("anything", &[]));
    }
}
