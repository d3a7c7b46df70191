//! An XML or HTML template in, the same with each parameter's place out; a fault where no value can stand safely.
//!
//! The states are those of the HTML Standard's tokenizer (section 13.2.5), which fit XML as well.

use std::ops::Range;

use super::{Fault, Piece, Place, Template, Token, tokens};
use crate::problem::Code;

/// Which markup a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    /// XML 1.0.
    Xml,
    /// HTML.
    Html,
}

/// Where the next character stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// After `<`.
    TagOpen,
    /// After `<!`.
    Bang,
    TagName,
    BeforeAttribute,
    Attribute,
    AfterAttribute,
    BeforeValue,
    Quoted(char),
    Unquoted,
    Comment,
    Cdata,
    Instruction,
    /// A document type, with the brackets and the quote that are open in it.
    Declaration {
        brackets: usize,
        quote: Option<char>,
    },
    /// Inside `<script>` or `<style>`: text that is a program.
    Program(&'static str),
}

/// Compiles an XML or HTML body.
pub(crate) fn markup(kind: Markup, template: &str) -> (Template, Vec<Fault>) {
    let (read, tag) = (String::new(), String::new());
    let mut reader = Reader { kind, state: State::Text, read, tag, faults: Vec::new() };
    let mut pieces = Vec::new();
    for token in tokens(template) {
        match token {
            Token::Text { text, .. } => {
                text.chars().for_each(|c| reader.step(c));
                pieces.push(Piece::Literal(text));
            }
            Token::Parameter { name, range } => {
                let place = reader.place(range);
                pieces.push(Piece::Parameter { name, place });
            }
        }
    }
    reader.end(template.len());
    (Template { pieces }, reader.faults)
}

struct Reader {
    kind: Markup,
    state: State,
    /// The characters that were read in this state, or at least the last of them.
    read: String,
    /// The name of the tag that is open, in lower case; with its slash where it ends an element.
    tag: String,
    faults: Vec<Fault>,
}

/// More characters than any mark has that a state looks back for.
const LOOK_BACK: usize = 16;

impl Reader {
    fn step(&mut self, c: char) {
        self.read.push(c);
        if self.read.len() > 64 * LOOK_BACK {
            let surplus = self.read.chars().count().saturating_sub(LOOK_BACK);
            self.read = self.read.chars().skip(surplus).collect();
        }
        match self.state {
            State::Text if c == '<' => self.enter(State::TagOpen),
            State::TagOpen => self.tag_open(c),
            State::Bang => self.bang(c),
            State::Quoted(quote) if c == quote => self.enter(State::BeforeAttribute),
            State::Comment if self.read.ends_with("-->") => self.enter(State::Text),
            State::Cdata if self.read.ends_with("]]>") => self.enter(State::Text),
            State::Instruction if self.ends_instruction() => self.enter(State::Text),
            State::Declaration { brackets, quote } => self.declaration(c, brackets, quote),
            State::Program(name) => self.program(c, name),
            State::Text | State::Quoted(_) | State::Comment | State::Cdata | State::Instruction => {
            }
            _ => self.tag(c),
        }
    }

    fn tag_open(&mut self, c: char) {
        match c {
            '!' => self.enter(State::Bang),
            '?' => self.enter(State::Instruction),
            '/' => (),
            _ if c.is_ascii_alphabetic() || (self.kind == Markup::Xml && !is_space(c)) => {
                self.state = State::TagName;
            }
            // To HTML this is a `<` in the text.
            _ => self.enter(State::Text),
        }
    }

    fn bang(&mut self, c: char) {
        const CDATA: &str = "[CDATA[";
        match self.read.as_str() {
            "--" => self.enter(State::Comment),
            CDATA if self.kind == Markup::Xml => self.enter(State::Cdata),
            "-" => (),
            begun if self.kind == Markup::Xml && CDATA.starts_with(begun) => (),
            _ => {
                self.enter(State::Declaration { brackets: 0, quote: None });
                self.declaration(c, 0, None);
            }
        }
    }

