//! The bytes of a document in, one by one, what they say to a visitor out, or what is wrong with
//! them (RFC 8259, strictly).
//!
//! This is the exact half of the scanner: it may stop and go on at any byte, and it alone says what
//! is wrong. [`walk`](crate::walk) does the bulk of the work.

use crate::block::{BLOCK, masks};
use crate::fault::Fault;
use crate::nest::Nest;
use crate::visit::{Name, Sort, Visit};
use crate::walk::{Between, Window};

/// Where the scanner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Between(Between),
    /// Behind the name of a member.
    Colon,
    /// Inside of a string or a name.
    Text(Escape),
    Number(Part),
    /// Inside of a word: what is left of it.
    Word(Sort, &'static [u8]),
    /// Behind the document's value.
    Done,
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
    state: State,
    /// Where the token began that is being read.
    start: u64,
    /// Where its last escape began.
    escape: u64,
    escaped: bool,
    /// Of a string, whether it is a name; and as much of that as somebody wants to see.
    is_name: bool,
    name: Vec<u8>,
    /// The depth at which a value stands that nobody wants to see inside of.
    pub(crate) unseen: Option<u32>,
}

impl Stepper {
    /// Stands before a document.
    pub(crate) fn new() -> Stepper {
        Stepper {
            state: State::Between(Between::Value),
            start: 0,
            escape: 0,
            escaped: false,
            is_name: false,
            name: Vec::new(),
            unseen: None,
        }
    }

    /// Stands where a walk stopped.
    pub(crate) fn stand(&mut self, state: Between, nest: &Nest) {
        let done = state == Between::After && nest.depth() == 0;
        self.state = if done { State::Done } else { State::Between(state) };
    }

    /// Whether a walk can go on from here, and if so, whether it is behind a value.
    pub(crate) fn can_walk(&self) -> Option<bool> {
        match self.state {
            State::Between(Between::Value) => Some(false),
            State::Between(Between::After) => Some(true),
            _ => None,
        }
    }

    /// Reads one more byte, or of a string as many as say nothing. Gives where the next one is.
    pub(crate) fn step(
        &mut self,
        window: Window<'_>,
        at: usize,
        nest: &mut Nest,
        visit: &mut dyn Visit,
    ) -> Result<usize, Fault> {
        let Some(byte) = window.bytes.get(at).copied() else { return Ok(at) };
        let place = window.base + at as u64;
        let is_space = matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        match self.state {
            State::Between(_) | State::Colon | State::Done if is_space => (),
            State::Between(Between::Value) => self.value(byte, place, nest, visit)?,
            State::Between(Between::FirstElement) if byte == b']' => self.leave(place, nest, visit),
            State::Between(Between::FirstElement) => self.value(byte, place, nest, visit)?,
            State::Between(Between::FirstName) if byte == b'}' => self.leave(place, nest, visit),
            State::Between(Between::FirstName | Between::Name) if byte == b'"' => {
                self.text(place, true);
            }
            State::Between(Between::After) => match (byte, nest.in_object()) {
                (b',', true) => self.state = State::Between(Between::Name),
                (b',', false) => self.state = State::Between(Between::Value),
                (b'}', true) | (b']', false) => self.leave(place, nest, visit),
                _ => return Err(self.expectation(place, nest)),
            },
            State::Colon if byte == b':' => self.state = State::Between(Between::Value),
            State::Text(escape) => return self.inside(escape, window, at, nest, visit),
            State::Number(part) => match part.with(byte) {
                Some(part) => self.state = State::Number(part),
                None if part == Part::Zero && byte.is_ascii_digit() => {
                    return Err(Fault { at: place, what: "a number does not begin with 0" });
                }
                None if part.is_whole() => {
                    self.scalar(Sort::Number, place, nest, visit);
                    // The byte is no part of the number: it is looked at once more.
                    return Ok(at);
                }
                None => return Err(self.expectation(place, nest)),
            },
            State::Word(sort, rest) => match rest.split_first() {
                Some((expected, rest)) if *expected == byte => {
                    self.state = State::Word(sort, rest);
                    if rest.is_empty() {
                        self.scalar(sort, place + 1, nest, visit);
                    }
                }
                _ => return Err(self.expectation(place, nest)),
            },
            _ => return Err(self.expectation(place, nest)),
        }
        Ok(at + 1)
    }

    /// The document ends at this byte.
    pub(crate) fn finish(
        &mut self,
        end: u64,
        nest: &Nest,
        visit: &mut dyn Visit,
    ) -> Result<(), Fault> {
        if let State::Number(part) = self.state
            && part.is_whole()
        {
            self.scalar(Sort::Number, end, nest, visit);
        }
        if self.state == State::Done { Ok(()) } else { Err(self.expectation(end, nest)) }
    }

    /// What is missing where the document does not go on as it has to.
    fn expectation(&self, at: u64, nest: &Nest) -> Fault {
        let (at, what) = match self.state {
            State::Between(Between::Value | Between::FirstElement) => (at, "a value is expected"),
            State::Between(Between::FirstName) => {
                (at, "a name in double quotes or “}” is expected")
            }
            State::Between(Between::Name) => {
                (at, "a name in double quotes is expected after the comma")
            }
            State::Between(Between::After) if nest.in_object() => {
                (at, "a comma or “}” is expected")
            }
            State::Between(Between::After) => (at, "a comma or “]” is expected"),
            State::Colon => (at, "a colon is expected after the name"),
            State::Text(Escape::None) => (self.start, "this string is not closed"),
            State::Text(Escape::Begun) => (self.escape, "there is no such escape in JSON"),
            State::Text(Escape::Digits(_)) => (self.escape, "four hexadecimal digits follow “\\u”"),
            State::Number(_) => (at, "a digit is expected"),
            State::Word(..) => (self.start, "a value is expected"),
            State::Done => (at, "the value is whole, and more follows it"),
        };
        Fault { at, what }
    }

