//! Template text in, tokens out: `$NAME`, `${NAME}`, `$$`; any other `$` is text.

use std::ops::Range;

/// A piece of a template's text, and the bytes that it takes there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// Text, with `$$` already turned into `$`.
    Text { text: String, range: Range<usize> },
    /// A parameter.
    Parameter { name: String, range: Range<usize> },
}

/// Splits a template into text and parameters.
pub(crate) fn tokens(template: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(found) = template.get(start..).and_then(|rest| rest.find('$')) {
        let dollar = start + found;
        push_text(&mut tokens, template, start..dollar);
        let after = template.get(dollar + 1..).unwrap_or_default();
        if let Some((name, length)) = parameter(after) {
            let range = dollar..dollar + 1 + length;
            tokens.push(Token::Parameter { name: name.to_owned(), range: range.clone() });
            start = range.end;
        } else {
            start = dollar + if after.starts_with('$') { 2 } else { 1 };
            tokens.push(Token::Text { text: "$".to_owned(), range: dollar..start });
        }
    }
    push_text(&mut tokens, template, start..template.len());
    tokens
}

/// The bytes that each parameter takes in a template, `$` and braces included: for editors that colour them.
pub fn parameter_ranges(template: &str) -> Vec<Range<usize>> {
    let tokens = tokens(template).into_iter();
    let parameters = tokens.filter_map(|token| match token {
        Token::Text { .. } => None,
        Token::Parameter { range, .. } => Some(range),
    });
    parameters.collect()
}

/// The name that follows a `$`, and how many bytes it takes with its braces.
fn parameter(after: &str) -> Option<(&str, usize)> {
    match after.strip_prefix('{') {
        Some(inside) => {
            let name = name(inside)?;
            inside.get(name.len()..)?.starts_with('}').then_some((name, name.len() + 2))
        }
        None => name(after).map(|name| (name, name.len())),
    }
}

/// The parameter name at the start of a text.
pub(crate) fn name(text: &str) -> Option<&str> {
    let end = text.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'_'));
    let name = text.get(..end.unwrap_or(text.len()))?;
    name.bytes().next().filter(|first| !first.is_ascii_digit()).map(|_| name)
}

fn push_text(tokens: &mut Vec<Token>, template: &str, range: Range<usize>) {
    match template.get(range.clone()) {
        Some(text) if !text.is_empty() => tokens.push(Token::Text { text: text.to_owned(), range }),
        _ => (),
    }
}
