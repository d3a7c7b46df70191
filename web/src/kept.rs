//! The draft's way into the browser and back: kept soon after every change, at the latest when the
//! page is left, and never over another tab's.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    io::{delay::Delay, kept, page, storage},
    model::{
        draft::Draft,
        sample::sample,
        samples::from_json,
        stored,
        studio::{Action, Banner, Studio},
        words::Through,
    },
};

/// Where the server of the page has its relay.
const RELAY: &str = "/relay";
/// Milliseconds until a change is kept: by then the page shows it, and what is typed at a stretch is kept once.
const KEPT_AFTER: u32 = 50;

/// The draft that was kept, or the sample.
pub(crate) fn open() -> Studio {
    let mut studio = opened();
    studio.relay = Some(RELAY.into());
    if kept::uses_relay() {
        studio.through = Through::Relay;
    }
    studio
}

fn opened() -> Studio {
    let samples = Rc::new(kept::samples().map(|json| from_json(&json)).unwrap_or_default());
    let with_samples = |draft: Draft| Draft { samples: Rc::clone(&samples), ..draft };
    let fresh = || with_samples(sample(&page::origin()));
    let Some(text) = storage::kept() else { return Studio::new(fresh()) };
    match stored::read(&text) {
        Ok(kept) => Studio::opened(with_samples(kept.draft), kept.stamp, None),
        Err(why) => {
            storage::put_aside();
            // What is kept is known here, so that the next change may take its place.
            let stamp = stored::stamp(&text).unwrap_or_else(|| "".into());
            let banner = Banner::Unreadable(why.into(), text.into());
            Studio::opened(fresh(), stamp, Some(banner))
        }
    }
}

/// Keeps the draft in the browser whenever it changes, and says so; asks where another tab did so meanwhile.
#[hook]
pub(crate) fn use_kept(studio: &Studio, on_action: &Callback<Action>) -> AttrValue {
    let words = use_state_eq(|| AttrValue::from(""));
    let is_touched = studio.history.can_undo() || studio.history.can_redo();
    let is_asked = matches!(studio.banner, Some(Banner::OtherTab(_)));
    let latest = use_mut_ref(|| studio.stamp.clone());
    let pending = use_memo((), |()| Delay::default());
    latest.replace(studio.stamp.clone());
    {
        let (words, on_action, latest) = (words.clone(), on_action.clone(), latest.clone());
        let pending = pending.clone();
        let draft = studio.draft().clone();
        use_effect_with((draft, is_touched, is_asked), move |(draft, is_touched, is_asked)| {
            let (draft, told) = (draft.clone(), words.clone());
            let keep = move || {
                let known = latest.borrow().clone();
                let other = storage::kept()
                    .filter(|text| stored::stamp(text).is_some_and(|stamp| stamp != known));
                if let Some(other) = other {
                    return on_action.emit(Action::OtherTab(other.into()));
                }
                let stamp = storage::stamp();
                let is_kept = storage::keep(&stored::text(&draft, &stamp));
                told.set(
                    if is_kept {
                        "Saved in this browser"
                    } else {
                        "Not saved: this browser has no room for it, or keeps nothing"
                    }
                    .into(),
                );
                if is_kept {
                    on_action.emit(Action::Kept(stamp.into()));
                }
            };
            if *is_asked {
                words.set("Not saved: another tab keeps its own draft".into());
            }
            if *is_touched && !is_asked {
                pending.put(KEPT_AFTER, keep);
            } else {
                pending.forget();
            }
        });
    }
    let on_action = on_action.clone();
    use_effect_with((), move |()| {
        let listener = storage::hear(move |text| {
            let is_own = stored::stamp(&text).is_some_and(|stamp| stamp == *latest.borrow());
            if !is_own {
                on_action.emit(Action::OtherTab(text.into()));
            }
        });
        let leaving = pending.listen();
        move || drop((listener, leaving))
    });
    (*words).clone()
}
