//! The bytes of a document in, one by one, what they say to a visitor out, or what is wrong with
//! them (RFC 8259, strictly).
//!
//! This is the exact half of the scanner: it may stop and go on at any byte, and it alone says what
//! is wrong. [`walk`](crate::walk) does the bulk of the work.

use crate::fault::Fault;
use crate::grammar::{Action, State, step};
use crate::nest::Nest;
use crate::plain::plain;
use crate::visit::{Name, Sort, Told};
use crate::walk::{Stop, Window};

/// The token that the scanner stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Nothing,
    Text(Escape),
    Number(Part),
    /// A word: what is left of it.
    Word(Sort, &'static [u8]),
}

/// How much of an escape has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None,
    /// The backslash.
    Begun,
    /// `\u`, and so many digits are to come.
    Digits(u8),
}

/// Which part of a number has been read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Minus,
    Zero,
    Digits,
    Point,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,
}

impl Part {
    /// Whether a number may end here.
    fn is_whole(self) -> bool {
        matches!(self, Part::Zero | Part::Digits | Part::Fraction | Part::ExponentDigits)
    }

    /// The part that this byte belongs to; nothing where it is no part of the number.
    fn with(self, byte: u8) -> Option<Part> {
        Some(match (self, byte) {
            (Part::Minus, b'0') => Part::Zero,
            (Part::Minus | Part::Digits, b'0'..=b'9') => Part::Digits,
            (Part::Zero | Part::Digits, b'.') => Part::Point,
            (Part::Point | Part::Fraction, b'0'..=b'9') => Part::Fraction,
            (Part::Zero | Part::Digits | Part::Fraction, b'e' | b'E') => Part::Exponent,
            (Part::Exponent, b'+' | b'-') => Part::ExponentSign,
            (Part::Exponent | Part::ExponentSign | Part::ExponentDigits, b'0'..=b'9') => {
                Part::ExponentDigits
            }
            _ => return None,
        })
    }
}

/// What is known of a document up to some byte.
#[derive(Debug)]
pub(crate) struct Stepper {
    /// Where it stands between tokens; inside of a number or a word, behind it.
    state: State,
    inside: Inside,
    /// Where the token began that is being read, and its last escape.
    start: u64,
    escape: u64,
    escaped: bool,
    /// Of a name, as much as somebody wants to see.
    name: Vec<u8>,
    /// The depth of a value that nobody wants to see inside of.
    unseen: Option<u32>,
}

impl Stepper {
    /// Stands before a document.
    pub(crate) fn new() -> Stepper {
        Stepper {
            state: State::DOCUMENT,
            inside: Inside::Nothing,
            start: 0,
            escape: 0,
            escaped: false,
            name: Vec::new(),
            unseen: None,
        }
    }

    /// Stands where a walk stopped. Gives where in the window that is.
    pub(crate) fn stand(&mut self, stop: Stop) -> usize {
        (self.state, self.unseen) = (stop.state, stop.unseen);
        stop.at
    }

    /// Where a walk may begin: nowhere inside of a token.
    pub(crate) fn stop(&self, at: usize) -> Option<Stop> {
        let between = self.inside == Inside::Nothing;
        between.then_some(Stop { at, state: self.state, unseen: self.unseen })
    }

    /// Where a string or a name began that is not closed yet.
    pub(crate) fn open_string(&self) -> Option<u64> {
        matches!(self.inside, Inside::Text(_)).then_some(self.start)
    }

    /// Reads one more byte, or of a string and of white space as many as say nothing. Gives where
    /// the next one is.
    pub(crate) fn step(
        &mut self,
        window: Window<'_>,
        at: usize,
        nest: &mut Nest,
        visit: &mut dyn Told,
    ) -> Result<usize, Fault> {
        let rest = window.bytes.get(at..).unwrap_or_default();
        let Some(byte) = rest.first().copied() else { return Ok(at) };
        let place = window.base + at as u64;
        match self.inside {
            Inside::Nothing if is_space(byte) => {
                return Ok(at + rest.iter().take_while(|byte| is_space(**byte)).count());
            }
            Inside::Nothing => self.token(byte, place, nest, visit)?,
            Inside::Text(escape) => return Ok(at + self.text(escape, rest, place, visit)?),
            Inside::Number(part) => match part.with(byte) {
                Some(part) => self.inside = Inside::Number(part),
                None if part == Part::Zero && byte.is_ascii_digit() => {
                    return Err(Fault { at: place, what: "a number does not begin with 0" });
                }
                None if part.is_whole() => {
                    self.scalar(Sort::Number, place, visit);
                    // The byte is no part of the number: it is looked at once more.
                    return Ok(at);
                }
                None => return Err(self.expectation(place)),
            },
            Inside::Word(sort, rest) => match rest.split_first() {
                Some((expected, rest)) if *expected == byte => {
                    self.inside = Inside::Word(sort, rest);
                    if rest.is_empty() {
                        self.scalar(sort, place + 1, visit);
                    }
                }
                _ => return Err(self.expectation(place)),
            },
        }
        Ok(at + 1)
    }

    /// The document ends at this byte.
    pub(crate) fn finish(&mut self, end: u64, visit: &mut dyn Told) -> Result<(), Fault> {
        if let Inside::Number(part) = self.inside
            && part.is_whole()
        {
            self.scalar(Sort::Number, end, visit);
        }
        let whole = self.inside == Inside::Nothing && self.state == State::AFTER_DOCUMENT;
        if whole { Ok(()) } else { Err(self.expectation(end)) }
    }

