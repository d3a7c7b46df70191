//! A command for the command prompt of Windows in, its words out: first as `cmd` reads carets, then as the C run time
//! parses arguments (Microsoft: parsing C command-line arguments).

use super::{
    cursor::{Cursor, partly, refused},
    shell::Split,
    word::Unfinished,
};
use crate::problem::Problem;

/// Whether a command is written for `cmd`: outside of a shell's quotes, a caret stands before a quote or a line end, or
/// quotes are doubled.
pub(super) fn is_cmd(source: &str) -> bool {
    let mut cursor = Cursor::new(source, 0);
    let mut quote = None;
    while let Some(c) = cursor.take() {
        match (quote, c) {
            (None, '^') if cursor.rest().starts_with(['"', '\n', '\r']) => return true,
            (None | Some('"' | '$'), '\\') => _ = cursor.take(),
            (None, '$') if cursor.eat("'") => quote = Some('$'),
            (Some('$'), '\'') => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if c == open && c != '$' => {
                if c == '"' && cursor.rest().starts_with('"') {
                    return true;
                }
                quote = None;
            }
            _ => (),
        }
    }
    false
}

/// Splits a command into words, from a byte of it on.
pub(super) fn words(source: &str, start: usize) -> Result<Split, Problem> {
    let (characters, warnings) = without_carets(source, start);
    let mut rest = characters.as_slice();
    let mut words = Vec::new();
    while let Some(((first, at), after)) = rest.split_first() {
        if is_blank(*first) {
            rest = after;
            continue;
        }
        let mut word = Unfinished::new(*at);
        rest = read_word(rest, &mut word)?;
        let end = rest.first().map_or(source.len(), |(_, next)| *next);
        words.push(word.finish(source.get(..end).map_or(end, |text| text.trim_end().len()))?);
    }
    Ok(Split { words, warnings })
}

type Placed = (char, usize);

/// What `cmd` hands on: a caret outside of its quotes makes the next character an ordinary one, and goes over the end
/// of its line.
fn without_carets(source: &str, start: usize) -> (Vec<Placed>, Vec<Problem>) {
    let mut cursor = Cursor::new(source, start);
    let mut characters = Vec::with_capacity(source.len());
    let mut is_quoted = false;
    loop {
        let at = cursor.at;
        let Some(c) = cursor.take() else { break };
        match c {
            '"' => is_quoted = !is_quoted,
            '^' if !is_quoted => {
                cursor.eat_line_end();
                if cursor.eat("\r\n") {
                    characters.push(('\n', at));
                } else if let Some(plain) = cursor.take() {
                    characters.push((plain, at));
                }
                continue;
            }
            '|' | '&' | '<' | '>' | '\n' if !is_quoted => {
                let rest = cursor.rest().trim();
                let warning = partly("", "What stands behind the command is not imported.");
                return (characters, if rest.is_empty() { Vec::new() } else { vec![warning] });
            }
            _ => (),
        }
        characters.push((c, at));
    }
    (characters, Vec::new())
}

/// Reads one word, and gives what follows it.
fn read_word<'c>(characters: &'c [Placed], word: &mut Unfinished) -> Result<&'c [Placed], Problem> {
    let mut rest = characters;
    let mut open = None;
    while let Some(((c, at), after)) = rest.split_first() {
        if is_blank(*c) && open.is_none() {
            break;
        }
        rest = after;
        match c {
            '\\' => {
                let more = rest.iter().take_while(|(c, _)| *c == '\\').count();
                rest = rest.get(more..).unwrap_or_default();
                let is_before_quote = rest.first().is_some_and(|(c, _)| *c == '"');
                let backslashes = if is_before_quote { (more + 1) / 2 } else { more + 1 };
                (0..backslashes).for_each(|_| word.push('\\'));
                if is_before_quote && more % 2 == 0 {
                    word.push('"');
                    rest = rest.get(1..).unwrap_or_default();
                }
            }
            '"' => match (open, rest.split_first()) {
                (Some(_), Some((('"', _), after))) => {
                    word.push('"');
                    rest = after;
                }
                (Some(_), _) => open = None,
                (None, _) => open = Some(*at),
            },
            _ => word.push(*c),
        }
    }
    match open {
        Some(at) => Err(refused("This quote is not closed: write \" where it ends.", at..at + 1)),
        None => Ok(rest),
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r')
}
