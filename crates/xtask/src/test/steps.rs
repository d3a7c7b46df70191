//! The steps of `cargo xtask test`: each sees to it that what it needs is there, runs, and gives
//! its counts.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::{audit, counts::Counts};
use crate::{fuzz, layout, node, package, process, setup, studio, tidy, wasm};

/// A step of the tests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    Fmt,
    Clippy,
    Tidy,
    Audit,
    Native,
    WasmNode,
    WasmChromium,
    Package,
    Consumers,
    Runtimes,
    Studio,
    E2e,
}

impl Step {
    /// In their order: what fails fast comes first.
    pub(crate) const ALL: [Step; 12] = [
        Step::Fmt,
        Step::Clippy,
        Step::Tidy,
        Step::Audit,
        Step::Native,
        Step::WasmNode,
        Step::WasmChromium,
        Step::Package,
        Step::Consumers,
        Step::Runtimes,
        Step::Studio,
        Step::E2e,
    ];

    /// As it is named on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Step::Fmt => "fmt",
            Step::Clippy => "clippy",
            Step::Tidy => "tidy",
            Step::Audit => "audit",
            Step::Native => "native",
            Step::WasmNode => "wasm-node",
            Step::WasmChromium => "wasm-chromium",
            Step::Package => "package",
            Step::Consumers => "consumers",
            Step::Runtimes => "runtimes",
            Step::Studio => "studio",
            Step::E2e => "e2e",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.name() == name)
    }

    /// What it shows, in a few words.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Step::Fmt => "the source is formatted",
            Step::Clippy => "no warnings, natively and for wasm32",
            Step::Tidy => "the rules of the repository",
            Step::Audit => "what the project depends on is fixed, and has no known hole",
            Step::Native => {
                "unit, integration and documentation tests, and what fuzzing begins with"
            }
            Step::WasmNode => "the same tests on wasm32, in Node",
            Step::WasmChromium => "the same tests on wasm32, in Chromium",
            Step::Package => "the npm package is built and packed",
            Step::Consumers => "the packed package in fresh projects",
            Step::Runtimes => "the same in every runtime, and through every bundler",
            Step::Studio => "the studio is built",
            Step::E2e => "the built studio in Chromium",
        }
    }

    /// The step whose result this one uses.
    pub(crate) fn needs(self) -> Option<Step> {
        match self {
            Step::Consumers | Step::Runtimes => Some(Step::Package),
            Step::E2e => Some(Step::Studio),
            _ => None,
        }
    }

    pub(crate) fn run(self) -> Result<Counts> {
        match self {
            Step::Fmt => fmt(),
            Step::Clippy => clippy(),
            Step::Tidy => Ok(if tidy::check()? { Counts::ONE_PASSED } else { Counts::ONE_FAILED }),
            Step::Audit => {
                setup::node()?;
                audit::audit()
            }
            Step::Native => native(),
            Step::WasmNode => {
                wasm_tests(&mut wasm::command("cargo"), "WASM_BINDGEN_TEST_ONLY_NODE")
            }
            Step::WasmChromium => wasm_chromium(),
            Step::Package => package::package().map(|()| Counts::ONE_PASSED),
            Step::Consumers => {
                setup::bench_packages()?;
                setup::curl()?;
                studio::build_server()?;
                of_node("consumers", ".test.mjs")
            }
            Step::Runtimes => {
                setup::runtime_packages()?;
                of_node("runtimes", ".test.mjs")
            }
            Step::Studio => studio::build().map(|()| Counts::ONE_PASSED),
            Step::E2e => {
                studio::build_server()?;
                of_node("e2e", ".spec.mjs")
            }
        }
    }
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(layout::root());
    cargo
}

/// Counts commands as one check: all of them have to end well.
fn one_check(commands: &mut [Command]) -> Result<Counts> {
    let mut all = true;
    for command in commands {
        all &= process::shown(command)?.success;
    }
    Ok(if all { Counts::ONE_PASSED } else { Counts::ONE_FAILED })
}

