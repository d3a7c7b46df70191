//! Patterns of `match` and `search`: what is an I-Regexp (RFC 9485), and what it matches; natively
//! against the crate `regex`.

use serde_json::json;
use switchhook_path::{Document, Format, Path};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same};

/// Pattern, text, whether all of it matches, whether a part of it does.
const PATTERNS: &str = include_str!("../data/patterns.json");

/// Asks by a literal in the path, and by a pattern in the document.
fn found(function: &str, pattern: &str, texts: &[&str]) -> Result<Vec<bool>, String> {
    let body =
        json!({"pattern": pattern, "texts": texts.iter().map(|text| [text]).collect::<Vec<_>>()});
    let body = body.to_string();
    let document = Document::parse(Format::Json, body.as_bytes()).map_err(|error| error.message)?;
    let ask = |pattern: &str| -> Result<Vec<bool>, String> {
        let path = format!("$.texts[?{function}(@[0], {pattern})]");
        let path = Path::parse(&path).map_err(|error| error.message)?;
        let selected = document.select(&path).map_err(|error| error.to_string())?;
        let path = |at| format!("$['texts'][{at}]");
        Ok((0..texts.len()).map(|at| selected.iter().any(|one| one.path == path(at))).collect())
    };
    let by_document = ask("$.pattern")?;
    let by_literal = ask(&json!(pattern).to_string())?;
    same(&by_literal, &by_document)?;
    Ok(by_literal)
}

#[test]
fn what_they_match() {
    let rows: Vec<(String, String, bool, bool)> = serde_json::from_str(PATTERNS).expect("a table");
    run(
        rows,
        |(pattern, text, ..)| format!("{pattern} on {text:?}"),
        |(pattern, text, whole, part)| {
            let whole = [*whole];
            same(found("match", pattern, &[text])?.as_slice(), whole.as_slice())?;
            same(found("search", pattern, &[text])?.as_slice(), [*part].as_slice())
        },
    );
}

/// What other dialects know, and I-Regexp does not: it matches nothing, not even itself.
#[test]
fn what_is_no_pattern() {
    let rows = [
        "*",
        "+a",
        "a**",
        "a++",
        "a+?",
        "(",
        ")",
        "(a",
        "a)",
        "[",
        "[]",
        "[^]",
        "[a",
        "]",
        "{",
        "}",
        "a{",
        "a{}",
        "a{,2}",
        "a{2,1}",
        "a{1",
        "a{1,",
        "a{x}",
        "\\",
        "\\d",
        "\\w",
        "\\s",
        "\\b",
        "\\/",
        "\\$",
        "\\u0041",
        "\\x41",
        "[b-a]",
        "[a-b-c]",
        "[a--]",
        "[[]",
        "[a[b]",
        "\\p",
        "\\p{",
        "\\pL",
        "\\p{X}",
        "\\p{Lx}",
        "\\p{Cs}",
        "\\p{IsGreek}",
        "\\p{}",
        "[\\d]",
        "(?:a)",
        "(?i)a",
        "a|*",
    ];
    run(
        rows,
        |row| row.to_string(),
        |row| {
            let texts = [*row, "", "a", "b", "1", "-", "A"];
            same(found("search", row, &texts)?, vec![false; texts.len()])
        },
    );
}

