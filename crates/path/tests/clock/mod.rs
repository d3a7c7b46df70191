//! Twice the input, twice the time: work of a size and of twice that size in, whether the second takes longer than that out.
//!
//! The tests of more than one crate measure with this.

use std::hint::black_box;
use std::time::Duration;

/// The time that this thread works: what others do meanwhile on a busy machine is not in it.
#[cfg(unix)]
use cpu_time::ThreadTime as Clock;
/// Elsewhere such a clock is too coarse.
#[cfg(not(unix))]
use std::time::Instant as Clock;

/// What twice the input may cost.
const MOST: f64 = 2.3;

/// How often a row is measured before it fails: a busy machine disturbs a measurement, since others
/// empty its caches, and a shape that is not linear fails them all.
const TRIES: usize = 20;

/// What is measured at once takes so long at least: long enough for the clock, and short enough not
/// to be interrupted each time on a machine that is busy.
const SHORTEST: Duration = Duration::from_micros(50);

/// A name, a size, and what is done with an input of a size.
pub(crate) type Row = (&'static str, usize, fn(usize) -> Work);

/// What is measured; all that it needs is made beforehand.
pub(crate) struct Work {
    run: Box<dyn Fn()>,
    steps: Option<usize>,
}

impl Work {
    /// Work whose time is compared.
    pub(crate) fn new(run: impl Fn() + 'static) -> Work {
        Work { run: Box::new(run), steps: None }
    }

    /// The same, where its steps are counted as well.
    #[allow(dead_code, reason = "not every crate counts")]
    pub(crate) fn counting(steps: Option<usize>, run: impl Fn() + 'static) -> Work {
        Work { steps, ..Work::new(run) }
    }
}

/// Fails with all rows that take longer than they may, by name.
#[track_caller]
pub(crate) fn check(rows: &[Row]) {
    // Allocators that see a large block come and go keep memory from then on. Those that give it back
    // to the system after each run make larger inputs many times as slow, whatever is done with them.
    drop(black_box(vec![1u8; 24 << 20]));
    let failures: Vec<String> =
        rows.iter().filter_map(|row| Some(format!("{}: {}", row.0, compare(row).err()?))).collect();
    let (failed, count) = (failures.len(), rows.len());
    assert!(failures.is_empty(), "{failed} of {count} rows fail:\n{}", failures.join("\n"));
}

fn compare((_, size, make): &Row) -> Result<(), String> {
    let (once, twice) = (&make(*size), &make(2 * size));
    if let (Some(once), Some(twice)) = (once.steps, twice.steps) {
        let ratio = twice as f64 / once as f64;
        if ratio > MOST {
            return Err(format!("{once} steps, of twice as much {twice}: {ratio:.2}"));
        }
    }
    let mut times = 1;
    while time(once, times) < SHORTEST && times < 1000 {
        times *= 2;
    }
    let mut ratios = Vec::new();
    for _ in 0..TRIES {
        let (once, twice) = least(once, twice, times);
        let ratio = twice.as_secs_f64() / once.as_secs_f64();
        if ratio <= MOST {
            return Ok(());
        }
        ratios.push(format!("{ratio:.2}"));
    }
    Err(format!("twice as much takes {} times as long", ratios.join(", ")))
}

/// The shortest of ten of each, or of fewer where they take long: by turns, so that both meet with the
/// same machine.
fn least(once: &Work, twice: &Work, times: usize) -> (Duration, Duration) {
    let mut least = (Duration::MAX, Duration::MAX);
    let mut spent = Duration::ZERO;
    for _ in 0..10 {
        let pair = (rested(once, times), rested(twice, times));
        least = (least.0.min(pair.0), least.1.min(pair.1));
        spent += pair.0 + pair.1;
        if spent > Duration::from_millis(200) {
            break;
        }
    }
    least
}

/// Who has slept is not interrupted at once.
fn rested(work: &Work, times: usize) -> Duration {
    std::thread::sleep(SHORTEST);
    time(work, times)
}

#[cfg_attr(
    not(unix),
    expect(clippy::disallowed_methods, reason = "the clock is what this measures with")
)]
fn time(work: &Work, times: usize) -> Duration {
    let start = Clock::now();
    (0..times).for_each(|_| (work.run)());
    start.elapsed()
}

/// Items, each by its number.
pub(crate) fn each(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect()
}

#[test]
fn what_is_not_linear_is_found() {
    fn turns(count: usize) -> Work {
        Work::new(move || (0..count).for_each(|turn| _ = black_box(turn)))
    }
    assert_eq!(compare(&("turns", 10_000, turns)), Ok(()));
    assert!(compare(&("squares", 10_000, |size| turns(size * size / 1_000))).is_err());
}
