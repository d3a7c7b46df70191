//! The way to a node in, its normalized path out (RFC 9535 §2.7).

use std::fmt::Write as _;

use crate::document::tree::Step;

/// Writes a normalized path, the one spelling that each node has.
///
/// ```
/// use switchhook_path::{Step, normalized};
///
/// let steps = [Step::Name("items".into()), Step::Index(0), Step::Name("it's".into())];
/// assert_eq!(normalized(&steps), r"$['items'][0]['it\'s']");
/// ```
pub fn normalized(steps: &[Step]) -> String {
    let mut path = String::from("$");
    for step in steps {
        match step {
            Step::Name(name) => bracketed(&mut path, name),
            Step::Index(index) => indexed(&mut path, *index),
        }
    }
    path
}

/// Writes `['name']`.
pub(crate) fn bracketed(path: &mut String, name: &str) {
    path.push_str("['");
    for character in name.chars() {
        match character {
            '\'' => path.push_str("\\'"),
            '\\' => path.push_str("\\\\"),
            '\u{8}' => path.push_str("\\b"),
            '\t' => path.push_str("\\t"),
            '\n' => path.push_str("\\n"),
            '\u{c}' => path.push_str("\\f"),
            '\r' => path.push_str("\\r"),
            control if control < ' ' => {
                // Writing to a string does not fail.
                let _ = write!(path, "\\u{:04x}", u32::from(control));
            }
            other => path.push(other),
        }
    }
    path.push_str("']");
}

/// Writes `[0]`.
pub(crate) fn indexed(path: &mut String, index: usize) {
    // Writing to a string does not fail.
    let _ = write!(path, "[{index}]");
}
