//! Runs other programs: a command goes in, and whether it worked and what it said come out.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// What a program said, and whether it ended well.
pub(crate) struct Ended {
    pub(crate) success: bool,
    pub(crate) text: String,
}

/// Runs a command; shows what it says as it comes, and keeps it.
pub(crate) fn shown(command: &mut Command) -> Result<Ended> {
    run(command, &mut io::stdout().lock())
}

/// Runs a command that a person need not follow. Where it fails, the error is one sentence with
/// the command's own first error line, and the tail of what it said.
pub(crate) fn quiet(command: &mut Command, what: &str) -> Result<String> {
    let ended = run(command, &mut io::sink())?;
    if !ended.success {
        bail!(failed(what, &ended.text));
    }
    Ok(ended.text)
}

/// Like [`quiet`], with what the command says in a file for those who want to follow it.
pub(crate) fn logged(command: &mut Command, what: &str, log: &Path) -> Result<()> {
    let mut file =
        fs::File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
    let ended = run(command, &mut file)?;
    if !ended.success {
        bail!(failed(what, &ended.text));
    }
    Ok(())
}

/// What a program prints, where it can be run and ends well: for questions such as `--version`.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_string();
    output.status.success().then_some(text)
}

/// Standard output and standard error share one pipe, so that their lines stay in order.
fn run(command: &mut Command, echo: &mut dyn Write) -> Result<Ended> {
    let name = command.get_program().to_string_lossy().into_owned();
    let (mut reader, writer) = io::pipe().context("no pipe could be opened")?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("`{name}` could not be started"))?;
    // The command holds the writing ends: reading would never end while it does.
    command.stdout(Stdio::null()).stderr(Stdio::null());

    let mut text = Vec::new();
    let mut block = [0; 8192];
    loop {
        let count = reader.read(&mut block)?;
        if count == 0 {
            break;
        }
        text.extend_from_slice(&block[..count]);
        echo.write_all(&block[..count])?;
        echo.flush()?;
    }
    let success = child.wait()?.success();
    Ok(Ended { success, text: String::from_utf8_lossy(&text).into_owned() })
}

/// One sentence, and under it the last lines of a failed command's output.
fn failed(what: &str, text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let tail = &lines[lines.len().saturating_sub(12)..];
    let tail: String = tail.iter().map(|line| format!("\n    {line}")).collect();
    format!("{what} failed: {}{tail}", first_error(text))
}

/// The line in which a program says what went wrong: the first that begins as an error does, or
/// else the last it said.
fn first_error(text: &str) -> &str {
    const BEGINNINGS: [&str; 5] = ["error", "npm error", "E: ", "fatal", "Error"];
    // npm puts a code, a number and a system call before its sentence.
    const NO_SENTENCE: [&str; 3] = ["npm error code", "npm error errno", "npm error syscall"];
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .clone()
        .filter(|line| !NO_SENTENCE.iter().any(|start| line.starts_with(start)))
        .find(|line| BEGINNINGS.iter().any(|start| line.starts_with(start)))
        .or_else(|| lines.next_back())
        .unwrap_or("it said nothing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_error_line_is_the_sentence() {
        let table = [
            (
                "   Compiling a\nerror: linker `cc` not found\nerror: could not compile",
                "error: linker `cc` not found",
            ),
            (
                "npm error code ENOTFOUND\nnpm error errno ENOTFOUND\nnpm error network no such host",
                "npm error network no such host",
            ),
            (
                "Reading package lists\nE: Unable to locate package chromium",
                "E: Unable to locate package chromium",
            ),
            ("something\nlast words\n\n", "last words"),
            ("", "it said nothing"),
        ];
        let wrong: Vec<_> =
            table.iter().filter(|(text, line)| first_error(text) != *line).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_failure_is_one_sentence_and_a_tail() {
        let text = format!("error: no network\n{}", "Caused by: x\n".repeat(20));
        let message = failed("`cargo install trunk`", &text);
        assert_eq!(message.lines().next(), Some("`cargo install trunk` failed: error: no network"));
        assert_eq!(message.lines().count(), 13);
    }

    #[test]
    fn both_streams_are_kept_in_order() {
        let mut echoed = Vec::new();
        let script =
            "console.log('one'); console.error('two'); console.log('three'); process.exitCode = 3";
        let ended = run(Command::new("node").args(["-e", script]), &mut echoed).expect("node runs");
        assert!(!ended.success);
        assert_eq!(ended.text.lines().collect::<Vec<_>>(), ["one", "two", "three"]);
        assert_eq!(echoed, ended.text.as_bytes());
    }
}
