//! Runs the fuzz targets: a target and a time go in, and what libFuzzer makes up for them is tried.
//!
//! The folder `fuzz` is a workspace of its own and needs a nightly compiler. What was found interesting
//! is kept in `target/fuzz/corpus`, and what fails in `fuzz/artifacts`; once that is mended it is kept in
//! `fuzz/regressions`. How much was tried goes into docs/reliability.md.

mod record;
mod seeds;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{layout, process, setup};
use seeds::Seeds;

/// A fuzz target, and where its first inputs come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// What it shows, in a few words.
    pub(crate) about: &'static str,
    seeds: Seeds,
}

const JSON_SUITE: &str = "crates/path/tests/vectors/json";
const XML_CASES: &str = "crates/path/tests/vectors/xml/cases.json";
const PATH_SUITE: &str = "crates/path/tests/vectors/jsonpath/cts.json";
const TOKENS: &str = "crates/core/tests/vectors/wycheproof/json_web_signature_test.json";
const CLAIMS: &str = "\n{\"alg\":\"HS256\"}\n{\"iat\":1790000000,\"jti\":\"j\",\"api_key\":\"k\",\"exp\":1800000000}";
const DEFINITIONS: &str = "crates/core/tests/data/definitions.json";
const CURL_CASES: &str = "crates/core/tests/data/curl.json";
const SAMPLE: &str =
    "\n[{\"a\": [1, {\"b\": null}], \"b\": \"x\"}, {\"a\": {\"a\": 2.5}}, [[], 3]]";

pub(crate) const TARGETS: [Target; 10] = [
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
        name: "template",
        about: "no value leaves its place",
        seeds: Seeds::Folder("fuzz/seeds/template"),
    },
    Target {
        name: "receive",
        about: "an outcome for each response, whole and in pieces",
        seeds: Seeds::Folder("fuzz/seeds/receive"),
    },
    Target {
        name: "definition",
        about: "written as it is read, and what is wrong with it is there",
        seeds: Seeds::Between(DEFINITIONS, "\"definition\": ", ", \"valid\""),
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
    let mut cargo = Command::new("cargo");
    cargo.args(["+nightly", "fuzz", "run", "--sanitizer", "none", "--target-dir"]);
    cargo.arg(layout::root().join("target/fuzz")).arg(target.name).arg(corpus);
    cargo.args(target.first_inputs()?);
    // No code here is unsafe: what is looked for are panics, hangs and hunger for memory.
    cargo.args(["--", "-max_len=4096", "-timeout=5", "-rss_limit_mb=2048", "-print_final_stats=1"]);
    cargo.arg(format!("-max_total_time={seconds}"));
    cargo.current_dir(layout::root()).env("PATH", layout::path());
    let ended = process::shown(&mut cargo)?;
    if !ended.success {
        bail!("`{}` failed: the input is in fuzz/artifacts/{}.", target.name, target.name);
    }
    record::keep(target, &ended.text)
}

/// A command that hands each target its first inputs and everything that was found once, on the stable
/// compiler: a test of the fuzz crate.
pub(crate) fn replay() -> Result<Command> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--lib", "--manifest-path", "fuzz/Cargo.toml", "--target-dir"]);
    cargo.arg(layout::root().join("target/fuzz")).current_dir(layout::root());
    for target in TARGETS {
        let folders = std::env::join_paths(target.first_inputs()?)?;
        cargo.env(format!("FUZZ_{}", target.name.to_uppercase()), folders);
    }
    Ok(cargo)
}

impl Target {
    /// The folders of what it begins with, and of what was found once.
    fn first_inputs(&self) -> Result<Vec<PathBuf>> {
        let found = layout::root().join("fuzz/regressions").join(self.name);
        let seeds = self.seeds.folder(self.name)?;
        Ok([seeds, found].into_iter().filter(|folder| folder.is_dir()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_targets_are_those_of_the_manifest() {
        let manifest =
            fs::read_to_string(layout::root().join("fuzz/Cargo.toml")).expect("a manifest");
        let bins = manifest.split("[[bin]]").skip(1).filter_map(|bin| bin.split('"').nth(1));
        assert_eq!(bins.collect::<Vec<_>>(), TARGETS.map(|target| target.name));
    }
}
