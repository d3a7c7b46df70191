//! Counts what the evaluation of a path costs; out comes [`TooComplex`] when it costs too much.
//!
//! Node lists of RFC 9535 keep duplicates, so that a few descendant segments can select more nodes
//! than there are atoms in a document: without a limit, a short path runs for ever.

use crate::limits::{SELECTED_BYTES, SELECTED_NODES, STEPS};

/// A path that selects too much of this document, or takes too long to find it.
///
/// ```
/// use switchhook_path::{Document, Format, Path};
///
/// let nested = "[".repeat(200) + &"]".repeat(200);
/// let document = Document::parse(Format::Json, nested.as_bytes())?;
/// let too_complex = document.select(&Path::parse("$..*..*..*..*")?).unwrap_err();
/// assert!(too_complex.message().starts_with("The path selects more than 1,000,000 values"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooComplex(Excess);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Excess {
    Nodes,
    Bytes,
    Steps,
    Pattern,
}

impl TooComplex {
    /// What is too much, and what to do about it: a sentence.
    pub fn message(&self) -> &'static str {
        match self.0 {
            Excess::Nodes => {
                "The path selects more than 1,000,000 values of this document: \
                 write names in place of “..” or “*”."
            }
            Excess::Bytes => {
                "The path selects more than 64 MiB of this document, values inside of values \
                 included: write names in place of “..” or “*”."
            }
            Excess::Steps => {
                "The path takes too long to look through this document (20 million steps): \
                 write names in place of “..” or “*”, and ask less in filters."
            }
            Excess::Pattern => {
                "A pattern that a filter takes from this document is too large: 10,000 characters \
                 and repetitions are read, 64 groups inside each other."
            }
        }
    }

    pub(crate) fn pattern() -> TooComplex {
        TooComplex(Excess::Pattern)
    }
}

impl std::fmt::Display for TooComplex {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.message())
    }
}

impl std::error::Error for TooComplex {}

/// What one evaluation has left.
pub(crate) struct Budget {
    steps: usize,
}

/// Hopping from a node to its next sibling costs this much less than a step of the evaluation.
const HOPS_IN_A_STEP: usize = 4;

/// Comparing or decoding a byte of a text costs this much less.
const BYTES_IN_A_STEP: usize = 64;

/// Keeping a page of answers costs so much more: a million pages are 50 MB.
const STEPS_FOR_A_PAGE: usize = 16;

impl Budget {
    pub(crate) fn new() -> Budget {
        Budget { steps: STEPS }
    }

    /// Pays for one node that is looked at.
    pub(crate) fn step(&mut self) -> Result<(), TooComplex> {
        self.pay(1)
    }

    /// Pays for a look-up that went past so many siblings.
    pub(crate) fn hops(&mut self, count: usize) -> Result<(), TooComplex> {
        self.pay(1 + count / HOPS_IN_A_STEP)
    }

    /// Pays for a node that is asked for its kind, its text or its children, a few times over.
    pub(crate) fn weight(&mut self, nodes: usize) -> Result<(), TooComplex> {
        self.pay(nodes)
    }

    /// Pays for a text of so many bytes that is read.
    pub(crate) fn text(&mut self, bytes: usize) -> Result<(), TooComplex> {
        self.pay(1 + bytes / BYTES_IN_A_STEP)
    }

    /// Pays for a page of answers that is kept until the evaluation ends: what is kept takes memory.
    pub(crate) fn page(&mut self) -> Result<(), TooComplex> {
        self.pay(STEPS_FOR_A_PAGE)
    }

    /// Adds a node to a list, which has its own limit.
    pub(crate) fn push<N>(&mut self, list: &mut Vec<N>, node: N) -> Result<(), TooComplex> {
        self.fits(list.len() + 1)?;
        self.step()?;
        list.push(node);
        Ok(())
    }

    /// What has been paid so far.
    pub(crate) fn spent(&self) -> usize {
        STEPS - self.steps
    }

    /// Looks whether so many nodes may be selected.
    pub(crate) fn fits(&self, nodes: usize) -> Result<(), TooComplex> {
        if nodes > SELECTED_NODES { Err(TooComplex(Excess::Nodes)) } else { Ok(()) }
    }

    fn pay(&mut self, steps: usize) -> Result<(), TooComplex> {
        self.steps = self.steps.checked_sub(steps).ok_or(TooComplex(Excess::Steps))?;
        Ok(())
    }
}

/// What may still be handed out.
pub(crate) struct Room {
    bytes: usize,
}

impl Room {
    pub(crate) fn new() -> Room {
        Room { bytes: SELECTED_BYTES }
    }

    pub(crate) fn take(&mut self, bytes: usize) -> Result<(), TooComplex> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(TooComplex(Excess::Bytes))?;
        Ok(())
    }
}
