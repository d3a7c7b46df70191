//! A path and a document: what is selected is what others select, and is found again by its place.

use serde_json::Value;
use serde_json_path::JsonPath;
use switchhook_path::{Document, Format, Path, limits, steps};

use crate::oracle::path::{exists_where_it_counts, leads_back};

/// A path, a line break, and a document, which is XML where it begins with `<`.
pub fn evaluate(input: &[u8]) {
    let Ok(input) = std::str::from_utf8(input) else { return };
    let Some((text, body)) = input.split_once('\n') else { return };
    let format = if body.starts_with('<') { Format::Xml } else { Format::Json };
    let Ok(path) = Path::parse(text) else { return };
    let Ok(document) = Document::from_text(format, body) else { return };
    match steps(&document, &path) {
        Ok(steps) => assert!(steps <= limits::STEPS),
        Err(error) => assert!(error.message().ends_with('.')),
    }
    if steps(&document, &path).is_ok_and(|steps| steps < 20_000) {
        leads_back(&document, &path, 10);
        if text.starts_with(['$', '.', '[']) {
            exists_where_it_counts(&document, "$..*", text.trim_start_matches('$'));
        }
        compare(&path, text, &document, body);
    }
}

/// What others select: as many of each value. Of a repeated name they know another place, so that the
/// order may differ.
fn compare(path: &Path, text: &str, document: &Document, body: &str) {
    // Others have other patterns, count in doubles, recurse without a limit, and do not find nothing
    // at least as large as nothing (RFC 9535 §2.3.5.2.2).
    let long_number =
        |text: &str| text.split(|next: char| !next.is_ascii_digit()).any(|n| n.len() > 15);
    let exponent = text.contains(['e', 'E']) || body.contains(['e', 'E']);
    if !text.starts_with('$')
        || ["match", "search", "<=", ">="].iter().any(|name| text.contains(name))
        || [text, body].into_iter().any(long_number)
        || (exponent && body.bytes().any(|byte| byte.is_ascii_digit()))
        || text.matches(['(', '[', '?']).count() > 40
    {
        return;
    }
    let (Ok(value), Ok(theirs)) = (serde_json::from_str::<Value>(body), JsonPath::parse(text))
    else {
        return;
    };
    let Ok(ours) = document.nodes(path) else { return };
    let ours = ours.iter().map(|node| serde_json::from_str::<Value>(node.value().as_json()));
    let mut ours: Vec<String> = ours.map(|value| value.unwrap().to_string()).collect();
    let mut theirs: Vec<String> =
        theirs.query(&value).all().into_iter().map(Value::to_string).collect();
    ours.sort();
    theirs.sort();
    assert_eq!(ours, theirs);
}
