//! The core's tests: tables of cases that run natively and on wasm32.

mod curl;
mod curl_page;
#[cfg(not(target_arch = "wasm32"))]
mod curl_round_trip;
mod definitions;
#[cfg(not(target_arch = "wasm32"))]
mod doubling;
#[cfg(not(target_arch = "wasm32"))]
mod kept;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../oracle/mod.rs"]
mod oracle;
mod outcomes;
#[path = "../../../path/tests/page/mod.rs"]
mod page_table;
mod pages;
mod problems;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
#[cfg(not(target_arch = "wasm32"))]
mod reference;
mod requests;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod sign;
mod table;