fn fmt() -> Result<Counts> {
    setup::component("rustfmt", "fmt")?;
    let mut fmt = cargo();
    fmt.args(["fmt", "--all", "--check"]);
    let mut bench = cargo();
    bench.args(["fmt", "--manifest-path", "tests/bench/native/Cargo.toml", "--check"]);
    one_check(&mut [fmt, bench])
}

fn clippy() -> Result<Counts> {
    setup::component("clippy", "clippy")?;
    setup::wasm_target()?;
    let deny = ["--all-targets", "--", "-D", "warnings"];
    let mut native = cargo();
    native.args(["clippy", "--workspace"]).args(deny);
    let mut wasm32 = wasm::command("cargo");
    wasm32.arg("clippy").args(wasm::packages()).args(deny);
    // What trunk alone would build otherwise.
    let mut split = wasm::command("cargo");
    split.args(["clippy", "--target", "wasm32-unknown-unknown", "--package", "switchhook-studio"]);
    split.args(["--features", "split"]).args(deny);
    one_check(&mut [native, wasm32, split])
}

fn native() -> Result<Counts> {
    let mut counts = Counts::default();
    let ours = ["--all-targets", "--doc"].map(|kind| {
        let mut test = cargo();
        test.args(["test", "--workspace", "--no-fail-fast", kind]);
        test
    });
    for mut test in ours.into_iter().chain([fuzz::replay()?]) {
        let ended = process::shown(&mut test)?;
        counts = counts + Counts::of_cargo(&ended.text).or_failed(ended.success);
    }
    Ok(counts)
}

/// Runs the wasm32 tests; `only` names the variable that chooses where.
fn wasm_tests(command: &mut Command, only: &str) -> Result<Counts> {
    setup::node()?;
    setup::wasm_target()?;
    setup::tools(&[&setup::WASM_BINDGEN])?;
    command.args(["test", "--tests", "--no-fail-fast"]).args(wasm::packages());
    command.env(only, "1").env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    let ended = process::shown(command)?;
    Ok(Counts::of_cargo(&ended.text).or_failed(ended.success))
}

fn wasm_chromium() -> Result<Counts> {
    let browser = setup::browser()?;
    let capabilities = layout::root().join("target/webdriver.json");
    fs::write(&capabilities, webdriver(&browser.chromium.display().to_string()))
        .context("target/webdriver.json cannot be written")?;
    let mut command = wasm::command("cargo");
    command.env("CHROMEDRIVER", browser.driver);
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    wasm_tests(&mut command, "WASM_BINDGEN_USE_BROWSER")
}

/// The browser that the driver starts, with the flags that keep it quiet without a network. As
/// root it needs `no-sandbox`, which the runner adds by itself.
fn webdriver(chromium: &str) -> String {
    let chromium = chromium.replace('\\', "\\\\").replace('"', "\\\"");
    let flags = [
        "disable-gpu",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "no-first-run",
    ];
    let flags = flags.map(|flag| format!("\"{flag}\"")).join(", ");
    format!("{{\"goog:chromeOptions\": {{\"binary\": \"{chromium}\", \"args\": [{flags}]}}}}\n")
}

fn of_node(folder: &str, ending: &str) -> Result<Counts> {
    let ended = node::test(folder, ending)?;
    Ok(Counts::of_node(&ended.text).or_failed(ended.success))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_found_by_its_name() {
        assert!(Step::ALL.into_iter().all(|step| Step::named(step.name()) == Some(step)));
        assert_eq!(Step::named("nothing"), None);
    }

    #[test]
    fn a_needed_step_comes_before() {
        let place = |step| Step::ALL.iter().position(|other| *other == step);
        assert!(
            Step::ALL
                .iter()
                .all(|step| step.needs().is_none_or(|needed| place(needed) < place(*step)))
        );
    }

    #[test]
    fn the_browser_is_named_to_the_driver() {
        let text = webdriver("C:\\chrome\"x");
        assert!(text.contains(r#""binary": "C:\\chrome\"x""#), "{text}");
    }
}
