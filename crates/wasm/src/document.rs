//! The parsed document behind `ResponseDocument`, and the check of a path that stands by itself.

use switchhook::{
    Code, Problem,
    path::{Document, Json, Path, PathError},
};
use switchhook_boundary::{
    decode::{self, Body},
    encode,
    error::{thrown, with_problems},
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// Suggestions where the caller names no number.
const SUGGESTIONS: usize = 50;

/// A parsed response.
#[wasm_bindgen]
pub struct DocumentHandle {
    document: Document,
}

#[wasm_bindgen]
impl DocumentHandle {
    /// Reads a whole document; throws where it is malformed anywhere.
    #[wasm_bindgen(constructor)]
    pub fn new(format: &JsValue, body: &JsValue) -> Result<DocumentHandle, JsValue> {
        let format = decode::format(format)?;
        let wrong = |why| thrown("bad-argument", &format!("There is no document: {why}."));
        let document = match decode::body(body).map_err(wrong)? {
            Body::Text(text) => Document::from_text(format, &text),
            Body::Bytes(bytes) => Document::parse(format, &bytes.to_vec()),
        };
        let document = document.map_err(|error| thrown("unreadable-body", &error.message))?;
        Ok(DocumentHandle { document })
    }

    /// What a path selects, as JSON text.
    pub fn select(&self, path: &JsValue) -> Result<String, JsValue> {
        let text = decode::text(path, "A path")?;
        let path = Path::parse(&text).map_err(|error| {
            let message = error.message.clone();
            let problem = encode::problem_of_text(&problem(error), &text);
            with_problems("bad-path", &message, &Json::array([problem]))
        })?;
        let nodes = self.document.select(&path);
        let nodes = nodes.map_err(|error| thrown("too-complex", error.message()))?;
        Ok(encode::selection(path.is_singular(), nodes))
    }

    /// Paths that continue what has been typed.
    pub fn suggest(&self, typed: &JsValue, limit: Option<f64>) -> Result<JsValue, JsValue> {
        let typed = decode::text(typed, "What has been typed")?;
        let limit = limit.map_or(SUGGESTIONS, |limit| limit as usize);
        Ok(encode::plain(&encode::suggestions(&self.document.suggest(&typed, limit))))
    }
}

/// What is wrong with a path, or undefined.
#[wasm_bindgen(js_name = checkPath)]
pub fn check_path(path: &JsValue) -> Result<JsValue, JsValue> {
    let text = decode::text(path, "A path")?;
    Ok(match Path::parse(&text) {
        Ok(_) => JsValue::UNDEFINED,
        Err(error) => encode::plain(&encode::problem_of_text(&problem(error), &text)),
    })
}

fn problem(error: PathError) -> Problem {
    Problem::new(Code::BadPath, "", error.message).at(error.range)
}
