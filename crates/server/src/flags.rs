//! The words of the command line in, what was asked for out, or a sentence on what is wrong with
//! them. DESIGN, section 2.

use std::ffi::OsString;
use std::path::PathBuf;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Serves the built studio, the sample endpoints and the relay on the loopback address.

switchhook-server [--port N] [--dist DIR]
  --port N     the port, 8080 unless told; 0 takes any free one
  --dist DIR   the folder of the built studio, dist unless told";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub(crate) enum Asked {
    Serve(Flags),
    Help,
}

/// Where to listen and what to serve.
#[derive(Debug, PartialEq)]
pub(crate) struct Flags {
    pub(crate) port: u16,
    pub(crate) dist: PathBuf,
}

/// Reads `--name value` and `--name=value`.
pub(crate) fn parse(words: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let mut flags = Flags { port: 8080, dist: PathBuf::from("dist") };
    let mut words = words;
    while let Some(word) = words.next() {
        let (name, joined) = split(word);
        let mut value =
            || joined.clone().or_else(|| words.next()).ok_or(format!("{name} needs a value."));
        match name.as_str() {
            "--help" | "-h" => return Ok(Asked::Help),
            "--port" => flags.port = port(&value()?)?,
            "--dist" => flags.dist = PathBuf::from(value()?),
            _ => return Err(format!("{name} is not known here: --help lists what is.")),
        }
    }
    Ok(Asked::Serve(flags))
}

/// A word and the value joined to it by `=`. Only the name has to be text: a path need not be.
fn split(word: OsString) -> (String, Option<OsString>) {
    match word.to_str().and_then(|text| text.split_once('=')) {
        Some((name, value)) => (name.to_owned(), Some(OsString::from(value))),
        None => (word.to_string_lossy().into_owned(), None),
    }
}

fn port(value: &OsString) -> Result<u16, String> {
    value.to_str().and_then(|text| text.parse().ok()).ok_or_else(|| {
        let value = value.to_string_lossy();
        format!("--port takes a number from 0 to 65535, not {value:?}.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_lines() {
        let serve = |port, dist: &str| Ok(Asked::Serve(Flags { port, dist: dist.into() }));
        let wrong = |sentence: &str| Err(sentence.to_owned());
        let number = |value| wrong(&format!("--port takes a number from 0 to 65535, not {value}."));
        let rows = [
            ("", serve(8080, "dist")),
            ("--port 0", serve(0, "dist")),
            ("--port=9000 --dist out", serve(9000, "out")),
            ("--dist=a=b", serve(8080, "a=b")),
            ("--port 1 --port 2", serve(2, "dist")),
            ("--help", Ok(Asked::Help)),
            ("--port 1 -h", Ok(Asked::Help)),
            ("--port", wrong("--port needs a value.")),
            ("--port 65536", number("\"65536\"")),
            ("--port -1", number("\"-1\"")),
            ("--port= x", number("\"\"")),
            ("--prot 1", wrong("--prot is not known here: --help lists what is.")),
            ("dist", wrong("dist is not known here: --help lists what is.")),
        ];
        let failing: Vec<_> = rows
            .iter()
            .map(|(line, wanted)| (line, wanted, parse(line.split_whitespace().map(Into::into))))
            .filter(|(_, wanted, got)| *wanted != got)
            .collect();
        assert!(failing.is_empty(), "{failing:#?}");
    }
}
