//! Hostile paths, read: 4,096 characters are, so that none is long.

use std::hint::black_box;

use switchhook_path::Path;

use super::{Work, check};

fn parses(path: String) -> Work {
    Work::new(move || drop(black_box(Path::parse(black_box(&path)))))
}

#[test]
fn reading() {
    check(&[
        ("parentheses", 1_500, |n| parses(format!("$[?{}", "(".repeat(n)))),
        ("filters", 700, |n| parses(format!("$[?{}", "@[?".repeat(n)))),
        ("filters as deep as they may be", 30, |n| {
            parses(format!("${}@{}", "[?@".repeat(n), "]".repeat(n)))
        }),
        ("calls", 300, |n| parses(format!("$[?{}", "length(".repeat(n)))),
        ("signs that negate", 1_500, |n| parses(format!("$[?{}", "!".repeat(n)))),
        ("a chain of “and”", 300, |n| parses(format!("$[?@{}]", "&&@.a".repeat(n)))),
        ("a chain of both", 150, |n| parses(format!("$[?@{}]", "&&@||@.a".repeat(n)))),
        ("names", 1_000, |n| parses(format!("a{}", ".a".repeat(n)))),
        ("everything below", 500, |n| parses(format!("${}", "..*".repeat(n)))),
        ("indexes", 900, |n| parses(format!("$[0{}]", ",0".repeat(n)))),
        ("a name in escapes", 300, |n| parses(format!("$['{}']", "\\u00e9".repeat(n)))),
        ("a name of letters", 1_500, |n| parses("é".repeat(n))),
        ("digits", 1_500, |n| parses(format!("$[{}]", "9".repeat(n)))),
        ("digits in a filter", 1_500, |n| parses(format!("$[?@=={}]", "9".repeat(n)))),
        ("a name that needs quotes", 750, |n| parses(format!("a{}", "/a".repeat(n)))),
        ("spaces", 1_500, |n| parses(format!("a{}", " ".repeat(n)))),
        ("dollars", 1_500, |n| parses("$".repeat(n))),
        ("groups of a pattern", 1_500, |n| parses(format!("$[?match(@,'{}')]", "(".repeat(n)))),
        ("branches of a pattern", 1_000, |n| parses(format!("$[?match(@,'{}')]", "|".repeat(n)))),
        ("ranges of a pattern", 300, |n| {
            parses(format!("$[?match(@,'[{}]')]", "c-za-b".repeat(n)))
        }),
        ("repetitions in a pattern", 300, |n| {
            parses(format!("$[?match(@,'{}')]", "a{2,4}".repeat(n)))
        }),
        ("states without end", 100, |n| {
            parses(format!("$[?match(@,'{}a')]", "(a{90}){90}".repeat(n)))
        }),
        ("nothing again and again", 100, |n| {
            parses(format!("$[?match(@,'{}a')]", "((){900}){900}".repeat(n)))
        }),
        ("much too long", 20_000, |n| parses("[".repeat(n))),
    ]);
}
