//! A module of wasm-bindgen's and its glue go in, and come out with short names for what the module imports: theirs
//! end in hashes, which are written twice and do not compress.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};

use crate::wasm_imports::renamed;

/// What the glue is called in the module.
const GLUE: &str = "w";

/// Both of them. What is imported from `others`, which the glue hands on as they are, keeps its name. Fails where the glue
/// lacks one of the imports, or has a short name already.
pub(crate) fn shortened(module: &[u8], glue: &str, others: &[&str]) -> Result<(Vec<u8>, String)> {
    let mut from_glue = None;
    let mut names = HashMap::new();
    let module = renamed(module, |from, name| {
        if others.contains(&from) {
            return Ok((from.to_string(), name.to_string()));
        }
        from_glue = Some(format!("\"{from}\""));
        let next = names.len();
        let short = names.entry(name.to_string()).or_insert_with(|| format!("i{next}"));
        Ok((GLUE.to_string(), short.clone()))
    });
    let module = module.context("the module cannot be renamed")?;
    // Glue that is bound elsewhere does not say what it is called.
    let glue = from_glue.map_or(glue.into(), |from| glue.replace(&from, &format!("\"{GLUE}\"")));
    Ok((module, words_replaced(&glue, &names)?))
}

/// The text with other words for these. Each of them is in it, and none of those that take their places.
fn words_replaced(text: &str, names: &HashMap<String, String>) -> Result<String> {
    let mut replaced = String::with_capacity(text.len());
    let mut missing = names.clone();
    for part in text.split_inclusive(|letter| !is_of_word(letter)) {
        let word = part.trim_end_matches(|letter| !is_of_word(letter));
        missing.remove(word);
        if names.values().any(|short| short == word) {
            bail!("the glue has a `{word}` already");
        }
        replaced += names.get(word).map_or(word, String::as_str);
        replaced += part.get(word.len()..).unwrap_or_default();
    }
    match missing.keys().min() {
        Some(name) => bail!("the glue has no `{name}`"),
        None => Ok(replaced),
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm_imports::IMPORTS;

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";

    /// A module of a type section, two imported functions and a memory.
    fn module() -> Vec<u8> {
        let imports = b"\x02\x06./g.js\x07__a_0fe\0\0\x06./g.js\x07__b_1fe\0\x81\x01";
        let mut module = HEAD.to_vec();
        module.extend(b"\x01\x04\x01\x60\0\0");
        module.extend([IMPORTS, imports.len() as u8]);
        module.extend(imports);
        module.extend(b"\x05\x03\x01\0\x01");
        module
    }

    #[test]
    fn imports_are_short_in_both() {
        let table = [
            (
                "{\n \"./g.js\": imports, __a_0fe: function() {}, __b_1fe: function(x) {} }",
                "{\n \"w\": imports, i0: function() {}, i1: function(x) {} }",
            ),
            (
                "export function __a_0fe() {}\nexport function __b_1fe(x) { my__a_0fe($__b_1fe) }",
                "export function i0() {}\nexport function i1(x) { my__a_0fe($__b_1fe) }",
            ),
        ];
        for (glue, want) in table {
            let (_, glue) = shortened(&module(), glue, &[]).expect("a module");
            assert_eq!(glue, want);
        }
        let (module, _) = shortened(&module(), "__a_0fe __b_1fe", &[]).expect("a module");
        let mut want = HEAD.to_vec();
        want.extend(b"\x01\x04\x01\x60\0\0\x02\x10\x02\x01w\x02i0\0\0\x01w\x02i1\0\x81\x01");
        want.extend(b"\x05\x03\x01\0\x01");
        assert_eq!(module, want);
    }

    #[test]
    fn what_comes_from_elsewhere_keeps_its_name() {
        let (whole, glue) = (module(), "{ \"./g.js\": others }");
        let same = shortened(&whole, glue, &["./g.js"]).expect("a module");
        assert_eq!(same, (whole, glue.to_string()));
    }

    #[test]
    fn what_does_not_belong_together_is_an_error() {
        let whole = module();
        let table: [(&[u8], &str); 3] = [
            (&whole, "\"./g.js\": imports, __a_0fe: function() {}"),
            (&whole, "__a_0fe: function(i1) {}, __b_1fe: function() {}"),
            (whole.get(..20).unwrap_or_default(), "\"./g.js\": imports"),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(module, glue)| shortened(module, glue, &[]).is_ok())
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
