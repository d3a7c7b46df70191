//! The tokens of a window in, what they say to a visitor out; the whole grammar is checked on the way.
//!
//! This is the fast half of the scanner. It knows no errors and no end of the text: where something
//! is odd, or a token may go on in the next window, it stops before it, and leaves the rest to
//! [`step`](crate::step), which goes byte by byte.

use crate::cursor::Cursor;
use crate::grammar::State;
use crate::nest::Nest;
use crate::number::scalar;
use crate::visit::{Name, Sort, Unseen, Visit};

/// A window of a document, and where it begins in it.
#[derive(Clone, Copy)]
pub(crate) struct Window<'w> {
    pub(crate) bytes: &'w [u8],
    pub(crate) base: u64,
}

/// Where a walk stops, and where the next one may begin: never inside of a token.
pub(crate) struct Stop {
    /// Bytes of the window before it.
    pub(crate) at: usize,
    pub(crate) state: State,
    /// The depth of a value that it stopped in, and in which nothing is told.
    pub(crate) unseen: Option<u32>,
}

/// Walks on until the window or the document ends.
pub(crate) fn walk<V: Visit>(
    window: Window<'_>,
    Stop { at, mut state, unseen }: Stop,
    nest: &mut Nest,
    visit: &mut V,
) -> Stop {
    let cursor = &mut Cursor::new(window.bytes, at);
    let mut behind = at;
    if let Some(floor) = unseen {
        match run(window, cursor, (behind, state), floor, nest, &mut Unseen) {
            Ok(end) => {
                visit.close(window.base + end as u64);
                (behind, state) = (end, after(nest, 0));
            }
            Err(stop) => return Stop { unseen: Some(floor), ..stop },
        }
    }
    match run(window, cursor, (behind, state), 0, nest, visit) {
        Ok(at) => Stop { at, state: State::AFTER_DOCUMENT, unseen: None },
        Err(stop) => stop,
    }
}

/// Walks until a value is whole that stands at this depth: where it ends, or why it did not.
///
/// Each token is compared with what the grammar has at its place, so that the next one can be looked at before it is
/// known what this one was: a table that leads from state to state would have to be asked for one after the other.
fn run<'w, V: Visit>(
    window: Window<'w>,
    cursor: &mut Cursor<'w>,
    (start, mut state): (usize, State),
    floor: u32,
    nest: &mut Nest,
    visit: &mut V,
) -> Result<usize, Stop> {
    let Window { bytes, base } = window;
    let place = |at: usize| base + at as u64;
    // The last byte that has been read. Before the first byte this wraps around, as what is added to it does.
    let mut last = start.wrapping_sub(1);
    // Where nobody is told, an opening quote stands for the whole string.
    let is_quote = |at| at >= start && bytes.get(at) == Some(&b'"');
    let stop = |last, state| Err(stop(last, state, !V::TOLD && is_quote(last)));
    let mut tokens = Tokens::from(cursor, bytes, start, V::TOLD);
    // Whether a value that is no container is wanted: of elements, each; of members, those whose names are.
    let mut wanted = true;
    loop {
        if matches!(state, State::FIRST_NAME | State::NAME) {
            let Some((at, byte)) = tokens.next() else { return stop(last, state) };
            if byte == b'"' {
                last = at;
                if V::TOLD {
                    let Some((end, _)) = tokens.next() else { return again(at, state) };
                    let inner = bytes.get(at + 1..end).unwrap_or_default();
                    let escaped = tokens.cursor.has_escapes(at, end);
                    let (start, end_at) = (place(at), place(end + 1));
                    wanted = visit.name(Name { inner, escaped, start, end: end_at });
                    last = end;
                }
                state = State::COLON;
            } else if byte == b'}' && state == State::FIRST_NAME {
                (last, state) = (at, closed(at, place, floor, nest, visit));
                wanted = true;
            } else {
                return stop(last, state);
            }
        }
        if state == State::COLON {
            let Some((at, b':')) = tokens.next() else { return stop(last, state) };
            (last, state) = (at, State::MEMBER);
        }
        if state.is_value() {
            let Some((at, byte)) = tokens.next() else { return stop(last, state) };
            match byte {
                b'"' => {
                    last = at;
                    if V::TOLD {
                        let Some((end, _)) = tokens.next() else { return again(at, state) };
                        if wanted {
                            let escaped = tokens.cursor.has_escapes(at, end);
                            let sort = if escaped { Sort::Escaped } else { Sort::String };
                            visit.scalar(sort, place(at), place(end + 1));
                        }
                        last = end;
                    }
                    state = state.behind();
                }
                b'{' | b'[' => {
                    if nest.is_full() {
                        return stop(last, state);
                    }
                    let is_object = byte == b'{';
                    let sort = if is_object { Sort::Object } else { Sort::Array };
                    wanted = true;
                    if visit.open(sort, place(at)) {
                        nest.push(is_object);
                        last = at;
                        state = if is_object { State::FIRST_NAME } else { State::FIRST_ELEMENT };
                        continue;
                    }
                    let floor = nest.depth();
                    let end = run(window, tokens.cursor, (at, state), floor, nest, &mut Unseen)
                        .map_err(|stop| Stop { unseen: Some(floor), ..stop })?;
                    visit.close(place(end));
                    (last, state) = (end - 1, after(nest, 0));
                    (tokens.block, tokens.left) = tokens.cursor.from(end, V::TOLD);
                }
                b']' if state == State::FIRST_ELEMENT => {
                    (last, state) = (at, closed(at, place, floor, nest, visit));
                    wanted = true;
                }
                _ => {
                    let Some((sort, end)) = scalar(bytes, at) else { return stop(last, state) };
                    if wanted {
                        visit.scalar(sort, place(at), place(end));
                    }
                    (last, state) = (end - 1, state.behind());
                }
            }
        }
        if state == State::AFTER_DOCUMENT {
            return Ok(last.wrapping_add(1));
        }
        let Some((at, byte)) = tokens.next() else { return stop(last, state) };
        let in_object = state == State::AFTER_MEMBER;
        if byte == b',' {
            (last, state) = (at, if in_object { State::NAME } else { State::ELEMENT });
        } else if byte == if in_object { b'}' } else { b']' } {
            (last, state) = (at, closed(at, place, floor, nest, visit));
            wanted = true;
            if state == State::AFTER_DOCUMENT {
                return Ok(last + 1);
            }
        } else {
            return stop(last, state);
        }
    }
}

