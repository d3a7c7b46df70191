//! What stands between `$'` and `'` (Bash manual, section 3.1.2.4: ANSI-C quoting).

use super::{
    cursor::{Cursor, refused},
    word::Unfinished,
};
use crate::problem::Problem;

/// Reads up to the closing quote, which is read as well; `start` is where the quotes begin.
pub(super) fn ansi(
    cursor: &mut Cursor<'_>,
    start: usize,
    word: &mut Unfinished,
) -> Result<(), Problem> {
    loop {
        let at = cursor.at;
        match cursor.take() {
            Some('\'') => return Ok(()),
            Some('\\') => escape(cursor, at, word)?,
            Some(c) => word.push(c),
            None => {
                let message = "The quote $' is not closed: write ' where it ends.";
                return Err(refused(message, start..start + 2));
            }
        }
    }
}

/// What a backslash stands for together with what follows it.
fn escape(cursor: &mut Cursor<'_>, start: usize, word: &mut Unfinished) -> Result<(), Problem> {
    let Some(c) = cursor.take() else { return Ok(()) };
    let byte = match c {
        'a' => 0x07,
        'b' => 0x08,
        'e' | 'E' => 0x1B,
        'f' => 0x0C,
        'n' => b'\n',
        'r' => b'\r',
        't' => b'\t',
        'v' => 0x0B,
        '\\' | '\'' | '"' | '?' => c as u8,
        'c' => cursor.take().map_or(0, |control| control as u8 & 0x1F),
        '0'..='7' => {
            cursor.at -= 1;
            number(cursor, 3, 8) as u8
        }
        'x' | 'u' | 'U' => {
            let digits = match c {
                'x' => 2,
                'u' => 4,
                _ => 8,
            };
            if !cursor.peek().is_some_and(|digit| digit.is_ascii_hexdigit()) {
                word.push('\\');
                word.push(c);
                return Ok(());
            }
            let number = number(cursor, digits, 16);
            if c != 'x' {
                return character(cursor, number, start, word);
            }
            number as u8
        }
        other => {
            word.push('\\');
            word.push(other);
            return Ok(());
        }
    };
    if byte == 0 {
        return Err(refused("A word of a command cannot hold NUL: remove it.", start..cursor.at));
    }
    word.push_byte(byte);
    Ok(())
}

/// The digits that come next, at most so many.
fn number(cursor: &mut Cursor<'_>, most: usize, radix: u32) -> u32 {
    let mut number = 0;
    for _ in 0..most {
        let Some(digit) = cursor.peek().and_then(|c| c.to_digit(radix)) else { break };
        number = number * radix + digit;
        cursor.take();
    }
    number
}

/// A character by its number; browsers write those beyond U+FFFF as two halves.
fn character(
    cursor: &mut Cursor<'_>,
    number: u32,
    start: usize,
    word: &mut Unfinished,
) -> Result<(), Problem> {
    let mut code = number;
    if (0xD800..0xDC00).contains(&number) && cursor.eat("\\u") {
        let low = self::number(cursor, 4, 16);
        if (0xDC00..0xE000).contains(&low) {
            code = 0x10000 + ((number - 0xD800) << 10) + (low - 0xDC00);
        }
    }
    match char::from_u32(code).filter(|c| *c != '\0') {
        Some(c) => {
            word.push(c);
            Ok(())
        }
        None => Err(refused("This names no character: correct its digits.", start..cursor.at)),
    }
}
