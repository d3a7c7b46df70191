//! What trunk has built goes in; out comes what a page loads: its start script in a file, one style sheet in place of
//! many, which would each be asked for and compressed by itself, and two modules in place of one, the second of which
//! comes after the first paint.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{layout, start_script, studio_modules, style_sheet};

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
    let page = take_apart(&page, &base, &staging)?;

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

/// Puts the two modules in place of the one that trunk has bound, which is the one file of its kind.
fn take_apart(page: &str, base: &str, staging: &Path) -> Result<String> {
    const ENDING: &str = "_bg.wasm";
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_string());
    let built = layout::built().join("wasm32-unknown-unknown").join(&profile);
    let split = studio_modules::files(&built.join("switchhook-studio.wasm"), profile == "release")?;

    let mut files = fs::read_dir(staging)?.filter_map(|file| Some(file.ok()?.path()));
    let is_module = |path: &PathBuf| path.to_string_lossy().ends_with(ENDING);
    let module = files.find(is_module).context("trunk left no module")?;
    let name = module.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.trim_end_matches(ENDING);
    fs::remove_file(&module)?;
    fs::remove_file(staging.join(format!("{stem}.js"))).context("trunk left no glue")?;
    for (name, bytes) in &split.files {
        fs::write(staging.join(name), bytes)
            .with_context(|| format!("{name} cannot be written"))?;
    }
    // The glue names the loader: without this, it would be asked for once the glue is here.
    let slash = if base.ends_with('/') { "" } else { "/" };
    let loader = format!("{base}{slash}{}_split.js", split.stem);
    let page = page.replace(stem, &split.stem);
    let (head, rest) = page.split_once("</head>").context("index.html has no head")?;
    Ok(format!("{head}<link rel=\"modulepreload\" crossorigin href=\"{loader}\"></head>{rest}"))
}
