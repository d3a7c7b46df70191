//! Text as a token: what holds has one spelling and is what others read in it, and what was changed does not hold.

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use switchhook::sign::{Secret, SigningKey, Stamp, Terms, Token, open, sign};

const SECRET: &[u8] = b"a secret that is long enough";

/// A token, and on two lines behind it the header and the claims of another one. Both are signed, whatever they are.
pub fn token(input: &[u8]) {
    changed(input);
    let Ok(text) = std::str::from_utf8(input) else { return };
    let (token, rest) = text.split_once('\n').unwrap_or((text, ""));
    let (parts, _) = token.rsplit_once('.').unwrap_or((token, ""));
    holds(&signed(parts));
    let (header, claims) = rest.split_once('\n').unwrap_or((rest, ""));
    let encoded = [header, claims].map(|part| Base64UrlUnpadded::encode_string(part.as_bytes()));
    holds(&signed(&encoded.join(".")));
}

fn signed(parts: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(SECRET).unwrap().chain_update(parts);
    format!("{parts}.{}", Base64UrlUnpadded::encode_string(&mac.finalize().into_bytes()))
}

/// Where a token holds, it is written as its bytes are always written, and serde_json reads the same in it.
fn holds(token: &str) {
    let secret = Secret::new(SECRET).unwrap();
    let opened = open(token, &secret);
    let read = Token::read(token);
    if let Ok(payload) = &opened {
        let parts: Vec<&str> = token.split('.').collect();
        let header = Base64UrlUnpadded::decode_vec(parts[0]).unwrap();
        assert_eq!(parts[0], Base64UrlUnpadded::encode_string(&header));
        assert_eq!(parts[1], Base64UrlUnpadded::encode_string(payload));
        assert_eq!(parts.len(), 3);
        // serde_json takes neither numbers beyond a double nor half a surrogate pair.
        if let Ok(header) = serde_json::from_slice::<Value>(&header) {
            assert_eq!(header["alg"], "HS256");
            assert!(header.get("crit").is_none() && header.get("b64").is_none());
        }
    }
    let Ok(token) = read else { return };
    let payload = opened.unwrap();
    let terms = Terms { max_age_seconds: f64::INFINITY, ..Terms::at(1e15) };
    match token.verify(&secret, b"", &terms) {
        Ok(claims) => {
            let Ok(theirs) = serde_json::from_slice::<Value>(&payload) else { return };
            assert_eq!(theirs["jti"], *claims.jti);
            assert_eq!(theirs["api_key"], *claims.api_key);
            assert_eq!(theirs["iat"].as_f64(), Some(claims.iat as f64));
        }
        Err(refusal) => assert!(refusal.message.ends_with('.'), "{refusal}"),
    }
}

/// A token of ours with some of its bytes exchanged: a place in two bytes and a byte, again and again.
fn changed(input: &[u8]) {
    let secret = Secret::new(SECRET).unwrap();
    let key = SigningKey { api_key: "key", application_id: None, secret: &secret };
    let token = sign(Some(b"{}"), &key, &Stamp::new(1_790_000_000, [7; 16]));
    let mut bytes = token.clone().into_bytes();
    for change in input.chunks_exact(3) {
        let place = usize::from(u16::from_be_bytes([change[0], change[1]])) % bytes.len();
        bytes[place] = change[2];
    }
    let Ok(other) = String::from_utf8(bytes) else { return };
    let read = Token::read(&other);
    let held = read.and_then(|token| token.verify(&secret, b"{}", &Terms::at(1_790_000_000.0)));
    assert_eq!(held.is_ok(), other == token);
}
