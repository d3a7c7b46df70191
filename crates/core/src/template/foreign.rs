//! A template in, the places out where the syntax of another tool stands: `{{name}}` and `${a.b}` are text here.

use super::{Fault, parse::name};
use crate::problem::Code;

/// Warns of `{{name}}` and of `${…}` around something that is no parameter name.
pub(crate) fn foreign_syntax(template: &str) -> Vec<Fault> {
    let doubled = enclosed(template, "{{", "}}");
    let dotted = enclosed(template, "${", "}").filter(|(_, inner)| name(inner) != Some(inner));
    let mut faults: Vec<Fault> = doubled
        .chain(dotted)
        .map(|(start, inner)| {
            let closing = if template.get(start..).is_some_and(|rest| rest.starts_with("{{")) {
                2
            } else {
                1
            };
            let message = match name(inner.trim()) {
                Some(name) => {
                    format!("This is sent as it stands: a parameter is written ${name} here.")
                }
                None => "This is sent as it stands: a parameter is written $NAME here.".to_owned(),
            };
            Fault::new(Code::ForeignSyntax, message, start..start + 2 + inner.len() + closing)
        })
        .collect();
    faults.sort_by_key(|fault| fault.range.start);
    faults
}

/// The short one-line texts between two marks, with the offset of the opening one.
fn enclosed<'t>(
    template: &'t str,
    open: &'t str,
    close: &'t str,
) -> impl Iterator<Item = (usize, &'t str)> {
    template.match_indices(open).filter_map(move |(start, _)| {
        let inside = template.get(start + open.len()..)?;
        let inner = inside.get(..inside.find(close)?)?;
        let plausible = name(inner.trim()).is_some()
            && inner.chars().all(|c| c.is_alphanumeric() || " _.-[]'".contains(c));
        plausible.then_some((start, inner))
    })
}
