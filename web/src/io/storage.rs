//! The draft's place in the browser (Web Storage). Nothing here is ever a value typed for a test.

use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::listen::{Listener, listen};

/// Where the draft is.
const DRAFT: &str = "switchhook.draft";
/// Where drafts that could not be read are put aside.
const ASIDE: &str = "switchhook.draft.unreadable";

/// The text that was kept.
pub(crate) fn kept() -> Option<String> {
    storage()?.get_item(DRAFT).ok()?
}

/// Keeps a text; whether there was room for it.
pub(crate) fn keep(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(DRAFT, text).is_ok())
}

/// Puts what is kept aside, beside others that were before, so that what comes next does not destroy it.
pub(crate) fn put_aside() {
    if let (Some(storage), Some(kept)) = (storage(), kept()) {
        let is_free = |name: &String| matches!(storage.get_item(name), Ok(None));
        let mut names = (0..20).map(|number| format!("{ASIDE}.{number}"));
        // Without room for a copy, the draft stays where it is until the next change.
        if let Some(name) = names.find(is_free) {
            let _ = storage.set_item(&name, &kept);
        }
    }
}

/// A stamp that no other draft has. In whole numbers, as all that is written: floats would weigh 5 kB.
pub(crate) fn stamp() -> String {
    let random = js_sys::Math::random() * f64::from(u32::MAX);
    format!("{}-{}", js_sys::Date::now() as u64, random as u32)
}

/// Tells the text that another tab kept.
pub(crate) fn hear(on_kept: impl Fn(String) + 'static) -> Option<Listener> {
    let heard = move |event: web_sys::Event| {
        let event: StorageEvent = event.unchecked_into();
        if let (Some(DRAFT), Some(text)) = (event.key().as_deref(), event.new_value()) {
            on_kept(text);
        }
    };
    Some(listen(web_sys::window()?.into(), "storage", heard))
}

/// The page's storage; none where the browser or its user refuses it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
