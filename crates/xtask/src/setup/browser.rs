//! Chromium and ChromeDriver: from the environment, from PATH, or from Debian's packages.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::installing;
use crate::{layout, process};

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
    let path = std::env::var_os("PATH").unwrap_or_default();
    if layout::find_in(&path, "apt-get").is_none() {
        bail!(
            "Chromium or ChromeDriver is missing: install both by hand, or name them in the \
             environment variables CHROMIUM and CHROMEDRIVER."
        );
    }
    installing("chromium and chromium-driver with apt", "about 20 seconds", || {
        apt(&["update"])?;
        apt(&["install", "-y", "chromium", "chromium-driver"])
    })?;
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

fn apt(args: &[&str]) -> Result<()> {
    let is_root = process::answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        // Never asks for a password: without the right to go on it says so.
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    };
    command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
    process::quiet(&mut command, &format!("`apt-get {}`", args.join(" "))).map(drop)
}
