//! What the browser keeps beside the draft: its samples, and whether tests go through the relay.

use web_sys::Storage;

const SAMPLES: &str = "switchhook.samples";
const RELAY: &str = "switchhook.relay";

/// The samples, as JSON text.
pub(crate) fn samples() -> Option<String> {
    storage()?.get_item(SAMPLES).ok()?
}

/// Keeps the samples, where there is room for them.
pub(crate) fn keep_samples(json: &str) {
    if let Some(storage) = storage() {
        // Without room, they last as long as the page.
        let _ = storage.set_item(SAMPLES, json);
    }
}

/// Whether tests go through the relay for good.
pub(crate) fn uses_relay() -> bool {
    storage().and_then(|storage| storage.get_item(RELAY).ok()?).is_some()
}

/// Keeps whether tests go through the relay.
pub(crate) fn keep_relay(on: bool) {
    if let Some(storage) = storage() {
        // Without room, it is as it was when the page is opened again.
        let _ = if on { storage.set_item(RELAY, "on") } else { storage.remove_item(RELAY) };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
