//! Signed requests behind `signWebhook` and `verifyWebhook`. What the caller hands in to be asked, the look-up of
//! secrets and `seen`, is asked by the JavaScript half.

use js_sys::{Date, Function, Reflect};
use switchhook::sign::{Refusal, Secret, SigningKey, Stamp, Terms, Token, sign};
use switchhook_boundary::{
    decode::{self, Body},
    error::{failed, thrown},
};
use switchhook_fetch::stamp;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::options::{member, wrong};

/// The token of a request with this body.
#[wasm_bindgen(js_name = signWebhook)]
pub fn sign_webhook(body: &JsValue, key: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    let body = payload(body)?;
    let secret = text_of(key, "secret")?.and_then(|secret| Secret::new(secret.as_bytes()));
    let (Some(api_key), Some(secret)) = (text_of(key, "apiKey")?, secret) else {
        return Err(wrong_key("neither apiKey nor secret may be left out"));
    };
    let application = text_of(key, "applicationId")?;
    let key =
        SigningKey { api_key: &api_key, application_id: application.as_deref(), secret: &secret };
    Ok(sign(body.as_deref(), &key, &stamp_of(options)?))
}

/// The API key of a token that nobody has verified yet.
#[wasm_bindgen(js_name = apiKeyOf)]
pub fn api_key_of(authorization: &JsValue) -> Result<String, JsValue> {
    Ok(read(authorization)?.api_key().to_owned())
}

/// The claims of a token that holds, as JSON text. `looked_up`: the secret is what the caller's look-up gave.
#[wasm_bindgen(js_name = verifyWebhook)]
pub fn verify_webhook(
    authorization: &JsValue,
    body: &JsValue,
    secret: &JsValue,
    looked_up: bool,
    options: &JsValue,
) -> Result<String, JsValue> {
    let (body, terms) = (payload(body)?, terms(options)?);
    let token = read(authorization)?;
    let known = secret.as_string().and_then(|secret| Secret::new(secret.as_bytes()));
    let known = known.ok_or_else(|| match looked_up {
        true if secret.is_undefined() || secret.is_null() => {
            thrown("unknown-key", "No secret is known for the token's API key.")
        }
        true => {
            let message = "The look-up gives a secret at once, as a text that is not empty; what it gave is none.";
            thrown("unknown-key", message)
        }
        false => thrown("bad-argument", "The secret is a text, which is not empty, or a look-up."),
    })?;
    let claims = token.verify(&known, body.as_deref().unwrap_or_default(), &terms);
    claims.map(|claims| claims.json.for_js().into_owned()).map_err(|refusal| refused(&refusal))
}

fn read(authorization: &JsValue) -> Result<Token, JsValue> {
    // A request without the header is a matter of its sender, too.
    let text = authorization.as_string();
    let text = text.ok_or_else(|| {
        thrown("bad-token", "There is no token: the request has no Authorization header.")
    })?;
    Token::read(&text).map_err(|refusal| refused(&refusal))
}

fn refused(refusal: &Refusal) -> JsValue {
    thrown(refusal.ground.name(), &refusal.message)
}

/// The bytes of a body; nothing where there is none.
fn payload(body: &JsValue) -> Result<Option<Vec<u8>>, JsValue> {
    if body.is_undefined() || body.is_null() {
        return Ok(None);
    }
    let wrong = |why: String| {
        thrown("bad-argument", &format!("There is nothing to hash: {why}, or undefined for none."))
    };
    Ok(Some(match decode::body(body).map_err(wrong)? {
        Body::Text(text) => text.into_bytes(),
        Body::Bytes(bytes) => bytes.to_vec(),
    }))
}

/// A text of a key; nothing where it is left out.
fn text_of(key: &JsValue, name: &str) -> Result<Option<String>, JsValue> {
    let given = Reflect::get(key, &JsValue::from_str(name)).unwrap_or_default();
    if given.is_undefined() || given.is_null() {
        return Ok(None);
    }
    let text = given.as_string().filter(|text| !text.is_empty());
    text.map(Some).ok_or_else(|| wrong_key(&format!("{name} is a text, which is not empty")))
}

fn wrong_key(why: &str) -> JsValue {
    thrown("bad-argument", &format!("A key is {{ apiKey, secret, applicationId? }}: {why}."))
}

fn stamp_of(options: &JsValue) -> Result<Stamp, JsValue> {
    let now = seconds_now(options)? as u64;
    let Some(jti) = member(options, "jti")? else {
        return stamp()
            .map(|stamp| Stamp { iat: now, ..stamp })
            .map_err(|failure| failed(&failure));
    };
    let jti = jti.as_string().filter(|jti| !jti.is_empty());
    Ok(Stamp { iat: now, jti: jti.ok_or_else(|| wrong("jti is a text, which is not empty"))? })
}

fn terms(options: &JsValue) -> Result<Terms, JsValue> {
    let usual = Terms::at(seconds_now(options)?);
    let seconds = |name, usual| match member(options, name)? {
        None => Ok(usual),
        Some(given) => given
            .as_f64()
            .filter(|seconds| *seconds >= 0.0)
            .ok_or_else(|| wrong(&format!("{name} is a number of seconds, 0 or more"))),
    };
    Ok(Terms {
        max_age_seconds: seconds("maxAgeSeconds", usual.max_age_seconds)?,
        tolerance_seconds: seconds("toleranceSeconds", usual.tolerance_seconds)?,
        ..usual
    })
}

/// The caller's time, or the host's; in seconds since 1970.
fn seconds_now(options: &JsValue) -> Result<f64, JsValue> {
    let Some(now) = member(options, "now")? else { return Ok(Date::now() / 1000.0) };
    // Known by what it does, not by its class: other realms have their own.
    let time = member(&now, "getTime").unwrap_or_default();
    let time = time.and_then(|time| time.dyn_into::<Function>().ok());
    let time = time.and_then(|time| time.call0(&now).ok()?.as_f64());
    let time = time.filter(|time| time.is_finite() && *time >= 0.0);
    time.map(|time| time / 1000.0).ok_or_else(|| wrong("now is a valid Date, of 1970 or later"))
}
