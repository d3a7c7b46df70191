//! A folder of webhook nodes in, a server that runs them out: each as its values arrive, natively.

pub mod client;

pub mod run;

pub mod serve;

/// The example of the project's README, which is tested here: a published crate has no README above its own.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;
