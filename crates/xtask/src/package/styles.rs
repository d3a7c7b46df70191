//! The studio's style sheets go in, in the order of the page, and out comes one text for the shadow root of the custom
//! element: what the page's sheets say of the page is said of the element there.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::layout;

/// The sheet that only the element has.
const OWN: &str = "web/styles/element.css";
/// The sheet of what the page alone shows.
const PAGES: &str = "web/styles/node_card.css";

/// Tokens that a page may set, as `--webhook-node-` and their name; docs/element.md says what they are.
const THEMED: [&str; 24] = [
    "background",
    "surface",
    "sunk",
    "ink",
    "soft",
    "faint",
    "line",
    "field-border",
    "accent",
    "accent-hover",
    "accent-tint",
    "on-accent",
    "default",
    "default-tint",
    "route",
    "route-tint",
    "failed",
    "failed-tint",
    "parameter",
    "parameter-tint",
    "sans",
    "mono",
    "radius",
    "radius-small",
];

/// The module `export const css = "…";`.
pub(super) fn module() -> Result<String> {
    let read = |name: &str| {
        fs::read_to_string(layout::root().join(name)).with_context(|| format!("{name} is missing"))
    };
    let page = read("index.html")?;
    let mut css = String::new();
    for name in sheets(&page).into_iter().filter(|name| *name != PAGES).chain([OWN]) {
        css += &for_shadow_root(&read(name)?);
    }
    let missing: Vec<_> = THEMED
        .iter()
        .filter(|name| !css.contains(&format!("var(--webhook-node-{name}, ")))
        .collect();
    if !missing.is_empty() {
        bail!("these tokens are in no style sheet, each in a line of its own: {missing:?}");
    }
    Ok(format!("export const css = {};\n", serde_json::to_string(&css)?))
}

/// The style sheets of the page, in their order.
fn sheets(page: &str) -> Vec<&str> {
    let links = page.lines().filter(|line| line.contains("rel=\"css\""));
    links.filter_map(|line| line.split("href=\"").nth(1)?.split('"').next()).collect()
}

/// The rules without comments, line by line.
fn for_shadow_root(css: &str) -> String {
    let mut text = String::new();
    for line in without_comments(css).lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line {
            ":root {" | "html {" | "body {" => text += ":host {",
            // The page that the element is in says whether it is light or dark.
            "color-scheme: light dark;" => continue,
            _ => text += &themed(&line.replace("@media (width ", "@container (width ")),
        }
        text.push('\n');
    }
    text
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// A token that the page may set takes what the page says, if anything.
fn themed(line: &str) -> String {
    let token = line.strip_prefix("--").and_then(|line| line.strip_suffix(';'));
    match token.and_then(|token| token.split_once(": ")) {
        Some((name, value)) if THEMED.contains(&name) => {
            format!("--{name}: var(--webhook-node-{name}, {value});")
        }
        _ => line.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_the_page_is_said_of_the_element() {
        let css = "/* A\n sheet. */\n@layer tokens {\n  :root {\n    color-scheme: light dark;\n\n    --ink: light-dark(#000, #fff);\n    \
                   --row-height: 24px; /* counted */\n  }\n}\nbody {\n}\n@media (width < 700px) {\n}\n@media (pointer: coarse) {\n}\n";
        let want = "@layer tokens {\n:host {\n--ink: var(--webhook-node-ink, light-dark(#000, #fff));\n--row-height: 24px;\n}\n}\n\
                    :host {\n}\n@container (width < 700px) {\n}\n@media (pointer: coarse) {\n}\n";
        assert_eq!(for_shadow_root(css), want);
    }

    #[test]
    fn the_sheets_are_those_of_the_page() {
        let page = "<link data-trunk rel=\"icon\" href=\"x.svg\" />\n<link data-trunk rel=\"css\" href=\"a.css\" />\n\
                    <link data-trunk rel=\"css\" href=\"b.css\" />";
        assert_eq!(sheets(page), ["a.css", "b.css"]);
        let (all, page) = (module().expect("a module"), layout::root().join("index.html"));
        assert!(!all.contains(".card-head") && all.contains(".drawer-head"));
        assert!(sheets(&fs::read_to_string(page).expect("a page")).contains(&PAGES));
    }

    #[test]
    fn the_page_on_the_element_names_every_token() {
        let page = fs::read_to_string(layout::root().join("docs/element.md")).unwrap_or_default();
        let missing: Vec<_> =
            THEMED.iter().filter(|name| !page.contains(&format!("| `{name}` |"))).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
