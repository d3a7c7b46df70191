//! A request in, the answer of the server that it is meant for out, its body in pieces as they arrive;
//! or why there is none. Nothing is added to a request but what HTTP asks for (`Host`, the body's
//! length), no redirect is followed and no cookie kept.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderValue, Request, Response};
use futures_util::stream::{self, StreamExt};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use tokio::time::{Instant, timeout_at};

use super::head::{self, HEAD};
use super::refusal::Refusal;

/// The whole exchange takes no longer: more than twice what any node waits.
const PATIENCE: Duration = Duration::from_secs(60);

type Upstream = Client<HttpsConnector<HttpConnector>, Body>;

/// Made for the first request, since the machine's certificates have to be read.
static UPSTREAM: LazyLock<Result<Upstream, rustls::Error>> = LazyLock::new(upstream);

fn upstream() -> Result<Upstream, rustls::Error> {
    let mut roots = RootCertStore::empty();
    // What cannot be read of them is not trusted; a server that needs it is refused by its name.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector =
        HttpsConnectorBuilder::new().with_tls_config(config).https_or_http().enable_http1().build();
    Ok(Client::builder(TokioExecutor::new())
        // A connection of its own for each request: none is lost with an old one, and dropping the
        // request ends it.
        .pool_max_idle_per_host(0)
        .build(connector))
}

/// Sends the request once.
pub(super) async fn send(request: Request<Body>) -> Result<Response<Body>, Refusal> {
    let upstream = UPSTREAM.as_ref().map_err(|error| {
        Refusal::no_answer("tls", format!("TLS cannot be set up here: {error}."))
    })?;
    let deadline = Instant::now() + PATIENCE;
    let to = request.uri().authority().map(ToString::to_string).unwrap_or_default();
    let answer = timeout_at(deadline, upstream.request(request)).await;
    let answer = answer.map_err(|_| Refusal::timeout(PATIENCE.as_secs()))?;
    let (parts, body) = answer.map_err(|error| no_answer(&to, &error))?.into_parts();

    let pieces = Body::new(body).into_data_stream();
    let in_time = stream::unfold(pieces, move |mut pieces| async move {
        let piece = match timeout_at(deadline, pieces.next()).await {
            Ok(piece) => piece?.map_err(io::Error::other),
            Err(_) => Err(ErrorKind::TimedOut.into()),
        };
        Some((piece, pieces))
    });
    let mut relayed = Response::new(Body::from_stream(in_time));
    let headers = relayed.headers_mut();
    let head = head::of_answer(&parts).ok_or_else(|| {
        Refusal::no_answer(
            "network",
            format!("{to} answered with more headers than can be passed on."),
        )
    })?;
    headers.insert(HEAD, head);
    // Whatever it is, it is data.
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // The body is as it came, and the page's own fetch decodes it.
    headers
        .extend(parts.headers.get(CONTENT_ENCODING).map(|value| (CONTENT_ENCODING, value.clone())));
    Ok(relayed)
}

/// What an error of the client's says, and what it is at the bottom.
fn no_answer(to: &str, error: &(dyn Error + 'static)) -> Refusal {
    let mut kind = "network";
    let mut words: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let text = error.to_string();
        kind = kind_of(error, &text).unwrap_or(kind);
        if words.last().is_none_or(|last| !last.contains(&text)) {
            words.push(text);
        }
        next = cause(error);
    }
    let about = match kind {
        "dns" => format!("The name of {to} is not known"),
        "refused" => format!("Nobody answers at {to}"),
        "tls" => format!("The connection to {to} is not safe"),
        _ => format!("{to} gave no answer"),
    };
    Refusal::no_answer(kind, format!("{about}: {}.", words.join(": ")))
}

/// An error of input and output hides the error that it carries, and names that one's cause as its own.
fn cause<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(carried) => Some(carried),
        None => error.source(),
    }
}

fn kind_of(error: &(dyn Error + 'static), text: &str) -> Option<&'static str> {
    let io = error.downcast_ref::<io::Error>();
    if io.is_some_and(|error| error.kind() == ErrorKind::ConnectionRefused) {
        return Some("refused");
    }
    // The client has no type for it.
    let is_dns = text == "dns error";
    error.is::<rustls::Error>().then_some("tls").or(is_dns.then_some("dns"))
}
