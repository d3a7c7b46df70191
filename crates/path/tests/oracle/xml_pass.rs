//! An XML body and singular paths in: no word where one pass takes what the whole document has, or leaves it to that.

use switchhook_path::{Document, Format, OnePassXml, Path, Taken};

/// Takes what each path leads to, of each alone and of all together. How many of these passes left nothing to the
/// document comes out.
pub(crate) fn agree(body: &[u8], paths: &[Path]) -> usize {
    let document = Document::parse(Format::Xml, body);
    let by_tree = |path: &Path| -> Option<Taken> {
        let document = document.as_ref().unwrap_or_else(|error| panic!("{path}: {error}"));
        document.take(path).unwrap()
    };
    let one_pass = |paths: &[Path]| {
        let taken = OnePassXml::compile(paths)?.take(body)?;
        for (path, taken) in paths.iter().zip(taken) {
            assert_eq!(taken, by_tree(path), "{path}");
        }
        Some(())
    };
    let alone = paths.iter().map(std::slice::from_ref);
    alone.chain([paths]).filter_map(one_pass).count()
}
