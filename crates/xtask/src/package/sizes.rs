//! The package's folder goes in, and a table of what each entry loads is printed: its scripts and the module, as they
//! are and compressed one by one, as a server sends them.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process;

/// Node has the compressors. An entry loads what it imports, and the module where it names it.
const SCRIPT: &str = r#"
const { readFileSync, readdirSync } = require("fs"), { dirname, join } = require("path"), zlib = require("zlib");
const folder = process.argv[1];
function loaded(file, files = new Set()) {
  if (files.has(file)) return files;
  files.add(file);
  if (!file.endsWith(".wasm")) {
    const named = readFileSync(file, "utf8").matchAll(/(?:from |require\(|new URL\()"(\.[^"]+)"/g);
    for (const [, name] of named) loaded(join(dirname(file), name), files);
  }
  return files;
}
function row(name, files) {
  const sum = (size) => files.reduce((all, file) => all + size(readFileSync(file)), 0).toLocaleString("en").padStart(11);
  const gzip = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length, brotli = (bytes) => zlib.brotliCompressSync(bytes).length;
  console.log(name.padEnd(20) + sum((bytes) => bytes.length) + sum(gzip) + sum(brotli));
}
console.log("".padEnd(20) + ["bytes", "gzip", "brotli"].map((title) => title.padStart(11)).join(""));
for (const name of ["switchhook_bg.wasm", "element_bg.wasm"]) row(name, [join(folder, "wasm", name)]);
for (const entry of readdirSync(join(folder, "entry")).sort()) row("entry/" + entry, [...loaded(join(folder, "entry", entry))]);
"#;

/// Prints the table.
pub(super) fn print(package: &Path) -> Result<()> {
    let mut node = Command::new("node");
    node.args(["-e", SCRIPT]).arg(package);
    print!("{}", process::quiet(&mut node, "measuring the package")?);
    Ok(())
}
