//! What trunk has built goes in; out comes what a page loads: its start script in a file, and one style sheet in
//! place of many, which would each be asked for and compressed by itself.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{start_script, style_sheet};

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
    fs::write(&path, sheets.page).context("index.html cannot be written")
}
