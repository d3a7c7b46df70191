//! `cargo xtask test`: steps in, what each said, a table of counts and seconds, and a last line
//! `N passed, N failed` out.

mod audit;
mod counts;
mod steps;

use std::process::ExitCode;
use std::time::Instant;

pub(crate) use steps::Step;

use counts::Counts;

/// What became of one step.
struct Row {
    step: Step,
    counts: Counts,
    seconds: f64,
    /// Why it failed, where its output does not say it.
    reason: Option<String>,
}

/// Runs the steps, all of them where none is named, and goes on after one that fails.
pub(crate) fn run(named: &[Step]) -> ExitCode {
    let mut rows: Vec<Row> = Vec::new();
    for step in chosen(named) {
        println!("\n== {} · {}", step.name(), step.about());
        let start = Instant::now();
        let missing = step.needs().filter(|needed| failed(&rows, *needed));
        let (counts, reason) = match missing {
            Some(needed) => {
                (Counts::ONE_FAILED, Some(format!("needs {}, which failed", needed.name())))
            }
            None => judged(step.run()),
        };
        let row = Row { step, counts, seconds: start.elapsed().as_secs_f64(), reason };
        println!("== {}", line(&row));
        rows.push(row);
    }
    let total = rows.iter().fold(Counts::default(), |sum, row| sum + row.counts);
    println!("\n{}", table(&rows));
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The named steps and those that they need, in the order of all.
fn chosen(named: &[Step]) -> Vec<Step> {
    let wanted = |step: &Step| {
        named.is_empty()
            || named.contains(step)
            || named.iter().any(|named| named.needs() == Some(*step))
    };
    Step::ALL.into_iter().filter(wanted).collect()
}

fn failed(rows: &[Row], step: Step) -> bool {
    rows.iter().any(|row| row.step == step && row.counts.failed > 0)
}

/// A step that could not be run counts as one failure, and so does one that ran nothing: a green
/// step has to have seen something pass.
fn judged(result: anyhow::Result<Counts>) -> (Counts, Option<String>) {
    match result {
        Ok(counts) if counts == Counts::default() => {
            (Counts::ONE_FAILED, Some("it ran no test".to_string()))
        }
        Ok(counts) => (counts, None),
        Err(error) => (Counts::ONE_FAILED, Some(format!("{error:#}"))),
    }
}

fn line(row: &Row) -> String {
    let Counts { passed, failed } = row.counts;
    let reason = row.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("{}: {passed} passed, {failed} failed, {:.1} s{reason}", row.step.name(), row.seconds)
}

fn table(rows: &[Row]) -> String {
    let mut text = format!("{:<15}{:>8}{:>8}{:>10}\n", "step", "passed", "failed", "seconds");
    for row in rows {
        let Counts { passed, failed } = row.counts;
        let reason = row.reason.as_deref().and_then(|reason| reason.lines().next());
        let reason = reason.map(|reason| format!("  {reason}")).unwrap_or_default();
        let name = row.step.name();
        text += &format!("{name:<15}{passed:>8}{failed:>8}{:>10.1}{reason}\n", row.seconds);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_brings_those_that_it_needs() {
        assert_eq!(chosen(&[]), Step::ALL);
        assert_eq!(chosen(&[Step::E2e]), [Step::Studio, Step::E2e]);
        assert_eq!(
            chosen(&[Step::Consumers, Step::Fmt]),
            [Step::Fmt, Step::Package, Step::Consumers]
        );
    }

    #[test]
    fn nothing_run_is_a_failure() {
        let (counts, reason) = judged(Ok(Counts::default()));
        assert_eq!((counts, reason.as_deref()), (Counts::ONE_FAILED, Some("it ran no test")));
        let (counts, reason) = judged(Err(anyhow::anyhow!("no network")));
        assert_eq!((counts, reason.as_deref()), (Counts::ONE_FAILED, Some("no network")));
        assert_eq!(judged(Ok(Counts { passed: 2, failed: 1 })).0, Counts { passed: 2, failed: 1 });
    }

    #[test]
    fn the_table_has_a_line_for_each_step() {
        let row = |step, counts, reason| Row { step, counts, seconds: 1.25, reason };
        let rows = [
            row(Step::Fmt, Counts { passed: 1, failed: 0 }, None),
            row(Step::E2e, Counts::ONE_FAILED, Some("first\nsecond".to_string())),
        ];
        let text = table(&rows);
        let lines: Vec<_> =
            text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
        assert_eq!(lines[1], ["fmt", "1", "0", "1.2"]);
        assert_eq!(lines[2], ["e2e", "0", "1", "1.2", "first"]);
    }
}
