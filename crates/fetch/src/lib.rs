//! Sends a prepared webhook request through a fetch function that the host hands in, and gives
//! back a whole, bounded answer or the reason why there is none (Fetch Standard; DESIGN: requests).
//!
//! Nothing here asks for a `Window`: the same code runs in a page, a worker, Node, Deno and Bun.

mod foreign;
mod secrets;

mod words;

mod failure;
mod watch;

mod redirect;

mod options;

mod stamp;

mod body;
mod head;
mod init;

mod allow;

mod send;

mod run;

pub use {
    allow::readable,
    body::{Sink, in_windows},
    failure::Refused,
    foreign::{NoBytes, bytes, header_pairs},
    options::SendOptions,
    run::{Run, run},
    send::{Answer, send},
    stamp::stamp,
    words::words,
};
