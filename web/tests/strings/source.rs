//! A Rust file in, its tokens out, as far as it takes them to know the texts: literals, names and marks, without
//! comments and without its module of tests. The Rust Reference, "Tokens".

use std::{fs, iter::Peekable, path::Path, str::Chars};

/// A part of a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A string, as the program has it.
    Text(String),
    /// A keyword, a name, a number.
    Name(String),
    /// Anything else: one character.
    Mark(char),
}

impl Token {
    /// Whether it is this mark.
    pub(crate) fn is(&self, mark: char) -> bool {
        *self == Token::Mark(mark)
    }

    /// Whether it is this name.
    pub(crate) fn is_name(&self, name: &str) -> bool {
        matches!(self, Token::Name(known) if known == name)
    }
}

/// A file of the source.
pub(crate) struct File {
    /// Its path in `web/src`.
    pub(crate) path: String,
    /// Its tokens, each with its line.
    pub(crate) tokens: Vec<(usize, Token)>,
}

/// The files of a folder and of those in it, by their paths.
pub(crate) fn files(folder: &Path, within: &str) -> Vec<File> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("a file");
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files.extend(self::files(&entry.path(), &format!("{name}/")));
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            let text = fs::read_to_string(entry.path()).expect("a text");
            files.push(File { path: name, tokens: tokens(&text) });
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The tokens up to the module of tests.
pub(crate) fn tokens(text: &str) -> Vec<(usize, Token)> {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut letters = text.chars().peekable();
    let mut found = Vec::new();
    let mut line = 1;
    while let Some(letter) = letters.next() {
        let here = line;
        let token = match letter {
            '\n' => {
                line += 1;
                continue;
            }
            '/' if letters.peek() == Some(&'/') => {
                while letters.next_if(|letter| *letter != '\n').is_some() {}
                continue;
            }
            '"' => Token::Text(text_of(&mut letters, &mut line)),
            'r' if letters.peek() == Some(&'#') => Token::Text(raw(&mut letters, &mut line)),
            '\'' => {
                quoted(&mut letters);
                continue;
            }
            letter if letter.is_alphanumeric() || letter == '_' => {
                let mut name = letter.to_string();
                while let Some(next) =
                    letters.next_if(|next| next.is_alphanumeric() || *next == '_')
                {
                    name.push(next);
                }
                Token::Name(name)
            }
            letter if letter.is_whitespace() => continue,
            mark => Token::Mark(mark),
        };
        found.push((here, token));
    }
    found
}

/// What is between two quotes; the first one is gone past.
fn text_of(letters: &mut Peekable<Chars<'_>>, line: &mut usize) -> String {
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next() {
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some('u') => {
                    let code: String =
                        letters.by_ref().take_while(|letter| *letter != '}').collect();
                    let code = u32::from_str_radix(code.trim_start_matches('{'), 16).ok();
                    text.extend(code.and_then(char::from_u32));
                }
                Some('\n') => {
                    *line += 1;
                    while let Some(space) = letters.next_if(|letter| letter.is_whitespace()) {
                        *line += usize::from(space == '\n');
                    }
                }
                other => text.extend(other),
            },
            letter => {
                *line += usize::from(letter == '\n');
                text.push(letter);
            }
        }
    }
    text
}

/// A raw string behind its `r`, or the rest of a raw name.
fn raw(letters: &mut Peekable<Chars<'_>>, line: &mut usize) -> String {
    let mut hashes = 0;
    while letters.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    if letters.next_if_eq(&'"').is_none() {
        return String::new();
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let mut text = String::new();
    while !text.ends_with(&end) {
        let Some(letter) = letters.next() else { break };
        *line += usize::from(letter == '\n');
        text.push(letter);
    }
    text.trim_end_matches(&end).to_owned()
}

/// Goes past a character, or the name of a lifetime.
fn quoted(letters: &mut Peekable<Chars<'_>>) {
    match letters.next() {
        Some('\\') => {
            letters.next();
            while letters.next_if(|letter| *letter != '\'').is_some() {}
            letters.next();
        }
        _ => drop(letters.next_if_eq(&'\'')),
    }
}

#[test]
fn tokens_are_what_the_language_has() {
    let source = "let a: &'static str = f('\"', '\\'', b'x', \"one \\\n    two\\n\", r#\"a \"b\"\"#); // \"no\"\nx!(\"y\")\n#[cfg(test)]\nmod tests {\"z\"}";
    let texts: Vec<_> = tokens(source)
        .into_iter()
        .filter_map(|(line, token)| match token {
            Token::Text(text) => Some((line, text)),
            _ => None,
        })
        .collect();
    assert_eq!(
        texts,
        [(1, "one two\n".to_owned()), (2, "a \"b\"".to_owned()), (3, "y".to_owned())]
    );
}
