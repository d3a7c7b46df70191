//! cURL commands: one that was pasted becomes a definition, and a node's request becomes one.
//!
//! Importing reads words and never expands, runs or opens anything; exporting writes single quotes alone, and options
//! that take no value for the name of a file (DESIGN: studio, safety of the boundary).

mod marked;

mod cursor;

mod word;

mod ansi;

mod shell;

mod cmd;

mod command;

mod option;

mod arguments;

mod form;

mod draft;

mod address;

mod headers;

mod body;

mod import;

mod sent_url;

mod export;
