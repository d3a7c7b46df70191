//! What holds of any document and any path, tried on ten thousand of each kind: natively alone, since
//! nothing here depends on the machine.

mod json;

mod xml;

mod xml_pass;

mod paths;

use proptest::prelude::*;
use proptest::test_runner::Config;

fn config() -> Config {
    Config { cases: 10_000, failure_persistence: None, ..Config::default() }
}

/// A few of these texts, joined.
fn joined(parts: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(parts), 0..=most).prop_map(|parts| parts.concat())
}
