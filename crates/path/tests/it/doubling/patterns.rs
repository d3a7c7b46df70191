//! Hostile patterns and texts, matched.

use super::{Work, check, each, evaluate};
use crate::table::json;

/// A text of `a` that ends in something else, and a test.
fn over_text(length: usize, test: &str) -> Work {
    evaluate(json(&format!("[\"{}!\"]", "a".repeat(length))), &format!("$[?{test}]"))
}

/// A pattern that the document holds.
fn of_document(pattern: &str) -> Work {
    let body = format!("[{{\"t\":\"a\",\"p\":\"{pattern}\"}}]");
    evaluate(json(&body), "$[?match(@.t, @.p)]")
}

#[test]
fn matching() {
    check(&[
        ("a star in a star", 2_000, |n| over_text(n, "match(@, '(a*)*b')")),
        ("a choice of the same", 2_000, |n| over_text(n, "match(@, '(a|a|aa)+')")),
        ("a search that begins anywhere", 2_000, |n| over_text(n, "search(@, 'a*b')")),
        ("many repetitions", 250, |n| over_text(n, "search(@, '(a{0,9}){0,5}b')")),
        ("categories", 150, |n| {
            let body = format!("[\"{}\"]", "é".repeat(n));
            evaluate(json(&body), "$[?match(@, '[\\\\p{Lu}\\\\p{Ll}]*')]")
        }),
        ("a pattern for each", 100, |n| {
            let item = |n| format!("{{\"t\":\"a\",\"p\":\"[ab]{{{}}}\"}},", n % 20);
            let body = format!("[{}0]", each(n, item));
            evaluate(json(&body), "$[?match(@.t, @.p)]")
        }),
        ("groups", 500, |n| of_document(&"(a|b)".repeat(n))),
        ("branches", 1_000, |n| of_document(&"|".repeat(n))),
        ("characters of a class", 500, |n| {
            let character = |n| char::from_u32(0x4E00 + 2 * n as u32).map(String::from);
            of_document(&format!("[{}]*", each(n, |n| character(n).unwrap_or_default())))
        }),
        ("no pattern", 10_000, |n| of_document(&("a".repeat(n) + "("))),
    ]);
}
