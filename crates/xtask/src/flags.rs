//! The command line: arguments in, a command or one sentence about what is wrong with them out.

use crate::bench::Part;
use crate::fuzz::{TARGETS, Target};
use crate::test::Step;

/// What `cargo xtask` is asked to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Print a text.
    Help(String),
    /// Build the studio and serve it.
    Studio { port: u16 },
    /// Run the steps of the tests, all of them where none is named.
    Test { steps: Vec<Step> },
    /// Build and pack the npm package.
    Package,
    /// Build the npm package in two folders and compare.
    Rebuild,
    /// Measure the parts of the benchmarks, all of them where none is named.
    Bench { parts: Vec<Part> },
    /// Run fuzz targets, all of them where none is named, for so long each.
    Fuzz { targets: Vec<Target>, seconds: u32 },
    /// Run Miri over the unsafe line and the quick tests.
    Miri,
    /// Take the pictures of the README.
    Screenshots,
    /// Move the page's inline script to a file: a hook of Trunk's.
    FinishDist,
}

const HELP: &str = "\
cargo xtask <command>

  studio [--port N]   install what is missing, build the studio and serve it
                      on http://127.0.0.1:8080 with the sample endpoints
  test [step…]        install what is missing and run every test, or the
                      steps that are named
  package             build and pack the npm package into target/npm
  rebuild             build the package in two folders: the same bytes come out
  bench [part…]       measure against the peers, all or the parts that are
                      named, and write docs/benchmarks.md
  fuzz [target…]      try inputs that a machine makes up, for a minute a target
  miri                look for misuse of memory in the unsafe line and in tests
  screenshots         take the pictures in docs/images

`cargo xtask <command> --help` says more.";

const STUDIO: &str = "\
cargo xtask studio [--port N]

Installs what is missing into target/tools, builds the studio (release) into
dist, and serves it and the sample endpoints on http://127.0.0.1:8080, or on
the port that is given (0 takes any free one).";

const PACKAGE: &str = "\
cargo xtask package

Builds crates/wasm with wasm-pack and npm's wasm-opt, puts it together with
crates/wasm/npm as target/npm/switchhook, and packs that into a .tgz beside it.";

const REBUILD: &str = "\
cargo xtask rebuild

Builds the npm package of the last commit here and in a folder for temporary
files, and fails where a file of it is not the same bytes in both.";

const MIRI: &str = "\
cargo xtask miri

Runs Miri over the one unsafe line and over the tests that it is quick with.
Needs a nightly compiler with the component miri, and some ten minutes.";

const SCREENSHOTS: &str = "\
cargo xtask screenshots

Builds the studio and takes the pictures of the README into docs/images.";

/// Reads the arguments that follow `cargo xtask`.
pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Command, String> {
    let args: Vec<String> = args.into_iter().collect();
    let Some((name, rest)) = args.split_first() else {
        return Ok(Command::Help(HELP.to_string()));
    };
    let help = rest.iter().any(|arg| is_help(arg));
    match name.as_str() {
        name if is_help(name) || name == "help" => Ok(Command::Help(HELP.to_string())),
        "studio" if help => Ok(Command::Help(STUDIO.to_string())),
        "test" if help => Ok(Command::Help(test_help())),
        "bench" if help => Ok(Command::Help(bench_help())),
        "package" if help => Ok(Command::Help(PACKAGE.to_string())),
        "fuzz" if help => Ok(Command::Help(fuzz_help())),
        "rebuild" if help => Ok(Command::Help(REBUILD.to_string())),
        "miri" if help => Ok(Command::Help(MIRI.to_string())),
        "screenshots" if help => Ok(Command::Help(SCREENSHOTS.to_string())),
        "studio" => Ok(Command::Studio { port: port(rest)? }),
        "test" => Ok(Command::Test { steps: steps(rest)? }),
        "bench" => Ok(Command::Bench { parts: parts(rest)? }),
        "package" => nothing_after("package", rest).map(|()| Command::Package),
        "fuzz" => fuzz(rest),
        "rebuild" => nothing_after("rebuild", rest).map(|()| Command::Rebuild),
        "miri" => nothing_after("miri", rest).map(|()| Command::Miri),
        "screenshots" => nothing_after("screenshots", rest).map(|()| Command::Screenshots),
        "finish-dist" => nothing_after("finish-dist", rest).map(|()| Command::FinishDist),
        _ => Err(format!(
            "There is no command `{name}`: `cargo xtask` has studio, test, package, rebuild, bench, \
             fuzz, miri and screenshots."
        )),
    }
}

