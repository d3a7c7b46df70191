//! A node and the values of its parameters in, the outcome out: the request is made by the node, sent here, and the
//! answer goes back into the node as it arrives.

use std::error::Error;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Request, Response};
use futures_util::StreamExt;
use rustls::crypto::ring;
use switchhook::{
    Failure, Node, Outcome, Reason, Values, WebhookRequest,
    limits::BODY_BYTES,
    sign::{Secret, Stamp},
};
use tokio::time::{Instant, timeout_at};
use url::Url;

use crate::client::Client;

/// Sends and receives. What the network or the server does is no error but an outcome.
pub async fn run(
    client: &Client,
    node: &Node,
    values: &Values,
    secret: Option<&Secret>,
) -> Outcome {
    let request = stamp().and_then(|stamp| node.signed_request(values, secret, &stamp));
    let request = match request.and_then(|request| written(&request)) {
        Ok(request) => request,
        Err(failure) => return node.fail(failure, None),
    };
    let start = Instant::now();
    let deadline = start + Duration::from_millis(node.timeout_ms().into());
    let mut outcome = match answer(client, request, deadline).await {
        Ok(response) => received(node, response, deadline).await,
        Err(failure) => node.fail(failure, None),
    };
    // For people and logs: secrets and the token are not in it.
    outcome.request = node.masked_request(values).ok();
    outcome.elapsed_ms = Some(start.elapsed().as_secs_f64() * 1000.0);
    outcome
}

/// What a signed request takes from outside of the node: the time, and 16 random bytes.
fn stamp() -> Result<Stamp, Failure> {
    let no_stamp =
        || Failure::new(Reason::InvalidRequest, "This machine has no clock or no randomness.");
    let time = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| no_stamp())?;
    let mut random = [0; 16];
    ring::default_provider().secure_random.fill(&mut random).map_err(|_| no_stamp())?;
    Ok(Stamp::new(time.as_secs(), random))
}

/// The node's request as hyper has it.
fn written(request: &WebhookRequest) -> Result<Request<Body>, Failure> {
    // A URL is made ASCII as browsers do it: names of hosts in any script, spaces, a letter with an accent.
    let url = Url::parse(&request.url).map_err(|error| no_request(&error))?;
    let mut written = Request::builder().method(request.method.name()).uri(url.as_str());
    for (name, value) in &request.headers {
        // Each character is a byte.
        let bytes: Vec<u8> = value.chars().map(|byte| byte as u8).collect();
        written = written
            .header(name, HeaderValue::from_bytes(&bytes).map_err(|error| no_request(&error))?);
    }
    let body = request.body.clone().map_or_else(Body::empty, Body::from);
    written.body(body).map_err(|error| no_request(&error))
}

fn no_request(error: &dyn Error) -> Failure {
    Failure::new(Reason::InvalidRequest, format!("The request cannot be sent: {error}."))
}

async fn answer(
    client: &Client,
    request: Request<Body>,
    deadline: Instant,
) -> Result<Response<Body>, Failure> {
    match timeout_at(deadline, client.request(request)).await {
        Ok(Ok(response)) => Ok(response.map(Body::new)),
        Ok(Err(error)) => {
            Err(Failure::new(Reason::Network, format!("No answer: {}.", bottom(&error))))
        }
        Err(_) => Err(Failure::new(Reason::Timeout, "There was no answer in time.")),
    }
}

/// The error behind the client's own words.
fn bottom(error: &dyn Error) -> String {
    error.source().map_or_else(|| error.to_string(), bottom)
}

async fn received(node: &Node, response: Response<Body>, deadline: Instant) -> Outcome {
    let (head, body) = response.into_parts();
    let status = head.status.as_u16();
    let (mut receiver, mut bytes) = (node.receiver(), 0);
    let mut pieces = body.into_data_stream();
    let failure = loop {
        let piece: Bytes = match timeout_at(deadline, pieces.next()).await {
            Ok(Some(Ok(piece))) => piece,
            Ok(None) => break None,
            Ok(Some(Err(error))) => {
                let message =
                    format!("The body broke off after {bytes} bytes: {}.", bottom(&error));
                break Some(Failure::new(Reason::Network, message));
            }
            Err(_) => {
                let message = format!("The body was not complete in time: {bytes} bytes.");
                break Some(Failure::new(Reason::Timeout, message));
            }
        };
        bytes += piece.len();
        if bytes > BODY_BYTES || !receiver.feed(&piece) {
            break Some(Failure::new(Reason::TooLarge, "The body is larger than what is taken."));
        }
    };
    let mut outcome = match failure {
        None => receiver.finish(status, &headers(&head.headers)),
        Some(failure) => node.fail(failure, Some(status)),
    };
    outcome.received_bytes = Some(bytes as u64);
    outcome
}

fn headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let text =
        |value: &HeaderValue| value.as_bytes().iter().map(|byte| char::from(*byte)).collect();
    headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect()
}
