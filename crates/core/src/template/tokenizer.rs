//! The characters of XML or HTML in, where the next one stands out: the states of the HTML Standard's tokenizer
//! (section 13.2.5), which fit XML as well.

use super::Markup;

/// Where the next character stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Text,
    /// After `<`.
    TagOpen,
    /// After `</`.
    EndTagOpen,
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
    /// A document type of XML, with the brackets and the quote that are open in it.
    Declaration {
        brackets: usize,
        quote: Option<char>,
    },
    /// What HTML takes for a comment, or for a document type, up to the first `>`.
    Bogus,
    /// Inside an HTML element that holds no other elements.
    Raw(&'static str, Inner),
}

/// How deep in the comment of a script: in one that opens a script, the next `</script>` ends only that.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Inner {
    Outside,
    Comment,
    Script,
}

/// Elements of HTML that hold text and nothing else. In the first two, characters can be escaped.
const RAW: [&str; 10] = [
    "title",
    "textarea",
    "script",
    "style",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
];

/// Elements of HTML in which those above may hold elements, too.
const UNUSUAL: [&str; 5] = ["svg", "math", "select", "frameset", "noscript"];

/// More characters than any mark has that a state looks back for.
const LOOK_BACK: usize = 16;

/// Reads markup character by character.
pub(super) struct Tokenizer {
    kind: Markup,
    state: State,
    /// The characters that were read in this state, or at least the last of them.
    read: String,
    /// The name of the tag that is open, in lower case; with its slash where it ends an element.
    tag: String,
    /// Whether a character reference, such as `&amp;`, may have begun and not ended.
    reference: bool,
    /// Whether there was one of the elements in which others are read in another way.
    unusual: bool,
    /// How many `<` there are in the raw text that is open.
    marks: usize,
    unsure: bool,
}

impl Tokenizer {
    pub(super) fn new(kind: Markup) -> Tokenizer {
        Tokenizer {
            kind,
            state: State::Text,
            read: String::new(),
            tag: String::new(),
            reference: false,
            unusual: false,
            marks: 0,
            unsure: false,
        }
    }

    pub(super) fn state(&self) -> State {
        self.state
    }

    /// Whether what is written next would be read as a part of a character reference.
    pub(super) fn in_reference(&self) -> bool {
        self.reference
    }

    /// Whether browsers may read what follows in another way than this does.
    pub(super) fn is_unsure(&self) -> bool {
        self.unsure || (self.unusual && self.marks > 0 && matches!(self.state, State::Raw(..)))
    }

    /// A value is written here: it parts what stands before it from what stands behind it.
    pub(super) fn value(&mut self) {
        self.read.push('\0');
        self.reference = false;
    }

    pub(super) fn step(&mut self, c: char) {
        self.read.push(c);
        if self.read.len() > 64 * LOOK_BACK {
            let surplus = self.read.chars().count().saturating_sub(LOOK_BACK);
            self.read = self.read.chars().skip(surplus).collect();
        }
        self.reference = c == '&' || (self.reference && self.is_of_reference(c));
        match self.state {
            State::Text if c == '<' => self.enter(State::TagOpen),
            State::TagOpen => self.tag_open(c),
            State::EndTagOpen => self.end_tag_open(c),
            State::Bang => self.bang(c),
            State::Quoted(quote) if c == quote => self.enter(State::BeforeAttribute),
            State::Comment if self.ends_comment() => self.enter(State::Text),
            State::Cdata if self.read.ends_with("]]>") => self.enter(State::Text),
            State::Instruction if self.read.ends_with("?>") => self.enter(State::Text),
            State::Bogus if c == '>' => self.enter(State::Text),
            State::Declaration { brackets, quote } => self.declaration(c, brackets, quote),
            State::Raw(name, inner) => self.raw(c, name, inner),
            State::Text
            | State::Quoted(_)
            | State::Comment
            | State::Cdata
            | State::Instruction
            | State::Bogus => (),
            _ => self.tag(c),
        }
    }

    /// HTML has references without a semicolon, such as `&copy`; their names are letters and digits.
    fn is_of_reference(&self, c: char) -> bool {
        c.is_ascii_alphanumeric()
            || c == '#'
            || (self.kind == Markup::Xml && (!c.is_ascii() || "_:.-".contains(c)))
    }

    fn tag_open(&mut self, c: char) {
        match (c, self.kind) {
            ('!', _) => self.enter(State::Bang),
            ('?', Markup::Xml) => self.enter(State::Instruction),
            ('?', Markup::Html) => self.enter(State::Bogus),
            ('/', _) => self.state = State::EndTagOpen,
            _ if self.begins_name(c) => self.state = State::TagName,
            // To HTML this is a `<` in the text.
            ('<', _) => self.enter(State::TagOpen),
            _ => self.enter(State::Text),
        }
    }

