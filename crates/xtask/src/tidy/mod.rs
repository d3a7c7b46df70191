//! The rules of the repository as a check: its files go in, what breaks a rule comes out, by file
//! and line.

mod arrows;
mod files;
mod modules;
mod rules;
mod threats;

use anyhow::Result;

use crate::layout;

/// What breaks a rule, and where.
#[derive(Debug, PartialEq)]
struct Finding {
    file: String,
    /// Counted from one.
    line: usize,
    message: String,
}

/// Checks every file of the repository; prints what it finds, and says whether that is nothing.
pub(crate) fn check() -> Result<bool> {
    let files = files::all(&layout::root())?;
    let mut findings = arrows::wrong(&files);
    for file in &files {
        findings.extend(rules::broken(&file.path, &file.text));
    }
    for part in ["crates/scan", "crates/path", "crates/core"] {
        findings.extend(modules::out_of_order(part, &files));
    }
    findings.extend(threats::wrong(&files));
    for Finding { file, line, message } in &findings {
        println!("{file}:{line}: {message}");
    }
    let long: Vec<_> = files.iter().filter(|file| rules::is_long(&file.path, &file.text)).collect();
    for file in long {
        println!("{}: note: {} lines; think of splitting it", file.path, file.text.lines().count());
    }
    println!("{} files, {} findings", files.len(), findings.len());
    Ok(findings.is_empty())
}
