//! Runs the fuzz targets: a target and a time go in, and what libFuzzer makes up for them is tried.
//!
//! The folder `fuzz` is a workspace of its own and needs a nightly compiler. What was found interesting
//! is kept in `target/fuzz/corpus`, and what fails in `fuzz/artifacts`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{layout, process, setup};

/// A fuzz target, and where its first inputs come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// What it shows, in a few words.
    pub(crate) about: &'static str,
    seeds: Seeds,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Seeds {
    /// The files of a folder.
    Folder(&'static str),
    /// The texts that stand behind a name in a table, each with something before and behind it.
    Table(&'static str, &'static str, &'static str),
}

const JSON_SUITE: &str = "crates/path/tests/vectors/json";
const XML_CASES: &str = "crates/path/tests/vectors/xml/cases.json";
const PATH_SUITE: &str = "crates/path/tests/vectors/jsonpath/cts.json";
const TOKENS: &str = "crates/core/tests/vectors/wycheproof/json_web_signature_test.json";
const CLAIMS: &str = "\n{\"alg\":\"HS256\"}\n{\"iat\":1790000000,\"jti\":\"j\",\"api_key\":\"k\",\"exp\":1800000000}";
const CURL_CASES: &str = "crates/core/tests/data/curl.json";
const SAMPLE: &str =
    "\n[{\"a\": [1, {\"b\": null}], \"b\": \"x\"}, {\"a\": {\"a\": 2.5}}, [[], 3]]";

pub(crate) const TARGETS: [Target; 7] = [
    Target { name: "json", about: "read as serde_json reads it", seeds: Seeds::Folder(JSON_SUITE) },
    Target {
        name: "xml",
        about: "read as its rules say",
        seeds: Seeds::Table(XML_CASES, "xml", ""),
    },
    Target {
        name: "path",
        about: "a path for others, too",
        seeds: Seeds::Table(PATH_SUITE, "selector", ""),
    },
    Target {
        name: "evaluate",
        about: "what others select, each with its place",
        seeds: Seeds::Table(PATH_SUITE, "selector", SAMPLE),
    },
    Target {
        name: "take",
        about: "one pass takes what the tree has",
        seeds: Seeds::Folder(JSON_SUITE),
    },
    Target {
        name: "token",
        about: "one spelling, and no other holds",
        seeds: Seeds::Table(TOKENS, "jws", CLAIMS),
    },
    Target {
        name: "curl",
        about: "imported as it is exported",
        seeds: Seeds::Table(CURL_CASES, "command", ""),
    },
];

/// Runs each target for so many seconds.
pub(crate) fn fuzz(targets: &[Target], seconds: u32) -> Result<()> {
    setup::tools(&[&setup::CARGO_FUZZ])?;
    if process::answer(Command::new("cargo").args(["+nightly", "--version"])).is_none() {
        bail!("A nightly compiler is missing: `rustup toolchain install nightly` brings it.");
    }
    for target in targets {
        println!("\n== fuzz {} · {} · {seconds} s", target.name, target.about);
        run(target, seconds)?;
    }
    Ok(())
}

fn run(target: &Target, seconds: u32) -> Result<()> {
    let corpus = layout::root().join("target/fuzz/corpus").join(target.name);
    fs::create_dir_all(&corpus).context("target/fuzz/corpus cannot be made")?;
    let seeds = seeds(target)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["+nightly", "fuzz", "run", "--sanitizer", "none", "--target-dir"]);
    cargo.arg(layout::root().join("target/fuzz")).arg(target.name).arg(corpus).arg(seeds);
    // No code here is unsafe: what is looked for are panics, hangs and hunger for memory.
    cargo.args(["--", "-max_len=4096", "-timeout=5", "-rss_limit_mb=2048", "-print_final_stats=1"]);
    cargo.arg(format!("-max_total_time={seconds}"));
    cargo.current_dir(layout::root()).env("PATH", layout::path());
    if !process::shown(&mut cargo)?.success {
        bail!("`{}` failed: the input is in fuzz/artifacts/{}.", target.name, target.name);
    }
    Ok(())
}

/// The folder that holds a target's first inputs.
fn seeds(target: &Target) -> Result<PathBuf> {
    let (table, name, behind) = match target.seeds {
        Seeds::Folder(folder) => return Ok(layout::root().join(folder)),
        Seeds::Table(table, name, behind) => (layout::root().join(table), name, behind),
    };
    let text = fs::read_to_string(&table).with_context(|| layout::shown(&table))?;
    let folder = layout::root().join("target/fuzz/seeds").join(target.name);
    fs::create_dir_all(&folder).with_context(|| layout::shown(&folder))?;
    for (number, seed) in texts(&text, name).enumerate() {
        write(&folder.join(number.to_string()), &format!("{seed}{behind}"))?;
    }
    Ok(folder)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| layout::shown(path))
}

/// The texts of all members of this name, in a table with a member on each line. Of escapes the most
/// common are resolved: these are beginnings, and need not be exact.
fn texts<'t>(table: &'t str, name: &str) -> impl Iterator<Item = String> + 't {
    let start = format!("\"{name}\": \"");
    table.lines().filter_map(move |line| {
        let text = line.trim().strip_prefix(&start)?;
        let text = text.trim_end_matches(',').strip_suffix('"')?;
        Some(text.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_are_found() {
        let table =
            "{\n  \"name\": \"x\",\n  \"selector\": \"$[\\\"a\\\"]\",\n  \"selector\": \"$\"\n}";
        assert_eq!(texts(table, "selector").collect::<Vec<_>>(), ["$[\"a\"]", "$"]);
        for target in TARGETS {
            match target.seeds {
                Seeds::Folder(folder) => assert!(layout::root().join(folder).is_dir(), "{folder}"),
                Seeds::Table(table, name, _) => {
                    let text = fs::read_to_string(layout::root().join(table)).expect("a table");
                    assert!(texts(&text, name).count() > 50, "{table}");
                }
            }
        }
    }

    #[test]
    fn the_targets_are_those_of_the_manifest() {
        let manifest =
            fs::read_to_string(layout::root().join("fuzz/Cargo.toml")).expect("a manifest");
        let bins = manifest.split("[[bin]]").skip(1).filter_map(|bin| bin.split('"').nth(1));
        assert_eq!(bins.collect::<Vec<_>>(), TARGETS.map(|target| target.name));
    }
}
