//! Sizes and durations in, the words that people read out.

use crate::model::say::{Said, say};

/// Bytes as people say them: `812 B`, `1.2 kB`, `3.4 MB`.
pub fn size(bytes: u64) -> Said {
    match bytes {
        0..1_000 => say!("{number} B", number = &bytes.to_string()),
        1_000..9_950 => say!("{number} kB", number = &tenths(bytes, 1_000)),
        9_950..999_500 => say!("{number} kB", number = &((bytes + 500) / 1_000).to_string()),
        _ => say!("{number} MB", number = &tenths(bytes, 1_000_000)),
    }
}

/// Milliseconds as people say them: `184 ms`, `2.3 s`.
pub fn duration(milliseconds: f64) -> Said {
    // A negative or endless time is none.
    let milliseconds = milliseconds.round() as u64;
    match milliseconds {
        0..1_000 => say!("{number} ms", number = &milliseconds.to_string()),
        _ => say!("{number} s", number = &tenths(milliseconds, 1_000)),
    }
}

/// So many of a unit, to one decimal. In whole numbers: writing floats would weigh more than all
/// figures together.
pub fn tenths(number: u64, unit: u64) -> Said {
    let tenths = (number + unit / 20) / (unit / 10);
    say!(
        "{whole}.{tenths}",
        whole = &(tenths / 10).to_string(),
        tenths = &(tenths % 10).to_string()
    )
}

#[cfg(test)]
mod tests {
    use super::{duration, size};

    #[test]
    fn figures_read_well() {
        let rows = [
            (size(0), "0 B"),
            (size(999), "999 B"),
            (size(1_234), "1.2 kB"),
            (size(9_990), "10 kB"),
            (size(999_400), "999 kB"),
            (size(1_048_576), "1.0 MB"),
            (duration(0.4), "0 ms"),
            (duration(184.2), "184 ms"),
            (duration(10_004.0), "10.0 s"),
        ];
        let wrong: Vec<_> = rows.iter().filter(|(found, expected)| found != expected).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
