//! What a scan tells of a document, in the order of the text.

/// What a scan finds: a value, or the name of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Members in braces.
    Object,
    /// Elements in brackets.
    Array,
    /// A string without escapes.
    String,
    /// A string with escapes.
    Escaped,
    /// A number.
    Number,
    /// `true`
    True,
    /// `false`
    False,
    /// `null`
    Null,
    /// The name of a member, without escapes.
    Name,
    /// The name of a member, with escapes.
    EscapedName,
}

impl Sort {
    /// Whether it is the name of a member.
    pub fn is_name(self) -> bool {
        matches!(self, Sort::Name | Sort::EscapedName)
    }
}

/// The name of a member.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name<'w> {
    /// What stands between the quotes; of a name that is longer than anybody wants, its beginning.
    pub(crate) inner: &'w [u8],
    /// Whether it has escapes.
    pub(crate) escaped: bool,
    /// Bytes before its opening quote.
    pub(crate) start: u64,
    /// Bytes before what follows its closing quote.
    pub(crate) end: u64,
}

/// Is told what a scan finds. Offsets count from the first byte of the document.
pub(crate) trait Visit: Told {
    /// Whether anybody is.
    const TOLD: bool = true;
}

/// The part of it that does not depend on who is told.
pub(crate) trait Told {
    /// An object or an array begins. Whether what is in it is to be told.
    fn open(&mut self, sort: Sort, start: u64) -> bool;

    /// What was opened last and is not closed yet ends.
    fn close(&mut self, end: u64);

    /// A member has this name; its value comes next. Whether that is to be told if it is no container; where it is
    /// not, it may be told all the same.
    fn name(&mut self, name: Name<'_>) -> bool;

    /// Any other value.
    fn scalar(&mut self, sort: Sort, start: u64, end: u64);

    /// Such a value begins, and may go on in the next piece; `scalar` follows where it is whole.
    fn begin_scalar(&mut self, _start: u64) {}

    /// How long a name may be, as written, to be told whole.
    fn longest_name(&self) -> usize;
}

/// Wants to know nothing: what is in values that nobody asks for is checked all the same.
pub(crate) struct Unseen;

impl Visit for Unseen {
    const TOLD: bool = false;
}

impl Told for Unseen {
    #[inline(always)]
    fn open(&mut self, _: Sort, _: u64) -> bool {
        true
    }

    #[inline(always)]
    fn close(&mut self, _: u64) {}

    #[inline(always)]
    fn name(&mut self, _: Name<'_>) -> bool {
        false
    }

    #[inline(always)]
    fn scalar(&mut self, _: Sort, _: u64, _: u64) {}

    fn longest_name(&self) -> usize {
        0
    }
}
