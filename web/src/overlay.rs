//! The dialog that the state asks for.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::{
    deed,
    dialog::{ExportDialog, ImportDialog, ParametersDialog, ValuesDialog, shortcuts_dialog},
    io::files,
    model::{
        draft::Text,
        edit::Edit,
        import::{Refusal, import},
        run::Phase,
        samples::exits,
        studio::{Action, Panel, Studio},
        words::Through,
    },
    samples::SampleDialog,
    store::Store,
};

/// The dialog, or nothing.
pub(crate) fn overlay(studio: &Studio, store: &Store) -> Html {
    html! {
        <>
            {asking(studio, store)}
            {studio.panel.as_ref().map_or_else(Html::default, |panel| opened(panel, studio, store))}
        </>
    }
}

/// What a test waits for.
fn asking(studio: &Studio, store: &Store) -> Html {
    let on_dismiss = store.on(|()| Action::Dismiss);
    match &studio.phase {
        Phase::Asking(names) => html! {
            <ValuesDialog
                names={names.clone()}
                secret={secrets(studio)}
                typed={studio.typed()}
                through_relay={studio.through != Through::Browser}
                on_send={store.on(Action::Send)}
                on_cancel={on_dismiss}
            />
        },
        Phase::Sampling => html! {
            <SampleDialog
                compiled={studio.compiled.clone()}
                exits={exits(studio.draft())}
                samples={studio.draft().samples.clone()}
                first={studio.taken().map_or("default".into(), |taken| Text::from(taken.exit.name()))}
                on_use={store.on(|(sample, outcome)| Action::UseSample(sample, Box::new(outcome)))}
                on_remove={store.on(|exit| Action::Edit(Edit::RemoveSample(exit)))}
                on_cancel={on_dismiss}
            />
        },
        Phase::Idle | Phase::Running(_) => html! {},
    }
}

/// A panel that was opened.
fn opened(panel: &Panel, studio: &Studio, store: &Store) -> Html {
    let on_close = store.on(|()| Action::Close);
    match panel {
        Panel::Parameters => html! {
            <ParametersDialog
                draft={studio.draft().clone()}
                compiled={studio.compiled.clone()}
                on_edit={store.on(Action::Edit)}
                {on_close}
            />
        },
        Panel::Import(problem) => html! {
            <ImportDialog
                problem={problem.clone()}
                on_import={store.on(|text: Text| Action::Import(import(&text).map(Box::new).map_err(Rc::new)))}
                on_file={store.with(|file, store| spawn_local(take_file(file, store.clone())))}
                {on_close}
            />
        },
        Panel::Export => html! {
            <ExportDialog
                definition={Text::from(studio.compiled.node.definition().to_json())}
                has_errors={!studio.compiled.node.can_send()}
                on_download={store.with(|text: Text, store| deed::download(store, &text))}
                on_copy={store.with(|text, store| deed::copy(store, text))}
                {on_close}
            />
        },
        Panel::Shortcuts => shortcuts_dialog(&on_close),
    }
}

async fn take_file(file: File, store: Store) {
    store.act(match files::text(&file).await {
        Some(text) => Action::Import(import(&text).map(Box::new).map_err(Rc::new)),
        None => Action::Open(Panel::Import(Some(Refusal::File.into()))),
    });
}

/// The parameters that are marked secret.
fn secrets(studio: &Studio) -> Rc<[Text]> {
    let rows = studio.draft().parameters.iter().filter(|row| row.secret);
    rows.map(|row| row.name.clone()).collect()
}
