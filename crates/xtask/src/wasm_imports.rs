//! A module and a way to name things go in; the module with other names for what it imports comes out (WebAssembly
//! Core §5.5.5, import section).

use anyhow::{Context, Result, bail};

/// The number of the section that says what is imported.
pub(crate) const IMPORTS: u8 = 2;

/// The bytes before the first section: the magic number and the version.
const PREAMBLE: usize = 8;

/// The module, each of its imports named as `rename` says: given the names of where it is from and of itself, it gives
/// both anew.
pub(crate) fn renamed(
    module: &[u8],
    mut rename: impl FnMut(&str, &str) -> Result<(String, String)>,
) -> Result<Vec<u8>> {
    let (preamble, mut rest) = module.split_at_checked(PREAMBLE).context("it has no preamble")?;
    let mut renamed = preamble.to_vec();
    while let Some((id, behind)) = rest.split_first() {
        rest = behind;
        let section = counted(&mut rest)?;
        renamed.push(*id);
        match *id {
            IMPORTS => write_counted(&mut renamed, &imports(section, &mut rename)?),
            _ => write_counted(&mut renamed, section),
        }
    }
    Ok(renamed)
}

fn imports(
    mut section: &[u8],
    rename: &mut impl FnMut(&str, &str) -> Result<(String, String)>,
) -> Result<Vec<u8>> {
    let count = number(&mut section)?;
    let mut renamed = Vec::new();
    write_number(&mut renamed, count);
    for _ in 0..count {
        let from = str::from_utf8(counted(&mut section)?)?;
        let name = str::from_utf8(counted(&mut section)?)?;
        for name in <[String; 2]>::from(rename(from, name)?) {
            write_counted(&mut renamed, name.as_bytes());
        }
        let Some((0, rest)) = section.split_first() else {
            bail!("it imports {name}, which is no function")
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

    #[test]
    fn numbers_come_back() {
        for value in [0, 1, 127, 128, 300, 16_384, 521_421] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, value);
            assert_eq!(number(&mut bytes.as_slice()).unwrap(), value);
        }
    }
}
