//! JSON text in, what is between its strings and the strings themselves out, by serde_json.

use serde_json::Value;

/// Nothing where it is no JSON. Repeated names stand as they are.
pub(super) fn read(text: &str) -> Option<Vec<String>> {
    serde_json::from_str::<Value>(text).ok()?;
    let mut parts = vec![String::new()];
    let (mut literal, mut escaped) = (None::<String>, false);
    for c in text.chars() {
        match &mut literal {
            None if c == '"' => literal = Some("\"".to_owned()),
            None => parts.last_mut()?.push(c),
            Some(read) => {
                read.push(c);
                if c == '"' && !escaped {
                    parts.push(serde_json::from_str(read).ok()?);
                    parts.push(String::new());
                    literal = None;
                }
                escaped = c == '\\' && !escaped;
            }
        }
    }
    Some(parts)
}
