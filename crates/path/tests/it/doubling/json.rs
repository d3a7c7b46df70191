//! Hostile JSON: read, turned into values, and asked for suggestions.

use std::hint::black_box;

use switchhook_path::Format;

use super::{Work, ask, check, each, nested, places, read, value};
use crate::table::json;

fn reads(body: impl Into<Vec<u8>>) -> Work {
    read(Format::Json, body)
}

#[test]
fn reading() {
    check(&[
        ("brackets that open", 20_000, |n| reads("[".repeat(n))),
        ("objects that open", 10_000, |n| reads("{\"a\":".repeat(n))),
        ("brackets and braces in turn", 10_000, |n| reads("[{\"a\":".repeat(n))),
        ("empty arrays", 2_000, |n| reads(format!("[{}0]", "[],".repeat(n)))),
        ("nesting beside nesting", 5, |n| {
            reads(format!("[{}0]", (nested("[", "", "]", 500) + ",").repeat(n)))
        }),
        ("escapes", 2_500, |n| reads(format!("\"{}\"", "\\u00e9".repeat(n)))),
        ("backslashes", 10_000, |n| reads(format!("\"{}\"", "\\\\".repeat(n)))),
        ("half surrogates", 5_000, |n| reads(format!("\"{}\"", "\\ud800".repeat(n)))),
        ("a string that is not closed", 20_000, |n| reads(format!("\"{}", "a".repeat(n)))),
        ("strings that are closed too early", 2_000, |n| {
            reads(format!("[{}", "\"\",\"".repeat(n)))
        }),
        ("digits", 20_000, |n| reads("9".repeat(n))),
        ("a fraction", 20_000, |n| reads(format!("0.{}", "0".repeat(n)))),
        ("an exponent", 20_000, |n| reads(format!("1e{}", "9".repeat(n)))),
        ("a number in an error", 20_000, |n| reads(format!("[{}x", "9".repeat(n)))),
        ("white space", 5_000, |n| reads(" \n".repeat(n))),
        ("lines before an error", 10_000, |n| reads(format!("[{}x]", "\n".repeat(n)))),
        ("one name again and again", 1_500, |n| {
            reads(format!("{{{}\"a\":0}}", "\"a\":0,".repeat(n)))
        }),
        ("brackets behind a prefix", 20_000, |n| reads(format!("x{}", "[".repeat(n)))),
        ("parentheses behind a prefix", 10_000, |n| reads(format!("x[{}", ");".repeat(n)))),
        ("a page with titles", 10_000, |n| reads(format!("<html>{}", "<title>".repeat(n)))),
        ("a byte that is not UTF-8", 20_000, |n| reads([&vec![b' '; n][..], b"\xFF"].concat())),
    ]);
}

#[test]
fn values() {
    check(&[
        ("names that differ", 300, |n| {
            let members = each(n, |n| format!("\"name {n}\":0,"));
            ask(json(&format!("{{{members}\"z\":0}}")), value)
        }),
        ("one name", 1_500, |n| ask(json(&format!("{{{}\"z\":0}}", "\"a\":0,".repeat(n))), value)),
        ("one name in two spellings", 300, |n| {
            let members = "\"a\":0,\"\\u0061\":0,".repeat(n);
            ask(json(&format!("{{{members}\"z\":0}}")), value)
        }),
        ("long names that end differently", 50, |n| {
            let members = each(n, |n| format!("\"{}{n}\":0,", "a".repeat(500)));
            ask(json(&format!("{{{members}\"z\":0}}")), value)
        }),
        ("numbers for JavaScript", 2_000, |n| {
            let body = format!("[{},{}0]", "9".repeat(n), "12345678901234567890,".repeat(n / 10));
            ask(json(&body), |document| {
                black_box(document.root().value().for_js());
            })
        }),
        ("text in escapes", 2_000, |n| {
            ask(json(&format!("\"{}\"", "\\ud83d\\ude00".repeat(n))), |document| {
                black_box(document.root().value().as_text());
            })
        }),
        ("each with its place", 50, |n| {
            let body = format!("[{}0]", "{\"a\":[1,{\"b\":2}]},".repeat(n));
            ask(json(&body), places)
        }),
    ]);
}

#[test]
fn suggestions() {
    check(&[
        ("names that do not fit", 300, |n| {
            let members = each(n, |n| format!("\"name {n}\":0,"));
            ask(json(&format!("{{\"r\":{{{members}\"z\":0}}}}")), |document| {
                black_box(document.suggest("r.x", 50));
            })
        }),
        ("a value that is large", 2_000, |n| {
            ask(json(&format!("{{\"r\":[{}0]}}", "[0],".repeat(n))), |document| {
                black_box(document.suggest("r", 50));
            })
        }),
        ("values of all", 200, |n| {
            let body = format!("[{}0]", "{\"name\":0},".repeat(n));
            ask(json(&body), |document| {
                black_box(document.suggest("$..*.", 50));
            })
        }),
        ("brackets", 1_500, |n| {
            let (document, typed) = (json("{\"a\":0}"), "a[".repeat(n));
            Work::new(move || drop(black_box(document.suggest(&typed, 50))))
        }),
        ("quotes", 1_500, |n| {
            let (document, typed) = (json("{\"a\":0}"), "['\\'".repeat(n));
            Work::new(move || drop(black_box(document.suggest(&typed, 50))))
        }),
    ]);
}
