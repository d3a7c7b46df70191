//! Wraps all routes: requests under a foreign `Host` are refused (DNS rebinding), and every answer
//! carries the headers that keep it from being framed, sniffed or reported on. DESIGN, section 10.

use axum::Router;
use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};

const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

const REFUSAL: &str = "This server answers under 127.0.0.1, localhost and [::1] only, so that no \
                       other site can reach it through a name of its own.\n";

/// On every answer. The page's own policy stands in the page: a `frame-ancestors` there would do
/// nothing.
const HEADERS: [(HeaderName, HeaderValue); 3] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("frame-ancestors 'none'")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
];

/// The routes behind the guard.
pub(crate) fn around(routes: Router) -> Router {
    routes.layer(middleware::from_fn(guarded))
}

async fn guarded(request: Request, next: Next) -> Response {
    let mut response = if under_loopback(request.headers(), request.uri()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, REFUSAL).into_response()
    };
    response.headers_mut().extend(HEADERS);
    response
}

/// Whether the one `Host` there is, and the authority of an absolute request target, are ours.
fn under_loopback(headers: &HeaderMap, target: &Uri) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    host.is_some_and(is_loopback)
        && hosts.next().is_none()
        && target.authority().is_none_or(|authority| is_loopback(authority.as_str()))
}

/// Whether `host[:port]` names the loopback address in one of the spellings that we are opened by.
fn is_loopback(authority: &str) -> bool {
    let authority = authority.to_ascii_lowercase();
    LOOPBACK.iter().filter_map(|name| authority.strip_prefix(name)).any(|rest| {
        let port = rest.strip_prefix(':');
        rest.is_empty() || port.is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities() {
        let rows = [
            ("127.0.0.1", true),
            ("127.0.0.1:8080", true),
            ("localhost", true),
            ("LocalHost:80", true),
            ("[::1]", true),
            ("[::1]:65535", true),
            ("localhost:", true),
            ("", false),
            ("::1", false),
            ("example.com", false),
            ("localhost.example.com", false),
            ("127.0.0.1.example.com:8080", false),
            ("localhost:80@example.com", false),
            ("example.com:127.0.0.1", false),
            ("user@localhost", false),
            ("0.0.0.0:8080", false),
            ("127.1", false),
            ("192.168.1.7:8080", false),
            ("[::1]x", false),
        ];
        let failing: Vec<_> =
            rows.iter().filter(|(host, ours)| is_loopback(host) != *ours).collect();
        assert!(failing.is_empty(), "{failing:#?}");
    }
}
