//! What a document must be, by others' reading of it. Properties ask this, and so does fuzzing, in whose
//! packages these files are too: they need nothing but the crate, and panic where something differs.

pub(crate) mod json;

pub(crate) mod path;

pub(crate) mod xml;
