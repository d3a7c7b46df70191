//! The tests of the crate as one binary, which runs natively and on wasm32, in Node and in browsers.

mod pieces;

mod take;

#[cfg(not(target_arch = "wasm32"))]
mod properties;
