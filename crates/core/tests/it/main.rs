//! The core's tests: tables of cases that run natively and on wasm32.

mod curl;
mod definitions;
mod outcomes;
mod problems;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod requests;
mod table;
