//! A body in pieces: one pass takes what the tree has, and says the same of what is wrong.

use switchhook_path::{Document, Format, OnePass, Path, Stream, Taken};

const PATHS: [&str; 12] = [
    "$",
    "a",
    "a.b",
    "[0]",
    "[1][0]",
    "a[-1]",
    "[-2]",
    "a.0.b",
    "a[0].a[-1]",
    "$['é']",
    "$['']",
    "b.a.a",
];

/// How long the pieces are, in a byte, and a body.
pub fn take(input: &[u8]) {
    let Some((length, body)) = input.split_first() else { return };
    let paths = PATHS.map(|path| Path::parse(path).unwrap());
    let one_pass = OnePass::compile(&paths).unwrap();
    let by_tree = Document::parse(Format::Json, body).map(|document| -> Vec<Option<Taken>> {
        paths.iter().map(|path| document.take(path).unwrap()).collect()
    });
    assert_eq!(one_pass.take(body), by_tree);
    let mut stream = Stream::new(&one_pass);
    body.chunks(usize::from(*length).max(1)).for_each(|piece| stream.feed(piece));
    assert_eq!(stream.finish(), by_tree);
}