#[test]
fn how_large_they_may_be() {
    let search = |pattern: &str, text: &str| found("search", pattern, &[text]);
    assert_eq!(search("(a{0,50}){0,50}b", &"a".repeat(500)), Ok(vec![false]));
    assert_eq!(search("(a*)*b", &"a".repeat(5000)), Ok(vec![false]));
    assert_eq!(search("((((((a?)*)+)*)+)*)+$", &"a".repeat(500)), Ok(vec![true]));
    assert_eq!(search("(){4000000000}a", "a"), Ok(vec![true]));
    assert_eq!(search("((a{0}){100000}){100000}", "a"), Ok(vec![true]));
    let deep = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(search(&deep(64), "a"), Ok(vec![true]));
    for large in [deep(65), "a{10001}".to_owned(), "((a{1,100}){1,100}){1,100}".to_owned()] {
        let error = search(&large, "a").expect_err("too large");
        assert!(error.contains("too large"), "{large}: {error}");
        let body = json!([large]).to_string();
        let document = Document::parse(Format::Json, body.as_bytes()).expect("JSON");
        let literal = format!("$[?search(@, {})]", json!(large));
        let error = Path::parse(&literal).expect_err("too large");
        assert!(error.message.contains("too large") && error.range == (13..literal.len() - 2));
        let given = Path::parse("$[?search(@, $[0])]").expect("a path");
        assert!(document.select(&given).is_err());
    }
}

/// Random patterns on random texts: what `regex` says of the same in its own spelling.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn agreement_with_regex() {
    let mut random = Random(7);
    let mut matched = 0;
    for _ in 0..1000 {
        let pattern = random.pattern(3);
        let spelt = pattern.replace('.', "[^\\r\\n]");
        let texts: Vec<String> = (0..8).map(|_| random.text()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for (function, spelt) in
            [("match", format!("^(?:{spelt})$")), ("search", format!("(?:{spelt})"))]
        {
            let oracle = regex::Regex::new(&spelt).expect("a pattern of regex");
            let expected: Vec<bool> = texts.iter().map(|text| oracle.is_match(text)).collect();
            matched += expected.iter().filter(|matches| **matches).count();
            let found = found(function, &pattern, &texts).expect("a pattern");
            assert_eq!(found, expected, "{function} {pattern} {texts:?}");
        }
    }
    assert!((1_600..13_000).contains(&matched), "{matched}");
}

/// Numbers that look random, the same in every run.
#[cfg(not(target_arch = "wasm32"))]
struct Random(u64);

#[cfg(not(target_arch = "wasm32"))]
impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }

    fn text(&mut self) -> String {
        let letters =
            ["a", "b", "A", "1", "é", "Ж", "-", "\r", "\n", "\u{2028}", "😀", "$", "^", "€", "ab"];
        (0..self.below(7)).map(|_| self.one(&letters)).collect()
    }

    fn pattern(&mut self, depth: u64) -> String {
        let branches = 1 + self.below(2);
        let branches: Vec<String> = (0..branches).map(|_| self.branch(depth)).collect();
        branches.join("|")
    }

    fn branch(&mut self, depth: u64) -> String {
        (0..self.below(4)).map(|_| self.piece(depth)).collect()
    }

    fn piece(&mut self, depth: u64) -> String {
        let atom = match self.below(8) {
            0 | 1 if depth > 0 => format!("({})", self.pattern(depth - 1)),
            2 => self.class(),
            3 => format!("\\{}{{{}}}", self.one(&["p", "P"]), self.one(&CATEGORIES)),
            4 => ".".to_owned(),
            5 => self.one(&["\\-", "\\^", "\\n", "\\r", "\\|", "\\\\"]).to_owned(),
            _ => self.one(&["a", "b", "A", "1", "é", "Ж", "-", "😀", "ab"]).to_owned(),
        };
        let times = self.one(&["", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "{1,3}", "{0}"]);
        atom + times
    }

    fn class(&mut self) -> String {
        let items = [
            "a", "b", "a-c", "A-Z", "0-9", "é", "\\p{L}", "\\P{Ll}", "\\n", "\\]", "Ж-я", "\\-",
            "€",
        ];
        let items: String = (0..1 + self.below(3)).map(|_| self.one(&items)).collect();
        format!("[{}{items}]", self.one(&["", "^"]))
    }
}

#[cfg(not(target_arch = "wasm32"))]
const CATEGORIES: [&str; 10] = ["L", "Lu", "Ll", "N", "Nd", "P", "S", "Sc", "Z", "C"];
