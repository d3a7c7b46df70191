//! The Rust tools in their pinned versions: taken from PATH or `target/tools` where the version
//! is right, and built into `target/tools` where it is not.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::installing;
use crate::{layout, process};

/// A tool from crates.io, and how it is installed.
pub(crate) struct Tool {
    /// The crate's name.
    name: &'static str,
    /// The one version that is known to work.
    version: &'static str,
    /// The programs that it brings and that we use.
    programs: &'static [&'static str],
    /// What `cargo install` takes besides.
    options: &'static [&'static str],
    /// How long a build takes on two cores.
    about: &'static str,
}

/// The command-line half of the `wasm-bindgen` crate: both have to be of the same version. Not
/// `--locked`, since its lock file names a version that was yanked.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    options: &[],
    about: "about 4 minutes on two cores",
};

/// Builds the studio. 0.22 wants a newer compiler than the workspace does; without `--locked` a
/// dependency does not compile.
pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    programs: &["trunk"],
    options: &["--locked", "--no-default-features", "--features", "rustls"],
    about: "about 6 minutes on two cores",
};

/// Builds the npm package.
pub(crate) const WASM_PACK: Tool = Tool {
    name: "wasm-pack",
    version: "0.15.1",
    programs: &["wasm-pack"],
    options: &[],
    about: "about 2 minutes on two cores",
};

/// Runs the fuzz targets.
pub(crate) const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
    programs: &["cargo-fuzz"],
    options: &["--locked"],
    about: "about a minute on two cores",
};

/// Sees to it that the tools are there.
pub(crate) fn tools(wanted: &[&Tool]) -> Result<()> {
    let mut missing = wanted.iter().filter(|tool| !is_there(tool)).peekable();
    if missing.peek().is_none() {
        return Ok(());
    }
    for tool in missing {
        installing(&format!("{} {}", tool.name, tool.version), tool.about, || install(tool))?;
    }
    // What is left of the builds is large, and of no use once the tools stand.
    let _ = fs::remove_dir_all(build_dir());
    Ok(())
}

fn build_dir() -> std::path::PathBuf {
    layout::root().join("target/tools-build")
}

fn is_there(tool: &Tool) -> bool {
    tool.programs.iter().all(|program| {
        let Some(found) = layout::find_in(&layout::path(), program) else { return false };
        // trunk takes any NO_COLOR but `true` and `false` for a mistake.
        let said = process::answer(Command::new(found).arg("--version").env_remove("NO_COLOR"));
        said.is_some_and(|said| is_version(&said, tool.version))
    })
}

/// Whether what `--version` printed names exactly this version.
fn is_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word.trim_start_matches('v') == version)
}

/// Cargo moves programs into their place only when all of them are built, so a failure leaves
/// nothing half-installed; what was compiled is kept, and the next try goes on from there.
fn install(tool: &Tool) -> Result<()> {
    if with_binstall(tool) {
        return Ok(());
    }
    fs::create_dir_all(build_dir()).context("target/tools-build cannot be made")?;
    let log = build_dir().join(format!("{}.log", tool.name));
    println!("  building it; what cargo says is in {}", layout::shown(&log));
    let mut cargo = Command::new("cargo");
    cargo.args(["install", tool.name, "--version", tool.version]).args(tool.options);
    cargo.arg("--root").arg(layout::tools()).current_dir(layout::root());
    cargo.env("CARGO_TARGET_DIR", build_dir());
    // Fast enough to use, and built in a third of the time of the tools' own profiles.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "32");
    process::logged(&mut cargo, &format!("`cargo install {}`", tool.name), &log)
}

/// `cargo binstall`, where a user has it, fetches a ready-made program in seconds. Whatever keeps
/// it from doing so, building is the way that always works.
fn with_binstall(tool: &Tool) -> bool {
    if process::answer(Command::new("cargo").args(["binstall", "-V"])).is_none() {
        return false;
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
    cargo.arg("--root").arg(layout::tools()).arg(format!("{}@{}", tool.name, tool.version));
    process::quiet(&mut cargo, "`cargo binstall`").is_ok() && is_there(tool)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_whole_word() {
        let table = [
            ("wasm-bindgen 0.2.130", "0.2.130", true),
            ("wasm-bindgen 0.2.130 (abc)", "0.2.130", true),
            ("v0.2.130", "0.2.130", true),
            ("wasm-bindgen 0.2.1301", "0.2.130", false),
            ("wasm-bindgen 0.2.13", "0.2.130", false),
            ("", "0.2.130", false),
        ];
        let wrong: Vec<_> = table
            .iter()
            .filter(|(said, version, same)| is_version(said, version) != *same)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn the_tool_and_the_crate_are_of_one_version() {
        let manifest = fs::read_to_string(layout::root().join("Cargo.toml")).expect("a manifest");
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&pin), "Cargo.toml has no `{pin}`");
    }
}