    fn declaration(&mut self, c: char, brackets: usize, quote: Option<char>) {
        self.state = match (c, quote) {
            (_, Some(open)) if c == open => State::Declaration { brackets, quote: None },
            (_, Some(_)) => return,
            ('"' | '\'', None) => State::Declaration { brackets, quote: Some(c) },
            ('[', None) => State::Declaration { brackets: brackets + 1, quote },
            (']', None) => State::Declaration { brackets: brackets.saturating_sub(1), quote },
            ('>', None) if brackets == 0 => State::Text,
            _ => return,
        };
    }

    /// The states between a tag's name and its end.
    fn tag(&mut self, c: char) {
        if self.state == State::TagName && (is_space(c) || c == '/' || c == '>') {
            self.tag = self.read.strip_suffix(c).unwrap_or_default().to_ascii_lowercase();
        }
        self.state = match (self.state, c) {
            (State::BeforeValue, '"' | '\'') => State::Quoted(c),
            (State::BeforeValue, _) if is_space(c) => return,
            (_, '>') => return self.close_tag(),
            (State::TagName, _) if !is_space(c) && c != '/' => return,
            (State::BeforeValue | State::Unquoted, _) if !is_space(c) => State::Unquoted,
            (State::Attribute | State::AfterAttribute, '=') => State::BeforeValue,
            (State::Attribute, _) if is_space(c) => State::AfterAttribute,
            (State::AfterAttribute, _) if is_space(c) => return,
            (_, '/') => State::BeforeAttribute,
            (_, _) if is_space(c) => State::BeforeAttribute,
            _ => State::Attribute,
        };
    }

    fn close_tag(&mut self) {
        let program = ["script", "style"].into_iter().find(|program| *program == self.tag);
        match program.filter(|_| self.kind == Markup::Html) {
            Some(program) => self.enter(State::Program(program)),
            None => self.enter(State::Text),
        }
    }

    /// A program ends at `</` and its element's name.
    fn program(&mut self, c: char, name: &'static str) {
        if !(is_space(c) || c == '/' || c == '>') {
            return;
        }
        let before = self.read.strip_suffix(c).unwrap_or_default();
        let end = before.len().checked_sub(name.len() + 2).and_then(|start| before.get(start..));
        let ends = end.and_then(|end| end.strip_prefix("</"));
        if ends.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            self.tag = format!("/{name}");
            self.enter(if c == '>' { State::Text } else { State::BeforeAttribute });
        }
    }

    /// HTML knows no instructions: to it, they are comments that end with the first `>`.
    fn ends_instruction(&self) -> bool {
        self.read.ends_with(if self.kind == Markup::Xml { "?>" } else { ">" })
    }

    fn enter(&mut self, state: State) {
        self.state = state;
        self.read.clear();
    }

    /// The place of a parameter that stands here; a fault where there is none.
    fn place(&mut self, range: Range<usize>) -> Place {
        // What is written here parts what stands before it from what stands behind it.
        self.read.push('\0');
        let refused = match self.state {
            State::Text | State::Quoted(_) => None,
            State::Cdata => return Place::Cdata,
            State::BeforeValue | State::Unquoted => Some("an attribute without quotes"),
            State::TagOpen
            | State::TagName
            | State::BeforeAttribute
            | State::Attribute
            | State::AfterAttribute => Some("a tag"),
            State::Comment => Some("a comment"),
            State::Instruction => Some("a processing instruction"),
            State::Bang | State::Declaration { .. } => Some("a document type declaration"),
            State::Program("script") => Some("a script"),
            State::Program(_) => Some("a style sheet"),
        };
        if let Some(place) = refused {
            let message = format!(
                "No value can be written safely into {place}: move the parameter into text or a quoted attribute."
            );
            self.faults.push(Fault::new(Code::BadPlace, message, range));
        }
        Place::Markup(self.kind)
    }

    fn end(&mut self, length: usize) {
        let open = match self.state {
            State::Text | State::Program(_) => return,
            State::Quoted(_) => "a quoted attribute: write the closing quote",
            State::Comment => "a comment: write “-->”",
            State::Cdata => "a CDATA section: write “]]>”",
            State::Instruction => "a processing instruction: write “?>”",
            State::Bang | State::Declaration { .. } => "a document type declaration: write “>”",
            _ => "a tag: write “>”",
        };
        let message = format!("The body ends inside {open}.");
        self.faults.push(Fault::new(Code::BadMarkupBody, message, length..length));
    }
}

/// White space of HTML and XML; no other character parts attributes.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}
