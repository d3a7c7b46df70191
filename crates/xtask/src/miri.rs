//! `cargo xtask miri`: whether Miri, which runs a program step by step and looks for misuse of memory, finds anything out
//! of order.
//!
//! The one unsafe line is wasm32's, of which Miri has the language and not the library: a program of its own goes through
//! it. What is safe is built of crates that are not always so: the quick ones of the tests go through these.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{layout, process, wasm};

/// Beginnings of names of tests that take seconds there: it is some thousand times as slow as the machine.
const QUICK: [&str; 0] = [];

/// Runs the program, and then the tests.
pub(crate) fn run() -> Result<()> {
    if process::answer(cargo().args(["miri", "--version"])).is_none() {
        bail!("Miri is missing: `rustup toolchain install nightly --component miri` brings it.");
    }
    checked(&mut load(), "the load of `simd128`")?;
    checked(&mut tests(), "a test")
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg("+nightly").current_dir(layout::root());
    cargo
}

/// The program over `simd128.rs`.
fn load() -> Command {
    let mut cargo = cargo();
    cargo.args(["miri", "run", "--manifest-path", "crates/scan/tests/miri/Cargo.toml"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--target-dir"]);
    cargo.arg(layout::root().join("target/miri-load"));
    cargo.env("MIRI_NO_STD", "1").env("RUSTFLAGS", wasm::VECTORS);
    // Other tests on wasm32 are run by wasm-bindgen.
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "cargo-miri runner");
    cargo
}

fn tests() -> Command {
    let mut cargo = cargo();
    cargo.args(["miri", "test", "-p", "switchhook-scan", "-p", "switchhook-path"]);
    cargo.args(["-p", "switchhook", "--test", "it", "--"]).args(QUICK);
    // A table that fails writes down what it found.
    cargo.env("MIRIFLAGS", "-Zmiri-disable-isolation");
    cargo
}

fn checked(command: &mut Command, what: &str) -> Result<()> {
    if !process::shown(command)?.success {
        bail!("Miri stopped in {what}: why stands above.");
    }
    Ok(())
}
