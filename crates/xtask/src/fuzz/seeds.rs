//! Where a fuzz target's first inputs come from goes in, a folder that holds them comes out.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::layout;

/// Where a target's first inputs come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Seeds {
    /// The files of a folder.
    Folder(&'static str),
    /// The texts that stand behind a name in a table, each with something before and behind it.
    Table(&'static str, &'static str, &'static str),
    /// What stands between two marks, on each line of a table.
    Between(&'static str, &'static str, &'static str),
}

impl Seeds {
    /// The folder that holds a target's first inputs.
    pub(super) fn folder(self, target: &str) -> Result<PathBuf> {
        if let Seeds::Folder(folder) = self {
            return Ok(layout::root().join(folder));
        }
        let folder = layout::root().join("target/fuzz/seeds").join(target);
        fs::create_dir_all(&folder).with_context(|| layout::shown(&folder))?;
        for (number, seed) in self.texts()?.iter().enumerate() {
            write(&folder.join(number.to_string()), seed)?;
        }
        Ok(folder)
    }

    /// Inputs that stand in a table.
    fn texts(self) -> Result<Vec<String>> {
        let read = |table| {
            let table = layout::root().join(table);
            fs::read_to_string(&table).with_context(|| layout::shown(&table))
        };
        Ok(match self {
            Seeds::Folder(_) => Vec::new(),
            Seeds::Table(table, name, behind) => {
                texts(&read(table)?, name).map(|seed| format!("{seed}{behind}")).collect()
            }
            Seeds::Between(table, start, end) => {
                let line =
                    |line: &str| Some(line.split_once(start)?.1.split_once(end)?.0.to_string());
                read(table)?.lines().filter_map(line).collect()
            }
        })
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| layout::shown(path))
}

/// The texts of all members of this name, in a table with a member on each line. Of escapes the most
/// common are resolved: these are beginnings, and need not be exact.
fn texts<'t>(table: &'t str, name: &str) -> impl Iterator<Item = String> + 't {
    let start = format!("\"{name}\": \"");
    table.lines().filter_map(move |line| {
        let text = line.trim().strip_prefix(&start)?;
        let text = text.trim_end_matches(',').strip_suffix('"')?;
        Some(text.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fuzz::TARGETS;

    #[test]
    fn seeds_are_found() {
        let table =
            "{\n  \"name\": \"x\",\n  \"selector\": \"$[\\\"a\\\"]\",\n  \"selector\": \"$\"\n}";
        assert_eq!(texts(table, "selector").collect::<Vec<_>>(), ["$[\"a\"]", "$"]);
        for target in TARGETS {
            match target.seeds {
                Seeds::Folder(folder) => assert!(layout::root().join(folder).is_dir(), "{folder}"),
                seeds => {
                    let count = seeds.texts().expect("a table").len();
                    assert!(count > 50, "{}: {count}", target.name);
                }
            }
        }
    }
}
