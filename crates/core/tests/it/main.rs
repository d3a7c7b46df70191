//! The core's tests: tables of cases that run natively and on wasm32.

mod definitions;
mod outcomes;
mod problems;
mod requests;
mod table;
