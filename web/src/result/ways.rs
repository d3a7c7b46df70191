//! What can be done from the result.

use yew::prelude::*;

use crate::{
    deed,
    model::{
        draft::Text,
        edit::Edit,
        studio::Action,
        words::{Remedy, Through},
    },
    store::Store,
};

/// A callback for each; the same ones as long as store and words are the same.
pub(super) struct Ways {
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
    /// Told that the values are to be asked for again.
    pub on_ask: Callback<()>,
    /// Told a way out of a failure.
    pub on_remedy: Callback<Remedy>,
    /// Told that the response is to be kept as a sample.
    pub on_keep: Callback<()>,
}

impl Ways {
    /// The ways of a store.
    pub(super) fn of(store: &Store) -> Ways {
        Ways {
            on_edit: store.on(Action::Pick),
            on_copy: store.with(|text, store| deed::copy(store, text)),
            on_ask: store.on(|()| Action::Ask),
            on_remedy: store.with(take),
            on_keep: store.on(|()| Action::KeepResponse),
        }
    }
}

fn take(way: Remedy, store: &Store) {
    match way {
        Remedy::Edit(edit) => store.act(Action::Edit(edit)),
        Remedy::Relay(through) => store.act(Action::Through(through, through != Through::Browser)),
        Remedy::Sample => store.act(Action::ChooseSample),
        Remedy::Curl => deed::copy_command(store),
    }
}