    /// What is missing where the document does not go on as it has to.
    fn expectation(&self, at: u64) -> Fault {
        let (at, what) = match (self.inside, self.state) {
            (Inside::Text(Escape::None), _) => (self.start, "this string is not closed"),
            (Inside::Text(Escape::Begun), _) => (self.escape, "there is no such escape in JSON"),
            (Inside::Text(Escape::Digits(_)), _) => {
                (self.escape, "four hexadecimal digits follow “\\u”")
            }
            (Inside::Number(_), _) => (at, "a digit is expected"),
            (Inside::Word(..), _) => (self.start, "JSON has the words true, false and null alone"),
            (_, State::FIRST_NAME) => (at, "a name in double quotes or “}” is expected"),
            (_, State::NAME) => (at, "a name in double quotes is expected after the comma"),
            (_, State::COLON) => (at, "a colon is expected after the name"),
            (_, State::AFTER_MEMBER) => (at, "a comma or “}” is expected"),
            (_, State::AFTER_ELEMENT) => (at, "a comma or “]” is expected"),
            (_, State::AFTER_DOCUMENT) => (at, "the value is whole, and more follows it"),
            _ => (at, "a value is expected"),
        };
        Fault { at, what }
    }

    /// The first byte of a token.
    fn token(
        &mut self,
        byte: u8,
        place: u64,
        nest: &mut Nest,
        visit: &mut dyn Told,
    ) -> Result<(), Fault> {
        let (action, next) = step(self.state, byte);
        match action {
            Action::OpenObject | Action::OpenArray => {
                if nest.is_full() {
                    let what = "no more than 512 levels of nesting are read";
                    return Err(Fault { at: place, what });
                }
                let is_object = action == Action::OpenObject;
                let sort = if is_object { Sort::Object } else { Sort::Array };
                if self.unseen.is_none() && !visit.open(sort, place) {
                    self.unseen = Some(nest.depth());
                }
                nest.push(is_object);
            }
            Action::Close => {
                nest.pop();
                self.unseen = self.unseen.filter(|floor| *floor != nest.depth());
                if self.unseen.is_none() {
                    visit.close(place + 1);
                }
                let whole = nest.depth() == 0;
                self.state =
                    if whole { State::AFTER_DOCUMENT } else { State::after(nest.in_object()) };
                return Ok(());
            }
            Action::Scalar => self.inside = begun(byte).ok_or(self.expectation(place))?,
            _ if next.is_text() => {
                self.inside = Inside::Text(Escape::None);
                self.escaped = false;
                self.name.clear();
            }
            Action::Wrong => return Err(self.expectation(place)),
            _ => (),
        }
        self.state = next;
        self.start = place;
        if self.inside != Inside::Nothing && next != State::NAME_TEXT && self.unseen.is_none() {
            visit.begin_scalar(place);
        }
        Ok(())
    }

    fn scalar(&mut self, sort: Sort, end: u64, visit: &mut dyn Told) {
        if self.unseen.is_none() {
            visit.scalar(sort, self.start, end);
        }
        self.inside = Inside::Nothing;
    }

    /// Reads on in a string or a name. Gives how many bytes that were.
    fn text(
        &mut self,
        escape: Escape,
        rest: &[u8],
        place: u64,
        visit: &mut dyn Told,
    ) -> Result<usize, Fault> {
        let mut read = 1;
        match (escape, rest.first()) {
            (Escape::None, Some(b'"')) => {
                self.closed(place + 1, visit);
                return Ok(read);
            }
            (Escape::None, Some(b'\\')) => {
                self.escape = place;
                self.escaped = true;
                self.inside = Inside::Text(Escape::Begun);
            }
            (Escape::None, Some(0..b' ')) => {
                let what = "a control character in a string must be written as an escape";
                return Err(Fault { at: place, what });
            }
            (Escape::None, _) => read = plain(rest),
            (Escape::Begun, Some(b'u')) => self.inside = Inside::Text(Escape::Digits(4)),
            (Escape::Begun, Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')) => {
                self.inside = Inside::Text(Escape::None);
            }
            (Escape::Digits(left), Some(digit)) if digit.is_ascii_hexdigit() => {
                let left = left - 1;
                self.inside =
                    Inside::Text(if left == 0 { Escape::None } else { Escape::Digits(left) });
            }
            _ => return Err(self.expectation(place)),
        }
        if self.state == State::NAME_TEXT && self.unseen.is_none() {
            let room = visit.longest_name().saturating_sub(self.name.len()).min(read);
            self.name.extend_from_slice(rest.get(..room).unwrap_or_default());
        }
        Ok(read)
    }

    /// The closing quote of a string or a name.
    fn closed(&mut self, end: u64, visit: &mut dyn Told) {
        let (action, next) = step(self.state, b'"');
        self.state = next;
        self.inside = Inside::Nothing;
        if self.unseen.is_some() {
            return;
        }
        let (start, escaped) = (self.start, self.escaped);
        if action == Action::Name {
            visit.name(Name { inner: &self.name, escaped, start, end });
        } else {
            visit.scalar(if escaped { Sort::Escaped } else { Sort::String }, start, end);
        }
    }
}

/// A number or a word of which this is the first byte.
fn begun(byte: u8) -> Option<Inside> {
    Some(match byte {
        b'-' => Inside::Number(Part::Minus),
        b'0' => Inside::Number(Part::Zero),
        b'1'..=b'9' => Inside::Number(Part::Digits),
        b't' => Inside::Word(Sort::True, b"rue"),
        b'f' => Inside::Word(Sort::False, b"alse"),
        b'n' => Inside::Word(Sort::Null, b"ull"),
        _ => return None,
    })
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}
