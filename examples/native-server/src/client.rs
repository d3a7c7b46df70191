//! Nothing in, a client for HTTP and HTTPS out, which adds to a request what HTTP asks for and no more.

use std::sync::Arc;

use axum::body::Body;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::{Client as Pooled, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, Error, RootCertStore, crypto::ring};

/// Keeps connections for the next request, and follows no redirect.
pub type Client = Pooled<HttpsConnector<HttpConnector>, Body>;

/// A client that trusts what the machine trusts.
///
/// # Errors
/// Where TLS cannot be set up.
pub fn client() -> Result<Client, Error> {
    let mut roots = RootCertStore::empty();
    // What cannot be read of them is not trusted.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector =
        HttpsConnectorBuilder::new().with_tls_config(config).https_or_http().enable_http1().build();
    Ok(Pooled::builder(TokioExecutor::new()).build(connector))
}
