//! The words of a command in, the options of curl with their values out.

use std::ops::Range;

use super::{
    cursor::{Refused, refused},
    marked::has_parameter,
    option::{self, Meaning},
    word::Word,
};

/// An option, and its value.
#[derive(Debug)]
pub(super) struct Argument {
    /// As the command writes it: `-d`.
    pub(super) name: String,
    pub(super) meaning: Meaning,
    /// Marked text; empty for an option that takes none.
    pub(super) value: String,
    /// The bytes of option and value.
    pub(super) range: Range<usize>,
}

/// Reads the words that follow `curl`.
pub(super) fn arguments(words: Vec<Word>) -> Result<Vec<Argument>, Refused> {
    let mut arguments = Vec::new();
    let mut words = words.into_iter();
    let mut may_be_option = true;
    while let Some(word) = words.next() {
        let option = word.text.strip_prefix('-').filter(|rest| may_be_option && !rest.is_empty());
        match option.map(|rest| (rest, rest.strip_prefix('-'))) {
            // Behind two dashes alone curl knows no options.
            Some((_, Some(""))) => may_be_option = false,
            Some((_, Some(name))) => {
                let found = option::long(name).ok_or_else(|| unknown(&word, name))?;
                arguments.push(argument(word.text.clone(), found, None, word.range, &mut words)?);
            }
            Some((letters, None)) => bundle(letters, &word, &mut words, &mut arguments)?,
            None => {
                let (name, Word { text: value, range }) = (String::new(), word);
                arguments.push(Argument { name, meaning: Meaning::Url, value, range });
            }
        }
    }
    Ok(arguments)
}

/// Short options in one word: `-sSL`, `-XPOST`, `-sd@file`.
fn bundle(
    letters: &str,
    word: &Word,
    words: &mut impl Iterator<Item = Word>,
    arguments: &mut Vec<Argument>,
) -> Result<(), Refused> {
    let mut letters = letters.chars();
    while let Some(letter) = letters.next() {
        let found = option::short(letter).ok_or_else(|| unknown(word, &letter.to_string()))?;
        let attached = Some(letters.as_str()).filter(|rest| found.1 && !rest.is_empty());
        let attached = attached.map(str::to_owned);
        let (name, range) = (format!("-{letter}"), word.range.clone());
        arguments.push(argument(name, found, attached, range, words)?);
        if found.1 {
            break;
        }
    }
    Ok(())
}

fn argument(
    name: String,
    (meaning, takes_value): option::Found,
    attached: Option<String>,
    range: Range<usize>,
    words: &mut impl Iterator<Item = Word>,
) -> Result<Argument, Refused> {
    let (value, range) = match attached {
        Some(value) => (value, range),
        None if takes_value => {
            let Some(next) = words.next() else {
                return Err(refused(format!("{name} has no value: write it behind."), range));
            };
            (next.text, range.start..next.range.end)
        }
        None => (String::new(), range),
    };
    Ok(Argument { name, meaning, value, range })
}

fn unknown(word: &Word, name: &str) -> Refused {
    let known = name.split_once('=').filter(|(name, _)| option::long(name).is_some());
    let message = match known {
        Some((name, _)) => {
            format!("curl takes no “=” behind an option: write --{name}, a space and the value.")
        }
        None if has_parameter(&word.text) => {
            "An option cannot come from a parameter: write it out.".to_owned()
        }
        None if word.text.starts_with("--") => {
            format!("--{name} is no option of curl that is known here: remove it, or correct it.")
        }
        None => {
            format!("-{name} is no option of curl that is known here: remove it, or correct it.")
        }
    };
    refused(message, word.range.clone())
}
