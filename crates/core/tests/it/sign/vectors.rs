//! Wycheproof: HMAC-SHA256 and JSON Web Signature, each test with what it is labelled as.

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use switchhook::sign::{Secret, open};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const HMAC: &str = include_str!("../../vectors/wycheproof/hmac_sha256_test.json");
const JWS: &str = include_str!("../../vectors/wycheproof/json_web_signature_test.json");

/// Tests whose label is wrong: their number, what they are, and why.
const WRONG_LABELS: [(u64, bool, &str); 4] = [
    (367, true, "byte for byte the token of 357, which is valid (issue 236 of Wycheproof)"),
    (370, true, "byte for byte the token of 357, which is valid (issue 236 of Wycheproof)"),
    (372, false, "a `?` is no base64url (RFC 7515 §2, RFC 4648 §5)"),
    (373, false, "a `?` is no base64url (RFC 7515 §2, RFC 4648 §5)"),
];

/// Each test of a suite with its group.
fn tests(suite: &str) -> Vec<(Value, Value)> {
    let suite: Value = serde_json::from_str(suite).unwrap();
    let groups = suite["testGroups"].as_array().unwrap().iter();
    let of_group = |group: &Value| -> Vec<(Value, Value)> {
        let tests = group["tests"].as_array().unwrap().iter();
        tests.map(|test| (group.clone(), test.clone())).collect()
    };
    groups.flat_map(of_group).collect()
}

fn bytes(hex: &Value) -> Vec<u8> {
    let digits: Vec<u32> = hex.as_str().unwrap().chars().map(|c| c.to_digit(16).unwrap()).collect();
    digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
}

#[test]
fn hmac_sha256() {
    let tests = tests(HMAC);
    let mut wrong = Vec::new();
    let mut whole = 0;
    for (group, test) in &tests {
        let (key, message, tag) = (bytes(&test["key"]), bytes(&test["msg"]), bytes(&test["tag"]));
        let mac = Hmac::<Sha256>::new_from_slice(&key).unwrap().chain_update(&message);
        let is_valid = test["result"] == "valid";
        let is_whole = group["tagSize"] == 256;
        whole += usize::from(is_whole);
        let of_crate = mac.verify_truncated_left(&tag).is_ok();
        // A tag that is cut is none of ours, however right the rest of it is.
        let ours = Secret::new(&key).unwrap().signed(&message, &tag);
        if of_crate != is_valid || ours != (is_valid && is_whole) {
            wrong.push(&test["tcId"]);
        }
    }
    assert_eq!((tests.len(), whole, wrong), (174, 87, vec![]));
}

#[test]
fn json_web_signatures() {
    let tests = tests(JWS);
    let mut wrong = Vec::new();
    let mut counts = [0; 3];
    for (group, test) in &tests {
        let number = test["tcId"].as_u64().unwrap();
        // What is no HS256 may be no string, and is tried with the public key's own text as the secret.
        let is_ours = group["private"]["alg"] == "HS256";
        let secret = match &group["private"]["k"] {
            Value::String(key) if is_ours => Base64UrlUnpadded::decode_vec(key).unwrap(),
            _ => group.get("public").unwrap_or(&group["private"]).to_string().into_bytes(),
        };
        let corrected = WRONG_LABELS.iter().find(|(wrong, ..)| *wrong == number);
        let labelled = test["result"] == "valid";
        assert!(
            corrected.is_none_or(|(_, right, _)| *right != labelled),
            "{number} is right by now"
        );
        let want = is_ours && corrected.map_or(labelled, |(_, right, _)| *right);
        let token = match &test["jws"] {
            Value::String(token) => token.clone(),
            other => other.to_string(),
        };
        let opened = open(&token, &Secret::new(&secret).unwrap());
        if opened.is_ok() != want {
            wrong.push(number);
        }
        counts[if !is_ours { 2 } else { usize::from(!want) }] += 1;
    }
    assert_eq!((tests.len(), counts, wrong), (401, [10, 30, 361], vec![]));
}
