//! Twice the input, twice the time: hostile shapes of documents, paths and patterns, each in two sizes.
//!
//! Where an evaluation counts its steps, these are compared as well: they are the same every time.
//! Natively alone: wasm32 has no clock, and what is linear here is linear there.

mod json;

mod xml;

mod paths;

mod evaluation;

mod patterns;

use std::hint::black_box;
use std::time::{Duration, Instant};

use switchhook_path::{Document, Format, Path, steps};

use crate::table::run;

/// What twice the input may cost.
const MOST: f64 = 2.3;

/// How often a row is measured before it fails: a busy machine disturbs a measurement, a shape that
/// is not linear fails them all.
const TRIES: usize = 10;

/// What is measured at once takes so long at least: long enough for the clock, and short enough not
/// to be interrupted each time on a machine that is busy.
const SHORTEST: Duration = Duration::from_micros(50);

/// A name, a size, and what is done with an input of a size.
type Row = (&'static str, usize, fn(usize) -> Work);

/// What is measured; all that it needs is made beforehand.
struct Work {
    run: Box<dyn Fn()>,
    steps: Option<usize>,
}

impl Work {
    fn new(run: impl Fn() + 'static) -> Work {
        Work { run: Box::new(run), steps: None }
    }

    /// Reads a body, whether it is one or not.
    fn reading(format: Format, body: impl Into<Vec<u8>>) -> Work {
        let body = body.into();
        Work::new(move || drop(black_box(Document::parse(format, black_box(&body)))))
    }

    /// Evaluates a path over a document.
    fn evaluating(document: Document, path: &str) -> Work {
        let path = Path::parse(path).expect("a path");
        let steps = steps(&document, &path).ok();
        Work { steps, ..Work::new(move || drop(black_box(document.nodes(&path)))) }
    }

    /// Asks a document something. What is worked out once and kept is no part of the question.
    fn asking(document: Document, ask: fn(&Document)) -> Work {
        ask(&document);
        Work::new(move || ask(black_box(&document)))
    }
}

fn check(rows: &[Row]) {
    // Allocators that see a large block come and go keep memory from then on. Those that give it back
    // to the system after each run make larger inputs many times as slow, whatever is done with them.
    drop(black_box(vec![1u8; 24 << 20]));
    run(rows, |(name, ..)| *name, |(_, size, make)| compare(&make(*size), &make(2 * size)));
}

fn compare(once: &Work, twice: &Work) -> Result<(), String> {
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
        let ratio = best(twice, times).as_secs_f64() / best(once, times).as_secs_f64();
        if ratio <= MOST {
            return Ok(());
        }
        ratios.push(format!("{ratio:.2}"));
    }
    Err(format!("twice as much takes {} times as long", ratios.join(", ")))
}

/// The shortest of ten, or of fewer where each takes long.
fn best(work: &Work, times: usize) -> Duration {
    let mut spent = Duration::ZERO;
    let measured = (0..10).map_while(|_| {
        // Who has slept is not interrupted at once.
        std::thread::sleep(SHORTEST);
        let time = (spent < Duration::from_millis(100)).then(|| time(work, times))?;
        spent += time;
        Some(time)
    });
    measured.min().unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "the clock is what this measures with")]
fn time(work: &Work, times: usize) -> Duration {
    let start = Instant::now();
    (0..times).for_each(|_| (work.run)());
    start.elapsed()
}

/// Items, each by its number.
fn each(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect()
}

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + inner + &close.repeat(depth)
}

fn value(document: &Document) {
    drop(black_box(document.root().value()));
}

/// All nodes with their sources and normalized paths.
fn places(document: &Document) {
    let path = Path::parse("$..*").expect("a path");
    drop(black_box(document.select(&path)));
}
