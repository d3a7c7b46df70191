//! The project's own commands: the arguments of `cargo xtask` go in, and the command that they
//! name is run.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to its terminal")]

mod fingerprint;
mod layout;
mod process;

mod setup;
mod wasm;

mod brotli;
mod dist;
mod import_names;
mod package;
mod rebuild;
mod split;
mod start_script;
mod studio;
mod studio_modules;
mod style_sheet;
mod wasm_imports;

mod node;
mod tidy;

mod bench;
mod test;

mod fuzz;
mod miri;

mod flags;

use std::process::ExitCode;

use flags::Command;

fn main() -> ExitCode {
    let command = match flags::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let result = match command {
        Command::Help(text) => {
            println!("{text}");
            Ok(())
        }
        Command::Studio { port } => studio::serve(port),
        Command::Test { steps } => return test::run(&steps),
        Command::Package => package::package(),
        Command::Bench { parts } => bench::run(&parts),
        Command::Fuzz { targets, seconds } => fuzz::fuzz(&targets, seconds),
        Command::Rebuild => rebuild::rebuild(),
        Command::Miri => miri::run(),
        Command::Screenshots => node::screenshots(),
        Command::FinishDist => dist::finish(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
