//! A pasted command in, the words that follow `curl` out: of a POSIX shell, of PowerShell or of the command prompt of
//! Windows.

use super::{cmd, cursor::refused, shell};
use crate::{limits::IMPORT_BYTES, problem::Problem};

/// Reads the words of a command; without `curl` itself.
pub(super) fn command(source: &str) -> Result<shell::Split, Problem> {
    if source.len() > IMPORT_BYTES {
        let message = format!("The command is longer than {IMPORT_BYTES} bytes: shorten its body.");
        return Err(refused(message, 0..0));
    }
    if let Some(at) = source.find('\0') {
        return Err(refused("A command cannot hold NUL: remove it.", at..at + 1));
    }
    let text = source.trim_start();
    let command = text.strip_prefix("$ ").or_else(|| text.strip_prefix("> ")).unwrap_or(text);
    let start = source.len() - command.len();
    let mut split = match cmd::is_cmd(command) {
        true => cmd::words(source, start)?,
        false => shell::words(source, start)?,
    };
    let Some(first) = split.words.first() else {
        return Err(refused(
            "There is no command: paste one that begins with curl.",
            0..source.len(),
        ));
    };
    let program = first.text.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
    if !matches!(program.as_str(), "curl" | "curl.exe") {
        let message = "This is no cURL command: paste one that begins with curl.";
        return Err(refused(message, first.range.clone()));
    }
    split.words.remove(0);
    Ok(split)
}
