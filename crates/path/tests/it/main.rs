//! The tests of the crate as one binary, which runs natively and on wasm32, in Node and in browsers:
//! on wasm32 each file's `test` is that of wasm-bindgen.

mod table;

#[path = "../page/mod.rs"]
mod page_table;

#[path = "../oracle/mod.rs"]
mod oracle;

mod carets;

mod json_suite;

mod json_values;

mod jsonpath_suite;

mod xml_suite;

mod xml_rules;

mod encodings;

mod unreadable;

mod path_errors;

mod bracket_errors;

mod filter_errors;

mod filter_types;

mod filters;

mod patterns;

mod page;

mod shorthand;

mod suggest;

mod nodes;

mod one_pass;

mod one_pass_xml;

mod limits;

mod survival;

#[cfg(not(target_arch = "wasm32"))]
mod doubling;

#[cfg(not(target_arch = "wasm32"))]
mod properties;
