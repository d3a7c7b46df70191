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

pub use import::{Imported, import};

use crate::{node::Node, problem::Problem};

impl Node {
    /// The node of a cURL command; what is left out of the command is among its problems, as warnings.
    ///
    /// # Errors
    /// As for [`import`].
    pub fn from_curl(command: &str) -> Result<Node, Problem> {
        let Imported { definition, problems } = import(command)?;
        Ok(Node::compile_read(definition, problems, Vec::new()))
    }
}
