//! Bytes as JSON: serde_json and this project read them alike.

use crate::oracle::json::agree;

/// Any bytes.
pub fn json(body: &[u8]) {
    agree(body);
}
