//! wasm-bindgen's glue goes in, as it is for bundlers, and comes out as a function: each call of it gives one instance
//! of the module classes, functions and a state of its own. An instance that failed can be left behind so, and what is
//! still under way in it never reaches the next. Its comments stay behind: `index.d.ts` is what people read.

use anyhow::{Context, Result, bail};

const BEFORE: &str = "// wasm-bindgen's glue as a function: each instance of the module has a state of its own.\nexport function glue() {\n";

/// The module `export function glue() { … }`.
pub(super) fn factory(glue: &str) -> Result<String> {
    let mut text = String::from(BEFORE);
    let mut names = Vec::new();
    let mut is_comment = false;
    for line in glue.lines() {
        is_comment |= line.trim_start().starts_with("/**");
        if is_comment {
            is_comment = !line.ends_with("*/");
            continue;
        }
        if line.starts_with("import ") {
            bail!("wasm-bindgen's glue imports something, which a function cannot: {line}");
        }
        let code = line.strip_prefix("export ");
        if let Some(code) = code {
            names.push(declared(code).with_context(|| format!("an export of a new kind: {line}"))?);
        }
        text += code.unwrap_or(line);
        text.push('\n');
    }
    if !names.contains(&"__wbg_set_wasm") {
        bail!("wasm-bindgen's glue for bundlers has no __wbg_set_wasm");
    }
    Ok(text + "return { " + &names.join(", ") + " };\n}\n")
}

/// The name in `class Name {` or `function name(`.
fn declared(code: &str) -> Option<&str> {
    let rest = code.strip_prefix("class ").or_else(|| code.strip_prefix("function "))?;
    rest.split(['(', ' ', '{']).next().filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_become_what_the_function_returns() {
        let glue = "/**\n * Of A.\n */\nexport class A {\n    /** One line. */\n}\nfunction own() {}\nlet wasm;\nexport function __wbg_set_wasm(val) {\n    wasm = val;\n}\n";
        let want = "class A {\n}\nfunction own() {}\nlet wasm;\nfunction __wbg_set_wasm(val) {\n    wasm = val;\n}\nreturn { A, __wbg_set_wasm };\n}\n";
        assert_eq!(factory(glue).ok(), Some(format!("{BEFORE}{want}")));
    }

    #[test]
    fn glue_of_another_kind_is_refused() {
        let set = "export function __wbg_set_wasm(val) {}\n";
        let table =
            ["", "export { a };", "export const a = 1;", "import { a } from './snippets/a.js';"];
        let taken: Vec<_> =
            table.iter().filter(|line| factory(&format!("{set}{line}")).is_ok()).collect();
        assert_eq!(taken, [&""]);
        assert!(factory("export function other() {}").is_err());
    }
}
