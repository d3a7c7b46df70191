//! The tokens of a window in, what they say to a visitor out; the whole grammar is checked on the way.
//!
//! This is the fast half of the scanner. It knows no errors and no end of the text: where something
//! is odd, or a token may go on in the next window, it stops before it, and leaves the rest to
//! [`step`](crate::step), which goes byte by byte.

use crate::cursor::Cursor;
use crate::nest::Nest;
use crate::number::scalar;
use crate::visit::{Name, Sort, Unseen, Visit};

/// Where a walk begins, and where it stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    /// A value comes next.
    Value,
    /// The first element of an array comes next, or its end.
    FirstElement,
    /// The name of an object's first member comes next, or its end.
    FirstName,
    /// The name of a member comes next.
    Name,
    /// A value is whole.
    After,
}

/// A window of a document, and where it begins in it.
#[derive(Clone, Copy)]
pub(crate) struct Window<'w> {
    pub(crate) bytes: &'w [u8],
    pub(crate) base: u64,
}

/// Where a walk stopped.
pub(crate) struct Stop {
    /// Bytes of the window before it.
    pub(crate) at: usize,
    pub(crate) state: Between,
    /// The depth below which nothing is told, where it stopped in such a value.
    pub(crate) unseen: Option<u32>,
}

/// Walks on until the window or the document ends, beginning outside of all tokens.
pub(crate) fn walk<V: Visit>(
    window: Window<'_>,
    from: usize,
    after_value: bool,
    unseen: Option<u32>,
    nest: &mut Nest,
    visit: &mut V,
) -> Stop {
    let cursor = &mut Cursor::new(window.bytes, from);
    let mut start = if after_value { Start::After(from) } else { Start::Before(from) };
    if let Some(floor) = unseen {
        match run(window, cursor, start, floor, nest, &mut Unseen) {
            Ended::Whole(at) => {
                visit.close(window.base + at as u64);
                start = Start::After(at);
            }
            Ended::Stopped(stop) => return Stop { unseen: Some(floor), ..stop },
        }
    }
    match run(window, cursor, start, 0, nest, visit) {
        Ended::Whole(at) => Stop { at, state: Between::After, unseen: None },
        Ended::Stopped(stop) => stop,
    }
}

/// Where a run begins.
enum Start {
    /// Before a value, somewhere in the white space.
    Before(usize),
    /// With a token, which is the first of a value.
    With(usize),
    /// Behind a value.
    After(usize),
}

/// How a run ends.
enum Ended {
    /// With a value after which no more than the given number of containers is open.
    Whole(usize),
    Stopped(Stop),
}

/// Walks until a value is whole that stands at this depth.
fn run<V: Visit>(
    window: Window<'_>,
    cursor: &mut Cursor<'_>,
    start: Start,
    floor: u32,
    nest: &mut Nest,
    visit: &mut V,
) -> Ended {
    let Window { bytes, base } = window;
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let place = |at: usize| base + at as u64;
    let stop = |at, state| Ended::Stopped(Stop { at, state, unseen: None });
    // Everything before `at` is done with: whoever goes on begins there.
    let (mut at, mut first, mut after_value) = match start {
        Start::Before(at) => (at, None, false),
        Start::With(token) => (token, Some(token), false),
        Start::After(at) => (at, None, true),
    };
    /// The next token, or the end of the run.
    macro_rules! token {
        ($state:ident) => {
            match cursor.next() {
                Some(token) => token,
                None => return stop(at, Between::$state),
            }
        };
    }
    /// A name and its colon, given the token that it should begin with.
    macro_rules! name {
        ($start:expr, $state:ident) => {
            let start = $start;
            if byte(start) != b'"' {
                return stop(at, Between::$state);
            }
            let end = token!($state);
            let escaped = cursor.has_escapes(start, end);
            let colon = token!($state);
            if byte(colon) != b':' {
                return stop(at, Between::$state);
            }
            let inner = bytes.get(start + 1..end).unwrap_or_default();
            visit.name(Name { inner, escaped, start: place(start), end: place(end + 1) });
            at = colon + 1;
        };
    }
    loop {
        // A scalar or an empty container, with the beginnings of those that it is the first in.
        while !after_value {
            let token = match first.take() {
                Some(token) => token,
                None => token!(Value),
            };
            match byte(token) {
                b'"' => {
                    let end = token!(Value);
                    let escaped = cursor.has_escapes(token, end);
                    let sort = if escaped { Sort::Escaped } else { Sort::String };
                    at = end + 1;
                    visit.scalar(sort, place(token), place(at));
                    after_value = true;
                }
                opening @ (b'{' | b'[') if !nest.is_full() => {
                    let is_object = opening == b'{';
                    let sort = if is_object { Sort::Object } else { Sort::Array };
                    if !visit.open(sort, place(token)) {
                        let floor = nest.depth();
                        match run(window, cursor, Start::With(token), floor, nest, &mut Unseen) {
                            Ended::Whole(end) => at = end,
                            Ended::Stopped(stop) => {
                                return Ended::Stopped(Stop { unseen: Some(floor), ..stop });
                            }
                        }
                        visit.close(place(at));
                        after_value = true;
                        continue;
                    }
                    nest.push(is_object);
                    at = token + 1;
                    let next = if is_object { token!(FirstName) } else { token!(FirstElement) };
                    if byte(next) == if is_object { b'}' } else { b']' } {
                        nest.pop();
                        at = next + 1;
                        visit.close(place(at));
                        after_value = true;
                    } else if is_object {
                        name!(next, FirstName);
                    } else {
                        first = Some(next);
                    }
                }
                _ => {
                    let Some((sort, end)) = scalar(bytes, token) else {
                        return stop(at, Between::Value);
                    };
                    at = end;
                    visit.scalar(sort, place(token), place(end));
                    after_value = true;
                }
            }
        }
        let mut in_object = nest.in_object();
        while after_value {
            if nest.depth() == floor {
                return Ended::Whole(at);
            }
            let token = token!(After);
            match (byte(token), in_object) {
                (b',', true) => {
                    at = token + 1;
                    name!(token!(Name), Name);
                    after_value = false;
                }
                (b',', false) => {
                    at = token + 1;
                    after_value = false;
                }
                (b'}', true) | (b']', false) => {
                    nest.pop();
                    in_object = nest.in_object();
                    at = token + 1;
                    visit.close(place(at));
                }
                _ => return stop(at, Between::After),
            }
        }
    }
}
