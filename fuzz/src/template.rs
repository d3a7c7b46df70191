//! Any template and any values: what is built parses to the template's structure, with the values as data.

use crate::built::{body, url};

/// A line that says where the template stands, a line for each of `$A` and `$B`, and the template. A `\n` in a value is
/// a line feed.
pub fn template(input: &[u8]) {
    let Ok(input) = std::str::from_utf8(input) else { return };
    let mut parts = input.splitn(4, '\n');
    let mut part = || parts.next().unwrap_or_default();
    let (place, a, b, template) = (part(), part(), part(), part());
    let [a, b] = [a, b].map(|value| value.replace("\\n", "\n"));
    // Stand for values in what others read.
    if input.contains(['\u{E000}', '\u{E001}']) {
        return;
    }
    let _ = match place {
        "url" => url::keeps(template, &a, &b),
        "field" => {
            let (name, value) = template.split_once('=').unwrap_or(("x", template));
            body::keeps_fields(name, value.trim(), &a, &b)
        }
        // White space at the beginning of a text may be no text to HTML, and no text is none.
        "html" if [&a, &b].into_iter().any(|value| is_blank_at_first(value)) => false,
        kind @ ("json" | "xml" | "html" | "text") => body::keeps(kind, template, &a, &b),
        _ => false,
    };
}

fn is_blank_at_first(value: &str) -> bool {
    value.bytes().next().is_none_or(|byte| byte.is_ascii_whitespace())
}
