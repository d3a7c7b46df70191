//! A module of wasm-bindgen's and its glue go in, and come out with short names for what the module imports: theirs
//! end in hashes, which are written twice and do not compress.

use anyhow::{Context, Result, bail};

/// The id of the import section (WebAssembly core specification, 5.5.5).
const IMPORTS: u8 = 2;
/// What the glue is called in the module.
const GLUE: &str = "w";

/// Both of them. Fails where the glue has not each of the imports once.
pub(crate) fn shortened(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names { glue: glue.to_string(), count: 0 };
    let mut rest = Bytes(module);
    let mut out = rest.take(8)?.to_vec();
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let length = rest.number()?;
        let section = rest.take(length)?;
        let imports = if id == IMPORTS { Some(imports(section, &mut names)?) } else { None };
        let section = imports.as_deref().unwrap_or(section);
        out.push(id);
        write_number(&mut out, section.len());
        out.extend(section);
    }
    Ok((out, names.glue))
}

/// The import section with short names.
fn imports(section: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut rest = Bytes(section);
    let mut out = Vec::new();
    let count = rest.number()?;
    write_number(&mut out, count);
    for _ in 0..count {
        let (module, name) = (rest.name()?, rest.name()?);
        write_name(&mut out, GLUE);
        write_name(&mut out, &names.of(module, name)?);
        let kind = rest.byte()?;
        if kind != 0 {
            bail!("the module imports {name}, which is no function");
        }
        out.push(kind);
        write_number(&mut out, rest.number()?);
    }
    Ok(out)
}

/// The glue so far, and how many names it has that are short.
struct Names {
    glue: String,
    count: usize,
}

impl Names {
    /// The short name of an import, by which the glue has it now.
    fn of(&mut self, module: &str, name: &str) -> Result<String> {
        let short = format!("i{}", self.count);
        if self.count == 0 {
            self.replace(&format!("\"{module}\": "), &format!("\"{GLUE}\": "))?;
        }
        self.replace(&format!(" {name}: function"), &format!(" {short}: function"))?;
        self.count += 1;
        Ok(short)
    }

    fn replace(&mut self, from: &str, to: &str) -> Result<()> {
        if self.glue.matches(from).count() != 1 {
            bail!("the glue does not have `{from}` once");
        }
        self.glue = self.glue.replacen(from, to, 1);
        Ok(())
    }
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("the module is cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take(1)?.first().copied().context("the module is cut off")
    }

    /// A number in LEB128, of 32 bits.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        bail!("the module has a number of more than 32 bits")
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(str::from_utf8(self.take(length)?)?)
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_name(out: &mut Vec<u8>, name: &str) {
    write_number(out, name.len());
    out.extend(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let glue = "{\n \"./g.js\": imports, __a_0fe: function() {}, __b_1fe: function(x) {} }";
        let (module, glue) = shortened(&module(), glue).expect("a module");
        assert_eq!(glue, "{\n \"w\": imports, i0: function() {}, i1: function(x) {} }");
        let mut want = HEAD.to_vec();
        want.extend(b"\x01\x04\x01\x60\0\0\x02\x10\x02\x01w\x02i0\0\0\x01w\x02i1\0\x81\x01");
        want.extend(b"\x05\x03\x01\0\x01");
        assert_eq!(module, want);
    }

    #[test]
    fn what_does_not_belong_together_is_an_error() {
        let whole = module();
        let table: [(&[u8], &str); 3] = [
            (&whole, "\"./g.js\": imports, __a_0fe: function() {}"),
            (&whole, "__a_0fe: function() {}, __b_1fe: function() {}"),
            (whole.get(..20).unwrap_or_default(), "\"./g.js\": imports"),
        ];
        let wrong: Vec<_> =
            table.into_iter().filter(|(module, glue)| shortened(module, glue).is_ok()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
