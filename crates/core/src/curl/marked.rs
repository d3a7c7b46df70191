//! Text of a command with parameters in it, and the template that it becomes.
//!
//! A parameter stands as its name between two NULs, which no command can hold: so such text can be searched and split
//! like any other.

use crate::parameter::is_parameter_name;

/// What stands before and behind a parameter's name.
pub(super) const MARK: char = '\0';

/// A parameter as it stands in marked text.
pub(super) fn parameter(name: &str) -> String {
    format!("{MARK}{name}{MARK}")
}

/// Whether text has a parameter in it.
pub(super) fn has_parameter(marked: &str) -> bool {
    marked.contains(MARK)
}

/// The same text, its parts between the parameters changed.
pub(super) fn map_text(marked: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(marked.len());
    // Every second piece is a name.
    for (index, piece) in marked.split(MARK).enumerate() {
        out.push_str(&if index % 2 == 0 { change(piece) } else { parameter(piece) });
    }
    out
}

/// The template (DESIGN: templates) that says the same: `$$` where a dollar would read as a parameter.
pub(super) fn template(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len());
    let mut pieces = marked.split(MARK).enumerate().peekable();
    while let Some((index, piece)) = pieces.next() {
        let next = pieces.peek().map(|(_, next)| *next);
        if index % 2 == 1 {
            let goes_on = |c: char| c.is_ascii_alphanumeric() || c == '_';
            match next.is_some_and(|next| next.starts_with(goes_on)) {
                true => out.push_str(&format!("${{{piece}}}")),
                false => out.push_str(&format!("${piece}")),
            }
            continue;
        }
        let mut characters = piece.chars().peekable();
        while let Some(c) = characters.next() {
            out.push(c);
            let reads_on = match characters.peek() {
                Some(after) => after.is_ascii_alphabetic() || "_{$".contains(*after),
                None => next.is_some(),
            };
            if c == '$' && reads_on {
                out.push('$');
            }
        }
    }
    out
}

/// Text in which `{{name}}`, as Postman and Insomnia write them, are parameters.
pub(super) fn with_braces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once("{{") {
        out.push_str(before);
        let end = inside.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == ' '));
        let found =
            inside.split_at_checked(end.unwrap_or(inside.len())).and_then(|(name, after)| {
                let name = Some(name.trim_matches(' ')).filter(|name| is_parameter_name(name))?;
                Some((name, after.strip_prefix("}}")?))
            });
        match found {
            Some((name, after)) => {
                out.push_str(&parameter(name));
                rest = after;
            }
            None => {
                // `{{{name}}}` has one brace more.
                out.push('{');
                rest = rest.get(before.len() + 1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}
