//! A status code in the path in, an answer with that status out. RFC 9110, section 15.

use axum::extract::Path;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::answer;

/// Answers with the status asked for; 204, 205 and 304 have no body.
pub(super) async fn status(Path(code): Path<String>, uri: Uri) -> Response {
    let Some(status) = asked(&code) else {
        return answer::refusal(
            StatusCode::BAD_REQUEST,
            "A status is a number from 200 to 599, such as /sample/status/404.",
        );
    };
    if let StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::NOT_MODIFIED = status {
        return status.into_response();
    }
    let is_error = status.is_client_error() || status.is_server_error();
    let value = json!({
        "status": status.as_u16(),
        "error": is_error.then(|| answer::reason(status)),
        "message": format!("{} asked for {} {}.", uri.path(), status.as_u16(), answer::reason(status)),
    });
    answer::value(status, &value)
}

fn asked(code: &str) -> Option<StatusCode> {
    let code: u16 = code.parse().ok()?;
    StatusCode::from_u16(code).ok().filter(|_| (200..=599).contains(&code))
}
