//! A command for a POSIX shell in, its words out; nothing is expanded, and nothing is run (POSIX.1-2017, Shell Command
//! Language, section 2.2: quoting).
//!
//! What people paste is not always what a shell would take: lines that lost their backslash, a URL with `&` that has no
//! quotes, the line ends of PowerShell. Where it is plain what was meant, it is read so.

use super::{
    ansi::ansi,
    cursor::{Cursor, partly, refused},
    word::{Unfinished, Word},
};
use crate::{
    parameter::{is_reserved, not_a_name},
    problem::Problem,
    template::parameter_name,
};

/// Words, and what is left out.
pub(super) struct Split {
    pub(super) words: Vec<Word>,
    pub(super) warnings: Vec<Problem>,
}

/// Splits a command into words, from a byte of it on.
pub(super) fn words(source: &str, start: usize) -> Result<Split, Problem> {
    let mut shell = Shell { cursor: Cursor::new(source, start), warnings: Vec::new() };
    let mut words = Vec::new();
    while shell.goes_on(words.is_empty())? {
        words.push(shell.word()?);
    }
    Ok(Split { words, warnings: shell.warnings })
}

struct Shell<'s> {
    cursor: Cursor<'s>,
    warnings: Vec<Problem>,
}

impl Shell<'_> {
    /// Goes to where the next word of the command begins; false at its end.
    fn goes_on(&mut self, is_first: bool) -> Result<bool, Problem> {
        loop {
            if self.line_goes_on() || self.redirection()? {
                continue;
            }
            match self.cursor.peek() {
                None => return Ok(false),
                Some(c) if is_blank(c) => _ = self.cursor.take(),
                Some('#') => {
                    let line = self.cursor.rest().find('\n');
                    self.cursor.at += line.unwrap_or(self.cursor.rest().len());
                }
                Some('\n') => {
                    let next = self.cursor.rest().trim_start();
                    // A line that begins with an option has lost the backslash before it.
                    if !is_first && !next.is_empty() && !next.starts_with(['-', '#']) {
                        self.leaves_out("The lines after the command are not imported.");
                        return Ok(false);
                    }
                    self.cursor.take();
                }
                Some(c @ ('|' | '&' | ';')) => {
                    let after = self.cursor.rest().trim_start_matches(['|', '&', ';']);
                    if !after.trim().is_empty() {
                        self.leaves_out(&format!("What stands behind “{c}” is not imported."));
                    }
                    return Ok(false);
                }
                Some(_) => return Ok(true),
            }
        }
    }

    /// Goes over a backslash, or a backtick of PowerShell, with the end of its line.
    fn line_goes_on(&mut self) -> bool {
        let Some(after) = self.cursor.rest().strip_prefix(['\\', '`']) else { return false };
        let rest = after.trim_start_matches([' ', '\t']).trim_start_matches('\r');
        // Spaces behind a backslash are seen by nobody, and meant by nobody.
        let goes_on = rest.starts_with('\n');
        if goes_on {
            self.cursor.at += self.cursor.rest().len() - rest.len() + 1;
        }
        goes_on
    }

    /// Goes over `> file` and its like.
    fn redirection(&mut self) -> Result<bool, Problem> {
        let rest = self.cursor.rest();
        let mark = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '&');
        if mark.starts_with('<') && (rest.starts_with('<') || !rest.starts_with('&')) {
            let message = "The command reads from a file or from other lines, which an import cannot: put the text itself into the command.";
            return Err(refused(message, self.cursor.ahead(1)));
        }
        if !mark.starts_with('>') {
            return Ok(false);
        }
        self.cursor.at += rest.len() - mark.trim_start_matches(['>', '&', '|']).len();
        while self.cursor.peek().is_some_and(is_blank) {
            self.cursor.take();
        }
        if self.cursor.peek().is_some_and(|c| c != '\n') {
            self.word()?;
        }
        self.leaves_out("Nothing is written to a file: “>” is not imported.");
        Ok(true)
    }

    fn leaves_out(&mut self, message: &str) {
        self.warnings.push(partly("", message));
    }

    fn word(&mut self) -> Result<Word, Problem> {
        let mut word = Unfinished::new(self.cursor.at);
        while let Some(c) = self.cursor.peek() {
            let start = self.cursor.at;
            if is_blank(c) || matches!(c, '\n' | '|' | ';' | '<' | '>') {
                break;
            }
            match c {
                '\'' | '"' => {
                    word.end_run(start)?;
                    self.cursor.take();
                    if c == '"' {
                        self.double(start, &mut word)?
                    } else {
                        self.single(start, &mut word)?
                    }
                    word.end_run(self.cursor.at)?;
                }
                '\\' | '`' if self.line_goes_on() => (),
                '\\' => {
                    self.cursor.take();
                    word.push(self.cursor.take().unwrap_or(c));
                }
                '`' => return Err(self.substitution()),
                '$' => self.dollar(true, &mut word)?,
                '&' if !self.is_inside_word() => break,
                '“' | '”' | '„' | '‘' | '’' | '‚' => return Err(self.curly(c)),
                '–' | '—' if start == word.start() => return Err(self.dash(c)),
                _ => {
                    self.cursor.take();
                    word.push(c);
                }
            }
        }
        word.finish(self.cursor.at)
    }

    /// A URL that was pasted without quotes has `&` inside; a shell would end the command there.
    fn is_inside_word(&mut self) -> bool {
        let next = self.cursor.rest().chars().nth(1);
        let inside = next.is_some_and(|c| c.is_ascii_alphanumeric() || "$_%[{".contains(c));
        if inside {
            self.leaves_out("A shell would end the command at “&”: it is imported as a part of the text that it stands in.");
        }
        inside
    }

    fn single(&mut self, start: usize, word: &mut Unfinished) -> Result<(), Problem> {
        loop {
            match self.cursor.take() {
                Some('\'') => return Ok(()),
                Some(c) => word.push(c),
                None => return Err(unclosed('\'', start)),
            }
        }
    }

    fn double(&mut self, start: usize, word: &mut Unfinished) -> Result<(), Problem> {
        while let Some(c) = self.cursor.peek() {
            match c {
                '"' => {
                    self.cursor.take();
                    return Ok(());
                }
                '\\' => {
                    self.cursor.take();
                    if self.cursor.eat_line_end() {
                        continue;
                    }
                    match self.cursor.peek() {
                        Some(escaped @ ('$' | '`' | '"' | '\\')) => {
                            self.cursor.take();
                            word.push(escaped);
                        }
                        _ => word.push('\\'),
                    }
                }
                '`' => return Err(self.substitution()),
                '$' => self.dollar(false, word)?,
                _ => {
                    self.cursor.take();
                    word.push(c);
                }
            }
        }
        Err(unclosed('"', start))
    }

    /// A dollar that a shell looks at: a parameter, or the start of something that only a shell can do.
    fn dollar(&mut self, is_bare: bool, word: &mut Unfinished) -> Result<(), Problem> {
        let start = self.cursor.at;
        self.cursor.take();
        if is_bare && self.cursor.eat("'") {
            word.end_run(start)?;
            ansi(&mut self.cursor, start, word)?;
            return word.end_run(self.cursor.at);
        }
        let braced = self.cursor.eat("{");
        if let Some(name) = parameter_name(self.cursor.rest()) {
            self.cursor.at += name.len();
            if is_reserved(name) {
                let message = format!("“{name}” {}.", not_a_name(name));
                return Err(refused(message, start..self.cursor.at));
            }
            if !braced || self.cursor.eat("}") {
                word.push_parameter(name);
                return Ok(());
            }
        }
        if braced {
            let message = "Of a shell's variables only ${NAME} can be imported: write the value, or a parameter.";
            return Err(refused(message, start..self.cursor.at));
        }
        match self.cursor.peek() {
            Some('(') => {
                self.cursor.at = start;
                return Err(self.substitution());
            }
            Some('"') if is_bare => (),
            Some(c) if c.is_ascii_digit() || "$?#!@*".contains(c) => {
                self.leaves_out(&format!(
                    "A shell would write something else in place of “${c}”: it is imported as it stands."
                ));
                word.push('$');
            }
            _ => word.push('$'),
        }
        Ok(())
    }

    fn substitution(&self) -> Problem {
        let message = "Here a shell would run another command, which an import never does: write what it prints, or a parameter such as $VALUE.";
        let length = if self.cursor.rest().starts_with("$(") { 2 } else { 1 };
        refused(message, self.cursor.ahead(length))
    }

    fn curly(&self, c: char) -> Problem {
        let straight = if "“”„".contains(c) { '"' } else { '\'' };
        let message = format!(
            "{c} is a quote of a text document, and a shell knows straight ones alone: write {straight} instead."
        );
        refused(message, self.cursor.ahead(1))
    }

    fn dash(&self, c: char) -> Problem {
        let message = format!("{c} is a dash of a text document: an option begins with - or --.");
        refused(message, self.cursor.ahead(1))
    }
}

fn unclosed(quote: char, start: usize) -> Problem {
    refused(
        format!("This quote is not closed: write {quote} where it ends."),
        start..start + quote.len_utf8(),
    )
}

/// White space inside of a line; documents have spaces that do not break.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{A0}')
}
