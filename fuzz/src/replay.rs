//! What fuzzing begins with, and what it found once, handed to each target: on the stable compiler, as a test.
//!
//! `cargo xtask test native` names the folders in the environment, a variable for each target.

use std::{env, fs, path::PathBuf};

type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 10] = [
    ("JSON", crate::json),
    ("XML", crate::xml),
    ("PATH", crate::path),
    ("EVALUATE", crate::evaluate),
    ("TAKE", crate::take),
    ("TOKEN", crate::token),
    ("TEMPLATE", crate::template),
    ("RECEIVE", crate::receive),
    ("DEFINITION", crate::definition),
    ("CURL", crate::curl),
];

#[test]
fn what_was_found_once_holds() {
    let mut missing = Vec::new();
    for (name, target) in TARGETS {
        let folders = env::var_os(format!("FUZZ_{name}")).unwrap_or_default();
        let files: Vec<PathBuf> = env::split_paths(&folders)
            .filter_map(|folder| fs::read_dir(folder).ok())
            .flat_map(|files| files.filter_map(|file| Some(file.ok()?.path())))
            .collect();
        for path in &files {
            let input = fs::read(path).unwrap();
            // libFuzzer hands no more to a target either. The name is for whoever reads of a panic.
            println!("{}", path.display());
            target(&input[..input.len().min(4096)]);
        }
        if files.len() < 5 {
            missing.push(name);
        }
    }
    assert!(
        missing.is_empty(),
        "no inputs for {missing:?}: run this through `cargo xtask test native`"
    );
}
