//! A value of a tape in, its compact JSON text out: white space gone, digits and escapes as written,
//! of a repeated name the last member alone; and compact JSON in, the same indented out.

use switchhook_scan::Sort;

use super::tape::Tape;

/// A container that is being written.
struct Open {
    /// The entry behind it.
    end: u32,
    close: char,
    empty: bool,
    shadowed: Vec<u32>,
}

/// Writes the value of an entry, and stops soon after `limit` bytes: what is cut is no JSON then, and
/// shows every member.
pub(crate) fn compact(tape: &Tape, value: u32, out: &mut String, limit: usize) {
    let mut open: Vec<Open> = Vec::new();
    let mut at = value;
    let end = tape.entry(value).next;
    let mut after_name = false;
    while out.len() <= limit {
        while let Some(closed) = open.pop_if(|container| at >= container.end) {
            out.push(closed.close);
        }
        if at >= end {
            return;
        }
        let entry = tape.entry(at);
        if let Some(container) = open.last_mut().filter(|_| !after_name) {
            if entry.sort.is_name() && container.shadowed.binary_search(&at).is_ok() {
                at = entry.next;
                continue;
            }
            if !container.empty {
                out.push(',');
            }
            container.empty = false;
        }
        after_name = entry.sort.is_name();
        at += 1;
        match entry.sort {
            Sort::Object => {
                out.push('{');
                // To know what is shadowed, one goes through all names: too much for a glimpse.
                let whole = limit == usize::MAX;
                let shadowed = if whole { tape.shadowed(at - 1) } else { Vec::new() };
                open.push(Open { end: entry.next, close: '}', empty: true, shadowed });
            }
            Sort::Array => {
                out.push('[');
                open.push(Open { end: entry.next, close: ']', empty: true, shadowed: Vec::new() });
            }
            Sort::Name | Sort::EscapedName => {
                push(out, tape.raw(at - 1), limit);
                out.push(':');
            }
            _ => push(out, tape.raw(at - 1), limit),
        }
    }
}

/// Adds a name or a scalar, of one longer than the limit its beginning.
fn push(out: &mut String, raw: &str, limit: usize) {
    if raw.len() <= limit {
        out.push_str(raw);
    } else {
        out.extend(raw.chars().take(limit + 1));
    }
}

/// Writes compact JSON on lines of their own, indented by two spaces for each level.
pub(crate) fn indented(compact: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 2);
    let mut level = 0_usize;
    let mut quoted = false;
    let mut characters = compact.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            '\\' if quoted => {
                out.push('\\');
                out.extend(characters.next());
                continue;
            }
            '}' | ']' if !quoted => {
                level = level.saturating_sub(1);
                new_line(&mut out, level);
            }
            _ => (),
        }
        out.push(character);
        match character {
            _ if quoted => (),
            ':' => out.push(' '),
            ',' => new_line(&mut out, level),
            '{' | '[' => match characters.next_if(|next| matches!(next, '}' | ']')) {
                Some(close) => out.push(close),
                None => {
                    level += 1;
                    new_line(&mut out, level);
                }
            },
            _ => (),
        }
    }
    out
}

fn new_line(out: &mut String, level: usize) {
    out.push('\n');
    for _ in 0..level {
        out.push_str("  ");
    }
}
