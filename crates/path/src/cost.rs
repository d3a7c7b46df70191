//! A document and a path in, what the evaluation costs out: for tests, which compare costs.

use crate::budget::TooComplex;
use crate::document::Document;
use crate::path::Path;
use crate::path::evaluate;

/// The steps that [`limits::STEPS`](crate::limits::STEPS) limits.
pub fn steps(document: &Document, path: &Path) -> Result<usize, TooComplex> {
    evaluate::steps(&path.query, document.root())
}
