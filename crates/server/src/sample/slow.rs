//! A number of seconds in, an answer that takes that long out: as a whole, or in pieces.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use futures_util::stream;
use serde_json::json;
use tokio::time::{Instant, sleep, sleep_until};

use super::{answer, document};

/// How many pieces a slow body comes in.
const PIECES: u32 = 20;

/// Nothing at all, and then the whole answer.
pub(super) async fn delay(Path(text): Path<String>) -> Response {
    let Some(time) = seconds(&text) else {
        return out_of_range("/sample/delay/1.5");
    };
    sleep(time).await;
    let value = json!({ "waited": time.as_secs_f64(), "data": { "userId": document::USER_ID } });
    answer::value(StatusCode::OK, &value)
}

/// The head at once, and then the order of `/sample/json` piece by piece.
pub(super) async fn slow_body(uri: Uri) -> Response {
    let text = answer::parameter(&uri, "seconds");
    let Some(time) = text.map_or(Some(Duration::from_secs(5)), |text| seconds(&text)) else {
        return out_of_range("/sample/slow-body?seconds=1.5");
    };
    let start = Instant::now();
    let size = document::ORDER.len().div_ceil(PIECES as usize);
    let pieces = document::ORDER.as_bytes().chunks(size).zip(1..);
    let body = stream::unfold(pieces, move |mut pieces| async move {
        let (piece, number) = pieces.next()?;
        sleep_until(start + time * number / PIECES).await;
        Some((Ok::<_, Infallible>(Bytes::from_static(piece)), pieces))
    });
    answer::typed(answer::JSON, Body::from_stream(body))
}

fn seconds(text: &str) -> Option<Duration> {
    let seconds = text.parse().ok().filter(|seconds| (0.0..=60.0).contains(seconds))?;
    Duration::try_from_secs_f64(seconds).ok()
}

fn out_of_range(example: &str) -> Response {
    let sentence = format!("The seconds are a number from 0 to 60, such as {example}.");
    answer::refusal(StatusCode::BAD_REQUEST, &sentence)
}
