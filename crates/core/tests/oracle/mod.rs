//! What others make of a request that was built from hostile values: each part of its template holds them as data.
//! Shared with the fuzz targets.

mod html;

mod json;

mod xml;

pub(crate) mod body;

pub(crate) mod receive;

pub(crate) mod url;

use serde_json::{Value, json};
use switchhook::{Node, Values, parameter_ranges, path::Json};

/// Stands for `$A` in what others read; no template holds it.
pub(crate) const A: &str = "\u{E000}";

/// The same for `$B`.
pub(crate) const B: &str = "\u{E001}";

/// The node of a request.
pub(crate) fn node(mut definition: Value) -> Node {
    definition["version"] = json!(1);
    Node::read(&definition.to_string(), vec![])
}

/// The values of `$A` and `$B`.
pub(crate) fn values(a: &str, b: &str) -> Values {
    Values::from([("A".into(), Json::string(a)), ("B".into(), Json::string(b))])
}

/// What a template comes to as plain text.
pub(crate) fn filled(template: &str, a: &str, b: &str) -> String {
    let mut text = String::new();
    let mut end = 0;
    for range in parameter_ranges(template) {
        text += &template[end..range.start].replace("$$", "$");
        text += if template[range.clone()].contains('A') { a } else { b };
        end = range.end;
    }
    text + &template[end..].replace("$$", "$")
}

/// How a text of markup begins in what others read.
const TEXT: &str = "text ";
