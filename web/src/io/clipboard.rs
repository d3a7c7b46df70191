//! Puts text into the clipboard.

use wasm_bindgen_futures::JsFuture;

/// Copies a text; whether the browser took it.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
