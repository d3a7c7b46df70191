//! The draft's place in the browser (Web Storage). Nothing here is ever a value typed for a test.

use web_sys::Storage;

/// Where the draft is.
const DRAFT: &str = "switchhook.draft";
/// Where a draft that could not be read is put aside.
const ASIDE: &str = "switchhook.draft.unreadable";

/// The definition that was kept, as JSON text.
pub(crate) fn kept() -> Option<String> {
    storage()?.get_item(DRAFT).ok()?
}

/// Keeps a definition; whether there was room for it.
pub(crate) fn keep(definition: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(DRAFT, definition).is_ok())
}

/// Puts what is kept aside, so that what comes next does not destroy it.
pub(crate) fn put_aside() {
    if let (Some(storage), Some(kept)) = (storage(), kept()) {
        // Without room for a copy, the draft stays where it is until the next change.
        let _ = storage.set_item(ASIDE, &kept);
    }
}

/// The page's storage; none where the browser or its user refuses it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
