//! Tokens by a table of attacks, each with what comes of it; tokens of ours hold, and a changed one does not.

use serde_json::Value;
use switchhook::{
    limits::TOKEN_BYTES,
    sign::{Claims, Refusal, Secret, SigningKey, Stamp, Terms, Token, sign},
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{SECRET, encoded, signature};
use crate::table;

const IAT: u64 = 1_790_000_000;

/// The token of a row: `{header}`, `{payload}` and `{signature}` stand for its parts, and `fill` for its length.
fn token(row: &Value) -> String {
    let text = |name: &str, usual: &str| row[name].as_str().unwrap_or(usual).to_owned();
    let header = encoded(text("header", r#"{"alg":"HS256","typ":"JWT"}"#).as_bytes());
    let mut claims = text("claims", r#"{"iat":1790000000,"jti":"j-1","api_key":"key"}"#);
    if let Some(length) = row["fill"].as_u64() {
        let payload = length as usize - header.len() - 45;
        claims.push_str(&" ".repeat(payload * 3 / 4 - claims.len()));
    }
    let payload = encoded(claims.as_bytes());
    let signature = signature(&format!("{header}.{payload}"), SECRET);
    text("token", "{header}.{payload}.{signature}")
        .replace("{header}", &header)
        .replace("{payload}", &payload)
        .replace("{signature}", &signature)
}

fn verified(row: &Value) -> Result<Claims, Refusal> {
    let number = |name: &str, usual: f64| row[name].as_f64().unwrap_or(usual);
    let terms = Terms {
        now: number("now", 1_790_000_030.0),
        max_age_seconds: number("maxAgeSeconds", 300.0),
        tolerance_seconds: number("toleranceSeconds", 60.0),
    };
    let body = row["body"].as_str().unwrap_or_default().as_bytes();
    Token::read(&token(row))?.verify(&Secret::new(SECRET).unwrap(), body, &terms)
}

#[test]
fn attacks() {
    table::run(include_str!("../../data/tokens.json"), |row| {
        let found = match &verified(row) {
            Ok(_) => "holds",
            Err(refusal) => {
                assert!(refusal.message.ends_with('.') && !refusal.message.contains("secret that"));
                refusal.ground.name()
            }
        };
        if row["expect"] == found { Ok(()) } else { Err(format!("{found}: {:?}", verified(row))) }
    });
}

#[test]
fn lengths_are_what_the_table_says() {
    let lengths = [8192, 8193].map(|fill| token(&serde_json::json!({ "fill": fill })).len());
    assert_eq!(lengths, [TOKEN_BYTES, TOKEN_BYTES + 1]);
}

fn signed(payload: Option<&[u8]>) -> String {
    let secret = Secret::new(SECRET).unwrap();
    let key = SigningKey { api_key: "key", application_id: Some("app"), secret: &secret };
    sign(payload, &key, &Stamp::new(IAT, [0xFF; 16]))
}

#[test]
fn a_token_says_who_when_and_what() {
    let token = Token::read(&signed(Some(b"{}"))).unwrap();
    let claims =
        token.verify(&Secret::new(SECRET).unwrap(), b"{}", &Terms::at(IAT as f64)).unwrap();
    let expected = r#"{"iss":"Vonage","iat":1790000000,"jti":"ffffffff-ffff-4fff-bfff-ffffffffffff","api_key":"key","application_id":"app","payload_hash":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}"#;
    assert_eq!(claims.json.as_json(), expected);
    assert_eq!((claims.api_key.as_str(), claims.iat), ("key", 1_790_000_000));
    assert!(!signed(None).contains('='));
    assert_eq!(Stamp::new(0, [0; 16]).jti, "00000000-0000-4000-8000-000000000000");
}

#[test]
fn no_flipped_bit_of_a_signature_holds() {
    let token = signed(None);
    let secret = Secret::new(SECRET).unwrap();
    let holds = |token: &str| {
        let read = Token::read(token);
        read.is_ok_and(|token| token.verify(&secret, b"", &Terms::at(IAT as f64)).is_ok())
    };
    assert!(holds(&token));
    let start = token.rfind('.').unwrap() + 1;
    assert_eq!(token.len() - start, 43);
    let mut tried = 0;
    for (at, bit) in (start..token.len()).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
        let mut bytes = token.clone().into_bytes();
        bytes[at] ^= 1 << bit;
        // The highest bit makes a character of more than one byte.
        let changed: String = bytes.into_iter().map(char::from).collect();
        assert!(!holds(&changed), "bit {bit} of byte {at}");
        tried += 1;
    }
    assert_eq!(tried, 344);
}

#[test]
fn an_empty_secret_is_none_and_no_secret_is_shown() {
    assert!(Secret::new(b"").is_none());
    assert_eq!(format!("{:?}", Secret::new(SECRET)), "Some(•••)");
}

#[test]
fn a_time_that_is_no_number_does_not_hold() {
    let token = Token::read(&signed(None)).unwrap();
    let secret = Secret::new(SECRET).unwrap();
    let usual = Terms::at(IAT as f64);
    let nan = f64::NAN;
    let terms = [
        Terms { now: nan, ..usual },
        Terms { max_age_seconds: nan, ..usual },
        Terms { tolerance_seconds: nan, ..usual },
    ];
    assert!(terms.iter().all(|terms| token.verify(&secret, b"", terms).is_err()));
}
