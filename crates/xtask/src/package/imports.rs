//! The module and its glue go in; both come out with shorter names for what the module imports: behind each of these,
//! wasm-bindgen writes a hash, which no compression makes smaller (WebAssembly Core §5.5.5, import section).

use std::collections::{BTreeSet, HashSet};

use anyhow::{Context, Result, bail};

/// How the names begin that have a hash behind them.
const PREFIX: &str = "__wbg_";

/// Digits of a hash.
const HASH: usize = 16;

/// The number of the section that says what is imported.
const IMPORTS: u8 = 2;

/// The bytes before the first section: the magic number and the version.
const PREAMBLE: usize = 8;

/// Renames the imports of a module and the functions of its glue.
pub(super) fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let names = names(glue);
    let mut text = glue.to_string();
    for (long, short) in &names {
        text = text.replace(long, short);
    }
    Ok((renamed(module, &names).context("the module cannot be read")?, text))
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

fn renamed(module: &[u8], names: &[(&str, String)]) -> Result<Vec<u8>> {
    let (preamble, mut rest) = module.split_at_checked(PREAMBLE).context("it has no preamble")?;
    let mut renamed = preamble.to_vec();
    while let Some((id, behind)) = rest.split_first() {
        rest = behind;
        let section = counted(&mut rest)?;
        renamed.push(*id);
        match *id {
            IMPORTS => write_counted(&mut renamed, &imports(section, names)?),
            _ => write_counted(&mut renamed, section),
        }
    }
    Ok(renamed)
}

fn imports(mut section: &[u8], names: &[(&str, String)]) -> Result<Vec<u8>> {
    let count = number(&mut section)?;
    let mut renamed = Vec::new();
    write_number(&mut renamed, count);
    for _ in 0..count {
        let from = counted(&mut section)?;
        let name = counted(&mut section)?;
        let short = names.iter().find(|(long, _)| long.as_bytes() == name);
        write_counted(&mut renamed, from);
        write_counted(&mut renamed, short.map_or(name, |(_, short)| short.as_bytes()));
        let Some((0, rest)) = section.split_first() else {
            bail!("it imports more than functions")
        };
        section = rest;
        renamed.push(0);
        write_number(&mut renamed, number(&mut section)?);
    }
    Ok(renamed)
}

/// Bytes behind their count.
fn counted<'b>(bytes: &mut &'b [u8]) -> Result<&'b [u8]> {
    let count = number(bytes)?;
    let (counted, rest) = bytes.split_at_checked(count).context("it ends too soon")?;
    *bytes = rest;
    Ok(counted)
}

fn write_counted(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len());
    out.extend(bytes);
}

/// An unsigned number in LEB128 (§5.2.2).
fn number(bytes: &mut &[u8]) -> Result<usize> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (byte, rest) = bytes.split_first().context("it ends too soon")?;
        *bytes = rest;
        number |= usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    bail!("a number has too many digits")
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
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
            write_counted(&mut module, &section);
            module.extend([5, 2, 7, 7]);
            module
        };
        let (short, glue) = shorten(&module("__wbg_new_fedcba9876543210"), GLUE).unwrap();
        assert_eq!(short, module("__wbg_new_2"));
        assert!(glue.contains("function __wbg_new_2()") && !glue.contains("fedcba"), "{glue}");
        assert!(shorten(&short[..20], GLUE).is_err());
    }

    #[test]
    fn numbers_come_back() {
        for value in [0, 1, 127, 128, 300, 16_384, 521_421] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, value);
            assert_eq!(number(&mut bytes.as_slice()).unwrap(), value);
        }
    }
}
