//! What trunk has built goes in; out comes what a page loads: its start script in a file, one style sheet in place of
//! many, which would each be asked for and compressed by itself, and a module whose imports have short names.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{import_names, start_script, style_sheet};

/// A page, and the files beside it that it names now.
pub(crate) struct Moved {
    pub(crate) page: String,
    pub(crate) files: Vec<(String, String)>,
}

/// The hook of `Trunk.toml`: works on the folder that trunk is about to make `dist`.
pub(crate) fn finish() -> Result<()> {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        bail!("`cargo xtask finish-dist` is run by trunk, as a hook of its build.");
    };
    let base = std::env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".to_string());
    let path = staging.join("index.html");
    let page = fs::read_to_string(&path).context("trunk left no index.html")?;

    let scripts = start_script::moved(&page, &base)?;
    let mut joined = Vec::new();
    let sheets = style_sheet::joined(&scripts.page, &base, |name| {
        let sheet = staging.join(name);
        let text = fs::read_to_string(&sheet).with_context(|| format!("trunk left no {name}"))?;
        joined.push(sheet);
        Ok(text)
    })?;
    if let Some(found) = start_script::inline(&sheets.page) {
        bail!("index.html holds {found}, which its Content-Security-Policy forbids.");
    }
    for sheet in joined {
        fs::remove_file(sheet)?;
    }
    for (name, text) in scripts.files.iter().chain(&sheets.files) {
        fs::write(staging.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    fs::write(&path, sheets.page).context("index.html cannot be written")?;
    shorten(&staging)
}

/// The module is the one file of its kind, and its glue is called as it is.
fn shorten(staging: &Path) -> Result<()> {
    const ENDING: &str = "_bg.wasm";
    let mut files = fs::read_dir(staging)?.filter_map(|file| Some(file.ok()?.path()));
    let is_module = |path: &PathBuf| path.to_string_lossy().ends_with(ENDING);
    let module = files.find(is_module).context("trunk left no module")?;
    let glue = PathBuf::from(module.to_string_lossy().replace(ENDING, ".js"));
    let text = fs::read_to_string(&glue).context("trunk left no glue of the module")?;
    let (bytes, text) = import_names::shortened(&fs::read(&module)?, &text)?;
    fs::write(&module, bytes)?;
    fs::write(&glue, text).context("the module's glue cannot be written")
}
