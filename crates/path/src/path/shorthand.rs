//! The shorthand of a path: what a name may be in it, and how the way to a node is written.

use super::normalized::{bracketed, indexed};
use crate::document::tree::Step;

/// Writes the path that people write: dots where a name allows it, brackets elsewhere.
///
/// ```
/// use switchhook_path::{Step, shorthand};
///
/// let steps = [Step::Name("data".into()), Step::Index(0), Step::Name("user name".into())];
/// assert_eq!(shorthand(&steps), "data[0]['user name']");
/// assert_eq!(shorthand(&[]), "$");
/// ```
pub fn shorthand(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Name(name) => member(&mut path, name, is_name),
            Step::Index(index) => indexed(&mut path, *index),
        }
    }
    if path.is_empty() { "$".to_owned() } else { path }
}

/// Goes on to a member: behind a dot where the name is plain, in brackets otherwise.
pub(crate) fn member(path: &mut String, name: &str, is_plain: fn(&str) -> bool) {
    if !is_plain(name) {
        return bracketed(path, name);
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

/// Whether a name needs no brackets in the shorthand.
pub(crate) fn is_name(name: &str) -> bool {
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        return !name.is_empty();
    }
    name.starts_with(begins_name) && name.chars().all(|next| next == '-' || continues_name(next))
}

/// Whether a name needs no brackets behind `$` (RFC 9535 §2.5.1.1, member-name-shorthand).
pub(crate) fn is_strict_name(name: &str) -> bool {
    name.starts_with(begins_name) && name.chars().all(continues_name)
}

/// RFC 9535: name-first.
pub(crate) fn begins_name(character: char) -> bool {
    character.is_ascii_alphabetic() || character == '_' || !character.is_ascii()
}

/// RFC 9535: name-char.
pub(crate) fn continues_name(character: char) -> bool {
    begins_name(character) || character.is_ascii_digit()
}
