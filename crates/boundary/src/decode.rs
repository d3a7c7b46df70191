//! What JavaScript hands in becomes what the core takes, or an error that says what was expected.
//! Values go through `JSON.stringify`: own properties only, and nobody's getters in between.

use js_sys::{JSON, Reflect, Uint8Array};
use switchhook::{
    ParameterDeclaration, Values,
    path::{Format, Json, Kind},
};
use switchhook_fetch::{NoBytes, bytes, header_pairs, words};
use wasm_bindgen::JsValue;

use crate::error::thrown;

/// A body: text, or bytes.
pub enum Body {
    /// Text, which has no encoding.
    Text(String),
    /// Bytes, in JavaScript's memory.
    Bytes(Uint8Array),
}

/// A response that was received elsewhere.
pub struct Response {
    /// The status code: three digits.
    pub status: u16,
    /// Names and values, in their order.
    pub headers: Vec<(String, String)>,
    /// The body after content decoding.
    pub body: Body,
}

/// A definition as JSON text: a string is taken for it.
///
/// # Errors
/// `invalid-definition`, where it cannot be written as JSON.
pub fn definition(value: &JsValue) -> Result<String, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(text);
    }
    let text = stringify(value).map_err(|why| {
        thrown("invalid-definition", &format!("The definition cannot be written as JSON: {why}."))
    })?;
    // What JSON has no word for, such as undefined, is no object: the core says so.
    Ok(text.unwrap_or_else(|| "null".to_owned()))
}

/// A list of `ParameterDeclaration`s; none where nothing is given.
///
/// # Errors
/// `bad-declarations`, with what is wrong with which.
pub fn declarations(value: &JsValue) -> Result<Vec<ParameterDeclaration>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let wrong = |why: &str| {
        let message =
            format!("The declarations are a list of {{ name, entity, value?, secret? }}: {why}.");
        thrown("bad-declarations", &message)
    };
    let text = stringify(value).map_err(|why| wrong(&why))?;
    let json = text.map(|text| parse(&text)).transpose().map_err(|why| wrong(&why))?;
    let list = json.and_then(|json| json.elements());
    let list = list.ok_or_else(|| wrong("this is no list"))?;
    let mut declarations = Vec::with_capacity(list.len());
    for (index, declared) in list.iter().enumerate() {
        let declared = declaration(declared);
        declarations.push(declared.map_err(|why| wrong(&format!("of number {index}, {why}")))?);
    }
    Ok(declarations)
}

/// One of the contract's `ParameterDeclaration`s.
fn declaration(declared: &Json) -> Result<ParameterDeclaration, String> {
    let members = declared.members().ok_or("only an object is a declaration")?;
    let member = |name| members.iter().find(|(member, _)| member == name).map(|(_, given)| given);
    let text = |name| match member(name) {
        Some(given) if given.kind() == Kind::String => Ok(given.as_text().into_owned()),
        _ => Err(format!("the {name} is no string")),
    };
    let (name, entity) = (text("name")?, text("entity")?);
    let secret = match member("secret").map(Json::as_json) {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err("`secret` is neither true nor false".to_owned()),
    };
    Ok(ParameterDeclaration { name, entity, value: member("value").cloned(), secret })
}

/// Values of parameters by name; none where nothing is given.
///
/// # Errors
/// `bad-values`, where they are no object of JSON values.
pub fn values(value: &JsValue) -> Result<Values, JsValue> {
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
    members.map(named).ok_or_else(|| wrong("this is no object".to_owned()))
}

fn named(members: Vec<(String, Json)>) -> Values {
    let mut values = Values::new();
    for (name, value) in members {
        values.insert(name.into(), value);
    }
    values
}

/// A `ReceivedResponse`.
///
/// # Errors
/// `bad-response`, with what is wrong with it.
pub fn response(value: &JsValue) -> Result<Response, JsValue> {
    let wrong = |why: &str| {
        thrown("bad-response", &format!("A response is {{ status, headers?, body }}: {why}."))
    };
    let member = |name| Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default();
    let whole = |status: &f64| status.fract() == 0.0 && (100.0..=999.0).contains(status);
    let status = member("status").as_f64().filter(whole);
    let status = status.ok_or_else(|| wrong("the status is a whole number of three digits"))?;
    let headers = Reflect::get(value, &JsValue::from_str("headers"));
    let headers = headers.map_err(|_| wrong("the headers cannot be read"))?;
    let headers = match headers.is_undefined() || headers.is_null() {
        true => Vec::new(),
        false => header_pairs(&headers)
            .ok_or_else(|| wrong("the headers are pairs of strings, or a Headers object"))?,
    };
    let body = match body(&member("body")).map_err(|why| wrong(&why))? {
        // Text has no encoding, whatever it declares: a mark wins over declarations.
        Body::Text(text) if !text.is_empty() && !text.starts_with('\u{FEFF}') => {
            Body::Text(format!("\u{FEFF}{text}"))
        }
        body => body,
    };
    Ok(Response { status: status as u16, headers, body })
}

/// A body.
///
/// # Errors
/// Why it is none, in words.
pub fn body(value: &JsValue) -> Result<Body, String> {
    if let Some(text) = value.as_string() {
        return Ok(Body::Text(text));
    }
    match bytes(value) {
        Ok(bytes) => Ok(Body::Bytes(bytes)),
        Err(NoBytes::Other) => {
            Err("the body is a string, a Uint8Array or an ArrayBuffer".to_owned())
        }
        Err(NoBytes::Gone) => Err("the body's buffer was transferred away".to_owned()),
    }
}

/// The type of a document.
///
/// # Errors
/// `bad-argument`, where it is neither "json" nor "xml".
pub fn format(value: &JsValue) -> Result<Format, JsValue> {
    match value.as_string().as_deref() {
        Some("json") => Ok(Format::Json),
        Some("xml") => Ok(Format::Xml),
        _ => Err(thrown("bad-argument", "The type of a document is \"json\" or \"xml\".")),
    }
}

/// A string argument.
///
/// # Errors
/// `bad-argument`, which names `what` it should have been.
pub fn text(value: &JsValue, what: &str) -> Result<String, JsValue> {
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
