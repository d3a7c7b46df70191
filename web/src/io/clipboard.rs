//! Puts text into the clipboard.

use wasm_bindgen_futures::JsFuture;

/// Copies a text; whether the browser took it.
pub(crate) async fn copy(text: &str) -> bool {
    // Only pages that nobody could have changed on their way have a clipboard at all.
    let Some(window) = web_sys::window().filter(|window| window.is_secure_context()) else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
