//! A key, a payload and a stamp in, the token of one request out.

use switchhook_path::{Json, JsonObject};

use super::{
    Secret,
    jws::seal,
    payload::{hash, hex},
};

/// Who says that a request is theirs.
const ISSUER: &str = "Vonage";

/// What requests are signed with.
#[derive(Clone, Copy, Debug)]
pub struct SigningKey<'k> {
    /// The account's API key, by which a receiver finds the secret.
    pub api_key: &'k str,
    /// The application, where there is one.
    pub application_id: Option<&'k str>,
    /// What only the account and the receiver know.
    pub secret: &'k Secret,
}

/// What makes a token one of a kind; it comes from outside, where there are a clock and randomness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When the request is signed, in whole seconds since 1970.
    pub iat: u64,
    /// What no other token has.
    pub jti: String,
}

impl Stamp {
    /// A time in whole seconds since 1970, and a UUID of random bytes (version 4: RFC 9562 §5.4).
    pub fn new(iat: u64, random: [u8; 16]) -> Stamp {
        Stamp { iat, jti: uuid(random) }
    }
}

fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0F | 0x40;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let mut text = hex(&bytes);
    for dash in [20, 16, 12, 8] {
        text.insert(dash, '-');
    }
    text
}

/// A compact HS256 JWT for one request. `Authorization: Bearer ` goes before it.
pub fn sign(payload: Option<&[u8]>, key: &SigningKey<'_>, stamp: &Stamp) -> String {
    let mut claims = JsonObject::new();
    claims.text("iss", ISSUER);
    claims.put("iat", &Json::from(stamp.iat));
    claims.text("jti", &stamp.jti);
    claims.text("api_key", key.api_key);
    if let Some(id) = key.application_id {
        claims.text("application_id", id);
    }
    if let Some(payload) = payload {
        claims.text("payload_hash", &hash(payload));
    }
    seal(Json::from(claims).as_json().as_bytes(), key.secret)
}