/// The tokens of a window from some place on.
struct Tokens<'c, 'w> {
    cursor: &'c mut Cursor<'w>,
    bytes: &'w [u8],
    /// With closing quotes among them.
    closing: bool,
    block: usize,
    left: u64,
}

impl<'c, 'w> Tokens<'c, 'w> {
    #[inline(always)]
    fn from(cursor: &'c mut Cursor<'w>, bytes: &'w [u8], at: usize, closing: bool) -> Self {
        let (block, left) = cursor.from(at, closing);
        Tokens { cursor, bytes, closing, block, left }
    }

    /// Where the next one is, and its first byte.
    #[inline(always)]
    fn next(&mut self) -> Option<(usize, u8)> {
        while self.left == 0 {
            self.cursor.load()?;
            (self.block, self.left) = self.cursor.block(self.closing);
        }
        let at = self.block + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some((at, self.bytes.get(at).copied().unwrap_or(0)))
    }
}

/// A container is whole: out comes the state behind it.
#[inline(always)]
fn closed<V: Visit>(
    at: usize,
    place: impl Fn(usize) -> u64,
    floor: u32,
    nest: &mut Nest,
    visit: &mut V,
) -> State {
    nest.pop();
    visit.close(place(at + 1));
    after(nest, floor)
}

/// Behind a value, where this many containers stand around the run.
#[inline(always)]
fn after(nest: &Nest, floor: u32) -> State {
    if nest.depth() == floor { State::AFTER_DOCUMENT } else { State::after(nest.in_object()) }
}

/// Behind the last byte; but a string of which only the opening quote has been read is read again.
fn stop(last: usize, state: State, after_quote: bool) -> Stop {
    let state_before = match state {
        State::AFTER_MEMBER if after_quote => State::MEMBER,
        State::AFTER_ELEMENT if after_quote => State::ELEMENT,
        State::COLON if after_quote => State::NAME,
        _ => return Stop { at: last.wrapping_add(1), state, unseen: None },
    };
    Stop { at: last, state: state_before, unseen: None }
}

/// Before a string that the window ends in.
fn again(at: usize, state: State) -> Result<usize, Stop> {
    Err(Stop { at, state, unseen: None })
}
