//! What JavaScript hands in becomes what the core takes, or an error that says what was expected.
//! Values go through `JSON.stringify`: own properties only, and nobody's getters in between.

use js_sys::{ArrayBuffer, JSON, Reflect, Uint8Array};
use serde::Deserialize;
use switchhook::{
    ParameterDeclaration, Values,
    path::{Format, Json},
};
use switchhook_fetch::{header_pairs, words};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::error::thrown;

#[wasm_bindgen]
extern "C" {
    /// `[object ArrayBuffer]`, also for a buffer of another realm.
    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag(value: &JsValue) -> String;
}

/// A body: text, or bytes.
pub(crate) enum Body {
    Text(String),
    Bytes(Vec<u8>),
}

/// A response that was received elsewhere.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// `ParameterDeclaration` of the contract.
#[derive(Deserialize)]
#[serde(expecting = "a declaration")]
struct Declared {
    name: String,
    entity: String,
    #[serde(with = "serde_wasm_bindgen::preserve", default)]
    value: JsValue,
    #[serde(default)]
    secret: bool,
}

/// A definition as JSON text: a string is taken for it.
pub(crate) fn definition(value: &JsValue) -> Result<String, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(text);
    }
    let text = stringify(value).map_err(|why| {
        thrown("invalid-definition", &format!("The definition cannot be written as JSON: {why}."))
    })?;
    // What JSON has no word for, such as undefined, is no object: the core says so.
    Ok(text.unwrap_or_else(|| "null".to_owned()))
}

pub(crate) fn declarations(value: &JsValue) -> Result<Vec<ParameterDeclaration>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let wrong = |why: &str| {
        let message =
            format!("The declarations are a list of {{ name, entity, value?, secret? }}: {why}.");
        thrown("bad-declarations", &message)
    };
    if !js_sys::Array::is_array(value) {
        return Err(wrong("this is no list"));
    }
    let declared: Vec<Declared> = serde_wasm_bindgen::from_value(value.clone())
        .map_err(|error| wrong(&words(&error.into())))?;
    let read = |Declared { name, entity, value, secret }| {
        let value = stringify(&value).and_then(|text| text.map(|text| parse(&text)).transpose());
        let value =
            value.map_err(|why| wrong(&format!("the value of {name} is no JSON ({why})")))?;
        Ok(ParameterDeclaration { name, entity, value, secret })
    };
    declared.into_iter().map(read).collect()
}

/// Values of parameters by name.
pub(crate) fn values(value: &JsValue) -> Result<Values, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Values::new());
    }
    let wrong = |why: String| {
        let message = format!("The values are an object of JSON values by parameter name: {why}.");
        thrown("bad-values", &message)
    };
    let text = stringify(value).map_err(wrong)?;
    let json = text.map(|text| parse(&text)).transpose().map_err(wrong)?;
    let members = json.and_then(|json| json.members());
    Ok(members.ok_or_else(|| wrong("this is no object".to_owned()))?.into_iter().collect())
}

pub(crate) fn response(value: &JsValue) -> Result<Response, JsValue> {
    let wrong = |why: &str| {
        thrown("bad-response", &format!("A response is {{ status, headers?, body }}: {why}."))
    };
    let member = |name| Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default();
    let whole = |status: &f64| status.fract() == 0.0 && (100.0..=999.0).contains(status);
    let status = member("status").as_f64().filter(whole);
    let status = status.ok_or_else(|| wrong("the status is a whole number of three digits"))?;
    let headers = member("headers");
    let headers = match headers.is_undefined() || headers.is_null() {
        true => Vec::new(),
        false => header_pairs(&headers)
            .ok_or_else(|| wrong("the headers are pairs of strings, or a Headers object"))?,
    };
    let body = match body(&member("body")) {
        Some(Body::Text(text)) => text.into_bytes(),
        Some(Body::Bytes(bytes)) => bytes,
        None => return Err(wrong("the body is a string, a Uint8Array or an ArrayBuffer")),
    };
    Ok(Response { status: status as u16, headers, body })
}

/// A body; none where it is neither text nor bytes.
pub(crate) fn body(value: &JsValue) -> Option<Body> {
    if let Some(text) = value.as_string() {
        return Some(Body::Text(text));
    }
    // Known by what they are, not by their class: Node's buffers and other realms have their own.
    let bytes = if ArrayBuffer::is_view(value) {
        let number = |name: &str| Reflect::get(value, &name.into()).ok()?.as_f64();
        let buffer = Reflect::get(value, &"buffer".into()).ok()?;
        let (offset, length) = (number("byteOffset")?, number("byteLength")?);
        Uint8Array::new_with_byte_offset_and_length(&buffer, offset as u32, length as u32)
    } else if tag(value) == "[object ArrayBuffer]" {
        Uint8Array::new(value)
    } else {
        return None;
    };
    Some(Body::Bytes(bytes.to_vec()))
}

pub(crate) fn format(value: &JsValue) -> Result<Format, JsValue> {
    match value.as_string().as_deref() {
        Some("json") => Ok(Format::Json),
        Some("xml") => Ok(Format::Xml),
        _ => Err(thrown("bad-argument", "The type of a document is \"json\" or \"xml\".")),
    }
}

/// A string argument.
pub(crate) fn text(value: &JsValue, what: &str) -> Result<String, JsValue> {
    let wrong = || thrown("bad-argument", &format!("{what} is a string."));
    value.as_string().ok_or_else(wrong)
}

/// JSON text; none for what JSON has no word for, and the reason in words where writing fails.
fn stringify(value: &JsValue) -> Result<Option<String>, String> {
    let text = JSON::stringify(value).map_err(|error| words(&error))?;
    Ok(JsValue::from(text).as_string())
}

fn parse(text: &str) -> Result<Json, String> {
    Json::parse(text).map_err(|unreadable| unreadable.message.trim_end_matches('.').to_owned())
}
