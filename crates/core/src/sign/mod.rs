//! Signed requests: a key, a payload and a [`Stamp`] in, a compact HS256 JWT out; and such a [`Token`] in, its
//! claims out, or why it is refused (RFC 7515, RFC 7519; DESIGN: signing).
//!
//! ```
//! use switchhook::sign::{Secret, SigningKey, Stamp, Terms, Token, sign};
//!
//! let secret = Secret::new(b"correct horse battery staple").unwrap();
//! let key = SigningKey { api_key: "abcd1234", application_id: None, secret: &secret };
//! let body = br#"{"order":"A 17"}"#;
//! let token = sign(Some(body), &key, &Stamp::new(1_790_000_000, [7; 16]));
//!
//! let token = Token::read(&format!("Bearer {token}"))?;
//! assert_eq!(token.api_key(), "abcd1234");
//! let claims = token.verify(&secret, body, &Terms::at(1_790_000_030.0))?;
//! assert_eq!(claims.jti, "07070707-0707-4707-8707-070707070707");
//! assert!(token.verify(&secret, b"{}", &Terms::at(1_790_000_030.0)).is_err());
//! # Ok::<(), switchhook::sign::Refusal>(())
//! ```

mod refusal;

mod secret;

mod jws;

mod payload;

mod make;

mod verify;

pub use jws::open;
pub use make::{SigningKey, Stamp, sign};
pub use payload::payload;
pub use refusal::{Ground, Refusal};
pub use secret::Secret;
pub use verify::{Claims, Terms, Token};
