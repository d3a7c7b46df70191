//! Hostile tokens and bodies: signed and verified.

use std::hint::black_box;

use switchhook::sign::{Secret, SigningKey, Stamp, Terms, Token, sign};

use super::{Work, check};

const NOW: u64 = 1_790_000_000;

fn reading(token: String) -> Work {
    Work::new(move || {
        let Ok(token) = Token::read(black_box(&token)) else { return };
        let secret = Secret::new(b"secret").expect("a secret");
        drop(black_box(token.verify(&secret, b"", &Terms::at(NOW as f64))));
    })
}

#[test]
fn tokens() {
    check(&[
        ("dots", 10_000, |n| reading(".".repeat(n))),
        ("one part", 10_000, |n| reading("a".repeat(n))),
        ("a scheme and white space", 10_000, |n| reading(format!("Bearer {}", " ".repeat(n)))),
        ("brackets", 1_500, |n| reading(format!("{}.{}.a", "W1tb".repeat(n), "W1tb".repeat(n)))),
        ("a body", 5_000, |n| {
            let (body, secret) = (vec![b'x'; n], Secret::new(b"secret").expect("a secret"));
            Work::new(move || {
                let key = SigningKey { api_key: "key", application_id: None, secret: &secret };
                let token = sign(Some(&body), &key, &Stamp::new(NOW, [7; 16]));
                let token = Token::read(&token).expect("a token");
                drop(black_box(token.verify(&secret, &body, &Terms::at(NOW as f64))));
            })
        }),
    ]);
}
