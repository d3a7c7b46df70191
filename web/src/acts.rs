//! The store in; out comes what the parts of the studio tell it, as callbacks. They are made once, so that a part whose
//! state is as it was is not drawn anew for their sake.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::{
    effect::{Stop, cancel},
    io::{clipboard, files, focus::Scope},
    model::{
        draft::{Sample, Text},
        edit::Edit,
        naming::file_name,
        studio::{Action, Panel},
        words::{Remedy, Through},
    },
    store::Store,
};

/// The callbacks, each named after what it tells.
pub(crate) struct Acts {
    pub on_action: Callback<Action>,
    pub on_edit: Callback<Edit>,
    pub on_test: Callback<()>,
    pub on_cancel: Callback<()>,
    pub on_sheet: Callback<bool>,
    pub on_ask: Callback<()>,
    pub on_send: Callback<Vec<(String, String)>>,
    pub on_dismiss: Callback<()>,
    pub on_pick: Callback<Edit>,
    pub on_undo: Callback<()>,
    pub on_keep: Callback<()>,
    pub on_use: Callback<Sample>,
    pub on_forget: Callback<Text>,
    pub on_copy: Callback<Text>,
    pub on_curl: Callback<()>,
    pub on_import: Callback<Text>,
    pub on_file: Callback<File>,
    pub on_download: Callback<Text>,
    pub on_secret: Callback<Text>,
    pub on_close: Callback<()>,
    pub on_declare: Callback<Text>,
    pub on_remedy: Callback<Remedy>,
}

impl Acts {
    /// What is told to a store; `stop` ends its test, after which the keyboard stays in `scope`.
    pub(crate) fn of(store: &Store, stop: &Stop, scope: &Scope) -> Acts {
        let on_action = told(store, |action| action);
        let on_edit = told(store, Action::Edit);
        let on_copy = {
            let act = on_action.clone();
            Callback::from(move |text: Text| {
                let act = act.clone();
                spawn_local(async move {
                    let is_copied = clipboard::copy(&text).await;
                    let words = if is_copied {
                        "Copied"
                    } else {
                        "Not copied: the browser does not allow it"
                    };
                    act.emit(Action::Tell(words.into()));
                });
            })
        };
        let on_curl = {
            let (store, on_copy) = (store.clone(), on_copy.clone());
            Callback::from(move |()| match store.studio().command() {
                Ok(command) => on_copy.emit(command),
                Err(why) => store.act(Action::Tell(why)),
            })
        };
        Acts {
            on_test: pressed(store, Action::Test),
            on_cancel: {
                let (stop, scope) = (stop.clone(), scope.clone());
                Callback::from(move |()| cancel(&stop, &scope))
            },
            on_sheet: told(store, Action::Sheet),
            on_ask: pressed(store, Action::Ask),
            on_send: told(store, Action::Send),
            on_dismiss: pressed(store, Action::Dismiss),
            on_pick: told(store, Action::Pick),
            on_undo: pressed(store, Action::Unpick),
            on_keep: pressed(store, Action::KeepResponse),
            on_use: told(store, Action::UseSample),
            on_forget: told(store, |exit| Action::Edit(Edit::RemoveSample(exit))),
            on_import: told(store, Action::Import),
            on_file: on_file(&on_action),
            on_download: on_download(store),
            on_secret: told(store, Action::SetSecret),
            on_close: pressed(store, Action::Close),
            on_declare: told(store, |name| Action::Edit(Edit::Declare(name))),
            on_remedy: on_remedy(&on_action, &on_curl),
            on_action,
            on_edit,
            on_copy,
            on_curl,
        }
    }
}

/// Tells the action that is made of what is told. Pointers to functions, since a closure for each would weigh more.
fn told<T: 'static>(store: &Store, make: fn(T) -> Action) -> Callback<T> {
    let store = store.clone();
    Callback::from(move |what| store.act(make(what)))
}

/// Tells one action.
fn pressed(store: &Store, action: Action) -> Callback<()> {
    let store = store.clone();
    Callback::from(move |()| store.act(action.clone()))
}

fn on_file(on_action: &Callback<Action>) -> Callback<File> {
    let act = on_action.clone();
    Callback::from(move |file: File| {
        let act = act.clone();
        spawn_local(async move {
            act.emit(match files::text(&file).await {
                Some(text) => Action::Import(text),
                None => Action::Open(Panel::Import(Some("This file cannot be read.".into()))),
            });
        });
    })
}

fn on_download(store: &Store) -> Callback<Text> {
    let store = store.clone();
    Callback::from(move |text: Text| {
        let file = file_name(&store.studio().draft().label);
        let is_done = files::download(&file, &text).is_some();
        let words = if is_done {
            format!("Downloaded {file}")
        } else {
            "Not downloaded: the browser does not allow it".to_owned()
        };
        store.act(Action::Tell(words.into()));
    })
}

fn on_remedy(on_action: &Callback<Action>, on_curl: &Callback<()>) -> Callback<Remedy> {
    let (act, on_curl) = (on_action.clone(), on_curl.clone());
    Callback::from(move |remedy: Remedy| match remedy {
        Remedy::Edit(edit) => act.emit(Action::Edit(edit)),
        Remedy::Relay(through) => act.emit(Action::Through(through, through != Through::Browser)),
        Remedy::Sample => act.emit(Action::ChooseSample),
        Remedy::Curl => on_curl.emit(()),
    })
}
