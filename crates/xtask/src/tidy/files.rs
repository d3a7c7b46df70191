//! The repository's root in, its text files out, without what is built, installed or taken over
//! from others as it is.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// A text file, by its path from the root with `/` between the parts.
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

/// Built, installed, or not ours: `vectors` are suites and documents of other projects.
const SKIPPED: [&str; 5] = [".git", "target", "dist", "node_modules", "vectors"];

/// All text files under the root, in the order of their paths.
pub(super) fn all(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            let kind = entry.file_type()?;
            // In a second worktree `.git` is a file.
            if SKIPPED.iter().any(|skipped| entry.file_name() == *skipped) {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file()
                && let Ok(text) = fs::read_to_string(&path)
            {
                let parts = path.strip_prefix(root).unwrap_or(&path).components();
                let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
                files.push(File { path: parts.join("/"), text });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}
