//! Packages of Debian and its kin: names go in, and are installed.

use std::process::Command;

use anyhow::Result;

use super::installing;
use crate::{layout, process};

/// Whether this machine has apt.
pub(super) fn is_there() -> bool {
    layout::find_in(&std::env::var_os("PATH").unwrap_or_default(), "apt-get").is_some()
}

/// Installs packages, and says about how long that takes.
pub(super) fn install(packages: &[&str], about: &str) -> Result<()> {
    installing(&format!("{} with apt", packages.join(" and ")), about, || {
        apt(&["update"])?;
        apt(&[&["install", "-y"], packages].concat())
    })
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
