//! `cargo xtask rebuild`: the commit goes in, the npm package is built of it here and in a folder elsewhere, and the files
//! that are not the same bytes in both come out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{layout, package, process};

/// Builds twice and compares.
pub(crate) fn rebuild() -> Result<()> {
    if process::answer(git(&layout::root()).args(["status", "--porcelain"]))
        .is_none_or(|said| !said.is_empty())
    {
        bail!("There are changes that are in no commit: commit them first.");
    }
    let elsewhere = std::env::temp_dir().join(format!("switchhook-rebuild-{}", std::process::id()));
    let differing = build_both(&elsewhere)
        .and_then(|other| differing(&layout::npm().join("switchhook"), &other));
    let _ = fs::remove_dir_all(&elsewhere);
    let (count, differing) = differing?;
    if !differing.is_empty() {
        bail!("Of {count} files, these are not the same: {}", differing.join(", "));
    }
    println!("the same {count} files, byte by byte, from two folders");
    Ok(())
}

/// Builds the package here, and in that folder by the commands that are there; of ours these take the tools. Gives where
/// the second one is.
fn build_both(folder: &Path) -> Result<PathBuf> {
    let mut clone = git(&layout::root());
    process::quiet(clone.args(["clone", "--quiet", "."]).arg(folder), "`git clone`")?;
    package::package()?;
    let mut build = Command::new("cargo");
    build.args(["xtask", "package"]).current_dir(folder).env("PATH", layout::path());
    // Cargo tells us where we are, which is not where they are.
    build.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_TARGET_DIR");
    if !process::shown(&mut build)?.success {
        bail!("`cargo xtask package` failed in {}: what it said stands above.", folder.display());
    }
    Ok(folder.join("target/npm/switchhook"))
}

fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder);
    git
}

/// How many files there are, and which are not the same in both folders, or not in both.
fn differing(one: &Path, other: &Path) -> Result<(usize, Vec<String>)> {
    let mut names = files(one, Path::new(""))?;
    names.extend(files(other, Path::new(""))?);
    names.sort();
    names.dedup();
    let same = |name: &PathBuf| fs::read(one.join(name)).ok() == fs::read(other.join(name)).ok();
    let differing = names.iter().filter(|name| !same(name));
    Ok((names.len(), differing.map(|name| name.display().to_string()).collect()))
}

/// The files in a folder and below, by their paths from there.
fn files(root: &Path, below: &Path) -> Result<Vec<PathBuf>> {
    let folder = root.join(below);
    let entries =
        fs::read_dir(&folder).with_context(|| format!("{} is missing", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files(root, &path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_differs_is_found_and_so_is_a_file_that_is_missing() {
        let root =
            std::env::temp_dir().join(format!("switchhook-differing-{}", std::process::id()));
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        };
        write("one/a/same", "same");
        write("two/a/same", "same");
        write("one/a/b", "1");
        write("two/a/b", "2");
        write("two/c", "");
        let found = differing(&root.join("one"), &root.join("two"));
        fs::remove_dir_all(&root).expect("removed");
        let separator = std::path::MAIN_SEPARATOR;
        assert_eq!(
            found.expect("two folders"),
            (3, vec![format!("a{separator}b"), "c".to_string()])
        );
    }
}
