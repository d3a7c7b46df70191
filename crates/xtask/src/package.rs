//! The npm package: `crates/wasm` and `crates/element` built by wasm-pack, put together with their JavaScript half from
//! `crates/wasm/npm` and the style sheets of `web`, and packed.

mod base64;
mod bill;
mod glue;
mod imports;
mod parts;
mod sizes;
mod styles;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{brotli, layout, process, setup, wasm};

/// What `wasm-pack` calls the files that it writes, for each module: so both are connected in the same way.
const BUILT: &str = "switchhook_bg.wasm";
const GLUE: &str = "switchhook_bg.js";

/// A module of the package.
struct Module {
    /// What its files are called.
    name: &'static str,
    /// Its crate, a folder in `crates`.
    part: &'static str,
    /// Most bytes that it may have, compressed by brotli: a page waits for them.
    budget: usize,
}

/// The engine, and the drawer, which has an engine of its own.
const MODULES: [Module; 2] = [
    Module { name: "switchhook", part: "wasm", budget: 185_000 },
    Module { name: "element", part: "element", budget: 363_000 },
];

impl Module {
    /// Its file in the package's `wasm`.
    fn file(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }
}

/// Builds `target/npm/switchhook` and packs it.
pub(crate) fn package() -> Result<()> {
    setup::npm_packages()?;
    setup::wasm_target()?;
    setup::tools(&[&setup::WASM_BINDGEN, &setup::WASM_PACK])?;

    let built = layout::npm().join("build");
    let _ = fs::remove_dir_all(&built);
    for module in &MODULES {
        build(module, &built.join(module.name))?;
    }
    let package = layout::npm().join("switchhook");
    put_together(&built, &package)?;
    let inside = package.join("wasm");
    for module in &MODULES {
        wasm::no_machine_path(&inside.join(module.file()))?;
    }
    pack(&package)?;
    sizes::print(&package)?;
    for module in &MODULES {
        within_budget(module, brotli::size(&inside.join(module.file()))?)?;
    }
    Ok(())
}

fn build(module: &Module, built: &Path) -> Result<()> {
    println!("building the module {} …", module.file());
    let mut pack = wasm::command("wasm-pack");
    pack.arg("build").arg(Path::new("crates").join(module.part));
    pack.args(["--target", "bundler", "--release", "--mode", "no-install"]);
    pack.args(["--no-pack", "--no-typescript", "--out-name", "switchhook", "--out-dir"]).arg(built);
    if !process::shown(&mut pack)?.success {
        bail!("`wasm-pack build` failed: what it said stands above.");
    }
    Ok(())
}

/// The hand-written files as they are, the built ones in `wasm`, and the licences. The engine is there twice: as a
/// file, and as text for bundlers that copy no files.
fn put_together(built: &Path, package: &Path) -> Result<()> {
    let _ = fs::remove_dir_all(package);
    copy(&layout::root().join("crates/wasm/npm"), package)?;
    // One declaration, for `import` and for `require()`.
    fs::copy(package.join("index.d.ts"), package.join("index.d.cts"))?;
    let inside = package.join("wasm");
    fs::create_dir_all(&inside)?;
    let left_none = |name| format!("wasm-pack left no {name}");
    for module in &MODULES {
        let built = built.join(module.name);
        let bytes = fs::read(built.join(BUILT)).with_context(|| left_none(BUILT))?;
        let glue = fs::read_to_string(built.join(GLUE)).with_context(|| left_none(GLUE))?;
        let (bytes, glue) = imports::shorten(&bytes, &glue)?;
        fs::write(inside.join(format!("{}.js", module.name)), glue::factory(&glue)?)?;
        fs::write(inside.join(module.file()), bytes)?;
    }
    let engine = base64::encode(&fs::read(inside.join(MODULES[0].file()))?);
    fs::write(inside.join("inline.js"), format!("export const base64 = \"{engine}\";\n"))?;
    fs::write(inside.join("styles.js"), styles::module()?)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(layout::root().join(name), package.join(name)).context(name)?;
    }
    let parts = parts::parts()?;
    fs::write(package.join("sbom.cdx.json"), bill::materials(&parts)?)?;
    fs::write(package.join("THIRD-PARTY-LICENSES.txt"), bill::notices(&parts)?)?;
    let manifest = package.join("package.json");
    let text = fs::read_to_string(&manifest).context("crates/wasm/npm has no package.json")?;
    fs::write(&manifest, versioned(&text, layout::version())?)?;
    Ok(())
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let entries =
        fs::read_dir(from).with_context(|| format!("{} is missing", layout::shown(from)))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The manifest with the workspace's version in place of its own.
fn versioned(manifest: &str, version: &str) -> Result<String> {
    let field = "\"version\":";
    let (before, after) =
        manifest.split_once(field).context("crates/wasm/npm/package.json has no version")?;
    let mut parts = after.splitn(3, '"');
    let (Some(space), Some(_), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        bail!("the version in crates/wasm/npm/package.json is no text");
    };
    Ok(format!("{before}{field}{space}\"{version}\"{rest}"))
}

fn pack(package: &Path) -> Result<()> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut pack = Command::new(npm);
    pack.args(["pack", "--silent", "--pack-destination"]).arg(layout::npm()).arg(package);
    process::quiet(&mut pack, "`npm pack`")?;
    if !layout::tarball().is_file() {
        bail!("`npm pack` left no {}", layout::shown(&layout::tarball()));
    }
    println!("packed {}", layout::shown(&layout::tarball()));
    Ok(())
}

fn within_budget(module: &Module, brotli: usize) -> Result<()> {
    if brotli > module.budget {
        bail!(
            "{} has {brotli} bytes compressed, and its budget is {}: find out what \
             has become larger, or give it more in package.rs and say why.",
            module.file(),
            module.budget
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_has_its_budget() {
        for module in &MODULES {
            assert!(within_budget(module, module.budget).is_ok());
            assert!(within_budget(module, module.budget + 1).is_err());
        }
    }

    #[test]
    fn the_workspace_gives_the_version() {
        let table = [
            (
                "{\n  \"version\": \"0.0.0\",\n  \"x\": 1\n}",
                Some("{\n  \"version\": \"1.2.3\",\n  \"x\": 1\n}"),
            ),
            ("{\"version\":\"0\"}", Some("{\"version\":\"1.2.3\"}")),
            ("{}", None),
            ("{\"version\": 1}", None),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(manifest, want)| versioned(manifest, "1.2.3").ok().as_deref() != *want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
