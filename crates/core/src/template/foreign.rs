//! A template in, the places out that look like a parameter and are sent as they stand: `{{name}}`, `{name}`,
//! `${a.b}` and `%24NAME`, the syntax of other tools.

use super::{Fault, parse::name};
use crate::problem::Code;

/// The longest text between braces that is looked at.
const LONGEST: usize = 80;

/// Warns of what another tool would take for a parameter.
pub(crate) fn foreign_syntax(template: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut end = 0;
    for (at, _) in template.match_indices(['{', '%']) {
        let found = if at < end { None } else { foreign(template, at) };
        if let Some((start, length, inner)) = found {
            end = start + length;
            let message = match name(inner).filter(|name| *name == inner) {
                Some(name) => {
                    format!("This is sent as it stands: a parameter is written ${name} here.")
                }
                None => "This is sent as it stands: a parameter is written $NAME here.".to_owned(),
            };
            faults.push(Fault::new(Code::ForeignSyntax, message, start..end));
        }
    }
    faults
}

/// Where foreign syntax begins, how long it is, and what it names.
fn foreign(template: &str, at: usize) -> Option<(usize, usize, &str)> {
    let (before, rest) = template.split_at_checked(at)?;
    if let Some(encoded) = rest.strip_prefix("%24") {
        let name = name(encoded)?;
        return Some((at, 3 + name.len(), name));
    }
    if let Some(inside) = rest.strip_prefix("{{") {
        let inner = inner(inside, "}}")?;
        return Some((at, inner.len() + 4, inner.trim()));
    }
    let inner = inner(rest.strip_prefix('{')?, "}")?;
    let is_name = name(inner) == Some(inner);
    match before.strip_suffix('$') {
        // `${NAME}` is a parameter of ours.
        Some(before) => (!is_name).then_some((before.len(), inner.len() + 3, inner)),
        None => is_name.then_some((at, inner.len() + 2, inner)),
    }
}

/// What stands before the closing mark, where it is short and could name something.
fn inner<'t>(inside: &'t str, close: &str) -> Option<&'t str> {
    let plausible = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii() || " _.-[]'".contains(c);
    let (end, _) = inside.char_indices().take(LONGEST).find(|(_, c)| !plausible(*c))?;
    let (inner, rest) = inside.split_at_checked(end)?;
    (rest.starts_with(close) && name(inner.trim()).is_some()).then_some(inner)
}
