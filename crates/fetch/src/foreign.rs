//! Values that the host hands over may be anything: they are asked here so that no exception of
//! theirs goes through the module, which could not clear up behind it (ECMAScript, Reflect).

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    // js-sys takes it for granted that none of these throws; of a Proxy, or of a buffer that was
    // transferred, they do.
    #[wasm_bindgen(js_namespace = Array, js_name = from, catch)]
    fn array_from(value: &JsValue) -> Result<Array, JsValue>;

    /// `[object ArrayBuffer]`, also for a buffer of another realm.
    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call, catch)]
    fn tag(value: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(js_name = Uint8Array)]
    type Bytes;
    #[wasm_bindgen(constructor, catch, js_class = "Uint8Array")]
    fn of_buffer(buffer: &JsValue) -> Result<Bytes, JsValue>;
    #[wasm_bindgen(constructor, catch, js_class = "Uint8Array")]
    fn of_part(buffer: &JsValue, offset: f64, length: f64) -> Result<Bytes, JsValue>;
}

/// Why a value gives no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBytes {
    /// It is neither a buffer nor a view of one.
    Other,
    /// Its buffer was transferred away.
    Gone,
}

/// The bytes of a buffer or of a view, uncopied. They are known by what they are, not by their
/// class: Node's buffers and other realms have their own.
pub fn bytes(value: &JsValue) -> Result<Uint8Array, NoBytes> {
    let made = if ArrayBuffer::is_view(value) {
        let number = |name| member(value, name).and_then(|found| found.as_f64());
        let buffer = member(value, "buffer").ok_or(NoBytes::Gone)?;
        let (offset, length) = (number("byteOffset"), number("byteLength"));
        Bytes::of_part(&buffer, offset.ok_or(NoBytes::Gone)?, length.ok_or(NoBytes::Gone)?)
    } else if tag(value).is_ok_and(|tag| tag == "[object ArrayBuffer]") {
        Bytes::of_buffer(value)
    } else {
        return Err(NoBytes::Other);
    };
    made.map(JsCast::unchecked_into).map_err(|_| NoBytes::Gone)
}

/// A property; none where there is none, or where asking throws.
pub(crate) fn member(value: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(value, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// A method, read once.
pub(crate) fn method(value: &JsValue, name: &str) -> Option<Function> {
    member(value, name)?.dyn_into().ok()
}

/// Whether a property says yes.
pub(crate) fn says(value: &JsValue, name: &str) -> bool {
    member(value, name).is_some_and(|found| found.is_truthy())
}

/// What a value iterates over; none where it does not, or where that throws.
pub(crate) fn list(value: &JsValue) -> Option<Array> {
    let iterates = Reflect::get(value, &js_sys::Symbol::iterator()).ok()?.is_function();
    iterates.then(|| array_from(value).ok()).flatten()
}

/// A promise of our own of what a value comes to: a promise of the host's may have a `then` that
/// throws. It is listened to from here on.
pub(crate) fn promised(value: &JsValue) -> JsFuture {
    let mut resolve_with = |resolve: Function, _| {
        // The function is the runtime's own: it keeps what throws as the reason of a rejection.
        let _ = resolve.call1(&JsValue::UNDEFINED, value);
    };
    JsFuture::from(Promise::new(&mut resolve_with))
}

/// Names and values of anything that iterates over pairs of strings: `Headers`, a list, a `Map`.
pub fn header_pairs(headers: &JsValue) -> Option<Vec<(String, String)>> {
    let mut pairs = Vec::new();
    for entry in list(headers)?.iter() {
        let entry = Array::is_array(&entry).then(|| list(&entry)).flatten()?;
        pairs.push((entry.get(0).as_string()?, entry.get(1).as_string()?));
    }
    Some(pairs)
}
