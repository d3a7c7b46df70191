//! A file in, its size under brotli out, which is how servers send it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// The size of a file in bytes, compressed.
pub(crate) fn size(file: &Path) -> Result<usize> {
    const SCRIPT: &str = "const bytes = require('fs').readFileSync(process.argv[1]);
        console.log(require('zlib').brotliCompressSync(bytes).length);";
    let mut node = Command::new("node");
    node.args(["-e", SCRIPT]).arg(file);
    let said = process::quiet(&mut node, &format!("compressing {}", file.display()))?;
    said.trim().parse().context("node did not say how large a compressed file is")
}
