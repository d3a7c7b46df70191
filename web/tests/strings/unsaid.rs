//! The files in, what stands in them for people and does not go through `say!` out. What is for machines is told by where
//! it stands; the few others are named here, with the reason.

use crate::{
    source::{File, Token, tokens},
    texts::calls,
};

/// Files whose texts the element never shows, or that show none by themselves.
const FILES: [(&str, &str); 11] = [
    ("banner.rs", "drafts that the browser kept: the studio's page alone has them"),
    ("field/icon.rs", "drawings"),
    ("io/relay.rs", "what fails on the way is handed on as the message of a failure"),
    ("kept.rs", "the same as banner.rs"),
    ("later.rs", "a lint is told a reason"),
    ("model/sample.rs", "the node that the studio's page opens on"),
    ("model/say.rs", "where the macros are made"),
    ("model/stored.rs", "the same as banner.rs"),
    ("model/taken.rs", "the node's card, which the studio's page alone has"),
    ("model/status.rs", "the phrases of HTTP's status codes are its own in every language"),
    ("node_card.rs", "the same as model/taken.rs"),
];

/// Attributes and macros of machines, among whose values some look like words.
const FOR_MACHINES: [&str; 5] = ["class", "classes", "d", "describedby", "keyshortcuts"];

/// Texts of the other files that are no words of ours: where, what, and why.
const TEXTS: [(&str, &[&str], &str); 15] = [
    ("dialog/parameters.rs", &["sys.any"], "the name of an entity"),
    (
        "drawer/body.rs",
        &["<order id=\"$ORDER_ID\"/>", "<p>Order $ORDER_ID</p>", "Order $ORDER_ID"],
        "bodies as they are sent",
    ),
    ("drawer/bulk.rs", &["name: value"], "how rows are written"),
    ("drawer/mapping.rs", &["Location"], "the name of a header"),
    ("drawer/request.rs", &["https://api.example.com/orders/$ORDER_ID"], "a URL"),
    ("drawer/status_codes.rs", &["404, 4xx"], "status codes"),
    ("effect.rs", &[".result :focus"], "a selector"),
    ("field/listbox.rs", &["insertText"], "a kind of input, as events have it"),
    (
        "io/keys.rs",
        &["textarea, input:not([type=checkbox], [type=range])", "[type=search], [type=password]"],
        "selectors",
    ),
    (
        "model/cors.rs",
        &[
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Headers",
        ],
        "names of headers",
    ),
    (
        "model/draft.rs",
        &["None", "Text", "Form", "Basic", "Bearer"],
        "names, beside which the words are",
    ),
    ("model/samples.rs", &["<response>\n  \n</response>"], "a body as it comes"),
    (
        "model/samples.rs",
        &["No answer in {seconds} s.", "Nobody answered."],
        "messages of failures, which the page knows by their reasons",
    ),
    ("samples/parts.rs", &["came"], "the name of a group of choices in its form"),
    ("toolbar.rs", &["Switchhook", "New"], "the studio's page alone has them"),
];

/// Names of keys, as events have them (UI Events, "Named key attribute values").
const KEYS: [&str; 13] = [
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "Control+Shift+Z",
    "Control+Z",
    "End",
    "Enter",
    "Escape",
    "Home",
    "PageDown",
    "PageUp",
    "Tab",
];

/// Attributes whose text is for people, whatever it looks like.
const FOR_PEOPLE: [&str; 6] = ["label", "name", "placeholder", "title", "valuetext", "words"];

/// The texts without `say!`: `path:line` and the text.
pub(crate) fn unsaid(file: &File) -> Vec<(String, String)> {
    if FILES.iter().any(|(path, _)| *path == file.path) {
        return Vec::new();
    }
    let said = calls(file);
    let is_said = |at: usize| {
        said.iter().any(|call| (call.from..call.from + call.inside.len()).contains(&at))
    };
    let mut found = Vec::new();
    for (at, (line, token)) in file.tokens.iter().enumerate() {
        let Token::Text(text) = token else { continue };
        let is_known = texts_of(&file.path).any(|known| known == text);
        if !is_said(at) && !is_known && is_for_people(&file.tokens, at, text) {
            found.push((format!("{}:{line}", file.path), text.clone()));
        }
    }
    found
}

