//! Object paths: RFC 9535 JSONPath and its shorthand. Text in, a compiled path out.

mod iregexp;

pub(crate) mod ast;

mod error;

mod literal;

mod parse;

pub(crate) mod normalized;

pub(crate) mod shorthand;

mod select;

mod compare;

mod known;

pub(crate) mod evaluate;

mod exists;

mod filter;

mod function;

pub use error::PathError;

/// A compiled object path.
///
/// A path that does not begin with `$` is the same path with `$.` before it (`$` alone before `[`).
/// In this shorthand a name may hold `-` after its first character, and may be all digits.
///
/// A filter keeps what something is true of. In XML, where all values are texts, a text that is
/// written as a decimal number is that number when it is compared with one.
///
/// ```
/// use switchhook_path::{Document, Format, Path};
///
/// let dear = Path::parse("order.item[?@.price > 10].name")?;
/// let xml = "<order><item><name>A</name><price>9.50</price></item>\
///     <item><name>B</name><price>12.00</price></item></order>";
/// let order = Document::parse(Format::Xml, xml.as_bytes())?;
/// assert_eq!(order.take(&dear)?.ok_or("missing")?.value.as_json(), r#"["B"]"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Of a text that is no path, the error says what is wrong, where, and what to do.
///
/// ```
/// use switchhook_path::Path;
///
/// assert!(Path::parse("data.user-id")?.is_singular());
/// assert!(!Path::parse("$.items[*].id")?.is_singular());
///
/// let error = Path::parse("order.status[").unwrap_err();
/// assert_eq!(error.range, 12..13);
/// assert_eq!(
///     error.message,
///     "The bracket is not closed: write a name in quotes or a number, then “]”."
/// );
/// # Ok::<(), switchhook_path::PathError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    text: String,
    pub(crate) query: ast::Query,
}

impl Path {
    /// Reads a path; of one that is none, says what is wrong and where.
    pub fn parse(text: &str) -> Result<Path, PathError> {
        let query = parse::parse(text).map_err(|error| *error)?;
        Ok(Path { text: text.to_owned(), query })
    }

    /// Whether the path selects one node at most in any document (a singular query of RFC 9535).
    pub fn is_singular(&self) -> bool {
        self.query.is_singular()
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl std::str::FromStr for Path {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Path, PathError> {
        Path::parse(text)
    }
}
