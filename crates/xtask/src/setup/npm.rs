//! Node, which a user brings, and the npm packages of `tests` and of its benchmarks, which are
//! installed when their lock file has changed.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::installing;
use crate::fingerprint::fingerprint;
use crate::{layout, process};

/// The oldest Node that is known to work.
const NODE: (u32, u32) = (20, 19);

/// Sees to it that Node is there and not too old.
pub(crate) fn node() -> Result<()> {
    let Some(said) = process::answer(Command::new("node").arg("--version")) else {
        bail!("Node is missing: install Node {}.{} or newer (nodejs.org).", NODE.0, NODE.1);
    };
    if major_minor(&said).is_none_or(|version| version < NODE) {
        bail!("Node {said} is too old: install {}.{} or newer (nodejs.org).", NODE.0, NODE.1);
    }
    Ok(())
}

fn major_minor(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Sees to it that the packages of `tests` are the ones of its lock file.
pub(crate) fn npm_packages() -> Result<()> {
    packages_of("tests", "seconds")
}

/// The same for those that the benchmarks compare with.
pub(crate) fn bench_packages() -> Result<()> {
    packages_of("tests/bench", "seconds")
}

/// The same for the runtimes and bundlers that the package is tried in.
pub(crate) fn runtime_packages() -> Result<()> {
    packages_of("tests/runtimes", "about a minute")
}

/// `npm ci` removes `node_modules` before it begins, and with it the stamp: what was cut short is
/// done again.
fn packages_of(folder: &str, about: &str) -> Result<()> {
    node()?;
    let dir = layout::root().join(folder);
    let lock = fs::read(dir.join("package-lock.json"))
        .with_context(|| format!("{folder}/package-lock.json is missing"))?;
    let want = format!("{:016x}\n", fingerprint(&lock));
    let stamp = dir.join("node_modules/.switchhook-stamp");
    if fs::read_to_string(&stamp).is_ok_and(|have| have == want) {
        return Ok(());
    }
    installing(&format!("the npm packages of {folder}"), about, || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut ci = Command::new(npm);
        process::quiet(ci.arg("ci").current_dir(&dir), &format!("`npm ci` in {folder}")).map(drop)
    })?;
    fs::write(&stamp, want)
        .with_context(|| format!("the stamp in {folder}/node_modules cannot be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node() {
        let table = [
            ("v20.19.0", Some((20, 19))),
            ("v24.1.0", Some((24, 1))),
            ("v8.17.0", Some((8, 17))),
            ("node", None),
            ("", None),
        ];
        let wrong: Vec<_> =
            table.iter().filter(|(said, want)| major_minor(said) != *want).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let too_old = |said| major_minor(said).is_none_or(|version| version < NODE);
        assert!(["v20.9.0", "v18.20.0", "v20.18.9"].into_iter().all(too_old));
        assert!(!["v20.19.0", "v22.1.0", "v24.0.0"].into_iter().any(too_old));
    }
}
