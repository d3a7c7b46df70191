//! The compiler's own parts: the wasm32 target and the components, from rustup where missing.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::installing;
use crate::process;

/// The one target that everything for the browser is built for.
pub(crate) const WASM32: &str = "wasm32-unknown-unknown";

/// Sees to it that the compiler has a standard library for wasm32.
pub(crate) fn wasm_target() -> Result<()> {
    let mut question = Command::new("rustc");
    question.args(["--print", "target-libdir", "--target", WASM32]);
    if process::answer(&mut question).is_some_and(|dir| Path::new(&dir).is_dir()) {
        return Ok(());
    }
    installing("the target wasm32-unknown-unknown", "seconds", || {
        let mut add = Command::new("rustup");
        process::quiet(add.args(["target", "add", WASM32]), "`rustup target add`").map(drop)
    })
}

/// Sees to it that a component such as `clippy` answers to `cargo <subcommand>`.
pub(crate) fn component(name: &str, subcommand: &str) -> Result<()> {
    if process::answer(Command::new("cargo").args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    installing(name, "seconds", || {
        let mut add = Command::new("rustup");
        process::quiet(add.args(["component", "add", name]), "`rustup component add`").map(drop)
    })
}
