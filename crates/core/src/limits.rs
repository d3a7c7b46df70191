//! The figures that bound a node: timeouts in seconds, sizes in bytes (DESIGN: requests, documents and paths).

/// Shortest timeout that a definition may ask for, in seconds.
pub const TIMEOUT_MIN: i64 = 10;
/// Longest timeout that a definition may ask for, in seconds.
pub const TIMEOUT_MAX: i64 = 25;
/// Timeout of a definition that says nothing, in seconds.
pub const TIMEOUT_DEFAULT: i64 = 10;
/// Most bytes of a response's body that are taken unless the caller says otherwise: 32 MiB.
pub const BODY_BYTES: usize = 32 * 1024 * 1024;
/// Longest token that a signed request may carry, in bytes: 8 KiB.
pub const TOKEN_BYTES: usize = 8 * 1024;
/// Most problems of a node that are listed. A definition of a megabyte can have half a million of them.
pub const PROBLEMS: usize = 1_000;
/// Most bytes of what is imported: 1 MiB.
pub const IMPORT_BYTES: usize = 1024 * 1024;
