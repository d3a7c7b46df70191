//! What is done outside of the page, and told: the clipboard, downloads.

use wasm_bindgen_futures::spawn_local;

use crate::{
    io::{clipboard, files},
    model::{
        draft::Text,
        naming::file_name,
        studio::{Action, Deed},
    },
    store::Store,
};

/// Copies a text.
pub(crate) fn copy(store: &Store, text: Text) {
    let store = store.clone();
    spawn_local(async move {
        let is_copied = clipboard::copy(&text).await;
        store.act(Action::Tell(if is_copied { Deed::Copied } else { Deed::NotCopied }.into()));
    });
}

/// Downloads a text as a file that is named after the node.
pub(crate) fn download(store: &Store, text: &str) {
    let file = file_name(&store.studio().draft().label);
    let deed = match files::download(&file, text) {
        Some(()) => Deed::Downloaded(file),
        None => Deed::NotDownloaded,
    };
    store.act(Action::Tell(deed.into()));
}

/// Copies the request as a cURL command, or tells why there is none.
pub(crate) fn copy_command(store: &Store) {
    match store.studio().command() {
        Ok(command) => copy(store, command),
        Err(why) => store.act(Action::Tell(Deed::NoCommand(why).into())),
    }
}
