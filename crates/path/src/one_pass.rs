//! Singular paths and a JSON body in, what each of them takes out: all in one pass, without a tree.

use std::sync::Arc;

use switchhook_scan::{Sort, Sources, Step, Take, Trie, Wrong, take};

use crate::document::decode::json_mark;
use crate::document::{Document, Format};
use crate::path::Path;
use crate::path::ast::{Segment, Selector};
use crate::sort::order;
use crate::take::Taken;
use crate::unreadable::Unreadable;

/// Singular paths that are compiled together, for JSON.
///
/// ```
/// use switchhook_path::{OnePass, Path};
///
/// let paths = [Path::parse("user.id")?, Path::parse("tags[-1]")?, Path::parse("user.name")?];
/// let one_pass = OnePass::compile(&paths).ok_or("singular paths")?;
/// let taken = one_pass.take(br#"{"user": {"id": 90071992547409931}, "tags": ["a", "b"]}"#)?;
/// let values = taken.iter().map(|taken| taken.as_ref().map(|taken| taken.value.as_json()));
/// assert!(values.eq([Some("90071992547409931"), Some("\"b\""), None]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnePass {
    pub(crate) trie: Trie,
    /// For each path, where the trie gives its value.
    slots: Vec<usize>,
}

impl OnePass {
    /// Compiles paths together. Nothing where one of them is not singular, or counts so far from the
    /// end of an array that the whole document is better kept.
    pub fn compile<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Option<OnePass> {
        let ways = paths.into_iter().map(way).collect::<Option<Vec<_>>>()?;
        let (trie, slots) = together(&ways)?;
        Some(OnePass { trie, slots })
    }

    /// What each path takes from a body, in their order: as [`Document::take`] gives it.
    ///
    /// # Errors
    /// The body is no JSON, or not UTF-8, anywhere.
    pub fn take(&self, body: &[u8]) -> Result<Vec<Option<Taken>>, Unreadable> {
        let taken = |found: Option<(Sort, &str)>| Some(Taken::of_source(found?.1.into()));
        Ok(self.find(body)?.map(taken).collect())
    }

    /// What each path takes from a body, in their order: what it is, and its source, which stays where it is.
    ///
    /// ```
    /// # use switchhook_path::{OnePass, Path, Sort};
    /// let one_pass = OnePass::compile(&[Path::parse("b")?, Path::parse("a")?]).ok_or("singular paths")?;
    /// assert!(one_pass.find(br#"{"a": [1, 2]}"#)?.eq([None, Some((Sort::Array, "[1, 2]"))]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The body is no JSON, or not UTF-8, anywhere.
    pub fn find<'b>(&'b self, body: &'b [u8]) -> Result<Found<'b>, Unreadable> {
        let text = json_mark(body).ok().and_then(|mark| body.get(mark..));
        let sources = text.and_then(|text| take(&self.trie, text).ok());
        // What is wrong is said by whoever reads documents.
        let wrong = || Document::parse(Format::Json, body).err().unwrap_or_default();
        Ok(Found { slots: self.slots.iter(), sources: sources.ok_or_else(wrong)? })
    }

    /// The same from a body that lies elsewhere, of which every piece is handed to the function that
    /// is given: the first one of four bytes at least, if there are as many. Of a body that is wrong,
    /// all pieces are asked for twice, and kept, to say how.
    ///
    /// # Errors
    /// The body is no JSON, or not UTF-8, anywhere.
    pub fn take_pieces(&self, pieces: &Pieces<'_>) -> Result<Vec<Option<Taken>>, Unreadable> {
        let mut take = Take::new(&self.trie);
        let mut mark = None;
        pieces(&mut |piece| {
            let skipped = if mark.is_some() { 0 } else { json_mark(piece).unwrap_or(usize::MAX) };
            mark = mark.or(Some(skipped));
            take.feed(piece.get(skipped..).unwrap_or_default());
        });
        let is_read = mark != Some(usize::MAX);
        self.taken(take.finish()).ok().filter(|_| is_read).ok_or_else(|| {
            let mut body = Vec::new();
            pieces(&mut |piece| body.extend_from_slice(piece));
            // What is wrong is said by whoever reads documents.
            Document::parse(Format::Json, &body).err().unwrap_or_default()
        })
    }

    /// What was found, for each path.
    pub(crate) fn taken(
        &self,
        found: Result<Vec<Option<Arc<str>>>, Wrong>,
    ) -> Result<Vec<Option<Taken>>, Wrong> {
        let found = found?;
        let taken = |slot: &usize| found.get(*slot)?.clone().map(Taken::of_source);
        Ok(self.slots.iter().map(taken).collect())
    }
}

/// For each path in turn, what it takes.
#[derive(Debug)]
pub struct Found<'b> {
    slots: std::slice::Iter<'b, usize>,
    sources: Sources<'b>,
}

impl<'b> Iterator for Found<'b> {
    type Item = Option<(Sort, &'b str)>;

    fn next(&mut self) -> Option<Option<(Sort, &'b str)>> {
        self.slots.next().map(|slot| self.sources.get(*slot))
    }
}

/// Hands every piece of a body to a function, whenever it is asked to.
pub type Pieces<'b> = dyn Fn(&mut dyn FnMut(&[u8])) + 'b;

/// Ways as one tree, and for each of them where the tree gives its value.
pub(crate) fn together(ways: &[Vec<Step>]) -> Option<(Trie, Vec<usize>)> {
    let mut trie = Trie::new();
    let mut slots = vec![0; ways.len()];
    for place in order(ways.len(), &|left, right| ways.get(left).cmp(&ways.get(right))) {
        *slots.get_mut(place)? = trie.insert(ways.get(place)?.clone())?;
    }
    Some((trie, slots))
}

/// The steps of a singular query (RFC 9535 §2.3.5.1).
pub(crate) fn way(path: &Path) -> Option<Vec<Step>> {
    let step = |segment: &Segment| match segment {
        Segment::Child(selectors) => match selectors.as_slice() {
            [Selector::Name(name)] => Some(Step::Name(name.clone())),
            [Selector::Index(index)] => Some(element(*index)),
            [Selector::Digits { name, index: None }] => Some(Step::Name(name.clone())),
            [Selector::Digits { name, index: Some(index) }] => {
                Some(Step::Either(name.clone(), usize::try_from(*index).unwrap_or(usize::MAX)))
            }
            _ => None,
        },
        Segment::Descendant(_) => None,
    };
    path.query.segments.iter().map(step).collect()
}

/// An index that is larger than any array is: nothing is there.
fn element(index: i64) -> Step {
    let count = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX);
    if index < 0 { Step::FromEnd(count) } else { Step::Index(count) }
}