fn is_help(arg: &str) -> bool {
    matches!(arg, "--help" | "-h")
}

fn test_help() -> String {
    let steps: String =
        Step::ALL.iter().map(|step| format!("  {:<15}{}\n", step.name(), step.about())).collect();
    format!(
        "cargo xtask test [step…]\n\nRuns every step, in this order, or those that are named:\n\n{steps}\n\
         A step that another one needs runs too. The last line is `N passed, N failed`."
    )
}

fn bench_help() -> String {
    let parts: String =
        Part::ALL.iter().map(|part| format!("  {:<10}{}\n", part.name(), part.about())).collect();
    format!(
        "cargo xtask bench [part…]\n\nBuilds what is measured and runs every part, or those that are named:\n\n\
         {parts}\nAll of them together write docs/benchmarks.md; named ones print their tables. It takes\n\
         about ten minutes, and wants a machine that does nothing else."
    )
}

fn fuzz_help() -> String {
    let targets: String =
        TARGETS.iter().map(|target| format!("  {:<15}{}\n", target.name, target.about)).collect();
    format!(
        "cargo xtask fuzz [target…] [--seconds N]\n\nRuns every target, or those that are named, for a \
         minute each or for the time\nthat is given:\n\n{targets}\n\
         Needs a nightly compiler. What was interesting is in target/fuzz/corpus, what\n\
         failed in fuzz/artifacts."
    )
}

fn fuzz(args: &[String]) -> Result<Command, String> {
    let mut targets = Vec::new();
    let mut seconds = 60;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let value = match arg.split_once('=') {
            Some(("--seconds", value)) => Some(value),
            None if arg == "--seconds" => args.next().map(String::as_str),
            _ if arg.starts_with('-') => return Err(unknown("fuzz", arg, "--seconds N")),
            _ => {
                let names = TARGETS.map(|target| target.name).join(", ");
                let target = TARGETS.into_iter().find(|target| target.name == arg);
                targets.push(target.ok_or_else(|| {
                    format!("There is no target `{arg}`: `cargo xtask fuzz` has {names}.")
                })?);
                continue;
            }
        };
        let number = value.and_then(|value| value.parse().ok()).filter(|seconds| *seconds > 0);
        seconds = number.ok_or("`--seconds` takes a number, as in `--seconds 60`.")?;
    }
    if targets.is_empty() {
        targets.extend(TARGETS);
    }
    Ok(Command::Fuzz { targets, seconds })
}

fn port(args: &[String]) -> Result<u16, String> {
    let mut port = 8080;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let value = match arg.split_once('=') {
            Some(("--port", value)) => Some(value),
            None if arg == "--port" => args.next().map(String::as_str),
            _ => return Err(unknown("studio", arg, "--port N")),
        };
        port = match value.map(str::parse::<u16>) {
            Some(Ok(number)) => number,
            Some(_) => {
                let value = value.unwrap_or_default();
                return Err(format!("`{value}` is not a port: give a number from 0 to 65535."));
            }
            None => return Err("`--port` takes a number, as in `--port 8081`.".to_string()),
        };
    }
    Ok(port)
}

fn steps(args: &[String]) -> Result<Vec<Step>, String> {
    args.iter()
        .map(|arg| {
            Step::named(arg).ok_or_else(|| {
                let names: Vec<_> = Step::ALL.iter().map(|step| step.name()).collect();
                format!("There is no step `{arg}`: `cargo xtask test` has {}.", names.join(", "))
            })
        })
        .collect()
}

