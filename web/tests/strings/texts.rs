//! The files in, the texts that go through `say!` out: each with the names of its values, which stand in it in braces.

use std::collections::BTreeSet;

use crate::source::{File, Token};

/// A text, and where it is said.
pub(crate) struct Text {
    /// The text.
    pub(crate) text: String,
    /// `path:line` of its macro.
    pub(crate) place: String,
    /// The values that its macro has for it.
    pub(crate) values: BTreeSet<String>,
}

/// A macro that says texts: the tokens between its parentheses.
pub(crate) struct Call<'t> {
    /// Whether it is the one for a number of things.
    pub(crate) counts: bool,
    /// Where its first token is.
    pub(crate) from: usize,
    /// Its tokens.
    pub(crate) inside: &'t [(usize, Token)],
}

/// The macros of a file, in their order.
pub(crate) fn calls(file: &File) -> Vec<Call<'_>> {
    let tokens = &file.tokens;
    let is_call = |at: &usize| {
        let name = |name| tokens[*at].1.is_name(name);
        let has =
            |behind: usize, mark| tokens.get(at + behind).is_some_and(|(_, token)| token.is(mark));
        (name("say") || name("say_count")) && has(1, '!') && has(2, '(')
    };
    let call = |at: usize| {
        let from = at + 3;
        let mut depth = 1;
        let length = tokens[from..].iter().position(|(_, token)| {
            depth += i32::from(token.is('(')) - i32::from(token.is(')'));
            depth == 0
        });
        let inside = &tokens[from..from + length.expect("a closing parenthesis")];
        Call { counts: tokens[at].1.is_name("say_count"), from, inside }
    };
    (0..tokens.len()).filter(is_call).map(call).collect()
}

/// The texts of a file.
pub(crate) fn texts(file: &File) -> Vec<Text> {
    let mut found = Vec::new();
    // Where the macros are made, they have no texts.
    for call in calls(file).iter().filter(|_| file.path != "model/say.rs") {
        let parts = parts(call.inside);
        let texts = if call.counts { 2 } else { 1 };
        let first = usize::from(call.counts);
        let mut values: BTreeSet<String> = parts[first + texts..].iter().filter_map(name).collect();
        if call.counts {
            values.insert("count".to_owned());
        }
        let place = format!("{}:{}", file.path, call.inside[0].0);
        for part in &parts[first..first + texts] {
            let [(_, Token::Text(text))] = part else { panic!("{place}: no text of its own") };
            found.push(Text { text: text.clone(), place: place.clone(), values: values.clone() });
        }
    }
    found
}

/// The arguments: what is between commas and semicolons.
fn parts(inside: &[(usize, Token)]) -> Vec<&[(usize, Token)]> {
    let mut depth = 0;
    let parts = inside.split(|(_, token)| {
        depth += "([{".chars().filter(|mark| token.is(*mark)).count() as i32;
        depth -= ")]}".chars().filter(|mark| token.is(*mark)).count() as i32;
        depth == 0 && (token.is(',') || token.is(';'))
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// The name of a value.
fn name(part: &&[(usize, Token)]) -> Option<String> {
    match part.first() {
        Some((_, Token::Name(name))) => Some(name.clone()),
        _ => None,
    }
}

/// The names in braces of a text.
pub(crate) fn places(text: &str) -> BTreeSet<String> {
    let opened = text.split('{').skip(1);
    opened.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}
