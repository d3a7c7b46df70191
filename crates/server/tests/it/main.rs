//! The server as people meet it: the binary itself, over real sockets.

mod command;
mod cors;
mod files;
mod guard;
mod http;
mod relay;
mod sample;
mod server;
mod upstream;
