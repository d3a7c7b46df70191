//! A text to find in, the rows that hold it out; looked for a few milliseconds at a time, so that typing
//! and scrolling go on.

use std::{cell::Cell, rc::Rc};

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::model::{
    find::{Needle, in_document, in_lines},
    lines::Lines,
    preview::Reading,
};

/// Milliseconds that pass before a text is looked for: more of it may follow.
const PAUSE: u32 = 120;
/// Milliseconds at a time.
const SLICE: f64 = 8.0;
/// Rows between two looks at the clock.
const STRIDE: usize = 500;

/// What is looked through.
#[derive(Clone, PartialEq)]
pub(crate) enum Subject {
    /// Keys and values.
    Tree(Rc<Reading>),
    /// Lines.
    Text(Rc<Lines>),
}

/// The rows that hold a text, and how far that is known.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Found {
    /// Their numbers, ascending.
    pub rows: Rc<Vec<u32>>,
    /// Whether everything was looked through.
    pub is_whole: bool,
    /// What was looked for.
    needle: Option<Needle>,
}

/// Looks for a text whenever it or its subject changes.
#[hook]
pub(crate) fn use_search(needle: Option<Needle>, subject: Subject) -> Found {
    let found = use_state_eq(Found::default);
    let wanted = needle.clone();
    use_effect_with((needle, subject), {
        let found = found.setter();
        move |(needle, subject)| {
            let wanted = Rc::new(Cell::new(true));
            found.set(Found::default());
            if let Some(needle) = needle.clone() {
                spawn_local(search(needle, subject.clone(), wanted.clone(), found));
            }
            move || wanted.set(false)
        }
    });
    // What was found for the text before is not what is found now.
    if found.needle == wanted { (*found).clone() } else { Found::default() }
}

async fn search(
    needle: Needle,
    subject: Subject,
    wanted: Rc<Cell<bool>>,
    found: UseStateSetter<Found>,
) {
    TimeoutFuture::new(PAUSE).await;
    let mut walk: Box<dyn Iterator<Item = (u32, bool)>> = match &subject {
        Subject::Text(lines) => Box::new(in_lines(lines, &needle)),
        Subject::Tree(reading) => match reading.document() {
            Ok(document) => Box::new(in_document(document, &needle)),
            Err(_) => Box::new(std::iter::empty()),
        },
    };
    let mut rows = Vec::new();
    let mut is_whole = false;
    while !is_whole {
        let began = js_sys::Date::now();
        while !is_whole && js_sys::Date::now() - began < SLICE {
            let mut looked_at = 0;
            for (row, holds) in walk.by_ref().take(STRIDE) {
                looked_at += 1;
                if holds {
                    rows.push(row);
                }
            }
            is_whole = looked_at < STRIDE;
        }
        if !is_whole {
            TimeoutFuture::new(0).await;
        }
        if !wanted.get() {
            return;
        }
    }
    found.set(Found { rows: Rc::new(rows), is_whole, needle: Some(needle.clone()) });
}
