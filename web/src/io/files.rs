//! Files: one that someone chose in, its text out; a text in, a download out.

use switchhook::limits::IMPORT_BYTES;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use crate::model::draft::Text;

/// The text of a file; a bit more of a long one than is taken. None for a file that cannot be read.
pub(crate) async fn text(file: &File) -> Option<Text> {
    let end = i32::try_from(IMPORT_BYTES + 1).unwrap_or(i32::MAX);
    let blob = file.slice_with_i32_and_i32(0, end).ok()?;
    let text = JsFuture::from(blob.text()).await.ok()?;
    Some(text.as_string()?.into())
}

/// Hands a text to the browser as a file of this name.
pub(crate) fn download(name: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url).ok()
}
