//! A signature secret in; signatures, and whether one is right, out (HMAC-SHA256: RFC 2104, FIPS 180-4).

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::parameter::MASK;

/// A signature secret, which is never empty. Nothing shows it.
#[derive(Clone)]
pub struct Secret(Hmac<Sha256>);

impl Secret {
    /// The secret of these bytes; none where there are none, since everybody knows the empty secret.
    pub fn new(bytes: &[u8]) -> Option<Secret> {
        let keyed = Hmac::new_from_slice(bytes).ok().filter(|_| !bytes.is_empty());
        keyed.map(Secret)
    }

    /// The signature of a message.
    pub(super) fn tag(&self, message: &[u8]) -> [u8; 32] {
        self.0.clone().chain_update(message).finalize().into_bytes().into()
    }

    /// Whether this is the signature of the message, all 32 bytes of it; in a time that does not tell how much of it is
    /// right.
    pub fn signed(&self, message: &[u8], tag: &[u8]) -> bool {
        self.0.clone().chain_update(message).verify_slice(tag).is_ok()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(MASK)
    }
}
