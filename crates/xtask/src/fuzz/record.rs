//! What libFuzzer said of a run goes in, the target's line in the table of docs/reliability.md comes out.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Target;
use crate::{layout, process};

const RECORD: &str = "docs/reliability.md";

/// Writes a target's line anew.
pub(super) fn keep(target: &Target, said: &str) -> Result<()> {
    let path = layout::root().join(RECORD);
    let text = fs::read_to_string(&path).context(RECORD)?;
    let Some(line) = line(target, said, &day()) else {
        bail!("libFuzzer did not say how much of `{}` it tried.", target.name);
    };
    let Some(text) = replaced(&text, target.name, &line) else {
        bail!("{RECORD} has no line for `{}`: add one to its table.", target.name);
    };
    fs::write(&path, text).context(RECORD)
}

/// The day of the commit that was tried.
fn day() -> String {
    let mut git = Command::new("git");
    git.args(["log", "-1", "--format=%cs"]).current_dir(layout::root());
    process::answer(&mut git).unwrap_or_default()
}

fn line(target: &Target, said: &str, day: &str) -> Option<String> {
    let stat = |name: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name))?;
        line.trim_start_matches(':').trim().parse::<u64>().ok()
    };
    let done = said.lines().rev().find_map(|line| line.strip_prefix("Done ")?.split_once(" in "));
    let seconds = done?.1.split(' ').next()?.parse::<u64>().ok()?;
    let (runs, memory) = (stat("number_of_executed_units")?, stat("peak_rss_mb")?);
    let Target { name, about, .. } = target;
    let (runs, speed) = (grouped(runs), grouped(runs / seconds.max(1)));
    Some(format!("| `{name}` | {about} | {runs} | {seconds} s | {speed} | {memory} MiB | {day} |"))
}

fn replaced(text: &str, target: &str, line: &str) -> Option<String> {
    let start = format!("| `{target}` |");
    let old = text.lines().find(|old| old.starts_with(&start))?;
    Some(text.replacen(old, line, 1))
}

/// Digits in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fuzz::TARGETS;

    #[test]
    fn a_run_is_a_line() {
        let said = "#12\tNEW\nDone 1234567 runs in 61 second(s)\nstat::number_of_executed_units: 1234567\n\
                    stat::average_exec_per_sec:     20238\nstat::peak_rss_mb:              88\n";
        let line = line(&TARGETS[0], said, "2026-11-26").expect("a run");
        let want = "| `json` | read as serde_json reads it | 1,234,567 | 61 s | 20,238 | 88 MiB | 2026-11-26 |";
        assert_eq!(line, want);
        let table = "| target |\n| `json` | never |\n| `xml` | never |\n";
        let replaced = replaced(table, "json", &line).expect("a line");
        assert_eq!(replaced, format!("| target |\n{want}\n| `xml` | never |\n"));
        assert_eq!(super::line(&TARGETS[0], "error: no such target", ""), None);
    }

    #[test]
    fn every_target_has_a_line() {
        let text = fs::read_to_string(layout::root().join(RECORD)).expect("a record");
        for target in TARGETS {
            assert!(replaced(&text, target.name, "").is_some(), "{}", target.name);
        }
    }

    #[test]
    fn digits_stand_in_groups() {
        assert_eq!(
            [7, 1000, 70_000, 1_234_567].map(grouped),
            ["7", "1,000", "70,000", "1,234,567"]
        );
    }
}
