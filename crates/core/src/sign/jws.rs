//! Bytes and a secret in, a compact JWS out; and such a JWS in, its bytes out where the secret made its signature (RFC
//! 7515 §7.1). HS256 and nothing else: what the header says beside that is never acted upon.

use base64ct::{Base64UrlUnpadded, Encoding};
use switchhook_path::Json;

use super::{Ground, Refusal, Secret};
use crate::limits::TOKEN_BYTES;

/// The one header that is written.
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

/// The three parts of a JWS, its header checked, its signature not.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    /// What the signature is of: header and payload as they are sent.
    signed: String,
    pub(super) payload: Vec<u8>,
    signature: Vec<u8>,
}

/// The JWS of a payload.
pub(super) fn seal(payload: &[u8], secret: &Secret) -> String {
    let mut token = Base64UrlUnpadded::encode_string(HEADER.as_bytes());
    token.push('.');
    token.push_str(&Base64UrlUnpadded::encode_string(payload));
    let signature = secret.tag(token.as_bytes());
    token.push('.');
    token.push_str(&Base64UrlUnpadded::encode_string(&signature));
    token
}

/// The payload of a JWS, where the secret made its signature.
///
/// # Errors
/// `BadToken` where it is no compact JWS of HS256, `BadSignature` where the signature is another's.
pub fn open(token: &str, secret: &Secret) -> Result<Vec<u8>, Refusal> {
    let parts = Parts::read(token)?;
    parts.verify(secret)?;
    Ok(parts.payload)
}

impl Parts {
    /// Takes a JWS apart; an algorithm other than HS256 is refused here, before anyone looks for a key.
    pub(super) fn read(token: &str) -> Result<Parts, Refusal> {
        if token.len() > TOKEN_BYTES {
            let message = format!("The token has more than {TOKEN_BYTES} bytes, which none needs.");
            return Err(Refusal::bad_token(message));
        }
        let mut parts = token.split('.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            let message = "The token is no compact JWT: it has three parts with dots between them.";
            return Err(Refusal::bad_token(message));
        };
        check_header(&decoded(header, "header")?)?;
        Ok(Parts {
            signed: format!("{header}.{payload}"),
            payload: decoded(payload, "payload")?,
            signature: decoded(signature, "signature")?,
        })
    }

    /// Whether the secret made the signature; any wrong one is refused in the same way.
    pub(super) fn verify(&self, secret: &Secret) -> Result<(), Refusal> {
        if secret.signed(self.signed.as_bytes(), &self.signature) {
            return Ok(());
        }
        let message = "The signature is wrong: another secret made it, or the token was changed.";
        Err(Refusal::new(Ground::BadSignature, message))
    }
}

/// Base64url without padding, in the one spelling that the bytes have (RFC 4648 §3.5, §5).
fn decoded(part: &str, name: &str) -> Result<Vec<u8>, Refusal> {
    Base64UrlUnpadded::decode_vec(part).map_err(|_| {
        Refusal::bad_token(format!("The token's {name} is no base64url without padding."))
    })
}

/// JSON of a part, with every name once.
pub(super) fn json(part: &[u8], name: &str) -> Result<Json, Refusal> {
    let text = std::str::from_utf8(part)
        .map_err(|_| Refusal::bad_token(format!("The token's {name} is not UTF-8.")))?;
    Json::parse_unique(text).map_err(|unreadable| {
        Refusal::bad_token(format!("The token's {name} cannot be read: {unreadable}"))
    })
}

/// Keys that a header names or brings along (`kid`, `jwk`, `jku`, `x5u`) are not looked at.
fn check_header(header: &[u8]) -> Result<(), Refusal> {
    let header = json(header, "header")?;
    if header.member("alg").as_ref().map(Json::as_json) != Some(r#""HS256""#) {
        let message = "The token's algorithm is not HS256, and no other is taken.";
        return Err(Refusal::bad_token(message));
    }
    if header.member("crit").or(header.member("b64")).is_some() {
        let message = "The token's header asks for an extension, and none is known here.";
        return Err(Refusal::bad_token(message));
    }
    Ok(())
}
