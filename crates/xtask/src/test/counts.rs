//! What a test runner printed goes in, and how many tests passed and failed comes out.

use std::ops::Add;

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Counts {
    /// A step that is one check, and held.
    pub(crate) const ONE_PASSED: Counts = Counts { passed: 1, failed: 0 };
    /// A step that is one check, or none at all, and failed.
    pub(crate) const ONE_FAILED: Counts = Counts { passed: 0, failed: 1 };

    /// The sum of cargo's lines `test result: ok. 3 passed; 0 failed; …`, one for each binary.
    pub(crate) fn of_cargo(text: &str) -> Counts {
        let results = text.lines().filter_map(|line| line.trim().strip_prefix("test result:"));
        results.fold(Counts::default(), |sum, result| {
            let number = |word| number_before(result, word);
            sum + Counts { passed: number("passed"), failed: number("failed") }
        })
    }

    /// The summary of `node --test`: `ℹ pass 3`, or `# pass 3` in its TAP form. A test that was
    /// cancelled did not hold.
    pub(crate) fn of_node(text: &str) -> Counts {
        let summary = text.lines().filter_map(|line| {
            let line = line.trim();
            line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "))
        });
        summary.fold(Counts::default(), |mut sum, line| {
            match line.split_once(' ').map(|(name, number)| (name, number.parse().unwrap_or(0))) {
                Some(("pass", number)) => sum.passed += number,
                Some(("fail" | "cancelled", number)) => sum.failed += number,
                _ => (),
            }
            sum
        })
    }

    /// A command that failed without a test that did (it may not have compiled) is a failure.
    pub(crate) fn or_failed(self, success: bool) -> Counts {
        if success || self.failed > 0 { self } else { self + Counts::ONE_FAILED }
    }
}

impl Add for Counts {
    type Output = Counts;

    fn add(self, other: Counts) -> Counts {
        Counts { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// The number in `3 passed` or `3 passed;`.
fn number_before(text: &str, word: &str) -> usize {
    let words: Vec<&str> = text.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    let pair = words.windows(2).find(|pair| pair[1] == word);
    pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: usize, failed: usize) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn lines_of_cargo() {
        let ok = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        let table = [
            (ok.to_string(), counts(12, 0)),
            (format!("running 5 tests\n{bad}\n\n    {ok}\n"), counts(15, 2)),
            ("running 3 tests\ntest a ... ok\n".to_string(), counts(0, 0)),
            ("no tests to run!".to_string(), counts(0, 0)),
            ("test result: ok. 7 passed; 0 failed; 1 ignored".to_string(), counts(7, 0)),
        ];
        let wrong: Vec<_> =
            table.iter().filter(|(text, want)| Counts::of_cargo(text) != *want).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn summaries_of_node() {
        let table = [
            ("✔ a (1ms)\nℹ tests 3\nℹ suites 0\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\n", counts(2, 1)),
            ("# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0", counts(2, 2)),
            ("ℹ pass\nℹ pass many", counts(0, 0)),
            ("", counts(0, 0)),
        ];
        let wrong: Vec<_> =
            table.iter().filter(|(text, want)| Counts::of_node(text) != *want).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_failed_command_is_a_failure() {
        assert_eq!(counts(3, 0).or_failed(false), counts(3, 1));
        assert_eq!(counts(3, 2).or_failed(false), counts(3, 2));
        assert_eq!(counts(3, 0).or_failed(true), counts(3, 0));
    }
}
