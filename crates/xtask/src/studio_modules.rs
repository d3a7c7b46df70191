//! The studio's module goes in, and comes out as the files that its page loads: what the first paint needs, and what
//! comes afterwards, with what binds and loads them.

use std::path::Path;

use anyhow::Result;

use crate::{
    fingerprint::fingerprint,
    import_names,
    split::{self, Apart, Binding, LATER, LOADER},
};

const GLUE: &str = "main.js";

const BINDING: Binding = Binding {
    args: &["--target", "web", "--omit-default-module-path"],
    module: "main_bg.wasm",
    glue: GLUE,
};

/// The files of a module that was taken apart.
pub(crate) struct Files {
    /// What their names begin with.
    pub(crate) stem: String,
    /// Names and contents.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

/// Takes apart what cargo has built; made small for a release.
pub(crate) fn files(module: &Path, small: bool) -> Result<Files> {
    let apart = split::split(module, &BINDING, small)?;
    let loader = format!("./{LOADER}");
    let (module, glue) = import_names::shortened(&apart.module, &apart.glue, &[&loader])?;
    Ok(named(Apart { module, glue, ..apart }))
}

/// Names that change with what is in any of the files: they name each other, and belong together.
fn named(Apart { module, glue, later, loader }: Apart) -> Files {
    let whole = [&module, glue.as_bytes(), loader.as_bytes(), &later].concat();
    let stem = format!("studio-{:016x}", fingerprint(&whole));
    let glue =
        glue.replace(&format!("from \"./{LOADER}\""), &format!("from \"./{stem}_split.js\""));
    let loader = loader.replace(GLUE, &format!("{stem}.js"));
    let loader = loader.replace(LATER, &format!("{stem}_later.wasm"));
    let files = [
        ("_bg.wasm", module),
        (".js", glue.into_bytes()),
        ("_split.js", loader.into_bytes()),
        ("_later.wasm", later),
    ];
    let files = files.map(|(ending, bytes)| (format!("{stem}{ending}"), bytes)).into();
    Files { stem, files }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_name_each_other() {
        let glue =
            "import * as import1 from \"./__wasm_split.js\"\n{ \"./__wasm_split.js\": import1 }";
        let loader = "import { initSync } from \"./main.js\";\nfetch(\"./split_later.wasm\")";
        let apart =
            |later| Apart { module: vec![1], glue: glue.into(), loader: loader.into(), later };
        let Files { stem, files } = named(apart(vec![2]));
        let text = |ending: &str| {
            let file = files.iter().find(|(name, _)| *name == format!("{stem}{ending}"));
            String::from_utf8(file.expect(ending).1.clone()).expect("a text")
        };
        // The module imports by this name, which is no file's.
        let bound = "{ \"./__wasm_split.js\": import1 }";
        assert_eq!(text(".js"), format!("import * as import1 from \"./{stem}_split.js\"\n{bound}"));
        let imported = format!("import {{ initSync }} from \"./{stem}.js\";");
        assert_eq!(text("_split.js"), format!("{imported}\nfetch(\"./{stem}_later.wasm\")"));
        assert_ne!(named(apart(vec![3])).stem, stem);
    }
}
