//! `cargo xtask miri`: whether Miri, which runs a program step by step and looks for misuse of memory, finds anything out
//! of order.
//!
//! The one unsafe line is wasm32's, of which Miri has the language and not the library: a program of its own goes through
//! it. What is safe is built of crates that are not always so: the quick ones of the tests go through these.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{layout, process, wasm};

/// Names, or beginnings of them, of tests that take seconds there: it is some thousand times as slow as the machine.
const QUICK: [&str; 37] = [
    "take::bytes_that_are_no_text_are_refused",
    "take::many_ways_from_the_end",
    "take::values",
    "take::ways_that_count_too_far_from_the_end",
    "bracket_errors::",
    "encodings::",
    "filter_errors::endings",
    "filter_errors::operators",
    "filter_errors::values",
    "filter_types::",
    "filters::where_they_are",
    "json_values::as_text",
    "json_values::of_one_name_the_last_counts",
    "json_values::the_source_of_a_value_is_kept",
    "json_values::values_are_compact_and_otherwise_as_written",
    "nodes::documents_are_owned_and_nodes_are_handles",
    "nodes::json_as_a_tree",
    "nodes::xml_as_a_tree",
    "path_errors::",
    "shorthand::an_array_at_the_root",
    "shorthand::how_it_is_written",
    "shorthand::what_it_stands_for",
    "suggest::of_xml",
    "unreadable::json_at_fault",
    "unreadable::xml_at_fault",
    "xml_rules::the_source_of_a_value",
    "curl::exports",
    "curl::what_no_command_can_say_is_an_error",
    "definitions::digits_of_a_fallback_value_survive",
    "definitions::of_members_with_one_name_the_last_counts",
    "definitions::what_can_be_read_survives_a_fault",
    "outcomes::an_asynchronous_node_takes_the_default_exit_at_once",
    "outcomes::no_whole_answer_is_failed_with_nothing_mapped",
    "sign::requests::a_node_without_signing_signs_nothing",
    "sign::requests::a_token_is_never_shown",
    "sign::requests::without_a_secret_nothing_is_sent",
    "sign::tokens::an_empty_secret_is_none_and_no_secret_is_shown",
];

/// Runs the program, and then the tests.
pub(crate) fn run() -> Result<()> {
    if process::answer(cargo().args(["miri", "--version"])).is_none() {
        bail!("Miri is missing: `rustup toolchain install nightly --component miri` brings it.");
    }
    checked(&mut load(), "the load of `simd128`")?;
    checked(&mut tests(), "a test")
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg("+nightly").current_dir(layout::root());
    cargo
}

/// The program over `simd128.rs`.
fn load() -> Command {
    let mut cargo = cargo();
    cargo.args(["miri", "run", "--manifest-path", "crates/scan/tests/miri/Cargo.toml"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--target-dir"]);
    cargo.arg(layout::root().join("target/miri-load"));
    cargo.env("MIRI_NO_STD", "1").env("RUSTFLAGS", wasm::VECTORS);
    // Other tests on wasm32 are run by wasm-bindgen.
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "cargo-miri runner");
    cargo
}

fn tests() -> Command {
    let mut cargo = cargo();
    cargo.args(["miri", "test", "-p", "switchhook-scan", "-p", "switchhook-path"]);
    cargo.args(["-p", "switchhook", "--test", "it", "--"]).args(QUICK);
    // A table that fails writes down what it found.
    cargo.env("MIRIFLAGS", "-Zmiri-disable-isolation");
    cargo
}

fn checked(command: &mut Command, what: &str) -> Result<()> {
    if !process::shown(command)?.success {
        bail!("Miri stopped in {what}: why stands above.");
    }
    Ok(())
}
