//! The parts of the modules go in, and out come the two files that say what they are: a bill of materials (CycloneDX
//! 1.6) and the texts of their licences. The same parts give the same bytes: neither has a date or a number of its own.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::parts::{Part, folder};
use crate::{layout, process};

/// The bill of materials, as JSON text.
pub(super) fn materials(parts: &[Part]) -> Result<String> {
    let own = format!("pkg:npm/switchhook@{}", layout::version());
    let components: Vec<Value> = parts.iter().map(component).chain([standard_library()?]).collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "library",
            "bom-ref": own,
            "name": "switchhook",
            "version": layout::version(),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            "purl": own,
        } },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

fn component(part: &Part) -> Value {
    let purl = format!("pkg:cargo/{}@{}", part.name, part.version);
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": part.name,
        "version": part.version,
        "licenses": [{ "expression": part.license }],
        "purl": purl,
    });
    if let Some(sha256) = &part.sha256 {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sha256 }]);
    }
    if !part.repository.is_empty() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": part.repository }]);
    }
    component
}

fn standard_library() -> Result<Value> {
    let said = process::answer(Command::new("rustc").arg("--version"));
    let said = said.context("`rustc --version` says nothing")?;
    let version = said.split(' ').nth(1).context("`rustc --version` names no version")?;
    Ok(json!({
        "type": "library",
        "bom-ref": format!("rust-std@{version}"),
        "name": "rust-std",
        "version": version,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "externalReferences": [{ "type": "vcs", "url": "https://github.com/rust-lang/rust" }],
    }))
}

/// The texts of the licences, each once, under the parts that it is for.
pub(super) fn notices(parts: &[Part]) -> Result<String> {
    let own = |name: &str| fs::read_to_string(layout::root().join(name)).context(name.to_string());
    let (mit, apache) = (own("LICENSE-MIT")?, own("LICENSE-APACHE")?);
    let (_, permission) = mit.split_once("\n\n").context("LICENSE-MIT has one paragraph")?;
    let permission = permission.split_once("Permission").map_or(permission, |(_, rest)| rest);
    let library = format!("Copyright (c) The Rust Project Contributors\n\nPermission{permission}");

    let mut texts =
        vec![(vec!["Rust's standard library (MIT OR Apache-2.0)".to_string()], library)];
    for part in parts {
        let title = format!("{} {} ({})", part.name, part.version, part.license);
        let found = license_texts(part)?;
        // Some ship no text: what they name is then the usual one.
        let found = if found.is_empty() { vec![apache.clone()] } else { found };
        for text in found {
            match texts.iter_mut().find(|(_, known)| known.trim() == text.trim()) {
                Some((titles, _)) => titles.push(title.clone()),
                None => texts.push((vec![title.clone()], text)),
            }
        }
    }
    let sections = texts.iter().map(|(titles, text)| {
        let line = "-".repeat(79);
        format!("{line}\n{}\n{line}\n\n{}\n", titles.join("\n"), text.trim())
    });
    let intro = "The WebAssembly modules of switchhook contain parts of these works.\n\n";
    Ok(intro.to_string() + &sections.collect::<Vec<_>>().join("\n"))
}

fn license_texts(part: &Part) -> Result<Vec<String>> {
    let folder = folder(part)?;
    let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut names: Vec<_> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    let read = |name: &String| {
        let text = fs::read_to_string(folder.join(name));
        text.with_context(|| format!("{name} of {}", part.name))
    };
    chosen(&names, &part.license).into_iter().map(read).collect()
}

/// The files that hold the licence: of alternatives one, MIT's before others, and with it what is demanded besides.
fn chosen<'a>(files: &'a [String], license: &str) -> Vec<&'a String> {
    let begins = |name: &String| {
        ["LICEN", "UNLICEN", "COPYING"].iter().any(|start| name.to_uppercase().starts_with(start))
    };
    let texts: Vec<_> = files.iter().filter(|name| begins(name)).collect();
    let of = |word: &str| texts.iter().copied().find(|name| name.to_uppercase().contains(word));
    let first = of("MIT").or_else(|| of("APACHE")).or_else(|| texts.first().copied());
    let besides = license.contains("Unicode").then(|| of("UNICODE")).flatten();
    first.into_iter().chain(besides).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_says_what_is_known_of_it() {
        let mut part = Part {
            name: "slab".to_string(),
            version: "1.0.0".to_string(),
            license: "MIT".to_string(),
            repository: String::new(),
            sha256: None,
        };
        let bare = component(&part);
        assert_eq!(bare["purl"], "pkg:cargo/slab@1.0.0");
        assert!(bare.get("hashes").is_none() && bare.get("externalReferences").is_none());
        part.repository = "https://x.example".to_string();
        part.sha256 = Some("00ff".to_string());
        let whole = component(&part);
        assert_eq!(whole["hashes"][0]["content"], "00ff");
        assert_eq!(whole["externalReferences"][0]["url"], "https://x.example");
    }

    #[test]
    fn one_of_the_alternatives_is_enough() {
        let table: [(&[&str], &str, &[&str]); 6] = [
            (
                &["LICENSE-APACHE", "LICENSE-MIT", "README.md"],
                "MIT OR Apache-2.0",
                &["LICENSE-MIT"],
            ),
            (
                &["LICENSE-APACHE", "LICENSE-GPLv2"],
                "Apache-2.0 OR GPL-2.0-only",
                &["LICENSE-APACHE"],
            ),
            (&["COPYING", "LICENSE-MIT", "UNLICENSE"], "Unlicense OR MIT", &["LICENSE-MIT"]),
            (&["LICENSE"], "Apache-2.0", &["LICENSE"]),
            (
                &["LICENSE-MIT", "LICENSE-UNICODE"],
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                &["LICENSE-MIT", "LICENSE-UNICODE"],
            ),
            (&["README.md"], "MIT", &[]),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(files, license, want)| {
                let files: Vec<_> = files.iter().map(|name| name.to_string()).collect();
                chosen(&files, license) != *want
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
