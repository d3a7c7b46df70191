//! A number of kilobytes in, a JSON document of exactly that size out, made while it is sent.

use std::{io, iter};

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::{answer, document};

/// About as much as is sent at once.
const PIECE: usize = 16 * 1024;

const TAIL: &str = "\n  ]\n}\n";

/// A list of items that fills the kilobytes asked for.
pub(super) async fn big(Path(text): Path<String>) -> Response {
    let Ok(kilobytes @ 1..=65536) = text.parse() else {
        return answer::refusal(
            StatusCode::BAD_REQUEST,
            "The kilobytes are a whole number from 1 to 65536, such as /sample/big/1024.",
        );
    };
    let size: usize = kilobytes * 1024;
    let body = stream::iter(pieces(size).map(Ok::<_, io::Error>));
    ([(CONTENT_LENGTH, size)], answer::typed(answer::JSON, Body::from_stream(body))).into_response()
}

/// The document, whose list ends where the next item would not fit; white space fills the rest.
fn pieces(size: usize) -> impl Iterator<Item = Bytes> {
    let mut left = size;
    let mut number = 0;
    iter::from_fn(move || {
        if left == 0 {
            return None;
        }
        let mut piece = if number == 0 { head(size) } else { String::new() };
        while piece.len() < PIECE {
            // An item never takes the tail's room, so this is never below zero.
            let room = left - piece.len() - TAIL.len();
            let item = item(number);
            if item.len() > room {
                piece.extend(iter::repeat_n(' ', room));
                piece.push_str(TAIL);
                break;
            }
            piece.push_str(&item);
            number += 1;
        }
        left -= piece.len();
        Some(Bytes::from(piece))
    })
}

fn head(size: usize) -> String {
    let user_id = document::USER_ID;
    format!("{{\n  \"data\": {{ \"userId\": {user_id}, \"bytes\": {size} }},\n  \"items\": [")
}

fn item(number: usize) -> String {
    let comma = if number == 0 { "" } else { "," };
    let (euros, cents) = (number % 90 + 5, number * 7 % 90 + 10);
    format!(
        "{comma}\n    {{ \"id\": {number}, \"sku\": \"SKU-{number:06}\", \"name\": \"Item {number}\", \
         \"price\": {euros}.{cents}, \"tags\": [\"sample\", \"big\"], \"stock\": {{ \"count\": {cents}, \
         \"warehouse\": \"Porto\" }} }}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_is_met_and_is_json() {
        let failing: Vec<usize> = (1024..1400)
            .chain([PIECE - 1, PIECE, PIECE + 1, PIECE + 60, 2 * PIECE, 1024 * 1024])
            .filter(|&size| {
                let text: Vec<u8> = pieces(size).flatten().collect();
                text.len() != size || serde_json::from_slice::<serde_json::Value>(&text).is_err()
            })
            .collect();
        assert!(failing.is_empty(), "sizes: {failing:?}");
    }
}
