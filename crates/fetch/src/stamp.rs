//! The host's clock and randomness in, the stamp of a signature out (Web Cryptography, `getRandomValues`).

use switchhook::{Failure, Reason, sign::Stamp};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::words::words;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn fill(bytes: &mut [u8]) -> Result<(), JsValue>;
}

/// The stamp of a request that is signed now.
///
/// # Errors
/// `InvalidRequest` where the runtime has no randomness that can be trusted.
pub fn stamp() -> Result<Stamp, Failure> {
    let mut random = [0; 16];
    fill(&mut random).map_err(|thrown| {
        let why = words(&thrown);
        let message =
            format!("The request cannot be signed: this runtime gives no random bytes ({why}).");
        Failure::new(Reason::InvalidRequest, message)
    })?;
    Ok(Stamp::new((js_sys::Date::now() / 1000.0) as u64, random))
}
