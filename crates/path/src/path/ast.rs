//! The parts of a path, in the words of RFC 9535 §2.

use super::iregexp::Pattern;

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
    Filter(Test),
}

/// RFC 9535 §2.3.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    pub(crate) start: Option<i64>,
    pub(crate) end: Option<i64>,
    pub(crate) step: i64,
}

/// What is true or false of a node that a filter looks at (RFC 9535 §2.3.5, logical-expr). Chains
/// of `&&` and `||` are flat, so that their length is no depth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    Any(Vec<Test>),
    All(Vec<Test>),
    Not(Box<Test>),
    Exists(Subquery),
    Compare(Operand, Comparison, Operand),
    /// `match`, which asks for the whole text, and `search`, which asks for a part of it.
    Matches {
        text: Operand,
        pattern: Wanted,
        whole: bool,
    },
}

/// RFC 9535 §2.3.5.2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What has one value or none (ValueType of RFC 9535 §2.4.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Operand {
    Literal(Literal),
    /// The value of a singular query's node.
    Singular(Subquery),
    Length(Box<Operand>),
    Count(Subquery),
    Value(Subquery),
}

/// RFC 9535 §2.3.5.1, literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    Text(String),
    /// As written, which is as JSON writes numbers.
    Number(String),
    Boolean(bool),
    Null,
}

/// The pattern of `match` or `search`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A literal, compiled with the path; nothing where it is no I-Regexp.
    Constant(Option<Pattern>),
    /// Worked out for each node; the place of the last one compiled.
    Given(Operand, usize),
}

/// A query inside a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subquery {
    pub(crate) origin: Origin,
    pub(crate) query: Query,
    /// Where an evaluation keeps what it has found out.
    pub(crate) place: usize,
}

/// Where a query inside a filter begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// `@`, the node that the filter looks at.
    Current,
    /// `$`, the document: the same answer for every node.
    Root,
}
