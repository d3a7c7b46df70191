//! A text that someone hands in, in; the draft that it is out, or why it is none. Nothing is ever sent by it.

use switchhook::{Definition, Problem, Severity};

use crate::model::{draft::Draft, drafted::drafted, figures::count};

/// Longest text that is taken, in bytes.
pub const LONGEST: usize = 1 << 20;

/// What an import comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The draft.
    pub draft: Draft,
    /// What is said of it.
    pub told: String,
}

/// Reads a definition.
///
/// # Errors
/// Why it cannot be read, and where, in sentences.
pub fn import(text: &str) -> Result<Imported, String> {
    if text.len() > LONGEST {
        return Err("This is more than 1 MiB: a definition is a few kilobytes.".to_owned());
    }
    if text.trim().is_empty() {
        return Err("There is nothing here: paste a definition.".to_owned());
    }
    let (definition, problems) = Definition::read(text);
    let (errors, hints): (Vec<Problem>, Vec<Problem>) =
        problems.into_iter().partition(|problem| problem.severity() == Severity::Error);
    if !errors.is_empty() {
        return Err(sentences(&errors));
    }
    let told = match hints.as_slice() {
        [] => "Imported".to_owned(),
        hints => format!("Imported, with {}: {}", count(hints.len(), "hint"), sentences(hints)),
    };
    Ok(Imported { draft: drafted(&definition), told })
}

/// Whether a text is a cURL command, and not a URL.
pub fn is_command(text: &str) -> bool {
    let mut words = text.split_whitespace().skip_while(|word| matches!(*word, "$" | "%" | ">"));
    matches!(words.next(), Some("curl" | "curl.exe")) && words.next().is_some()
}

/// The first few problems, each with its place.
fn sentences(problems: &[Problem]) -> String {
    let said = problems.iter().take(3).map(|problem| match problem.pointer.as_str() {
        "" => problem.message.clone(),
        pointer => format!("{pointer}: {}", problem.message),
    });
    let said = said.collect::<Vec<_>>().join(" ");
    match problems.len().checked_sub(3) {
        None | Some(0) => said,
        Some(more) => format!("{said} And {more} more."),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, import};
    use crate::model::{definition::to_definition, sample::sample};

    #[test]
    fn what_is_exported_is_imported() {
        let definition = to_definition(&sample("http://localhost:8080"));
        let imported = import(&definition.to_json()).expect("a definition");
        assert_eq!((to_definition(&imported.draft), &*imported.told), (definition, "Imported"));
    }

    #[test]
    fn what_is_no_definition_says_why() {
        let long = " ".repeat(LONGEST + 1);
        let rows = [
            ("", "nothing here"),
            (long.as_str(), "more than 1 MiB"),
            ("hello", "line 1"),
            ("[1]", "JSON object"),
            (r#"{"version": 2, "method": "GET", "url": "https://a/"}"#, "/version: "),
            (r#"{"version": 1, "url": 7}"#, "/url: "),
            (r#"{"openapi": "3.1.0"}"#, "/version: "),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(text, words)| (words, import(text).expect_err("no definition")))
            .filter(|(words, said)| !said.contains(**words))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn unknown_members_are_told() {
        let json = r#"{"version": 1, "method": "GET", "url": "https://a/", "retries": 3}"#;
        let told = import(json).expect("a definition").told;
        assert!(told.contains("retries"), "{told}");
    }
}
