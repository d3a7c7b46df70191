//! A text that someone hands in, in; the draft that it is out, or why it is none. Nothing is ever sent by it.

use switchhook::{Code, Definition, Node, Problem, Severity, limits::IMPORT_BYTES};

use crate::model::{
    draft::Draft,
    drafted::drafted,
    say::{self, Said, say},
};

/// What an import comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The draft.
    pub draft: Draft,
    /// What of it is probably not as it was meant.
    pub hints: Vec<Problem>,
}

/// Why a text is no node.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is longer than any definition.
    TooLong,
    /// There is no text.
    Empty,
    /// The file that it was to come from cannot be read.
    File,
    /// What is wrong with it.
    Problems(Vec<Problem>),
}

impl Refusal {
    /// In sentences, and where.
    pub fn words(&self) -> Said {
        match self {
            Refusal::TooLong => say!("This is more than 1 MiB: a definition is a few kilobytes."),
            Refusal::Empty => {
                say!("There is nothing here: paste a definition or a cURL command.")
            }
            Refusal::File => say!("This file cannot be read."),
            Refusal::Problems(problems) => sentences(problems),
        }
    }
}

/// Reads a definition, or a cURL command.
///
/// # Errors
/// Why it cannot be read.
pub fn import(text: &str) -> Result<Imported, Refusal> {
    if text.len() > IMPORT_BYTES {
        return Err(Refusal::TooLong);
    }
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let (definition, problems) = if is_command(text) {
        let node = Node::from_curl(text).map_err(|refused| Refusal::Problems(vec![refused]))?;
        // What declarations make visible is none of its business: only what was left out of the command is.
        (node.definition().clone(), left_out(&node))
    } else {
        Definition::read(text)
    };
    let (errors, hints): (Vec<Problem>, Vec<Problem>) =
        problems.into_iter().partition(|problem| problem.severity() == Severity::Error);
    if !errors.is_empty() {
        return Err(Refusal::Problems(errors));
    }
    Ok(Imported { draft: drafted(&definition), hints })
}

/// Whether a text is a cURL command, and not a URL.
pub fn is_command(text: &str) -> bool {
    let mut words = text.split_whitespace().skip_while(|word| matches!(*word, "$" | "%" | ">"));
    matches!(words.next(), Some("curl" | "curl.exe")) && words.next().is_some()
}

/// What of a command is not imported.
fn left_out(node: &Node) -> Vec<Problem> {
    let problems = node.problems().iter();
    problems.filter(|problem| problem.code == Code::PartlyImported).cloned().collect()
}

/// The first few problems, each with its place.
pub(super) fn sentences(problems: &[Problem]) -> Said {
    let said = problems.iter().take(3).map(|problem| match problem.pointer.as_str() {
        "" => say::problem(problem).to_string(),
        _ if problem.code == Code::PartlyImported => say::problem(problem).to_string(),
        pointer => format!("{pointer}: {}", say::problem(problem)),
    });
    let said = said.collect::<Vec<String>>().join(" ");
    match problems.len().checked_sub(3) {
        None | Some(0) => said.into(),
        Some(more) => {
            say!("{problems} And {count} more.", problems = &said, count = &more.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use switchhook::limits::IMPORT_BYTES;

    use super::{import, is_command, sentences};
    use crate::model::{definition::to_definition, sample::sample};

    #[test]
    fn what_is_exported_is_imported() {
        let definition = to_definition(&sample("http://localhost:8080"));
        let imported = import(&definition.to_json()).expect("a definition");
        assert_eq!((to_definition(&imported.draft), imported.hints), (definition, vec![]));
    }

    #[test]
    fn what_is_no_definition_says_why() {
        let long = " ".repeat(IMPORT_BYTES + 1);
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
            .map(|(text, words)| (words, import(text).expect_err("no definition").words()))
            .filter(|(words, said)| !said.contains(**words))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn commands_become_nodes() {
        let command = "$ curl -k 'https://a.example/$X?b=1' \\\n  -u ada:tea --data-raw '{\"n\": 1}' -H 'Content-Type: application/json'";
        assert!(
            is_command(command) && !is_command("curl") && !is_command("https://curl.example/a b")
        );
        let imported = import(command).expect("a node");
        assert_eq!(imported.draft.method.name(), "POST");
        let hints = sentences(&imported.hints);
        assert!(hints.contains("-k is not imported"), "{hints}");
        assert!(import("curl -F a=@b https://a.example").is_err());
    }

    #[test]
    fn unknown_members_are_told() {
        let json = r#"{"version": 1, "method": "GET", "url": "https://a/", "retries": 3}"#;
        let hints = sentences(&import(json).expect("a definition").hints);
        assert!(hints.contains("retries"), "{hints}");
    }
}
