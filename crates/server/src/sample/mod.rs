//! The sample endpoints: real HTTP that a test request can be sent to, with CORS unless an endpoint
//! is there to show its absence. DESIGN, section 2.

mod answer;
mod big;
mod document;
mod echo;
mod slow;
mod status;

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::http::header::{self, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, on};
use tower_http::cors::{AllowHeaders, Any, CorsLayer};

use crate::body::{Lost, whole};

/// The most of a request's body that is taken.
const BODY_LIMIT: usize = 8 * 1024 * 1024;

const METHODS: [Method; 5] =
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];

/// All routes under `/sample/`.
pub(crate) fn routes() -> Router {
    let open = Router::new()
        .route("/sample", all(document::index))
        .route("/sample/", all(document::index))
        .route("/sample/json", all(document::json))
        .route("/sample/array", all(document::array))
        .route("/sample/xml", all(document::xml))
        .route("/sample/big/{kilobytes}", all(big::big))
        .route("/sample/broken", all(document::broken))
        .route("/sample/status/{code}", all(status::status))
        .route("/sample/delay/{seconds}", all(slow::delay))
        .route("/sample/slow-body", all(slow::slow_body))
        .route("/sample/echo", all(echo::echo))
        .route("/sample/echo/{*rest}", all(echo::echo))
        .route("/sample/{*rest}", all(document::unknown))
        .layer(cors());
    // A server that knows nothing of CORS answers a preflight like any other request.
    let closed = Router::new()
        .route("/sample/nocors", all(document::json).on(MethodFilter::OPTIONS, document::json));
    open.merge(closed).layer(DefaultBodyLimit::disable()).layer(middleware::from_fn(received))
}

/// The five methods of a webhook; HEAD comes with GET.
fn all<H, T>(handler: H) -> MethodRouter
where
    H: Handler<T, ()>,
    T: 'static,
{
    let five = MethodFilter::GET
        .or(MethodFilter::POST)
        .or(MethodFilter::PUT)
        .or(MethodFilter::PATCH)
        .or(MethodFilter::DELETE);
    on(five, handler)
}

fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods(METHODS)
        // Not `*`, which does not cover Authorization.
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers(Any)
        .max_age(Duration::from_secs(600))
}

/// Takes the whole request before it is answered: a connection that is closed over unread bytes is
/// reset, and the answer can be lost with it. No answer is kept by a cache.
async fn received(request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let mut response = match whole(body, BODY_LIMIT).await {
        Ok(body) => next.run(Request::from_parts(head, Body::from(body))).await,
        Err(Lost::Broken) => answer::refusal(
            StatusCode::BAD_REQUEST,
            "The request's body ended before it was whole.",
        ),
        Err(Lost::TooLong) => answer::refusal(
            StatusCode::PAYLOAD_TOO_LARGE,
            "The sample endpoints take bodies of up to 8 MiB.",
        ),
    };
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    response
}
