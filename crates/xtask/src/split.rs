//! The studio's module goes in, and comes out as two: one with what the first paint needs, and one that the first loads
//! afterwards. What belongs where follows from the function that `web/src/later.rs` marks; `wasm-split` takes the module
//! apart by its relocations, and wasm-bindgen and wasm-opt do their work on what comes out.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use crate::{fingerprint::fingerprint, import_names, layout, process, wasm};

/// What the module that comes later is called by the tool.
const LATER: &str = "split_later.wasm";
/// What loads it, as the tool calls it, and the glue after it.
const LOADER: &str = "__wasm_split.js";
/// What is left of the module, as wasm-bindgen calls it and its glue.
const MODULE: &str = "main_bg.wasm";
const GLUE: &str = "main.js";

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
pub(crate) struct Split {
    /// What the names of its files begin with.
    pub(crate) stem: String,
    /// Names and contents.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

/// Takes apart what cargo has built; made small for a release.
pub(crate) fn split(module: &Path, small: bool) -> Result<Split> {
    let folder = layout::root().join("target/split");
    let bytes =
        fs::read(module).with_context(|| format!("{} is missing", layout::shown(module)))?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &main;
    wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("the module cannot be taken apart: {report:#}"))?;
    let mut bindgen = wasm::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
    // The table of functions among them, which both modules share.
    bindgen.args(["--keep-lld-exports", "--out-dir"]);
    process::quiet(bindgen.arg(&folder).arg(&main), "`wasm-bindgen`")?;
    if small {
        shrink(&folder.join(MODULE))?;
        shrink(&folder.join(LATER))?;
    }
    let bytes = |name| fs::read(folder.join(name)).with_context(|| format!("no {name} came of it"));
    let text = |name| Ok::<_, anyhow::Error>(String::from_utf8(bytes(name)?)?);
    let loader = format!("./{LOADER}");
    let (module, glue) = import_names::shortened(&bytes(MODULE)?, &text(GLUE)?, &[&loader])?;
    Ok(named(module, &glue, &text(LOADER)?, bytes(LATER)?))
}

fn shrink(module: &Path) -> Result<()> {
    let mut opt = wasm::command("wasm-opt");
    opt.args(FEATURES).args(SMALL).arg(module).arg("-o").arg(module);
    process::quiet(&mut opt, "`wasm-opt`").map(drop)
}

/// Names that change with what is in any of the files: they name each other, and belong together.
fn named(module: Vec<u8>, glue: &str, loader: &str, later: Vec<u8>) -> Split {
    let whole = [&module, glue.as_bytes(), loader.as_bytes(), &later].concat();
    let stem = format!("studio-{:016x}", fingerprint(&whole));
    let glue =
        glue.replace(&format!("from \"./{LOADER}\""), &format!("from \"./{stem}_split.js\""));
    let loader = loader.replace(GLUE, &format!("{stem}.js"));
    let loader = loader.replace(LATER, &format!("{stem}_later.wasm"));
    let files = [
        ("_bg.wasm", module),
        (".js", glue.into_bytes()),
        ("_split.js", loader.into_bytes()),
        ("_later.wasm", later),
    ];
    let files = files.map(|(ending, bytes)| (format!("{stem}{ending}"), bytes)).into();
    Split { stem, files }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_name_each_other() {
        let glue =
            "import * as import1 from \"./__wasm_split.js\"\n{ \"./__wasm_split.js\": import1 }";
        let loader = "import { initSync } from \"./main.js\";\nfetch(\"./split_later.wasm\")";
        let Split { stem, files } = named(vec![1], glue, loader, vec![2]);
        let text = |ending: &str| {
            let file = files.iter().find(|(name, _)| *name == format!("{stem}{ending}"));
            String::from_utf8(file.expect(ending).1.clone()).expect("a text")
        };
        // The module imports by this name, which is no file's.
        let bound = "{ \"./__wasm_split.js\": import1 }";
        assert_eq!(text(".js"), format!("import * as import1 from \"./{stem}_split.js\"\n{bound}"));
        let imported = format!("import {{ initSync }} from \"./{stem}.js\";");
        assert_eq!(text("_split.js"), format!("{imported}\nfetch(\"./{stem}_later.wasm\")"));
        assert_ne!(named(vec![1], glue, loader, vec![3]).stem, stem);
    }
}