fn is_for_people(tokens: &[(usize, Token)], at: usize, text: &str) -> bool {
    let text = without_places(text);
    if KEYS.contains(&text.as_str()) {
        return false;
    }
    let has_letters = text.chars().any(char::is_alphabetic);
    match holder(tokens, at) {
        Some(Token::Name(name)) if FOR_MACHINES.contains(&name.as_str()) => false,
        Some(Token::Name(name)) if FOR_PEOPLE.contains(&name.as_str()) => has_letters,
        Some(Token::Mark('@')) => false,
        // A text of its own among elements.
        Some(Token::Mark(_)) => has_letters,
        _ => looks_like_words(&text),
    }
}

/// What the text belongs to: the attribute or macro whose value it is or is in, the element whose name it is, or the
/// tag before it.
fn holder(tokens: &[(usize, Token)], at: usize) -> Option<&Token> {
    let token = |at: usize, back: usize| at.checked_sub(back).map(|at| &tokens[at].1);
    let is = |at: usize, back: usize, mark| token(at, back).is_some_and(|token| token.is(mark));
    let names = |at: usize, back| token(at, back).filter(|token| matches!(token, Token::Name(_)));
    if is(at, 1, '=') {
        return names(at, 2);
    }
    let mut depth = 0;
    for open in (0..at).rev() {
        let token_here = &tokens[open].1;
        match token_here {
            Token::Mark(')' | '}') => depth += 1,
            Token::Mark('(' | '{') if depth > 0 => depth -= 1,
            Token::Mark('{') if is(open, 1, '=') => return names(open, 2),
            Token::Mark('{') if is(open, 1, '@') => return token(open, 1),
            Token::Mark('{') if is(open, 1, '>') && open + 1 == at => return token(open, 1),
            Token::Mark('(') if is(open, 1, '!') => return token(open, 2),
            Token::Mark(';') if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The text without the places of its values.
fn without_places(text: &str) -> String {
    let mut pieces = text.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('}').map_or("", |(_, behind)| behind))
}

/// Words of a language: several of them, or one with a capital letter.
fn looks_like_words(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().unwrap_or_default();
    let is_name = first.is_uppercase() && letters.next().is_some_and(char::is_lowercase);
    let words = text.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
    is_name || words > 1
}

/// The texts of a file that are no words of ours.
fn texts_of(path: &str) -> impl Iterator<Item = &'static str> {
    TEXTS.iter().filter(move |(of, ..)| *of == path).flat_map(|(_, texts, _)| texts.iter().copied())
}

/// The exceptions that except nothing.
pub(crate) fn idle(files: &[File]) -> Vec<&'static str> {
    let of = |path: &str| files.iter().find(|file| file.path == path);
    let has = |path: &str, text: &str| {
        let is_it =
            |(_, token): &(usize, Token)| matches!(token, Token::Text(known) if known == text);
        of(path).is_some_and(|file| file.tokens.iter().any(is_it))
    };
    let paths = FILES.iter().map(|(path, _)| *path).filter(|path| of(path).is_none());
    let texts = TEXTS.iter().flat_map(|(path, texts, _)| texts.iter().map(|text| (*path, *text)));
    paths.chain(texts.filter(|(path, text)| !has(path, text)).map(|(_, text)| text)).collect()
}

#[test]
fn what_is_for_people_is_told_from_what_is_for_machines() {
    let rows = [
        (r#"html! { <p>{"words"}</p> }"#, true),
        (r#"html! { <p class="a b">{say!("words")}</p> }"#, false),
        (r#"html! { <p class={if a { "a b" } else { "B" }} title="t">{b}</p> }"#, true),
        (r#"html! { <@{if a { "main" } else { "div" }} aria-label={b}></@> }"#, false),
        (r#"html! { <Box name="name" /> }"#, true),
        (r#"html! { <Box name={say!("name")} {id} class="Two words" /> }"#, false),
        (r#"html! { <p>{format!("{a}: {b}")}</p> }"#, false),
        (r#"html! { <p>{format!("{a} of {b} rows")}</p> }"#, true),
        (r#"let a = "a sentence of words";"#, true),
        (r#"let a = "Title";"#, true),
        (r#"let a = b == "kebab-case" || c == "ArrowDown" || classes!("a b");"#, false),
        ("// \"Words of a comment\"\nlet a = b;", false),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .filter(|(code, is_unsaid)| {
            let file = File { path: "a.rs".to_owned(), tokens: tokens(code) };
            unsaid(&file).is_empty() == *is_unsaid
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
