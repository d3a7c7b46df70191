//! The JavaScript boundary: values come in and are decoded, the core is called, what it gives is
//! encoded, errors are mapped. Nothing is decided here (DESIGN: npm package, safety of the boundary).
//!
//! These exports are private to the package: `npm/` wraps them in the classes of the contract.

mod options;

pub mod exchange;

pub mod document;
pub mod node;
pub mod signing;

use wasm_bindgen::prelude::wasm_bindgen;

/// Says on the console what went wrong, should anything ever panic.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}
