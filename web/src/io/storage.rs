//! The draft's place in the browser (Web Storage). Nothing here is ever a value typed for a test.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Storage, StorageEvent, Window};

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

/// Listens to what other tabs keep, until it is dropped.
pub(crate) struct Listener {
    window: Window,
    heard: Closure<dyn FnMut(StorageEvent)>,
}

/// Tells the text that another tab kept.
pub(crate) fn listen(on_kept: impl Fn(String) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    let heard = Closure::new(move |event: StorageEvent| {
        if let (Some(DRAFT), Some(text)) = (event.key().as_deref(), event.new_value()) {
            on_kept(text);
        }
    });
    // It fails for no function that there is.
    let _ = window.add_event_listener_with_callback("storage", heard.as_ref().unchecked_ref());
    Some(Listener { window, heard })
}

impl Drop for Listener {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        let _ = self.window.remove_event_listener_with_callback("storage", heard);
    }
}

/// The page's storage; none where the browser or its user refuses it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
