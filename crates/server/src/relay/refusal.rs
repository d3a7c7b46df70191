//! Why the relay has no answer of the server's to pass on: a status, a kind for programs and a sentence
//! for people become JSON.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// What the relay answers by itself.
#[derive(Debug, PartialEq)]
pub(super) struct Refusal {
    status: StatusCode,
    kind: &'static str,
    message: String,
}

impl Refusal {
    pub(super) fn foreign_page() -> Refusal {
        let message = "This relay serves the studio of its own server alone: a page of another \
                       origin, or a program, may not use it.";
        Refusal::new(StatusCode::FORBIDDEN, "foreign-page", message)
    }

    /// `why` is the end of a sentence about the request.
    pub(super) fn bad_request(why: &str) -> Refusal {
        let message = format!("The relay cannot send this request: {why}.");
        Refusal::new(StatusCode::BAD_REQUEST, "bad-request", message)
    }

    pub(super) fn too_large() -> Refusal {
        let message = "The relay takes bodies of up to 32 MiB.";
        Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", message)
    }

    pub(super) fn timeout(seconds: u64) -> Refusal {
        let message = format!("The server had not answered after {seconds} s.");
        Refusal::new(StatusCode::GATEWAY_TIMEOUT, "timeout", message)
    }

    /// The server could not be reached, or broke off before its answer began.
    pub(super) fn no_answer(kind: &'static str, message: impl Into<String>) -> Refusal {
        Refusal::new(StatusCode::BAD_GATEWAY, kind, message)
    }

    fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { status, kind, message: message.into() }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let value = json!({ "error": { "kind": self.kind, "message": self.message } });
        let headers =
            [(CONTENT_TYPE, "application/json; charset=utf-8"), (CACHE_CONTROL, "no-store")];
        (self.status, headers, format!("{value:#}\n")).into_response()
    }
}
