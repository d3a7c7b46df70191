//! The folder of the built studio in, its files as answers out; where it is not built, a page that
//! says how to build it. DESIGN, sections 2 and 8.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{self, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::any;
use tower_http::services::ServeDir;

const NOT_BUILT: &str = "<!doctype html>
<html lang=\"en\">
  <head><meta charset=\"utf-8\"><title>The studio is not built yet</title></head>
  <body>
    <h1>The studio is not built yet</h1>
    <p>Build and serve it with <code>cargo xtask studio</code>, or give the folder of a built one
    with <code>--dist</code>. The <a href=\"/sample/\">sample endpoints</a> work without it.</p>
  </body>
</html>
";

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_FIRST: HeaderValue = HeaderValue::from_static("no-cache");

/// Serves what is in `dist`, at every path that no other route takes.
pub(crate) fn routes(dist: &Path) -> Router {
    let files = ServeDir::new(dist).fallback(any(absent));
    Router::new().fallback_service(files).layer(middleware::from_fn(cached))
}

async fn absent(uri: Uri) -> Response {
    match uri.path() {
        "/" | "/index.html" => (StatusCode::NOT_FOUND, Html(NOT_BUILT)).into_response(),
        _ => (StatusCode::NOT_FOUND, "There is no such file here: the studio is at /.\n")
            .into_response(),
    }
}

/// A file whose name changes with its contents may be kept for good; everything else is asked for
/// again, so that a new build shows at once.
async fn cached(request: Request, next: Next) -> Response {
    let hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let keep =
        hashed && (response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED);
    response.headers_mut().insert(header::CACHE_CONTROL, if keep { FOREVER } else { ASK_FIRST });
    response
}

/// Whether the file's name carries a hash as Trunk writes it (`studio-1f0c9a…_bg.wasm`).
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    !name.ends_with(".html") && name.split(['-', '_', '.']).any(is_hash)
}

/// Sixteen hexadecimal digits, of which Trunk leaves out leading zeros. A word is no hash.
fn is_hash(part: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (12..=16).contains(&part.len())
        && part.bytes().all(digit)
        && part.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names() {
        let rows = [
            ("/switchhook-studio-9c1f0e55aa217b3d_bg.wasm", true),
            ("/switchhook-studio-9c1f0e55aa217b3d.js", true),
            ("/styles/base-c1f0e55aa217b3d.css", true),
            ("/index.html", false),
            ("/9c1f0e55aa217b3d.html", false),
            ("/", false),
            ("", false),
            ("/switchhook-studio.js", false),
            ("/snippets/studio-9c1f0e55aa217b3d/inline0.js", false),
            ("/facadefacade.js", false),
            ("/icon-2026.svg", false),
        ];
        let failing: Vec<_> = rows.iter().filter(|(path, hash)| is_hashed(path) != *hash).collect();
        assert!(failing.is_empty(), "{failing:#?}");
    }
}
