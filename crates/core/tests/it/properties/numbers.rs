//! Decimals in strings: numbers where a double has all of their digits, and else the text.

use proptest::prelude::*;
use switchhook::{Entity, path::Json};

use super::config;

/// A double as JavaScript writes it: of two decimals that are equally near to it, the even one.
fn written(number: f64) -> String {
    let written = number.to_string();
    let exact = format!("{number:.60}");
    match exact.trim_end_matches('0').strip_suffix('5') {
        Some(even) if even.len() == written.len() && even.ends_with(['0', '2', '4', '6', '8']) => {
            even.to_owned()
        }
        _ => written,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_double_that_is_written_in_a_string_is_that_number(number in -1e9..1e9_f64, scale in 0..6) {
        let written = written(number / 10_f64.powi(scale));
        let fitting = Entity::Number.fit(&Json::string(&written)).unwrap();
        prop_assert_eq!(fitting.as_json(), written);
    }

    #[test]
    fn a_decimal_stays_text_where_a_double_loses_digits(
        whole in 0_u64..1_000_000_000_000, digits in "[0-9]{1,22}", kept in 1_usize..23,
    ) {
        let fraction = digits.get(..kept).unwrap_or(&digits);
        let text = format!("{whole}.{fraction}");
        let written = written(text.parse().unwrap());
        let short = text.trim_end_matches('0').trim_end_matches('.');
        let fitting = Entity::Number.fit(&Json::string(&text)).unwrap();
        if written == short {
            prop_assert_eq!(fitting.as_json(), short);
        } else {
            prop_assert_eq!(fitting, Json::string(&text));
        }
    }
}
