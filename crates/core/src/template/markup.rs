//! An XML or HTML template in, the same with each parameter's place out; a fault where no value can stand safely.

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
    Tag,
    Quoted(char),
    Unquoted,
    Comment,
    Cdata,
    Instruction,
    Declaration,
    /// Inside `<script>` or `<style>`: text that is a program.
    Program(&'static str),
}

/// Compiles an XML or HTML body.
pub(crate) fn markup(kind: Markup, template: &str) -> (Template, Vec<Fault>) {
    let mut reader = Reader { kind, state: State::Text, tag: String::new(), faults: Vec::new() };
    let mut pieces = Vec::new();
    for token in tokens(template) {
        match token {
            Token::Text { text, .. } => {
                reader.read(&text);
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
    /// What has been read of the tag, comment or section that is open.
    tag: String,
    faults: Vec<Fault>,
}

impl Reader {
    fn read(&mut self, text: &str) {
        for c in text.chars() {
            self.step(c);
        }
    }

    fn step(&mut self, c: char) {
        self.tag.push(c);
        match self.state {
            State::Text if c == '<' => self.open(State::Tag, "<"),
            State::Text => self.tag.clear(),
            State::Tag => self.step_tag(c),
            State::Quoted(quote) if c == quote => self.state = State::Tag,
            State::Unquoted if c.is_whitespace() => self.state = State::Tag,
            State::Unquoted if c == '>' => self.close_tag(),
            State::Comment if self.tag.ends_with("-->") => self.open(State::Text, ""),
            State::Cdata if self.tag.ends_with("]]>") => self.open(State::Text, ""),
            State::Instruction if self.tag.ends_with("?>") => self.open(State::Text, ""),
            State::Declaration if c == '>' => self.open(State::Text, ""),
            State::Program(name) if self.tag.to_ascii_lowercase().ends_with(name) => {
                self.open(State::Tag, name);
            }
            _ => (),
        }
    }

    fn step_tag(&mut self, c: char) {
        match self.tag.as_str() {
            "<!--" => self.open(State::Comment, ""),
            "<![CDATA[" if self.kind == Markup::Xml => self.open(State::Cdata, ""),
            "<?" => self.open(State::Instruction, ""),
            "<!D" | "<!d" => self.state = State::Declaration,
            _ if c == '>' => self.close_tag(),
            tag if !c.is_whitespace() && tag.trim_end_matches(c).trim_end().ends_with('=') => {
                let is_quote = c == '"' || c == '\'';
                self.state = if is_quote { State::Quoted(c) } else { State::Unquoted };
            }
            _ => (),
        }
    }

    fn close_tag(&mut self) {
        let tag = self.tag.to_ascii_lowercase();
        let program =
            [("<script", "</script"), ("<style", "</style")].into_iter().find(|(open, _)| {
                let rest = tag.strip_prefix(open);
                self.kind == Markup::Html
                    && rest.is_some_and(|rest| rest.starts_with([' ', '\n', '\t', '>', '/']))
            });
        let state = program.map_or(State::Text, |(_, close)| State::Program(close));
        self.open(state, "");
    }

    fn open(&mut self, state: State, tag: &str) {
        self.state = state;
        tag.clone_into(&mut self.tag);
    }

    /// The place of a parameter that stands here; a fault where there is none.
    fn place(&mut self, range: Range<usize>) -> Place {
        let refused = match self.state {
            State::Text | State::Quoted(_) => None,
            State::Cdata => return Place::Cdata,
            // `name=$VALUE`: what follows an equals sign without quotes.
            State::Tag if self.tag.trim_end().ends_with('=') => Some("an attribute without quotes"),
            State::Unquoted => Some("an attribute without quotes"),
            State::Tag => Some("a tag"),
            State::Comment => Some("a comment"),
            State::Instruction => Some("a processing instruction"),
            State::Declaration => Some("a document type declaration"),
            State::Program("</script") => Some("a script"),
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
            State::Tag | State::Unquoted => "a tag: write “>”",
            State::Quoted(_) => "a quoted attribute: write the closing quote",
            State::Comment => "a comment: write “-->”",
            State::Cdata => "a CDATA section: write “]]>”",
            State::Instruction => "a processing instruction: write “?>”",
            State::Declaration => "a document type declaration: write “>”",
        };
        let message = format!("The body ends inside {open}.");
        self.faults.push(Fault::new(Code::BadMarkupBody, message, length..length));
    }
}
