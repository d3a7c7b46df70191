//! The module and its glue go in; both come out with shorter names for what the module imports: behind each of these,
//! wasm-bindgen writes a hash, which no compression makes smaller.

use std::collections::{BTreeSet, HashSet};

use anyhow::{Context, Result};

use crate::wasm_imports::renamed;

/// How the names begin that have a hash behind them.
const PREFIX: &str = "__wbg_";

/// Digits of a hash.
const HASH: usize = 16;

/// Renames the imports of a module and the functions of its glue.
pub(super) fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let names = names(glue);
    let mut text = glue.to_string();
    for (long, short) in &names {
        text = text.replace(long, short);
    }
    let module = renamed(module, |from, name| {
        let short = names.iter().find(|(long, _)| *long == name);
        Ok((from.to_string(), short.map_or(name, |(_, short)| short).to_string()))
    });
    Ok((module.context("the module cannot be read")?, text))
}

/// Names with a hash, and the same without. Where that is taken, a number stands behind it.
fn names(glue: &str) -> Vec<(&str, String)> {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
    let words: BTreeSet<&str> = glue.split(|letter| !is_of_name(letter)).collect();
    let mut taken: HashSet<String> = words.iter().map(|word| word.to_string()).collect();
    let mut names = Vec::new();
    for long in words {
        let Some(short) = without_hash(long) else { continue };
        let mut free = short.to_string();
        for number in 2.. {
            if taken.insert(free.clone()) {
                break;
            }
            free = format!("{short}_{number}");
        }
        names.push((long, free));
    }
    names
}

fn without_hash(name: &str) -> Option<&str> {
    let (short, hash) = name.strip_prefix(PREFIX)?.rsplit_once('_')?;
    let is_hash = hash.len() == HASH && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    name.get(..PREFIX.len() + short.len()).filter(|_| is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export function __wbg_new_0123456789abcdef() {}\nexport function __wbg_new_fedcba9876543210() {}\n\
        export function __wbg_set_wasm(val) { __wbg_new_0123456789abcdef(); }\nfunction __wbg_get_imports() {}\n";

    #[test]
    fn names_lose_their_hashes_and_stay_apart() {
        let want = [
            ("__wbg_new_0123456789abcdef", "__wbg_new".to_string()),
            ("__wbg_new_fedcba9876543210", "__wbg_new_2".to_string()),
        ];
        assert_eq!(names(GLUE), want);
        let taken = "__wbg_new(); __wbg_new_0123456789abcdef()";
        assert_eq!(names(taken), [("__wbg_new_0123456789abcdef", "__wbg_new_2".to_string())]);
    }

    #[test]
    fn module_and_glue_are_renamed_alike() {
        let module = |name: &str| {
            let mut section = vec![1, 1, b'm', name.len() as u8];
            section.extend(name.as_bytes());
            section.extend([0, 3]);
            let mut module = b"\0asm\x01\0\0\0\x01\x01\0\x02".to_vec();
            module.push(section.len() as u8);
            module.extend(section);
            module.extend([5, 2, 7, 7]);
            module
        };
        let (short, glue) = shorten(&module("__wbg_new_fedcba9876543210"), GLUE).unwrap();
        assert_eq!(short, module("__wbg_new_2"));
        assert!(glue.contains("function __wbg_new_2()") && !glue.contains("fedcba"), "{glue}");
        assert!(shorten(&short[..20], GLUE).is_err());
    }
}
