//! Draws what is wrong with a text that is no path: the text, carets under the part at fault, the
//! sentence.

use expect_test::Expect;
use switchhook_path::Path;

/// Draws what is wrong with each path.
pub(crate) fn check(paths: &[&str], expected: Expect) {
    let drawings: Vec<String> = paths.iter().map(|path| draw(path)).collect();
    expected.assert_eq(&drawings.join("\n"));
}

fn draw(path: &str) -> String {
    let Err(error) = Path::parse(path) else { return format!("{path}\nis a path\n") };
    let width = |range: std::ops::Range<usize>| {
        path.get(range).expect("a range of whole characters").chars().count()
    };
    let carets = "^".repeat(width(error.range.clone()).max(1));
    let indent = " ".repeat(width(0..error.range.start));
    // A line break or a tab would pull the drawing apart, and a space at an end would not be seen.
    let path = path.replace([' ', '\n', '\t'], "␣");
    format!("{path}\n{indent}{carets}\n{}\n", error.message)
}
