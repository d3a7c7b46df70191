//! Fake fetch functions go in, answers and reasons come out: in Node, in a page and in a worker.
//! Natively there is nothing to run.
#![cfg(target_arch = "wasm32")]

mod fake;

mod allow;
mod answers;
mod endings;
mod redirects;
mod runs;
mod signed;
mod wrong;
