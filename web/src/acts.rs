//! The store in; out comes what the parts of the studio tell it, as callbacks. They are made once for the words that
//! the page has, so that a part whose state is as it was is not drawn anew for their sake.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    effect::{Stop, cancel},
    io::focus::Scope,
    later::{Later, later},
    model::{draft::Text, edit::Edit, studio::Action},
    store::Store,
};

/// The callbacks, each named after what it tells.
pub(crate) struct Acts {
    pub on_action: Callback<Action>,
    pub on_edit: Callback<Edit>,
    pub on_test: Callback<()>,
    pub on_cancel: Callback<()>,
    pub on_import: Callback<Text>,
    pub on_curl: Callback<()>,
    pub on_secret: Callback<Text>,
    pub on_declare: Callback<Text>,
}

impl Acts {
    /// What is told to a store; `stop` ends its test, after which the keyboard stays in `scope`.
    pub(crate) fn of(store: &Store, stop: &Stop, scope: &Scope) -> Acts {
        let (stop, scope, held) = (stop.clone(), scope.clone(), store.clone());
        Acts {
            on_action: store.on(|action| action),
            on_edit: store.on(Action::Edit),
            on_test: store.on(|()| Action::Test),
            on_cancel: Callback::from(move |()| cancel(&stop, &scope, &held)),
            on_import: store.with(|text, store| spawn_local(take_in(text, store.clone()))),
            on_curl: store
                .with(|(), store| with_later(store, |later, store| (later.copy_command)(store))),
            on_secret: store.on(Action::SetSecret),
            on_declare: store.on(|name| Action::Edit(Edit::Declare(name))),
        }
    }
}

/// Takes in a text that was pasted; where what reads it does not come, it stands where it was pasted, and is not lost.
async fn take_in(text: Text, store: Store) {
    match later().await {
        Some(later) => {
            store.act(Action::Import((later.import)(&text).map(Box::new).map_err(Rc::new)))
        }
        None => {
            store.act(Action::Edit(Edit::SetUrl(text)));
            store.act(Action::Lacks(None));
        }
    }
}

/// Does something for which parts are needed that come later, or tells that they do not come.
fn with_later(store: &Store, deed: impl FnOnce(&Later, &Store) + 'static) {
    let store = store.clone();
    spawn_local(async move {
        match later().await {
            Some(later) => deed(later, &store),
            None => store.act(Action::Lacks(None)),
        }
    });
}
