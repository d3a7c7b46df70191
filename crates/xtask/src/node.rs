//! What runs in Node: the consumers of the packed package, the studio's tests in Chromium, the
//! benchmarks, and the script that takes the pictures. They are told in their environment where
//! things are.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{self, Ended};
use crate::{layout, setup, studio};

/// Runs `node --test` over the files of a folder of `tests` that end as told, one file at a time
/// where they share the machine's one clock and browser.
pub(crate) fn test(folder: &str, ending: &str) -> Result<Ended> {
    let files = files(&layout::tests().join(folder), ending);
    if files.is_empty() {
        bail!("tests/{folder} has no file that ends in {ending}");
    }
    let mut node = node()?;
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(files);
    process::shown(&mut node)
}

/// Takes the pictures of the README.
pub(crate) fn screenshots() -> Result<()> {
    studio::build()?;
    studio::build_server()?;
    // The port that a reader has in the address bar, too.
    script("e2e/screenshots.mjs", node()?.arg("e2e/screenshots.mjs").env("SWITCHHOOK_PORT", "8080"))
}

/// Runs a script of the benchmarks, which may collect garbage when it wants to.
pub(crate) fn bench(name: &str, args: &[&str]) -> Result<()> {
    let file = format!("bench/{name}.mjs");
    script(&file, node()?.args(["--expose-gc", &file]).args(args))
}

fn script(file: &str, node: &mut Command) -> Result<()> {
    if !process::shown(node)?.success {
        bail!("tests/{file} failed: what it said stands above.");
    }
    Ok(())
}

fn node() -> Result<Command> {
    setup::npm_packages()?;
    let browser = setup::browser()?;
    let mut node = Command::new("node");
    node.current_dir(layout::tests());
    node.env("SWITCHHOOK_SERVER", layout::server());
    node.env("SWITCHHOOK_DIST", layout::dist());
    node.env("SWITCHHOOK_TARBALL", layout::tarball());
    node.env("CHROMIUM", browser.chromium).env("CHROMEDRIVER", browser.driver);
    Ok(node)
}

/// Node 20 takes no patterns, so the files are looked up here, in the order of their names.
fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files.sort();
    files
}
