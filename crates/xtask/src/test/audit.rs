//! The lock files go in; out comes whether each package in them is named by its hash, and, where what knows of known holes
//! can be asked, whether it knows of one.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::counts::Counts;
use crate::{layout, process};

const NPM: [&str; 3] = ["tests", "tests/bench", "tests/runtimes"];
const CARGO: [&str; 3] = [".", "fuzz", "tests/bench/native"];

/// Each question is a check; one that cannot be asked from here is named, and is none.
pub(crate) fn audit() -> Result<Counts> {
    let mut counts = Counts::default();
    let mut found = |what: &str, found: Vec<String>| {
        let holds = found.is_empty();
        println!("{what}: {}", if holds { "nothing" } else { "found" });
        found.iter().for_each(|finding| println!("  {finding}"));
        counts = counts + if holds { Counts::ONE_PASSED } else { Counts::ONE_FAILED };
    };
    for folder in NPM {
        let path = layout::root().join(folder).join("package-lock.json");
        let lock = fs::read_to_string(&path).with_context(|| layout::shown(&path))?;
        found(&format!("{folder}, packages without a hash"), npm_unnamed(&lock)?);
        match npm_holes(&npm_audit(folder)?) {
            Some(holes) => found(&format!("{folder}, known holes"), holes),
            None => println!("{folder}, known holes: npm's registry cannot be asked from here"),
        }
    }
    for folder in CARGO {
        let path = layout::root().join(folder).join("Cargo.lock");
        let lock = fs::read_to_string(&path).with_context(|| layout::shown(&path))?;
        found(&format!("{folder}, crates without a hash"), cargo_unnamed(&lock));
    }
    match cargo_deny() {
        Some(refused) => found("crates, holes and licences", refused),
        None => println!(
            "crates, holes and licences: `cargo deny` is not here, or reaches no advisories"
        ),
    }
    Ok(counts)
}

/// Packages of npm whose content the lock file does not fix.
fn npm_unnamed(lock: &str) -> Result<Vec<String>> {
    let lock: Value = serde_json::from_str(lock).context("a lock file is no JSON")?;
    let Some(packages) = lock.get("packages").and_then(Value::as_object) else {
        bail!("a lock file has no packages");
    };
    let unnamed = packages.iter().filter(|(path, package)| {
        // The folder itself, and links into it.
        let is_own = path.is_empty() || package.get("link").is_some();
        !is_own && !package.get("integrity").is_some_and(Value::is_string)
    });
    Ok(unnamed.map(|(path, _)| path.clone()).collect())
}

/// Crates of a registry whose content the lock file does not fix.
fn cargo_unnamed(lock: &str) -> Vec<String> {
    let packages = lock.split("[[package]]").skip(1);
    let unnamed = packages.filter(|it| it.contains("\nsource = ") && !it.contains("\nchecksum = "));
    unnamed.filter_map(|package| package.split('"').nth(1).map(str::to_string)).collect()
}

/// What npm says, as JSON. It ends badly where it finds something, and where it cannot ask.
fn npm_audit(folder: &str) -> Result<String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = Command::new(npm);
    npm.args(["audit", "--json", "--package-lock-only", "--audit-level=high"]);
    let output = npm.current_dir(layout::root().join(folder)).output().context("npm is missing")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Packages with a hole that npm calls high or critical; none where it could not ask.
fn npm_holes(said: &str) -> Option<Vec<String>> {
    let said: Value = serde_json::from_str(said).ok()?;
    said.get("metadata")?;
    let holes = said.get("vulnerabilities")?.as_object()?.iter().filter(|(_, hole)| {
        let severity = hole.get("severity").and_then(Value::as_str);
        matches!(severity, Some("high" | "critical"))
    });
    Some(holes.map(|(name, _)| name.clone()).collect())
}

/// What `cargo deny` refuses; none where it is not installed, or cannot ask.
fn cargo_deny() -> Option<Vec<String>> {
    let deny = |args: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.arg("deny").args(args).current_dir(layout::root());
        cargo
    };
    process::answer(&mut deny(&["--version"]))?;
    process::answer(&mut deny(&["fetch"]))?;
    let checked = process::quiet(&mut deny(&["check"]), "`cargo deny check`");
    Some(checked.err().map(|error| format!("{error:#}")).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_without_a_hash_is_found() {
        let lock = r#"{"packages": {"": {}, "node_modules/a": {"integrity": "sha512-x"},
            "node_modules/own": {"link": true}, "node_modules/b": {"version": "1.0.0"}}}"#;
        assert_eq!(npm_unnamed(lock).expect("a lock file"), ["node_modules/b"]);
        assert!(npm_unnamed("{}").is_err());
    }

    #[test]
    fn a_crate_without_a_hash_is_found() {
        let lock = "version = 4\n\n[[package]]\nname = \"own\"\nversion = \"1.0.0\"\n\n\
            [[package]]\nname = \"a\"\nsource = \"registry+x\"\nchecksum = \"0\"\n\n\
            [[package]]\nname = \"b\"\nsource = \"git+x\"\n";
        assert_eq!(cargo_unnamed(lock), ["b"]);
    }

    #[test]
    fn holes_are_told_from_silence() {
        let holes = r#"{"metadata": {}, "vulnerabilities": {"a": {"severity": "critical"}, "b": {"severity": "low"}}}"#;
        let table = [
            (holes, Some(vec!["a".to_string()])),
            (r#"{"metadata": {}, "vulnerabilities": {}}"#, Some(vec![])),
            (r#"{"message": "405 Method Not Allowed"}"#, None),
            ("", None),
        ];
        let wrong: Vec<_> =
            table.into_iter().filter(|(said, want)| npm_holes(said) != *want).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
