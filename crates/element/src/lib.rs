//! The drawer behind the custom element: properties go in, and events, problems and outcomes come out. The element
//! itself is JavaScript's (`npm/lib/element.js` in crates/wasm): Rust has no class that extends another.
#![forbid(unsafe_code)]

mod waiting;

mod strings;

mod told;

pub mod drawer;
