//! The error of a document that cannot be read: a sentence, and the place it speaks of.

/// A document that is not what it should be.
///
/// ```
/// use switchhook_path::{Document, Format};
///
/// let unreadable = Document::parse(Format::Json, b"{\"id\": 7,\n \"name\" 8}").unwrap_err();
/// assert_eq!((unreadable.line, unreadable.column), (2, 9));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unreadable {
    /// What is wrong and where, as a whole sentence.
    pub message: String,
    /// The line at fault, from 1.
    pub line: usize,
    /// The column at fault, from 1, in characters.
    pub column: usize,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Unreadable {}

/// A place in a document: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Place {
    pub(crate) const START: Place = Place { line: 1, column: 1 };

    /// The place of a byte offset.
    pub(crate) fn of(text: &str, offset: usize) -> Place {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Place {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before.get(line_start..).map_or(0, |line| line.chars().count()) + 1,
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "line {}, column {}", self.line, self.column)
    }
}
