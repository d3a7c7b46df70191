//! A module of wasm-bindgen's and its glue go in, and come out with short names for what the module imports: theirs
//! end in hashes, which are written twice and do not compress.

use anyhow::{Context, Result, bail};

use crate::wasm_imports::renamed;

/// What the glue is called in the module.
const GLUE: &str = "w";

/// Both of them. What is imported from `others`, which the glue hands on as they are, keeps its name. Fails where the glue
/// has not each of the imports once.
pub(crate) fn shortened(module: &[u8], glue: &str, others: &[&str]) -> Result<(Vec<u8>, String)> {
    let mut names = Names { glue: glue.to_string(), count: 0 };
    let module = renamed(module, |from, name| match others.contains(&from) {
        true => Ok((from.to_string(), name.to_string())),
        false => Ok((GLUE.to_string(), names.of(from, name)?)),
    });
    Ok((module.context("the module cannot be renamed")?, names.glue))
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
        let glue = "{\n \"./g.js\": imports, __a_0fe: function() {}, __b_1fe: function(x) {} }";
        let (module, glue) = shortened(&module(), glue, &[]).expect("a module");
        assert_eq!(glue, "{\n \"w\": imports, i0: function() {}, i1: function(x) {} }");
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
            (&whole, "__a_0fe: function() {}, __b_1fe: function() {}"),
            (whole.get(..20).unwrap_or_default(), "\"./g.js\": imports"),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(module, glue)| shortened(module, glue, &[]).is_ok())
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
