//! The tokens of a window in, what they say to a visitor out; the whole grammar is checked on the way.
//!
//! This is the fast half of the scanner. It knows no errors and no end of the text: where something
//! is odd, or a token may go on in the next window, it stops before it, and leaves the rest to
//! [`step`](crate::step), which goes byte by byte.

use crate::cursor::Cursor;
use crate::grammar::{Action, Passing, State, step};
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
fn run<V: Visit>(
    window: Window<'_>,
    cursor: &mut Cursor<'_>,
    (start, mut state): (usize, State),
    floor: u32,
    nest: &mut Nest,
    visit: &mut V,
) -> Result<usize, Stop> {
    let Window { bytes, base } = window;
    let place = |at: usize| base + at as u64;
    if state == State::AFTER_DOCUMENT {
        return Ok(start);
    }
    // The last byte that has been read; of a string that is open, its quote. Before the first byte
    // this wraps around, as what is added to it does.
    let mut last = start.wrapping_sub(1);
    // Where nobody is told, an opening quote stands for the whole string.
    let is_quote = |at| at >= start && bytes.get(at) == Some(&b'"');
    let stop = |last, state| stop(last, state, !V::TOLD && is_quote(last));
    let (mut block, mut tokens) = cursor.from(start, V::TOLD);
    // Whether a value that is no container is wanted: of elements, each; of members, those whose names are.
    let mut wanted = true;
    loop {
        while tokens == 0 {
            cursor.load().ok_or_else(|| stop(last, state))?;
            (block, tokens) = cursor.block(V::TOLD);
        }
        let at = block + tokens.trailing_zeros() as usize;
        let behind = tokens & (tokens - 1);
        let byte = bytes.get(at).copied().unwrap_or(0);
        if let Some(next) = const { Passing::new(V::TOLD) }.next(state, byte) {
            (last, state, tokens) = (at, next, behind);
            continue;
        }
        let (action, next) = step(state, byte);
        match action {
            Action::Pass => (),
            Action::Name | Action::Text => {
                let (start, end) = (place(last), place(at + 1));
                if action == Action::Name {
                    let escaped = cursor.has_escapes(last, at);
                    let inner = bytes.get(last + 1..at).unwrap_or_default();
                    wanted = visit.name(Name { inner, escaped, start, end });
                } else if wanted {
                    let escaped = cursor.has_escapes(last, at);
                    visit.scalar(if escaped { Sort::Escaped } else { Sort::String }, start, end);
                }
                (last, state) = (at, next);
            }
            Action::Scalar => {
                let Some((sort, end)) = scalar(bytes, at) else {
                    return Err(stop(last, state));
                };
                if wanted {
                    visit.scalar(sort, place(at), place(end));
                }
                (last, state) = (end - 1, next);
            }
            Action::OpenObject | Action::OpenArray => {
                if nest.is_full() {
                    return Err(stop(last, state));
                }
                let is_object = action == Action::OpenObject;
                let sort = if is_object { Sort::Object } else { Sort::Array };
                wanted = true;
                if visit.open(sort, place(at)) {
                    nest.push(is_object);
                    (last, state) = (at, next);
                } else {
                    let floor = nest.depth();
                    let end = run(window, cursor, (at, state), floor, nest, &mut Unseen)
                        .map_err(|stop| Stop { unseen: Some(floor), ..stop })?;
                    visit.close(place(end));
                    (last, state) = (end - 1, after(nest, 0));
                    (block, tokens) = cursor.from(end, true);
                    continue;
                }
            }
            Action::Close => {
                nest.pop();
                visit.close(place(at + 1));
                wanted = true;
                (last, state) = (at, after(nest, floor));
            }
            Action::Wrong => return Err(stop(last, state)),
        }
        tokens = behind;
        if state == State::AFTER_DOCUMENT {
            return Ok(last + 1);
        }
    }
}

/// Behind a value, where this many containers stand around the run.
#[inline(always)]
fn after(nest: &Nest, floor: u32) -> State {
    if nest.depth() == floor { State::AFTER_DOCUMENT } else { State::after(nest.in_object()) }
}

/// Behind the last byte; but a string of which only the opening quote has been read is read again.
fn stop(last: usize, state: State, after_quote: bool) -> Stop {
    let again = |state| Stop { at: last, state, unseen: None };
    match state {
        State::DOCUMENT_TEXT => again(State::DOCUMENT),
        State::MEMBER_TEXT => again(State::MEMBER),
        State::ELEMENT_TEXT => again(State::ELEMENT),
        State::NAME_TEXT => again(State::NAME),
        State::AFTER_MEMBER if after_quote => again(State::MEMBER),
        State::AFTER_ELEMENT if after_quote => again(State::ELEMENT),
        State::COLON if after_quote => again(State::NAME),
        _ => Stop { at: last.wrapping_add(1), state, unseen: None },
    }
}
