//! Takes `--port` and `--dist`, and serves the studio, the sample endpoints and the relay until it is
//! told to stop. DESIGN, section 2.
//!
//! Each concern is a router of its own with full paths; `app` merges them behind one guard.

mod body;
mod files;
mod flags;
mod guard;
mod listen;
mod relay;
mod sample;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use axum::Router;

use flags::{Asked, Flags};

/// What ends the program early: a sentence for the person, and the exit code.
struct Stop {
    sentence: String,
    code: u8,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            // Where stderr is closed there is nobody left to tell.
            let _ = writeln!(io::stderr(), "{}", stop.sentence);
            ExitCode::from(stop.code)
        }
    }
}

fn run() -> Result<(), Stop> {
    let flags = match flags::parse(std::env::args_os().skip(1)) {
        Ok(Asked::Serve(flags)) => flags,
        Ok(Asked::Help) => return say(flags::HELP),
        Err(sentence) => return Err(Stop { sentence, code: 2 }),
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Stop { sentence: format!("The server cannot start: {error}."), code: 1 })?
        .block_on(serve(&flags))
}

async fn serve(flags: &Flags) -> Result<(), Stop> {
    let stopped = |sentence| Stop { sentence, code: 1 };
    let doors = listen::open(flags.port).await.map_err(stopped)?;
    let stop_asked = listen::stop_asked().map_err(stopped)?;
    let port = doors.port;
    doors.serve(&app(&flags.dist));
    say(&format!("Switchhook studio on http://127.0.0.1:{port}"))?;
    stop_asked.await;
    Ok(())
}

/// Everything that this server answers.
fn app(dist: &Path) -> Router {
    guard::around(sample::routes().merge(relay::routes()).merge(files::routes(dist)))
}

fn say(line: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|error| Stop {
        sentence: format!("Nothing can be written to standard output: {error}."),
        code: 1,
    })
}
