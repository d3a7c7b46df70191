//! A template and where the caret stands in; the parameter that is being typed there, and the template once it is chosen.

use std::ops::Range;

use crate::model::draft::Text;

/// Most names that are offered.
const OFFERED: usize = 50;

/// A parameter that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// Its bytes in the template, from the `$` to the end of the name.
    pub range: Range<usize>,
    /// The part of its name that stands before the caret.
    pub name: String,
}

/// The parameter that is being typed before a caret at this byte.
pub fn typing(text: &str, caret: usize) -> Option<Typing> {
    let before = text.get(..caret)?;
    let start = before.len() - before.bytes().rev().take_while(|byte| in_name(*byte)).count();
    let name = before.get(start..)?;
    let head = before.get(..start)?;
    let dollar = head.strip_suffix('{').unwrap_or(head).strip_suffix('$')?;
    // `$$` is a dollar that begins no parameter.
    let dollars = dollar.bytes().rev().take_while(|byte| *byte == b'$').count();
    if dollars % 2 == 1 || name.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let after = text.get(caret..)?.bytes().take_while(|byte| in_name(*byte)).count();
    let mut end = caret + after;
    if head.ends_with('{') && text.get(end..)?.starts_with('}') {
        end += 1;
    }
    Some(Typing { range: dollar.len()..end, name: name.to_owned() })
}

/// The template with this parameter in place of the one that was being typed, and where the caret goes.
pub fn taken(text: &str, typing: &Typing, name: &str) -> Option<(String, usize)> {
    let before = text.get(..typing.range.start)?;
    let after = text.get(typing.range.end..)?;
    let braced = text.get(typing.range.clone())?.starts_with("${")
        || after.bytes().next().is_some_and(in_name);
    let written = if braced { format!("${{{name}}}") } else { format!("${name}") };
    Some((format!("{before}{written}{after}"), before.len() + written.len()))
}

/// The names to offer for what was typed of one: those that begin so come first.
pub fn offers(names: &[Text], typed: &str) -> Vec<Text> {
    let wanted = typed.to_ascii_uppercase();
    let (mut found, mut inside) = (Vec::new(), Vec::new());
    for name in names.iter().filter(|name| ***name != *typed) {
        match name.to_ascii_uppercase().find(&wanted) {
            Some(0) => found.push(name.clone()),
            Some(_) => inside.push(name.clone()),
            None => {}
        }
    }
    found.append(&mut inside);
    found.truncate(OFFERED);
    found
}

/// The byte at which a caret stands that is counted in UTF-16 units, as a page does.
pub fn byte_at(text: &str, units: usize) -> usize {
    let mut seen = 0;
    for (at, letter) in text.char_indices() {
        if seen >= units {
            return at;
        }
        seen += letter.len_utf16();
    }
    text.len()
}

/// The UTF-16 units before a byte.
pub fn units_at(text: &str, byte: usize) -> usize {
    text.get(..byte).unwrap_or(text).chars().map(char::len_utf16).sum()
}

fn in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::{byte_at, offers, taken, typing, units_at};

    /// `|` is the caret; what was typed is answered, and the text after `ID` was chosen.
    #[test]
    fn parameters_are_completed_where_they_stand() {
        let rows = [
            ("a $|", Some(""), "a $ID|"),
            ("a/$OR|", Some("OR"), "a/$ID|"),
            ("a/$O|R/b", Some("O"), "a/$ID|/b"),
            ("a/${O|R}x", Some("O"), "a/${ID}|x"),
            ("a/${|", Some(""), "a/${ID}|"),
            ("é$|x$Y", Some(""), "é$ID|$Y"),
            ("$$|", None, ""),
            ("$$$|", Some(""), "$$$ID|"),
            ("costs $5|", None, ""),
            ("a|$ID", None, ""),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .filter_map(|(drawn, typed, after)| {
                let caret = drawn.find('|')?;
                let text = drawn.replace('|', "");
                let found = typing(&text, caret);
                let chosen = found
                    .as_ref()
                    .and_then(|found| taken(&text, found, "ID"))
                    .map_or(String::new(), |(text, caret)| {
                        format!("{}|{}", &text[..caret], &text[caret..])
                    });
                let found = found.map(|found| found.name);
                (found.as_deref() != *typed || chosen != *after).then_some((drawn, found, chosen))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn offers_begin_with_what_begins_so() {
        let names = ["CUSTOMER_ID", "ID", "id_2", "NAME"].map(Into::into);
        let rows = [
            ("", "CUSTOMER_ID ID id_2 NAME"),
            ("id", "ID id_2 CUSTOMER_ID"),
            ("ID", "id_2 CUSTOMER_ID"),
            ("x", ""),
        ];
        for (typed, expected) in rows {
            assert_eq!(offers(&names, typed).join(" "), expected, "{typed}");
        }
    }

    #[test]
    fn carets_are_counted_in_units_of_the_page() {
        let text = "é😀x";
        for (units, byte) in [(0, 0), (1, 2), (3, 6), (4, 7)] {
            assert_eq!((byte_at(text, units), units_at(text, byte)), (byte, units));
        }
    }
}
