//! Contenders and a body in; out come, for each, its time per body, and the median and the quartiles of the ratios to the
//! first one's time in the same round: as `rounds.mjs` does it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::body::Body;
use crate::contender::Contender;

/// How long one sample lasts at least, unless a single body takes longer.
const SAMPLE: Duration = Duration::from_millis(10);
const ROUNDS: usize = 25;

pub(crate) fn race(contenders: &[Contender], body: &Body) -> Vec<Value> {
    let counts: Vec<usize> =
        contenders.iter().map(|contender| warmed_up(contender, body)).collect();
    let mut samples = vec![Vec::new(); contenders.len()];
    for round in 0..ROUNDS {
        // Another one begins each time, so that nobody always runs behind the same neighbour.
        for turn in 0..contenders.len() {
            let index = (round + turn) % contenders.len();
            samples[index].push(sample(&contenders[index], body, counts[index]));
        }
    }
    let row = |(contender, times): (&Contender, &Vec<f64>)| {
        let ratios: Vec<f64> =
            times.iter().zip(&samples[0]).map(|(time, own)| time / own).collect();
        let [low, median, high] = [0.25, 0.5, 0.75].map(|share| quantile(&ratios, share));
        json!({
            "name": contender.name, "milliseconds": quantile(times, 0.5), "rounds": ROUNDS,
            "ratio": { "low": low, "median": median, "high": high },
        })
    };
    contenders.iter().zip(&samples).map(row).collect()
}

/// Runs for a while, and says how many runs make a sample.
fn warmed_up(contender: &Contender, body: &Body) -> usize {
    let count = body.variants.len();
    let started = Instant::now();
    let mut last = f64::MAX;
    while started.elapsed() < 5 * SAMPLE {
        last = sample(contender, body, count);
    }
    let whole = (SAMPLE.as_secs_f64() * 1e3 / last.max(1e-5) / count as f64).ceil();
    (whole as usize).max(1) * count
}

/// Milliseconds per body.
fn sample(contender: &Contender, body: &Body, count: usize) -> f64 {
    let started = Instant::now();
    for variant in body.variants.iter().cycle().take(count) {
        (contender.run)(&variant.bytes);
    }
    started.elapsed().as_secs_f64() * 1e3 / count as f64
}

fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() - 1) as f64 * share;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}
