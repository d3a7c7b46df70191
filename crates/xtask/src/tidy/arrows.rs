//! The manifests go in; what a part may not depend on comes out, and what nobody gave a reason for.

use super::Finding;
use super::files::File;

/// What each part may depend on, of the parts. Its tests may look further.
const ARROWS: [(&str, &[&str]); 15] = [
    ("crates/scan", &[]),
    ("crates/scan/tests/miri", &[]),
    ("crates/path", &["switchhook-scan"]),
    ("crates/core", &["switchhook-path"]),
    ("crates/fetch", &["switchhook"]),
    ("crates/boundary", &["switchhook", "switchhook-fetch"]),
    ("crates/wire", &["switchhook"]),
    ("crates/wasm", &["switchhook", "switchhook-fetch", "switchhook-wire", "switchhook-boundary"]),
    ("crates/element", &["switchhook", "switchhook-boundary", "switchhook-studio"]),
    ("crates/server", &[]),
    ("crates/xtask", &[]),
    ("web", &["switchhook-path", "switchhook", "switchhook-fetch"]),
    ("examples/native-server", &["switchhook"]),
    ("tests/bench/native", &["switchhook"]),
    ("fuzz", &["switchhook-path", "switchhook"]),
];

/// Every dependency that points the wrong way or, where it ships, that ARCHITECTURE.md does not name,
/// and every part that has no arrows yet.
pub(super) fn wrong(files: &[File]) -> Vec<Finding> {
    let reasons = files.iter().find(|file| file.path == "ARCHITECTURE.md");
    let reasons = reasons.map_or("", |file| file.text.as_str());
    let mut found = Vec::new();
    for file in files {
        let Some(part) = file.path.strip_suffix("/Cargo.toml") else { continue };
        let mut add =
            |line, message| found.push(Finding { file: file.path.clone(), line, message });
        let Some((_, known)) = ARROWS.iter().find(|(name, _)| *name == part) else {
            add(1, format!("say in tidy/arrows.rs what {part} may depend on"));
            continue;
        };
        for (line, name) in dependencies(&file.text) {
            if name.starts_with("switchhook") && !known.contains(&name) {
                add(line, format!("{part} does not know {name}"));
            } else if !part.starts_with("tests/") && !reasons.contains(&format!("`{name}`")) {
                add(line, format!("say in ARCHITECTURE.md what {name} is for"));
            }
        }
    }
    found
}

/// The names under `[dependencies]`, also those of one target, with their lines.
fn dependencies(manifest: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut names = Vec::new();
    for (number, line) in (1..).zip(manifest.lines()) {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && !line.contains("dev-dependencies");
        } else if inside && line.contains('=') {
            names.extend(line.split(['.', ' ', '=']).next().map(|name| (number, name)));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_that_points_down_is_found() {
        let rows = [
            ("crates/core", "[dependencies]\nswitchhook-path.workspace = true", None),
            (
                "crates/path",
                "[dependencies]\nswitchhook = \"1\"",
                Some("2 crates/path does not know switchhook"),
            ),
            ("crates/path", "[dev-dependencies]\nswitchhook = \"1\"", None),
            (
                "crates/server",
                "[target.'cfg(unix)'.dependencies]\n\nswitchhook-fetch = { path = \"x\" }",
                Some("3 crates/server does not know switchhook-fetch"),
            ),
            (
                "crates/fetch",
                "[package]\nname = \"switchhook-fetch\"\n[dependencies]\nserde = \"1\"",
                None,
            ),
            (
                "crates/fetch",
                "[dependencies]\nurl = \"2\"",
                Some("2 say in ARCHITECTURE.md what url is for"),
            ),
            ("tests/bench/native", "[dependencies]\nurl = \"2\"", None),
            ("crates/new", "", Some("1 say in tidy/arrows.rs what crates/new may depend on")),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(part, text, want)| {
                let file = File { path: format!("{part}/Cargo.toml"), text: text.to_string() };
                let reasons = "`serde` `switchhook-path`".to_string();
                let found =
                    wrong(&[file, File { path: "ARCHITECTURE.md".to_string(), text: reasons }]);
                let got: Vec<_> =
                    found.iter().map(|found| format!("{} {}", found.line, found.message)).collect();
                (part, got, want)
            })
            .filter(|(_, got, want)| {
                *got != want.iter().map(ToString::to_string).collect::<Vec<_>>()
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
