//! What the commands need of the machine: each part looks first at what is there, installs what
//! is missing, says what it does and how long that took, and does nothing twice.

mod apt;
mod browser;
mod curl;
mod npm;
mod rust;
mod tools;

use std::time::Instant;

use anyhow::Result;

pub(crate) use browser::browser;
pub(crate) use curl::curl;
pub(crate) use npm::{bench_packages, node, npm_packages, runtime_packages};
pub(crate) use rust::{WASM32, component, wasm_target};
pub(crate) use tools::{CARGO_FUZZ, TRUNK, WASM_BINDGEN, WASM_PACK, tools};

/// Says what is being installed and about how long it takes, does it, and says how long it took.
fn installing(what: &str, about: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("installing {what} ({about}) …");
    let start = Instant::now();
    work()?;
    println!("installed {what} in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
