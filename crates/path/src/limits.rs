//! How much a document or a path may ask for: each limit ends in a clear answer, never in a crash.

/// Levels of nesting of a JSON or XML document.
pub const DEPTH: usize = switchhook_scan::DEPTH as usize;

/// Characters of a path.
pub const PATH_LENGTH: usize = 4096;

/// Levels of nesting inside a path (filters, parentheses and function calls together), and of groups
/// inside a pattern.
pub const PATH_NESTING: usize = 64;

/// Bytes of a pattern of `match` or `search`.
pub const PATTERN_LENGTH: usize = 65_536;

/// States of a pattern of `match` or `search`, its `{n,m}` written out, and ranges of characters.
pub const PATTERN_STATES: usize = 10_000;

/// Nodes that a path may select, in its result or between two of its segments.
pub const SELECTED_NODES: usize = 1_000_000;

/// Bytes of all that a path selects together, sources and normalized paths. Values may lie inside
/// each other, so that without a limit a small document is taken five hundred times over.
pub const SELECTED_BYTES: usize = 64 * 1024 * 1024;

/// Steps that the evaluation of a path may take.
pub const STEPS: usize = 20_000_000;

/// Attributes of one XML element.
pub const XML_ATTRIBUTES: usize = 1000;

/// Sum, over the XML elements, of the square of their attributes.
pub const XML_ATTRIBUTE_WORK: usize = 400_000_000;

/// Namespace declarations in scope at one XML element.
pub const XML_NAMESPACES: usize = 256;

/// Sum, over the XML elements that declare namespaces, of the square of the declarations in scope.
pub const XML_NAMESPACE_WORK: usize = 100_000_000;

/// Nodes of an XML document: elements, texts, comments and processing instructions.
pub const XML_NODES: u32 = 4_000_000;
