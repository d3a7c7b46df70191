//! The environment of every build for wasm32: one set of compiler flags, so that nothing is
//! built twice, with no path of this machine left in the module.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{layout, process, setup::WASM32};

/// The packages that are built for wasm32.
pub(crate) const PACKAGES: [&str; 9] = [
    "switchhook-scan",
    "switchhook-path",
    "switchhook",
    "switchhook-fetch",
    "switchhook-wire",
    "switchhook-boundary",
    "switchhook-wasm",
    "switchhook-studio",
    "switchhook-element",
];

/// Vectors of 128 bits, which every engine has had since 2023: the scanner looks at 16 bytes at once.
pub(crate) const VECTORS: &str = "-Ctarget-feature=+simd128";

/// The arguments that choose target and packages. They are always chosen together: a smaller
/// choice would mean other features of what they depend on, and another build.
pub(crate) fn packages() -> impl Iterator<Item = &'static str> {
    let packages = PACKAGES.iter().flat_map(|name| ["--package", name]);
    ["--target", WASM32].into_iter().chain(packages)
}

/// A command with the tools on its PATH and the flags in its environment.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(layout::root()).env("PATH", layout::path());
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(&prefixes()));
    // These would win over the variable of the target.
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// Prefixes of paths and what stands for them. The compiler takes the last one that fits.
fn prefixes() -> Vec<(PathBuf, String)> {
    let mut prefixes = vec![(layout::root(), "/switchhook".to_string())];
    if let Some(home) = cargo_home() {
        prefixes.push((home, "/cargo".to_string()));
        prefixes.extend(registries().into_iter().map(|registry| (registry, "/crates".to_string())));
    }
    if let Some(sysroot) = answer(&["--print", "sysroot"]).map(PathBuf::from) {
        // Where the library's source is installed, the compiler names it instead of its own.
        let commit = answer(&["-vV"]).and_then(|text| commit(&text)).unwrap_or_default();
        let source = sysroot.join("lib/rustlib/src/rust");
        prefixes.push((sysroot, "/sysroot".to_string()));
        prefixes.push((source, format!("/rustc/{commit}")));
    }
    prefixes
}

/// The variable is split at white space, so a path that has some cannot be in it: such a
/// checkout builds and runs, and only the package refuses it.
fn flags(prefixes: &[(PathBuf, String)]) -> String {
    let flags = prefixes.iter().map(|(from, to)| format!("{}={to}", from.display()));
    let flags = flags.filter(|flag| !flag.contains(char::is_whitespace));
    let flags = flags.map(|flag| format!("--remap-path-prefix={flag}"));
    [VECTORS.to_string()].into_iter().chain(flags).collect::<Vec<_>>().join(" ")
}

fn answer(args: &[&str]) -> Option<String> {
    process::answer(Command::new("rustc").args(args))
}

fn commit(verbose_version: &str) -> Option<String> {
    let line = verbose_version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    line.map(str::to_string)
}

/// Where cargo unpacks crates: a folder for each registry, named after its host.
pub(crate) fn registries() -> Vec<PathBuf> {
    let entries = cargo_home().map(|home| fs::read_dir(home.join("registry/src")));
    let entries = entries.and_then(Result::ok).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// Fails where a module holds a path of the machine that built it.
pub(crate) fn no_machine_path(module: &Path) -> Result<()> {
    let bytes =
        fs::read(module).with_context(|| format!("{} is missing", layout::shown(module)))?;
    let own = [Some(layout::root()), std::env::home_dir(), cargo_home()];
    // A path of one part, such as `/src`, stands inside of others.
    let own = own.into_iter().flatten().filter(|path| path.components().count() > 2);
    let own = own.map(|path| path.display().to_string());
    let homes = ["root", "home", "Users"].map(|name| format!("/{name}/"));
    let found: Vec<_> = own.chain(homes).filter(|path| contains(&bytes, path.as_bytes())).collect();
    if !found.is_empty() {
        bail!("{} holds paths of this machine: {}", layout::shown(module), found.join(", "));
    }
    Ok(())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_one_per_prefix_without_white_space() {
        let prefixes = [
            (PathBuf::from("/a/b"), "/x".to_string()),
            (PathBuf::from("/with space"), "/y".to_string()),
            (PathBuf::from("/c"), "/z".to_string()),
        ];
        let expected = "--remap-path-prefix=/a/b=/x --remap-path-prefix=/c=/z";
        assert_eq!(flags(&prefixes), format!("{VECTORS} {expected}"));
    }

    #[test]
    fn the_workspace_and_the_library_are_remapped() {
        let flags = flags(&prefixes());
        assert!(flags.contains("=/switchhook") && flags.contains("=/rustc/"), "{flags}");
    }

    #[test]
    fn a_commit_is_found_in_what_rustc_says() {
        let said = "rustc 1.95.0\nbinary: rustc\ncommit-hash: abc123\nhost: x";
        assert_eq!(commit(said).as_deref(), Some("abc123"));
        assert_eq!(commit("rustc 1.95.0"), None);
    }

    #[test]
    fn bytes_in_bytes() {
        assert!(contains(b"xx/hidden/yy", b"/hidden/"));
        assert!(!contains(b"xx/hidde", b"/hidden/"));
    }
}
