//! A document and a path that is being typed in, the paths that continue it out.

use crate::document::Document;
use crate::document::kind::Kind;

/// A path that continues what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The whole path.
    pub path: String,
    /// What it finds.
    pub kind: Kind,
    /// The beginning of what it finds.
    pub preview: String,
}

impl Document {
    /// x
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let _ = (typed, limit);
        Vec::new()
    }
}
