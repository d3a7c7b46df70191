//! A crate's files go in; where a module uses one that `lib.rs` lists below it comes out: each
//! may use only those above, so that a crate is read from top to bottom.

use super::Finding;
use super::files::File;
use super::rules::code_lines;

/// What `lib.rs` says: the modules in their order, and what it re-exports from which.
struct Face {
    modules: Vec<String>,
    exports: Vec<(String, String)>,
}

/// Every use of a module further down, in the crate whose folder is given.
pub(super) fn out_of_order(folder: &str, files: &[File]) -> Vec<Finding> {
    let source = format!("{folder}/src/");
    let inside = |file: &'_ &File| file.path.starts_with(&source) && file.path.ends_with(".rs");
    let Some(lib) = files.iter().find(|file| file.path == format!("{source}lib.rs")) else {
        return Vec::new();
    };
    let face = face(&lib.text);
    let place = |name: &str| face.modules.iter().position(|module| module == name);
    let mut found = Vec::new();
    for file in files.iter().filter(inside) {
        let within = file.path.trim_start_matches(&source).trim_end_matches(".rs");
        let parts: Vec<&str> = within.split('/').filter(|part| *part != "mod").collect();
        let Some(own) = parts.first().and_then(|name| place(name)) else { continue };
        for (line, name) in uses(&file.text, parts.len()) {
            let module = face.exports.iter().find(|(export, _)| *export == name);
            let module = module.map_or(name.as_str(), |(_, module)| module);
            if place(module).is_some_and(|other| other > own) {
                let message =
                    format!("`{}` uses `{module}`, which lib.rs lists below it", parts[0]);
                found.push(Finding { file: file.path.clone(), line, message });
            }
        }
    }
    found
}

fn face(lib: &str) -> Face {
    let code = lib.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let mut face = Face { modules: Vec::new(), exports: Vec::new() };
    // An export may go over several lines, up to its semicolon.
    let mut export = String::new();
    for line in code {
        let bare = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        if let Some(module) = bare.strip_prefix("mod ") {
            face.modules.push(name(module));
        } else if !export.is_empty() || line.starts_with("pub use ") {
            export.push_str(line.trim_start_matches("pub use "));
            if line.ends_with(';') {
                let module = name(&export);
                let words = export.split(|c: char| !c.is_alphanumeric() && c != '_').skip(1);
                face.exports.extend(words.map(|word| (word.to_string(), module.clone())));
                export.clear();
            }
        }
    }
    face
}

/// What a file uses of its crate's root: the names after `crate::`, and after as many `super::`
/// as the file is deep.
fn uses(text: &str, depth: usize) -> Vec<(usize, String)> {
    let root = "super::".repeat(depth);
    let mut code = String::new();
    let mut numbers = Vec::new();
    for (number, line) in code_lines(text) {
        numbers.push((code.len(), number));
        code.push_str(line);
        code.push('\n');
    }
    let line_of = |at: usize| {
        let index = numbers.partition_point(|(start, _)| *start <= at);
        numbers[index.saturating_sub(1)].1
    };
    let mut found = Vec::new();
    for marker in ["crate::", root.as_str()] {
        for (at, _) in code.match_indices(marker) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|before| before.is_alphanumeric() || "_$:".contains(before)) {
                continue;
            }
            found.extend(
                first_names(&code[at + marker.len()..]).into_iter().map(|name| (line_of(at), name)),
            );
        }
    }
    found
}

/// `a` of `a::b`, and `a` and `c` of `{a::b, c::{d, e}}`.
fn first_names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut names = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                names.push(name(group[start..at].trim()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => (),
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIB: &str = "//! A crate. `crate::third` is only named here.\n\
        #![warn(missing_docs)]\n\npub mod first;\nmod second;\n#[cfg(feature = \"x\")]\npub(crate) mod third;\n\n\
        pub use first::One;\npub use third::{Three, deep::Four};\n";

    fn findings(path: &str, text: &str) -> Vec<String> {
        let file =
            |path: &str, text: &str| File { path: format!("c/src/{path}"), text: text.to_string() };
        let files = [file("lib.rs", LIB), file(path, text)];
        out_of_order("c", &files)
            .iter()
            .map(|found| format!("{} {}", found.line, found.message))
            .collect()
    }

    #[test]
    fn lib_says_the_order_and_the_names() {
        let face = face(LIB);
        assert_eq!(face.modules, ["first", "second", "third"]);
        let module = |name: &str| {
            face.exports
                .iter()
                .find(|(export, _)| export == name)
                .map(|(_, module)| module.as_str())
        };
        assert_eq!(
            (module("One"), module("Three"), module("Four")),
            (Some("first"), Some("third"), Some("third"))
        );
    }

    #[test]
    fn a_use_further_down_is_found() {
        let rows: [(&str, &str, &[usize]); 10] = [
            ("third.rs", "use crate::first::One;\nuse crate::second;", &[]),
            ("first.rs", "use crate::first::deep;", &[]),
            ("first.rs", "\nuse crate::second::X;", &[2]),
            ("first.rs", "use crate::{second::{A, B}, third};", &[1, 1]),
            ("second.rs", "use crate::{\n    first,\n    Three,\n};", &[1]),
            ("second.rs", "fn a() -> crate::Four {}", &[1]),
            ("second/deep.rs", "use super::super::third::X;\nuse super::third;", &[1]),
            ("second/mod.rs", "use super::third;", &[1]),
            ("second.rs", "// crate::third\n/// [`crate::third`]\nlet a = 1; // crate::third", &[]),
            ("second.rs", "#[cfg(test)]\nmod tests {\n    use crate::third::X;\n}", &[]),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(path, text, want)| (path, text, findings(path, text), want))
            .filter(|(_, _, got, want)| {
                let lines: Vec<_> = got
                    .iter()
                    .map(|found| found.split(' ').next().unwrap_or("").to_string())
                    .collect();
                lines != want.iter().map(ToString::to_string).collect::<Vec<_>>()
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
