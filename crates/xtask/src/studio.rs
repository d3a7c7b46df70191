//! The studio: built by trunk into `dist`, and served by `switchhook-server`.

use std::fs;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{brotli, layout, process, setup, wasm};

/// Most bytes that the first load may have under brotli: all of `dist` but what comes after the first paint. The design
/// asks for 250,000.
const BUDGET: usize = 234_700;

/// How the name of what comes later ends.
const LATER: &str = "_later.wasm";

/// Builds what is missing and serves the studio until it is stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    free(port)?;
    build()?;
    build_server()?;
    let mut server = Command::new(layout::server());
    server.arg("--port").arg(port.to_string()).arg("--dist").arg(layout::dist());
    become_it(server)
}

/// Asked before anything is built: minutes later is too late to hear it. The server answers under
/// both loopback addresses, on a machine that has both.
fn free(port: u16) -> Result<()> {
    let taken = |address: IpAddr| match TcpListener::bind((address, port)) {
        Err(error) if address.is_ipv4() || error.kind() == ErrorKind::AddrInUse => Some(error),
        _ => None,
    };
    let addresses = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    let Some(error) = addresses.into_iter().find_map(taken) else { return Ok(()) };
    let other = if port < 65535 { port + 1 } else { 8080 };
    let way_out = format!("choose another one with `cargo xtask studio --port {other}`.");
    match error.kind() {
        ErrorKind::AddrInUse => {
            bail!("Port {port} is taken: stop what listens there, or {way_out}")
        }
        _ => bail!("Port {port} cannot be used ({error}): {way_out}"),
    }
}

/// Builds the release studio into `dist`.
pub(crate) fn build() -> Result<()> {
    setup::npm_packages()?;
    setup::wasm_target()?;
    setup::tools(&[&setup::WASM_BINDGEN, &setup::TRUNK])?;
    println!("building the studio …");
    let mut trunk = wasm::command("trunk");
    trunk.args(["build", "--release"]);
    // trunk takes any NO_COLOR but `true` and `false` for a mistake.
    trunk.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    if !process::shown(&mut trunk)?.success {
        bail!("`trunk build` failed: what it said stands above.");
    }
    let mut first_load = 0;
    for file in fs::read_dir(layout::dist()).context("trunk left no dist")? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            wasm::no_machine_path(&path)?;
        }
        let size = brotli::size(&path)?;
        match path.to_string_lossy().ends_with(LATER) {
            true => println!("after the first paint: {size} bytes under brotli"),
            false => first_load += size,
        }
    }
    println!("first load: {first_load} bytes under brotli, of {BUDGET}");
    within_budget(first_load)
}

fn within_budget(first_load: usize) -> Result<()> {
    if first_load > BUDGET {
        bail!(
            "The studio's first load has {first_load} bytes compressed, and its budget is {BUDGET}: find out \
             what has become larger, or give it more in studio.rs and say why."
        );
    }
    Ok(())
}

/// Builds the development server; `--workspace` so that it shares its dependencies with the
/// tests, down to their features.
pub(crate) fn build_server() -> Result<()> {
    println!("building the server …");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--workspace", "--bin", "switchhook-server"]);
    if !process::shown(cargo.current_dir(layout::root()))?.success {
        bail!("switchhook-server could not be built: what cargo said stands above.");
    }
    Ok(())
}

/// The server takes our place, so that what stops us stops it.
#[cfg(unix)]
fn become_it(mut server: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(server.exec()).context("switchhook-server could not be started")
}

/// Where a process cannot be replaced, we wait for the server to end.
#[cfg(not(unix))]
fn become_it(mut server: Command) -> Result<()> {
    server.status().context("switchhook-server could not be started").map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_has_its_budget() {
        assert!(within_budget(BUDGET).is_ok());
        assert!(within_budget(BUDGET + 1).is_err());
    }

    #[test]
    fn a_taken_port_is_told_in_one_line() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = taken.local_addr().expect("an address").port();
        let message = free(port).expect_err("the port is taken").to_string();
        assert!(message.starts_with(&format!("Port {port} is taken")), "{message}");
        assert!(!message.contains('\n'), "{message}");
        drop(taken);
        assert!(free(port).is_ok());
    }
}
