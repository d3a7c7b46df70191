//! Sends a prepared webhook request through a fetch function that the host hands in, and gives
//! back a whole, bounded answer or the reason why there is none (Fetch Standard; DESIGN: requests).
//!
//! Nothing here asks for a `Window`: the same code runs in a page, a worker, Node, Deno and Bun.

mod words;

mod failure;
mod watch;

mod options;

mod allow;
mod body;
mod head;
mod init;

mod send;

mod run;

pub use {
    failure::Refused,
    head::header_pairs,
    options::SendOptions,
    run::{Run, run},
    send::{Answer, send},
    words::words,
};
