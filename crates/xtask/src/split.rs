//! A module goes in, and comes out as two: one with what the first paint needs, and one that the first loads afterwards.
//! What belongs where follows from the function that `web/src/later.rs` marks; `wasm-split` takes the module apart by its
//! relocations, and wasm-bindgen and wasm-opt do their work on what comes out.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use crate::{layout, process, wasm};

/// What the module that comes later is called by the tool.
pub(crate) const LATER: &str = "split_later.wasm";
/// What loads it, as the tool calls it.
pub(crate) const LOADER: &str = "__wasm_split.js";
/// What is left of the module.
const MAIN: &str = "main.wasm";

/// What the compiler makes use of; what is taken apart no longer says so itself. All features would be more than browsers
/// read.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// As small as they get; `crates/wasm/Cargo.toml` says why.
const SMALL: [&str; 8] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--dealign",
    "--reorder-functions-by-name",
    "--strip-producers",
];

/// A module that was taken apart, with what binds and loads it.
pub(crate) struct Apart {
    /// What is left of it.
    pub(crate) module: Vec<u8>,
    /// wasm-bindgen's, which binds both.
    pub(crate) glue: String,
    /// What comes later.
    pub(crate) later: Vec<u8>,
    /// What loads that in a page.
    pub(crate) loader: String,
}

/// How wasm-bindgen binds a module: the arguments, what it calls the module then, and what the glue.
pub(crate) struct Binding {
    pub(crate) args: &'static [&'static str],
    pub(crate) module: &'static str,
    pub(crate) glue: &'static str,
}

/// Takes apart what cargo has built; made small for a release.
pub(crate) fn split(module: &Path, binding: &Binding, small: bool) -> Result<Apart> {
    let name = module.file_stem().unwrap_or_default();
    let folder = layout::root().join("target/split").join(name);
    let bytes =
        fs::read(module).with_context(|| format!("{} is missing", layout::shown(module)))?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let main = folder.join(MAIN);
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &main;
    wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("the module cannot be taken apart: {report:#}"))?;
    let mut bindgen = wasm::command("wasm-bindgen");
    bindgen.args(["--no-typescript"]).args(binding.args);
    // The table of functions among them, which both modules share.
    bindgen.args(["--keep-lld-exports", "--out-dir"]);
    process::quiet(bindgen.arg(&folder).arg(&main), "`wasm-bindgen`")?;
    if small {
        shrink(&folder.join(binding.module))?;
        shrink(&folder.join(LATER))?;
    }
    let bytes = |name| fs::read(folder.join(name)).with_context(|| format!("no {name} came of it"));
    let text = |name| Ok::<_, anyhow::Error>(String::from_utf8(bytes(name)?)?);
    Ok(Apart {
        module: bytes(binding.module)?,
        glue: text(binding.glue)?,
        later: bytes(LATER)?,
        loader: text(LOADER)?,
    })
}

fn shrink(module: &Path) -> Result<()> {
    let mut opt = wasm::command("wasm-opt");
    opt.args(FEATURES).args(SMALL).arg(module).arg("-o").arg(module);
    process::quiet(&mut opt, "`wasm-opt`").map(drop)
}
