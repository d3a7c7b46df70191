//! A body that is not of its format in, the sentence that says what came instead out.

use super::Format;
use super::json::tape::Tape;
use crate::unreadable::{Place, Unreadable};

/// Characters of the body that a message shows.
const SHOWN: usize = 80;

/// How far into a body a prefix before JSON is looked for.
const PREFIX: usize = 200;

/// Says what is wrong: what came instead where that can be told, otherwise the fault.
pub(crate) fn instead(format: Format, text: &str, place: Place, what: &str) -> Unreadable {
    let start = text.trim_start();
    if start.is_empty() {
        let came = if text.is_empty() { "empty" } else { "nothing but white space" };
        return sentence(place, format!("The body is {came}, not {}, at {place}.", format.name()));
    }
    let shown = shown(start);
    let message = match (format, came(format, start)) {
        (_, Some(came)) => {
            let first = Place::of(text, text.len() - start.len());
            return sentence(first, format!("The body {came}, at {first}: “{shown}”."));
        }
        (Format::Json, None) => {
            format!("The body is not JSON: {what}, at {place}. It begins “{shown}”.")
        }
        (Format::Xml, None) => {
            format!("The body is not well-formed XML: {what}, at {place}. It begins “{shown}”.")
        }
    };
    sentence(place, message)
}

fn sentence(place: Place, message: String) -> Unreadable {
    Unreadable { message, line: place.line, column: place.column }
}

/// What a body is instead, where its beginning gives it away. White space is gone from it.
fn came(format: Format, start: &str) -> Option<String> {
    let expected = format.name();
    if is_html(start) {
        let title = title(start).map(|title| format!(" (“{title}”)")).unwrap_or_default();
        return Some(format!("is an HTML page{title}, not {expected}"));
    }
    match format {
        Format::Json if is_xml(start) => Some(format!("is XML, not {expected}")),
        Format::Json => {
            let prefix = prefix(start)?;
            Some(format!("is JSON behind a prefix, “{}”", shown(prefix.trim_end())))
        }
        Format::Xml if start.starts_with(['{', '[']) => {
            Tape::parse(start.to_owned()).is_ok().then(|| format!("is JSON, not {expected}"))
        }
        Format::Xml => None,
    }
}

fn is_html(start: &str) -> bool {
    let begins = |prefix: &str| {
        let (begin, rest) = start.split_at_checked(prefix.len()).unwrap_or_default();
        // `<header>` and `<bodyPart>` are elements of somebody's own.
        begin.eq_ignore_ascii_case(prefix)
            && rest.starts_with(|next: char| next.is_ascii_whitespace() || next == '>')
    };
    begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body")
}

fn is_xml(start: &str) -> bool {
    let mut characters = start.chars();
    characters.next() == Some('<')
        && characters.next().is_some_and(|next| {
            next.is_ascii_alphabetic() || !next.is_ascii() || "?!_".contains(next)
        })
}

fn title(html: &str) -> Option<String> {
    let begin: String = html.chars().take(4096).collect();
    // Lower case of ASCII alone keeps every offset.
    let lower = begin.to_ascii_lowercase();
    let open = lower.find("<title")?;
    let start = open + lower.get(open..)?.find('>')? + 1;
    let end = start + lower.get(start..)?.find("</title")?;
    let title = shown(begin.get(start..end)?.trim());
    (!title.is_empty()).then_some(title)
}

/// What stands before a JSON text that is otherwise whole: a guard against script inclusion, the
/// name of a callback. A string is none, which may be as long as the body.
fn prefix(start: &str) -> Option<&str> {
    let end = start.char_indices().nth(PREFIX).map_or(start.len(), |(at, _)| at);
    let at = start.get(..end)?.find(['{', '['])?;
    let (prefix, rest) = start.split_at_checked(at)?;
    let json = rest.trim_end().trim_end_matches([';', ')']);
    let is_prefix = at > 0 && !prefix.starts_with('"') && Tape::parse(json.to_owned()).is_ok();
    is_prefix.then_some(prefix)
}

/// The beginning of a text on one line; white space and control characters become one space.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars().take(SHOWN) {
        if !(character.is_whitespace() || character.is_control()) {
            shown.push(character);
        } else if !shown.ends_with(' ') {
            shown.push(' ');
        }
    }
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
