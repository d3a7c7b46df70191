//! A request that a page may not send itself in, what its server answers out, as it arrives. For the
//! studio of this server alone: `docs/relay.md` has the protocol. DESIGN, section 8.

mod head;
mod refusal;
mod upstream;

use axum::Router;
use axum::body::Body;
use axum::http::header::{self, HeaderMap};
use axum::response::Response;
use axum::routing::post;

use crate::body::{Lost, whole};

use refusal::Refusal;

/// The most of a request's body that is taken.
const BODY_LIMIT: usize = 32 * 1024 * 1024;

/// The one route.
pub(crate) fn routes() -> Router {
    Router::new().route("/relay", post(relay))
}

/// The whole request is read before it is answered, whatever the answer is: a connection that is closed
/// over unread bytes is reset.
async fn relay(headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let body = whole(body, BODY_LIMIT).await;
    own_page(&headers)?;
    let body = body.map_err(|lost| match lost {
        Lost::TooLong => Refusal::too_large(),
        Lost::Broken => Refusal::bad_request("its body ended before it was whole"),
    })?;
    upstream::send(head::request(&headers, body)?).await
}

/// Whether the request comes from a page of this very server. A browser says so itself, and lets no page
/// change what it says; the guard around all routes has seen to it that the `Host` is ours.
fn own_page(headers: &HeaderMap) -> Result<(), Refusal> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let own = format!("http://{host}");
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let is_own = origins.next().is_some_and(|origin| *origin == *own) && origins.next().is_none();
    if is_own { Ok(()) } else { Err(Refusal::foreign_page()) }
}
