//! The page's function for texts in; the speaker that the drawer asks for each of them out.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use switchhook_studio::model::say::Speaker;
use wasm_bindgen::JsValue;

/// What the function says; it takes a text and, where there are any, its values by their names. Where it throws or
/// returns no text, English stays.
pub(crate) fn speaker(say: Function) -> Speaker {
    Rc::new(move |text, values| {
        let named = match values {
            [] => JsValue::UNDEFINED,
            values => by_name(values),
        };
        say.call2(&JsValue::UNDEFINED, &text.into(), &named).ok()?.as_string()
    })
}

fn by_name(values: &[(&str, &str)]) -> JsValue {
    let named = Object::new();
    for (name, value) in values {
        // It fails for no object of our own.
        let _ = Reflect::set(&named, &(*name).into(), &(*value).into());
    }
    named.into()
}
