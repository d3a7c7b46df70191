//! Signed requests: the vectors of others, a table of attacks, and what a node signs.

mod constant_time;
mod requests;
mod tokens;
mod vectors;

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub(super) const SECRET: &[u8] = b"a secret that is long enough";

/// Base64url without padding.
pub(super) fn encoded(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// The signature of a message as it stands in a token.
pub(super) fn signature(message: &str, secret: &[u8]) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret).unwrap().chain_update(message);
    encoded(&mac.finalize().into_bytes())
}
