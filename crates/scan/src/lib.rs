//! A validating JSON scanner (RFC 8259): bytes in, a flat [`tape()`] of a whole document out, or the
//! values of many ways through it, taken in one pass as the bytes arrive ([`Take`]). Of plain XML, the
//! texts that many ways lead to ([`take_xml`]).
//!
//! Of JSON, blocks of 64 bytes are looked at at once: with the vector instructions of wasm32 where the build
//! has the feature `simd128`, and with a portable twin everywhere else. Everything is checked,
//! whether it is wanted or not; nothing recurses; what nobody wants takes no memory.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

// Each module uses only those above it.
mod block;

mod plain;

mod fault;

mod grammar;

mod visit;

mod nest;

mod cursor;

mod number;

mod walk;

mod step;

mod scanner;

mod utf8;

mod lines;

mod tape;

mod string;

mod trie;

mod capture;

mod take;

mod xml;

pub use capture::Sources;
pub use fault::Fault;
pub use lines::Lines;
pub use nest::DEPTH;
pub use plain::plain;
pub use string::decode;
pub use take::{Take, Wrong, take};
pub use tape::{Entry, tape};
pub use trie::{Step, Trie};
pub use utf8::utf8;
pub use visit::Sort;
pub use xml::{SPACE as XML_SPACE, TEXT as XML_TEXT, XmlText, is_xml, take_xml};

/// The examples of the crate's README, as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