    fn end_tag_open(&mut self, c: char) {
        match (c, self.kind) {
            _ if self.begins_name(c) => self.state = State::TagName,
            (_, Markup::Html) if c != '>' => self.enter(State::Bogus),
            _ => self.enter(State::Text),
        }
    }

    fn begins_name(&self, c: char) -> bool {
        match self.kind {
            Markup::Html => c.is_ascii_alphabetic(),
            Markup::Xml => !is_space(c) && c != '<' && c != '>',
        }
    }

    fn bang(&mut self, c: char) {
        const CDATA: &str = "[CDATA[";
        match (self.read.as_str(), self.kind) {
            ("--", _) => self.enter(State::Comment),
            (CDATA, Markup::Xml) => self.enter(State::Cdata),
            (CDATA, Markup::Html) => {
                // A section in SVG and MathML, and a comment everywhere else.
                self.unsure |= self.unusual;
                self.enter(State::Bogus);
            }
            ("-", _) => (),
            (begun, _) if CDATA.starts_with(begun) => (),
            (_, Markup::Html) => self.enter(if c == '>' { State::Text } else { State::Bogus }),
            (_, Markup::Xml) => {
                self.enter(State::Declaration { brackets: 0, quote: None });
                self.declaration(c, 0, None);
            }
        }
    }

    /// In HTML, `<!-->`, `<!--->` and `--!>` end a comment, too.
    fn ends_comment(&self) -> bool {
        let read = self.read.as_str();
        let as_html = read == ">" || read == "->" || read.ends_with("--!>");
        read.ends_with("-->") || (self.kind == Markup::Html && as_html)
    }

    fn declaration(&mut self, c: char, brackets: usize, quote: Option<char>) {
        // Comments and instructions in a document type are not looked into.
        self.unsure |= self.read.ends_with("<!--") || self.read.ends_with("<?");
        self.state = match (c, quote) {
            (_, Some(open)) if c == open => State::Declaration { brackets, quote: None },
            ('"' | '\'', None) => State::Declaration { brackets, quote: Some(c) },
            ('[', None) => State::Declaration { brackets: brackets + 1, quote },
            (']', None) => State::Declaration { brackets: brackets.saturating_sub(1), quote },
            ('>', None) if brackets == 0 => return self.enter(State::Text),
            _ => return,
        };
    }

    /// The states between a tag's name and its end.
    fn tag(&mut self, c: char) {
        if self.state == State::TagName && ends_name(c) {
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
        let raw = RAW.into_iter().find(|name| *name == self.tag);
        self.unusual |= self.kind == Markup::Html && UNUSUAL.contains(&self.tag.as_str());
        match raw.filter(|_| self.kind == Markup::Html) {
            Some(name) => {
                self.marks = 0;
                self.enter(State::Raw(name, Inner::Outside));
            }
            None => self.enter(State::Text),
        }
    }

    /// Raw text ends at `</` and its element's name.
    fn raw(&mut self, c: char, name: &'static str, inner: Inner) {
        let ends = name != "plaintext" && self.ends_with_tag("</", name, c);
        self.state = match inner {
            Inner::Outside if name == "script" && self.read.ends_with("<!--") => {
                State::Raw(name, Inner::Comment)
            }
            Inner::Comment | Inner::Script if self.read.ends_with("-->") => {
                State::Raw(name, Inner::Outside)
            }
            Inner::Comment if self.ends_with_tag("<", name, c) => State::Raw(name, Inner::Script),
            Inner::Script if ends => State::Raw(name, Inner::Comment),
            Inner::Outside | Inner::Comment if ends => {
                self.unsure |= self.unusual && self.marks > 1;
                self.tag = format!("/{name}");
                return self.enter(if c == '>' { State::Text } else { State::BeforeAttribute });
            }
            _ => {
                self.marks += usize::from(c == '<');
                return;
            }
        };
    }

    /// Whether a tag's beginning and name have been read, and a character behind them.
    fn ends_with_tag(&self, mark: &str, name: &str, c: char) -> bool {
        let before = self.read.strip_suffix(c).filter(|_| ends_name(c)).unwrap_or_default();
        let start = before.len().checked_sub(mark.len() + name.len());
        let tag =
            start.and_then(|start| before.get(start..)).and_then(|tag| tag.strip_prefix(mark));
        tag.is_some_and(|found| found.eq_ignore_ascii_case(name))
    }

    fn enter(&mut self, state: State) {
        self.state = state;
        self.read.clear();
    }
}

/// White space of HTML and XML; no other character parts attributes.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

/// What can stand behind a tag's name.
fn ends_name(c: char) -> bool {
    is_space(c) || c == '/' || c == '>'
}
