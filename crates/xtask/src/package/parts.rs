//! The crates that are linked into the modules, and what each says of itself: from `cargo tree`, Cargo.lock and the
//! folders that cargo unpacked them into.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{layout, process, setup, wasm};

/// A crate of somebody else's.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression.
    pub(super) license: String,
    pub(super) repository: String,
    /// Of the packed crate, in hexadecimal.
    pub(super) sha256: Option<String>,
}

/// All of them, in the order of their names. Macros run while it is compiled, and are not in it.
pub(super) fn parts() -> Result<Vec<Part>> {
    let mut tree = Command::new("cargo");
    tree.args([
        "tree",
        "--locked",
        "--package",
        "switchhook-wasm",
        "--package",
        "switchhook-element",
        "--features",
        "switchhook-element/split",
        "--target",
        setup::WASM32,
    ]);
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe"]);
    tree.args(["--format", "{p}\t{l}\t{r}"]).current_dir(layout::root());
    let said = process::answer(&mut tree).context("`cargo tree` does not say what is linked")?;
    let lock = fs::read_to_string(layout::root().join("Cargo.lock")).context("Cargo.lock")?;
    Ok(listed(&said, &checksums(&lock)))
}

fn listed(tree: &str, checksums: &BTreeMap<(String, String), String>) -> Vec<Part> {
    let mut lines: Vec<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.into_iter().filter_map(|line| part(line, checksums)).collect()
}

/// A line of the tree. One of ours has its path behind the version, and is no part.
fn part(line: &str, checksums: &BTreeMap<(String, String), String>) -> Option<Part> {
    let mut fields = line.split('\t');
    let (name, version) = fields.next()?.split_once(" v")?;
    if version.contains(' ') {
        return None;
    }
    // How expressions were written once.
    let license = fields.next()?.replace('/', " OR ");
    let repository = fields.next().unwrap_or_default().to_string();
    let (name, version) = (name.to_string(), version.to_string());
    let sha256 = checksums.get(&(name.clone(), version.clone())).cloned();
    Some(Part { name, version, license, repository, sha256 })
}

/// The checksums of a lock file, by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let blocks = lock.split("[[package]]").skip(1);
    let entries = blocks.filter_map(|block| {
        let field = |name: &str| {
            let start = format!("{name} = \"");
            let line = block.lines().find_map(|line| line.strip_prefix(&start))?;
            Some(line.trim_end_matches('"').to_string())
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    });
    entries.collect()
}

/// Where cargo has unpacked a crate.
pub(super) fn folder(part: &Part) -> Result<PathBuf> {
    let name = format!("{}-{}", part.name, part.version);
    let registries = wasm::registries().into_iter().map(|registry| registry.join(&name));
    let mut found = registries.filter(|folder| Path::is_dir(folder));
    found.next().with_context(|| format!("cargo has not unpacked {name}: run `cargo fetch`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_tree() {
        let lock = "version = 4\n\n[[package]]\nname = \"slab\"\nversion = \"0.4.12\"\nsource = \"x\"\nchecksum = \"00ff\"\n\n\
                    [[package]]\nname = \"switchhook\"\nversion = \"0.1.0\"\n";
        let tree = "switchhook v0.1.0 (/somewhere)\tMIT\t\nslab v0.4.12\tApache-2.0/MIT\thttps://x.example\nslab v0.4.12\tApache-2.0/MIT\thttps://x.example\n\
                    gloo v1.0.0\tMIT\t\n";
        let part =
            |name: &str, version: &str, license: &str, repository: &str, sha256: Option<&str>| {
                Part {
                    name: name.to_string(),
                    version: version.to_string(),
                    license: license.to_string(),
                    repository: repository.to_string(),
                    sha256: sha256.map(str::to_string),
                }
            };
        let want = [
            part("gloo", "1.0.0", "MIT", "", None),
            part("slab", "0.4.12", "Apache-2.0 OR MIT", "https://x.example", Some("00ff")),
        ];
        assert_eq!(listed(tree, &checksums(lock)), want);
    }
}
