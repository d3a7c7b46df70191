//! The npm package: `crates/wasm` built by wasm-pack and `crates/element` taken apart into two modules, put together with
//! their JavaScript half from `crates/wasm/npm` and the style sheets of `web`, and packed.

mod base64;
mod bill;
mod glue;
mod halves;
mod parts;
mod sizes;
mod styles;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{
    brotli, import_names, layout, process, setup,
    split::{self, Binding, LOADER},
    wasm,
};

/// What wasm-bindgen calls the files that it writes, for each module: so both are connected in the same way.
const BUILT: &str = "switchhook_bg.wasm";
const GLUE: &str = "switchhook_bg.js";

/// Most bytes that a module may have, compressed by brotli: a page waits for the engine, and for what the drawer's first
/// paint needs. What the drawer loads afterwards, nobody waits for. That a page may have words of its own costs the
/// drawer 4 kB: each of its texts goes through a function, those with values with their names.
const BUDGETS: [(&str, usize); 3] =
    [(ENGINE, 188_000), ("element_bg.wasm", 215_500), ("element_later_bg.wasm", 168_000)];

/// The engine's file in the package's `wasm`.
const ENGINE: &str = "switchhook_bg.wasm";

/// The drawer's crate, as cargo builds it.
const ELEMENT: &str = "switchhook-element";

/// The drawer has an engine of its own, and is taken apart.
const ELEMENT_BINDING: Binding = Binding {
    args: &["--target", "bundler", "--out-name", "switchhook"],
    module: BUILT,
    glue: GLUE,
};

/// Builds `target/npm/switchhook` and packs it.
pub(crate) fn package() -> Result<()> {
    setup::npm_packages()?;
    setup::wasm_target()?;
    setup::tools(&[&setup::WASM_BINDGEN, &setup::WASM_PACK])?;

    let engine = build_engine()?;
    let element = build_element()?;
    let package = layout::npm().join("switchhook");
    put_together(&engine, &element, &package)?;
    let inside = package.join("wasm");
    for (file, _) in BUDGETS {
        wasm::no_machine_path(&inside.join(file))?;
    }
    pack(&package)?;
    sizes::print(&package)?;
    for (file, budget) in BUDGETS {
        within_budget(file, budget, brotli::size(&inside.join(file))?)?;
    }
    Ok(())
}

/// A module and the glue that binds it.
struct Bound {
    module: Vec<u8>,
    glue: String,
}

fn build_engine() -> Result<Bound> {
    println!("building the engine …");
    let built = layout::npm().join("build");
    let _ = fs::remove_dir_all(&built);
    let mut pack = wasm::command("wasm-pack");
    pack.args(["build", "crates/wasm", "--target", "bundler", "--release", "--mode", "no-install"]);
    pack.args(["--no-pack", "--no-typescript", "--out-name", "switchhook", "--out-dir"]);
    if !process::shown(pack.arg(&built))?.success {
        bail!("`wasm-pack build` failed: what it said stands above.");
    }
    let left_none = |name| format!("wasm-pack left no {name}");
    let module = fs::read(built.join(BUILT)).with_context(|| left_none(BUILT))?;
    let glue = fs::read_to_string(built.join(GLUE)).with_context(|| left_none(GLUE))?;
    bound(&module, &glue)
}

/// The drawer, and what it loads later.
fn build_element() -> Result<(Bound, Vec<u8>)> {
    println!("building the drawer …");
    let mut cargo = wasm::command("cargo");
    cargo.args(["build", "--release", "--target", setup::WASM32, "--package", ELEMENT]);
    if !process::shown(cargo.args(["--features", "split"]))?.success {
        bail!("the drawer could not be built: what cargo said stands above.");
    }
    let built = layout::built().join(setup::WASM32).join("release/switchhook_element.wasm");
    let apart = split::split(&built, &ELEMENT_BINDING, true)?;
    let element = bound(&apart.module, &apart.glue)?;
    let (module, later) = halves::tied(&element.module, &apart.later)?;
    Ok((Bound { module, ..element }, later))
}

fn bound(module: &[u8], glue: &str) -> Result<Bound> {
    // The second half joins the first through a name that stays.
    let (module, glue) = import_names::shortened(module, glue, &[&format!("./{LOADER}")])?;
    Ok(Bound { module, glue: glue::factory(&glue)? })
}

/// The hand-written files as they are, the built ones in `wasm`, and the licences. The engine is there twice: as a
/// file, and as text for bundlers that copy no files.
fn put_together(engine: &Bound, (element, later): &(Bound, Vec<u8>), package: &Path) -> Result<()> {
    let _ = fs::remove_dir_all(package);
    copy(&layout::root().join("crates/wasm/npm"), package)?;
    // One declaration, for `import` and for `require()`.
    fs::copy(package.join("index.d.ts"), package.join("index.d.cts"))?;
    let inside = package.join("wasm");
    fs::create_dir_all(&inside)?;
    let files = [
        (ENGINE, engine.module.as_slice()),
        ("switchhook.js", engine.glue.as_bytes()),
        ("element_bg.wasm", &element.module),
        ("element.js", element.glue.as_bytes()),
        ("element_later_bg.wasm", later),
    ];
    for (name, bytes) in files {
        fs::write(inside.join(name), bytes)?;
    }
    let text = base64::encode(&engine.module);
    fs::write(inside.join("inline.js"), format!("export const base64 = \"{text}\";\n"))?;
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

fn within_budget(file: &str, budget: usize, brotli: usize) -> Result<()> {
    if brotli > budget {
        bail!(
            "{file} has {brotli} bytes compressed, and its budget is {budget}: find out what \
             has become larger, or give it more in package.rs and say why."
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_has_its_budget() {
        assert!(within_budget(ENGINE, 10, 10).is_ok());
        assert!(within_budget(ENGINE, 10, 11).is_err());
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
