//! What is done outside of the page, and told: the clipboard, downloads.

use wasm_bindgen_futures::spawn_local;

use crate::{
    io::{clipboard, files},
    model::{draft::Text, naming::file_name, studio::Action},
    store::Store,
};

/// Copies a text.
pub(crate) fn copy(store: &Store, text: Text) {
    let store = store.clone();
    spawn_local(async move {
        let is_copied = clipboard::copy(&text).await;
        let words = if is_copied { "Copied" } else { "Not copied: the browser does not allow it" };
        store.act(Action::Tell(words.into()));
    });
}

/// Downloads a text as a file that is named after the node.
pub(crate) fn download(store: &Store, text: &str) {
    let file = file_name(&store.studio().draft().label);
    let words = match files::download(&file, text) {
        Some(()) => format!("Downloaded {file}").into(),
        None => "Not downloaded: the browser does not allow it".into(),
    };
    store.act(Action::Tell(words));
}

/// Copies the request as a cURL command, or tells why there is none.
pub(crate) fn copy_command(store: &Store) {
    match store.studio().command() {
        Ok(command) => copy(store, command),
        Err(why) => store.act(Action::Tell(why)),
    }
}
