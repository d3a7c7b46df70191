//! A text as it stands in the source in; the same in the words that the page wants out: its own, or the English ones.
//! Whatever people see or hear goes through here, so that the texts can be listed (`web/tests/strings`).

use std::{cell::RefCell, rc::Rc};

use implicit_clone::unsync::IString;
use switchhook::{Failure, Problem};

/// A text for people. Cheap to clone, and nothing but a pointer where it is one of ours as it stands.
pub type Said = IString;

/// What a page has in place of a text: the text and its values go in. None where it has nothing better.
pub type Speaker = Rc<dyn Fn(&str, &[(&str, &str)]) -> Option<String>>;

/// Whether a page may have words of its own. What it takes is left out where none may.
const SPEAKS: bool = cfg!(any(feature = "strings", test));

thread_local! {
    // An element has an instance of the module for itself, and so words of its own.
    static SPEAKER: RefCell<Option<Speaker>> = const { RefCell::new(None) };
}

/// From now on, texts are said by this speaker; in English by none.
pub fn speak(speaker: Option<Speaker>) {
    SPEAKER.set(speaker);
}

/// A text in the page's words. Values have names, and stand in the text as `{name}`:
/// `say!("{mapped} of {all} mapped", mapped, all = &count.to_string())`.
macro_rules! say {
    ($text:literal) => { $crate::model::say::fixed($text) };
    ($text:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::model::say::said(
            $text,
            &[$((stringify!($name), $crate::model::say::say!(@value $name $(= $value)?))),*],
        )
    };
    (@value $name:ident) => { ::core::convert::AsRef::<str>::as_ref(&$name) };
    (@value $name:ident = $value:expr) => { ::core::convert::AsRef::<str>::as_ref($value) };
}

/// The same for a number of things: the first text is for one of them, the second one for any other number. The number
/// is their `{count}`.
macro_rules! say_count {
    ($count:expr; $one:literal, $many:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::model::say::counted(
            $count,
            [$one, $many],
            &[$((stringify!($name), $crate::model::say::say!(@value $name $(= $value)?))),*],
        )
    };
}

pub(crate) use {say, say_count};

/// What `say!` says of a text without values.
#[inline(always)]
pub fn fixed(text: &'static str) -> Said {
    if SPEAKS { said(text, &[]) } else { Said::Static(text) }
}

/// What `say!` says of one with values.
pub fn said(text: &'static str, values: &[(&str, &str)]) -> Said {
    match spoken(text, values) {
        Some(words) => words.into(),
        None if values.is_empty() => Said::Static(text),
        None => filled(text, values).into(),
    }
}

/// What `say_count!` says: a function, since numbers are said in many places.
pub fn counted(count: usize, [one, many]: [&'static str; 2], others: &[(&str, &str)]) -> Said {
    let number = count.to_string();
    let mut values = vec![("count", number.as_str())];
    values.extend(others);
    said(if count == 1 { one } else { many }, &values)
}

/// What is wrong with a definition. The page knows it by its code.
pub fn problem(problem: &Problem) -> Said {
    let name = if SPEAKS { problem.code.name() } else { "" };
    foreign("problem.", name, &problem.message)
}

/// Why an outcome is "failed". The page knows it by its reason.
pub fn failure(failure: &Failure) -> Said {
    foreign("failure.", failure.reason.name(), &failure.message)
}

/// A sentence of which the source has no text: it was made elsewhere, of whatever it is about.
pub fn foreign(kind: &str, name: &str, message: &str) -> Said {
    let words = spoken(&[kind, name].concat(), &[("message", message)]);
    words.unwrap_or_else(|| message.to_owned()).into()
}

fn spoken(text: &str, values: &[(&str, &str)]) -> Option<String> {
    if !SPEAKS {
        return None;
    }
    // Nothing is borrowed while the page speaks: it may hand in other words by that.
    let speaker = SPEAKER.with_borrow(Clone::clone)?;
    speaker(text, values)
}

/// The text with its values in their places. What is in a value is no place.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((name, behind)) = after.split_once('}')
    {
        filled.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{foreign, speak};

    #[test]
    fn texts_are_english_unless_the_page_speaks() {
        let (name, count) = ("{count}", 2);
        let all = || {
            [
                say!("Undo").to_string(),
                say!("{name} and {count} more", name, count = &count.to_string()).to_string(),
                say_count!(1; "{count} row", "{count} rows").to_string(),
                say_count!(count; "{count} row of {name}", "{count} rows of {name}", name)
                    .to_string(),
                foreign("problem.", "bad-url", "No URL.").to_string(),
            ]
        };
        let english = ["Undo", "{count} and 2 more", "1 row", "2 rows of {count}", "No URL."];
        assert_eq!(all(), english);
        speak(Some(Rc::new(|text, values| match text {
            "Undo" => Some("Zurück".to_owned()),
            "{count} rows of {name}" => Some(format!("{values:?}")),
            "problem.bad-url" => Some(format!("Oh: {}", values[0].1)),
            _ => None,
        })));
        let both = r#"[("count", "2"), ("name", "{count}")]"#;
        assert_eq!(all(), ["Zurück", english[1], "1 row", both, "Oh: No URL."]);
        speak(None);
        assert_eq!(all(), english);
    }
}
