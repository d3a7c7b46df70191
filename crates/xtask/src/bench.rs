//! `cargo xtask bench`: parts in; what they need is built, they run one after the other, and out come their tables, in
//! docs/benchmarks.md where all of them ran.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{layout, node, package, process, setup, studio};

/// A part of the benchmarks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    Json,
    Xml,
    Memory,
    Sizes,
    Native,
    Studio,
    Worker,
}

impl Part {
    /// In the order of the report.
    pub(crate) const ALL: [Part; 7] = [
        Part::Json,
        Part::Xml,
        Part::Memory,
        Part::Sizes,
        Part::Native,
        Part::Studio,
        Part::Worker,
    ];

    /// As it is named on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Part::Json => "json",
            Part::Xml => "xml",
            Part::Memory => "memory",
            Part::Sizes => "sizes",
            Part::Native => "native",
            Part::Studio => "studio",
            Part::Worker => "worker",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.name() == name)
    }

    /// What it measures, in a few words.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Part::Json => "mapping JSON, in Node and in Chromium",
            Part::Xml => "mapping XML, in Node and in Chromium",
            Part::Memory => "the memory that 10 MB of JSON take",
            Part::Sizes => "the package and its peers, compressed",
            Part::Native => "mapping JSON natively, beside other crates",
            Part::Studio => "its first visit, and keystrokes beside a response of 1 MiB",
            Part::Worker => "runs of a node in one isolate of workerd, and in Node",
        }
    }

    fn needs_package(self) -> bool {
        self != Part::Native
    }

    fn run(self) -> Result<()> {
        match self {
            Part::Json | Part::Xml => in_both(self.name()),
            Part::Memory | Part::Sizes | Part::Worker => node::bench(self.name(), &[]),
            Part::Native => native(),
            Part::Studio => {
                in_both("document")?;
                node::bench("studio", &[])
            }
        }
    }
}

/// Measures the parts, all of them where none is named.
pub(crate) fn run(named: &[Part]) -> Result<()> {
    let parts = if named.is_empty() { &Part::ALL } else { named };
    setup::bench_packages()?;
    if parts.iter().any(|part| part.needs_package()) {
        package::package()?;
    }
    if parts.contains(&Part::Native) {
        build_native()?;
    }
    if parts.contains(&Part::Studio) {
        studio::build()?;
        studio::build_server()?;
    }
    if parts.contains(&Part::Worker) {
        setup::runtime_packages()?;
    }
    for part in parts {
        println!("\n== {} · {}", part.name(), part.about());
        part.run()?;
    }
    let names: Vec<_> = parts.iter().map(|part| part.name()).collect();
    node::bench("report", if named.is_empty() { &["--write"] } else { &names })
}

fn in_both(what: &str) -> Result<()> {
    node::bench("node", &[what])?;
    node::bench("chromium", &[what])
}

/// A workspace of its own, so that what it compares with is in no lock file of ours.
fn build_native() -> Result<()> {
    println!("building the native benchmark (about 2 minutes on two cores) …");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--manifest-path", "tests/bench/native/Cargo.toml"]);
    cargo.arg("--target-dir").arg(layout::bench().join("native")).current_dir(layout::root());
    process::quiet(&mut cargo, "`cargo build` of tests/bench/native").map(drop)
}

/// The bodies are those that Node has, as files.
fn native() -> Result<()> {
    let bodies = layout::bench().join("bodies");
    node::bench("index", &[bodies.to_str().context("the workspace's path is no text")?])?;
    let name = format!("native/release/switchhook-bench{}", std::env::consts::EXE_SUFFIX);
    let mut bench = Command::new(layout::bench().join(name));
    bench.arg(bodies).arg(layout::bench().join("native.json"));
    if !process::shown(&mut bench)?.success {
        bail!("the native benchmark failed: what it said stands above.");
    }
    Ok(())
}
