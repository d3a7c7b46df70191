//! A file goes in, and the lines of it that break a rule come out: headers, lengths, paths of a
//! machine, hosts of registries, lints, and panics in shipped code.

use super::Finding;

/// A file of code is split at this many lines, and thought about at the second number.
const LINES: (usize, usize) = (400, 250);

/// Every rule that looks at one file by itself.
pub(super) fn broken(path: &str, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |line: usize, message: String| {
        found.push(Finding { file: path.to_string(), line, message });
    };
    if path.ends_with(".rs") && !text.starts_with("//!") {
        add(1, "a file begins with `//!` and what goes in and comes out".to_string());
    }
    let lines = text.lines().count();
    if is_code(path) && lines > LINES.0 {
        add(LINES.0, format!("{lines} lines: split it ({} at most)", LINES.0));
    }
    if path.ends_with("/Cargo.toml") && !text.contains("[lints]\nworkspace = true") {
        add(1, "a crate takes the workspace's lints: `[lints]`, `workspace = true`".to_string());
    }
    for (line, content) in (1..).zip(text.lines()) {
        if let Some(folder) = machine_path(content) {
            add(line, format!("a path of a machine: {folder}"));
        }
        if let Some(host) = registry(path, content) {
            add(line, format!("a package registry is the user's own choice: {host}"));
        }
    }
    for (line, call) in panics(path, text) {
        add(line, format!("shipped code does not panic: {call}"));
    }
    found
}

/// Long enough to think about.
pub(super) fn is_long(path: &str, text: &str) -> bool {
    is_code(path) && text.lines().count() > LINES.1
}

fn is_code(path: &str) -> bool {
    [".rs", ".css", ".mjs", ".js", ".ts", ".html"].iter().any(|ending| path.ends_with(ending))
}

/// A folder at the root of a file system, where a person's or a builder's files are. In the
/// middle of a URL or of another path the same name is just a name.
fn machine_path(line: &str) -> Option<String> {
    let folders = ["work", "root", "home", "Users"].map(|name| format!("/{name}/"));
    folders.into_iter().find(|folder| {
        line.match_indices(folder.as_str()).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            before.is_none_or(|before| !before.is_alphanumeric() && !"/.-_$}{*".contains(before))
        })
    })
}

/// Where packages come from is set on a user's machine, and never in the repository.
fn registry<'a>(path: &str, line: &'a str) -> Option<&'a str> {
    let line = line.trim();
    let name = path.rsplit('/').next().unwrap_or(path);
    let named = match name {
        "Cargo.lock" => {
            line.starts_with("source = ")
                && !line.contains("registry+https://github.com/rust-lang/crates.io-index")
        }
        "package-lock.json" => line.starts_with("\"resolved\":"),
        ".npmrc" => line.contains("registry=") || line.contains("registry ="),
        "config.toml" => line.starts_with("[source.") || line.starts_with("[registries."),
        _ => ["http", "https"].iter().any(|scheme| line.contains(&format!("{scheme}://registry."))),
    };
    named.then_some(line)
}

/// Calls that end a program, outside of tests, of xtask and of fuzzing, where they are how it fails.
fn panics(path: &str, text: &str) -> Vec<(usize, &'static str)> {
    const CALLS: [&str; 6] =
        [".unwrap()", ".expect(\"", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    let shipped = path.contains("/src/") || path.starts_with("web/src/");
    let own = path.starts_with("crates/xtask/") || path.starts_with("fuzz/");
    if !path.ends_with(".rs")
        || !shipped
        || own
        || path.ends_with("/tests.rs")
        || path.contains("/tests/")
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (line, code) in code_lines(text) {
        found.extend(CALLS.iter().find(|call| code.contains(**call)).map(|call| (line, *call)));
    }
    found
}

/// The lines of a file up to its module of tests, without comments, with their numbers.
pub(super) fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_test = |line: &str| line.trim() == "#[cfg(test)]";
    let pairs = text.lines().zip(text.lines().skip(1));
    let tests =
        pairs.into_iter().position(|(line, next)| is_test(line) && next.starts_with("mod "));
    let code = text.lines().take(tests.unwrap_or(usize::MAX));
    let code = code.map(|line| line.split_once(" // ").map_or(line, |(code, _)| code));
    (1..).zip(code).filter(|(_, code)| !code.trim_start().starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The messages for one file, each cut to its first words.
    fn messages(path: &str, text: &str) -> Vec<(usize, String)> {
        let words = |text: &str| text.split(' ').take(3).collect::<Vec<_>>().join(" ");
        broken(path, text).iter().map(|found| (found.line, words(&found.message))).collect()
    }

    #[test]
    fn each_rule_finds_its_line() {
        let long = format!("//! x\n{}", "\n".repeat(400));
        let home = format!("let a = \"/{}/me/x\";", "home");
        let url = format!("\"https://example.com/{}/x\"", "home");
        let lock = "source = \"sparse+https://mirror.example/\"";
        let rows = [
            ("crates/a/src/lib.rs", "//! fine\n", None),
            ("crates/a/src/lib.rs", "fn a() {}\n", Some((1, "a file begins"))),
            ("crates/a/src/a.rs", &long, Some((400, "401 lines: split"))),
            ("docs/a.md", &long, None),
            ("a.md", &home, Some((1, "a path of"))),
            ("a.md", &url, None),
            ("Cargo.lock", lock, Some((1, "a package registry"))),
            (
                "tests/package-lock.json",
                "a\n  \"resolved\": \"x\"",
                Some((2, "a package registry")),
            ),
            ("crates/a/Cargo.toml", "[package]\n", Some((1, "a crate takes"))),
            ("crates/a/Cargo.toml", "[lints]\nworkspace = true\n", None),
            ("crates/a/src/a.rs", "//! x\nlet a = b.unwrap();\n", Some((2, "shipped code does"))),
            (
                "crates/a/src/a.rs",
                "//! x\nlet a = b.expect(\"c\");\n",
                Some((2, "shipped code does")),
            ),
            ("crates/a/src/a.rs", "//! x\nself.expect(b'c')?;\na.unwrap_or(1);\n", None),
            ("crates/a/src/a.rs", "//! x\n/// `a.unwrap()`\n", None),
            ("crates/a/src/a.rs", "//! x\n#[cfg(test)]\nmod tests { a.unwrap(); }\n", None),
            (
                "crates/a/src/a.rs",
                "//! x\n#[cfg(test)]\nfn b() {}\nc.unwrap();\n",
                Some((4, "shipped code does")),
            ),
            ("crates/a/tests/it/main.rs", "//! x\na.unwrap();\n", None),
            ("crates/xtask/src/a.rs", "//! x\na.unwrap();\n", None),
            ("fuzz/src/a.rs", "//! x\na.unwrap();\n", None),
            ("web/src/a.rs", "//! x\npanic!(\"a\");\n", Some((2, "shipped code does"))),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(path, text, want)| (path, text, messages(path, text), want))
            .filter(|(_, _, got, want)| {
                let want: Vec<_> =
                    want.iter().map(|(line, words)| (*line, words.to_string())).collect();
                *got != want
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn long_files_are_noted_before_they_are_refused() {
        let text = "x\n".repeat(251);
        assert!(is_long("a.rs", &text) && !is_long("a.json", &text));
        assert!(!is_long("a.rs", &"x\n".repeat(250)));
    }
}