    fn value(
        &mut self,
        byte: u8,
        place: u64,
        nest: &mut Nest,
        visit: &mut dyn Visit,
    ) -> Result<(), Fault> {
        match byte {
            b'{' => return self.enter(Sort::Object, Between::FirstName, place, nest, visit),
            b'[' => return self.enter(Sort::Array, Between::FirstElement, place, nest, visit),
            b'"' => self.text(place, false),
            _ => self.start = place,
        }
        self.state = match byte {
            b'"' => self.state,
            b'-' => State::Number(Part::Minus),
            b'0' => State::Number(Part::Zero),
            b'1'..=b'9' => State::Number(Part::Digits),
            b't' => State::Word(Sort::True, b"rue"),
            b'f' => State::Word(Sort::False, b"alse"),
            b'n' => State::Word(Sort::Null, b"ull"),
            _ => return Err(Fault { at: place, what: "a value is expected" }),
        };
        if self.unseen.is_none() {
            visit.begin_scalar(place);
        }
        Ok(())
    }

    fn enter(
        &mut self,
        sort: Sort,
        inside: Between,
        place: u64,
        nest: &mut Nest,
        visit: &mut dyn Visit,
    ) -> Result<(), Fault> {
        if nest.is_full() {
            return Err(Fault { at: place, what: "no more than 512 levels of nesting are read" });
        }
        if self.unseen.is_none() && !visit.open(sort, place) {
            self.unseen = Some(nest.depth());
        }
        nest.push(sort == Sort::Object);
        self.state = State::Between(inside);
        Ok(())
    }

    fn leave(&mut self, place: u64, nest: &mut Nest, visit: &mut dyn Visit) {
        nest.pop();
        if self.unseen == Some(nest.depth()) {
            self.unseen = None;
        }
        if self.unseen.is_none() {
            visit.close(place + 1);
        }
        self.stand(Between::After, nest);
    }

    fn scalar(&mut self, sort: Sort, end: u64, nest: &Nest, visit: &mut dyn Visit) {
        if self.unseen.is_none() {
            visit.scalar(sort, self.start, end);
        }
        self.stand(Between::After, nest);
    }

    /// A string or a name begins.
    fn text(&mut self, place: u64, is_name: bool) {
        self.start = place;
        self.is_name = is_name;
        self.escaped = false;
        self.name.clear();
        self.state = State::Text(Escape::None);
    }

    fn inside(
        &mut self,
        escape: Escape,
        window: Window<'_>,
        at: usize,
        nest: &Nest,
        visit: &mut dyn Visit,
    ) -> Result<usize, Fault> {
        let rest = window.bytes.get(at..).unwrap_or_default();
        let place = window.base + at as u64;
        let mut read = 1;
        match (escape, rest.first()) {
            (Escape::None, Some(b'"')) => {
                self.ended(place + 1, nest, visit);
                return Ok(at + 1);
            }
            (Escape::None, Some(b'\\')) => {
                self.escape = place;
                self.escaped = true;
                self.state = State::Text(Escape::Begun);
            }
            (Escape::None, Some(0..b' ')) => {
                let what = "a control character in a string must be written as an escape";
                return Err(Fault { at: place, what });
            }
            (Escape::None, _) => read = plain(rest),
            (Escape::Begun, Some(b'u')) => self.state = State::Text(Escape::Digits(4)),
            (Escape::Begun, Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')) => {
                self.state = State::Text(Escape::None);
            }
            (Escape::Digits(left), Some(digit)) if digit.is_ascii_hexdigit() => {
                let left = left - 1;
                self.state =
                    State::Text(if left == 0 { Escape::None } else { Escape::Digits(left) });
            }
            _ => return Err(self.expectation(place, nest)),
        }
        if self.is_name && self.unseen.is_none() {
            let room = visit.longest_name().saturating_sub(self.name.len()).min(read);
            self.name.extend_from_slice(rest.get(..room).unwrap_or_default());
        }
        Ok(at + read)
    }

    /// A string or a name is whole.
    fn ended(&mut self, end: u64, nest: &Nest, visit: &mut dyn Visit) {
        if !self.is_name {
            let sort = if self.escaped { Sort::Escaped } else { Sort::String };
            return self.scalar(sort, end, nest, visit);
        }
        self.state = State::Colon;
        if self.unseen.is_none() {
            let (start, escaped) = (self.start, self.escaped);
            visit.name(Name { inner: &self.name, escaped, start, end });
        }
    }
}

/// How many bytes there are before a quote, a backslash or a control character.
fn plain(bytes: &[u8]) -> usize {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut count = 0;
    for block in blocks {
        let found = masks(block);
        let ends = found.quotes | found.backslashes | found.controls;
        if ends != 0 {
            return count + ends.trailing_zeros() as usize;
        }
        count += BLOCK;
    }
    count + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..b' ')).count()
}