fn parts(args: &[String]) -> Result<Vec<Part>, String> {
    args.iter()
        .map(|arg| {
            Part::named(arg).ok_or_else(|| {
                let names: Vec<_> = Part::ALL.iter().map(|part| part.name()).collect();
                format!("There is no part `{arg}`: `cargo xtask bench` has {}.", names.join(", "))
            })
        })
        .collect()
}

fn nothing_after(command: &str, rest: &[String]) -> Result<(), String> {
    rest.first().map_or(Ok(()), |arg| {
        Err(format!("`cargo xtask {command}` takes no arguments, and `{arg}` is one."))
    })
}

fn unknown(command: &str, arg: &str, known: &str) -> String {
    format!("`cargo xtask {command}` does not know `{arg}`: it takes {known}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_string))
    }

    #[test]
    fn commands_and_flags() {
        let table = [
            ("studio", Command::Studio { port: 8080 }),
            ("studio --port 9000", Command::Studio { port: 9000 }),
            ("studio --port 0", Command::Studio { port: 0 }),
            ("studio --port=9001", Command::Studio { port: 9001 }),
            ("test", Command::Test { steps: vec![] }),
            ("test e2e fmt", Command::Test { steps: vec![Step::E2e, Step::Fmt] }),
            ("package", Command::Package),
            ("bench", Command::Bench { parts: vec![] }),
            ("bench xml sizes", Command::Bench { parts: vec![Part::Xml, Part::Sizes] }),
            ("fuzz", Command::Fuzz { targets: TARGETS.to_vec(), seconds: 60 }),
            ("fuzz xml --seconds 5", Command::Fuzz { targets: vec![TARGETS[1]], seconds: 5 }),
            ("fuzz --seconds=9 json path", {
                Command::Fuzz { targets: vec![TARGETS[0], TARGETS[2]], seconds: 9 }
            }),
            ("fuzz --help", Command::Help(fuzz_help())),
            ("rebuild", Command::Rebuild),
            ("miri", Command::Miri),
            ("screenshots", Command::Screenshots),
            ("finish-dist", Command::FinishDist),
            ("package --help", Command::Help(PACKAGE.to_string())),
            ("studio --port x --help", Command::Help(STUDIO.to_string())),
            ("", Command::Help(HELP.to_string())),
            ("-h", Command::Help(HELP.to_string())),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .map(|(line, want)| (line, parsed(line), want))
            .filter(|(_, got, want)| got.as_ref() != Ok(want))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn mistakes_are_one_sentence() {
        let table = [
            ("studoi", "There is no command `studoi`"),
            ("studio --prot 1", "`cargo xtask studio` does not know `--prot`"),
            ("studio --port", "`--port` takes a number"),
            ("studio --port 99999", "`99999` is not a port"),
            ("studio --port=", "`` is not a port"),
            ("test natvie", "There is no step `natvie`"),
            ("bench jsno", "There is no part `jsno`"),
            ("fuzz yaml", "There is no target `yaml`"),
            ("fuzz --second 5", "`cargo xtask fuzz` does not know `--second`"),
            ("fuzz --seconds", "`--seconds` takes a number"),
            ("fuzz --seconds 0", "`--seconds` takes a number"),
            ("package --fast", "`cargo xtask package` takes no arguments"),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .map(|(line, start)| (line, parsed(line), start))
            .filter(|(_, got, start)| match got {
                Err(message) => !message.starts_with(start) || message.contains('\n'),
                Ok(_) => true,
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn help_names_every_step_and_part() {
        let Ok(Command::Help(text)) = parsed("test --help") else { unreachable!() };
        assert!(Step::ALL.iter().all(|step| text.contains(step.name())), "{text}");
        let Ok(Command::Help(text)) = parsed("bench --help") else { unreachable!() };
        assert!(Part::ALL.iter().all(|part| text.contains(part.name())), "{text}");
    }
}
