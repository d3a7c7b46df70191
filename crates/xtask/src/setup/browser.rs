//! Chromium and ChromeDriver: from the environment, from PATH, or from Debian's packages.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::apt;
use crate::layout;

/// The browser that the tests drive.
pub(crate) struct Browser {
    /// Chromium, or a Chrome.
    pub(crate) chromium: PathBuf,
    /// The driver of the same version.
    pub(crate) driver: PathBuf,
}

const CHROMIUMS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds the browser, and installs it where there is apt.
pub(crate) fn browser() -> Result<Browser> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !apt::is_there() {
        bail!(
            "Chromium or ChromeDriver is missing: install both by hand, or name them in the \
             environment variables CHROMIUM and CHROMEDRIVER."
        );
    }
    apt::install(&["chromium", "chromium-driver"], "about 20 seconds")?;
    let Some(found) = find() else {
        bail!("apt installed chromium and chromium-driver, and yet they are not on PATH.");
    };
    Ok(found)
}

fn find() -> Option<Browser> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let chromium = named("CHROMIUM", &CHROMIUMS, &path)?;
    let driver = named("CHROMEDRIVER", &["chromedriver"], &path)?;
    Some(Browser { chromium, driver })
}

/// What a person names in the environment wins over what is found.
fn named(variable: &str, names: &[&str], path: &OsString) -> Option<PathBuf> {
    let named = std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    named.or_else(|| names.iter().find_map(|name| layout::find_in(path, name)))
}
