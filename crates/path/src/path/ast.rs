//! The parts of a path, in the words of RFC 9535 §2.

/// A whole path: what follows `$`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) segments: Vec<Segment>,
}

/// RFC 9535 §1.4.2: at most one node, whatever the document.
impl Query {
    pub(crate) fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| match segment {
            Segment::Child(selectors) => {
                matches!(
                    selectors.as_slice(),
                    [Selector::Name(_) | Selector::Index(_) | Selector::Digits { .. }]
                )
            }
            Segment::Descendant(_) => false,
        })
    }
}

/// RFC 9535 §2.5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    Child(Vec<Selector>),
    Descendant(Vec<Selector>),
}

/// RFC 9535 §2.3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Selector {
    Name(String),
    /// `.*`, which dots make a question of members; `[*]`, which brackets make one of elements.
    Wildcard {
        bracketed: bool,
    },
    Index(i64),
    Slice(Slice),
    /// Of the shorthand: digits behind a dot are an index on an array, and a name elsewhere.
    Digits {
        name: String,
        /// Where the digits are what an index looks like.
        index: Option<i64>,
    },
}

/// RFC 9535 §2.3.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    pub(crate) start: Option<i64>,
    pub(crate) end: Option<i64>,
    pub(crate) step: i64,
}
