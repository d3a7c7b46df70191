//! What a document must be, by others' reading of it. Properties ask this, and so does fuzzing, in whose
//! packages these files are too: they need nothing but the crate, and panic where something differs.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod json;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod path;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod xml;

pub(crate) mod xml_pass;
