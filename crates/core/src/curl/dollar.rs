//! What a shell would expand: a variable becomes a parameter, and all else is refused (POSIX.1-2017, Shell Command
//! Language, section 2.6: word expansions).

use std::ops::Range;

use super::{
    ansi::ansi,
    cursor::{Cursor, Refused, partly, refused},
    word::Unfinished,
};
use crate::{
    parameter::{is_reserved, not_a_name},
    problem::Problem,
    template::parameter_name,
};

/// Reads a dollar with what belongs to it; it is bare outside of quotes.
pub(super) fn dollar(
    cursor: &mut Cursor<'_>,
    is_bare: bool,
    word: &mut Unfinished,
    warnings: &mut Vec<Problem>,
) -> Result<(), Refused> {
    let start = cursor.at;
    cursor.take();
    if is_bare && cursor.eat("'") {
        word.end_run(start)?;
        ansi(cursor, start, word)?;
        return word.end_run(cursor.at);
    }
    let braced = cursor.eat("{");
    if let Some(name) = parameter_name(cursor.rest()) {
        cursor.at += name.len();
        if is_reserved(name) {
            return Err(refused(format!("“{name}” {}.", not_a_name(name)), start..cursor.at));
        }
        if !braced || cursor.eat("}") {
            word.push_parameter(name);
            return Ok(());
        }
    }
    if braced {
        let message =
            "Of a shell's variables only ${NAME} can be imported: write the value, or a parameter.";
        return Err(refused(message, start..cursor.at));
    }
    match cursor.peek() {
        Some('(') => return Err(substitution(start..cursor.at + 1)),
        // A quote in the language of the place: there is only ours.
        Some('"') if is_bare => (),
        Some(c) if c.is_ascii_digit() || "$?#!@*".contains(c) => {
            let message = format!(
                "A shell would write something else in place of “${c}”: it is imported as it stands."
            );
            warnings.push(partly("", message));
            cursor.take();
            word.push('$');
            word.push(c);
        }
        _ => word.push('$'),
    }
    Ok(())
}

/// Refuses a command inside of the command, which begins with these bytes.
pub(super) fn substitution(range: Range<usize>) -> Refused {
    let message = "Here a shell would run another command, which an import never does: write what it prints, or a parameter such as $VALUE.";
    refused(message, range)
}
