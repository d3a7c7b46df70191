//! The names of the members that each object of a definition may have, in the order in which they are written.

/// The definition itself.
pub(super) const DEFINITION: &[&str] = &[
    "version",
    "label",
    "method",
    "url",
    "query",
    "headers",
    "auth",
    "body",
    "async",
    "timeoutSeconds",
    "response",
    "routes",
    "statusParameter",
    "signing",
];
/// A query parameter, a header, or a field of a form.
pub(super) const FIELD: &[&str] = &["name", "value", "enabled"];
/// Basic authorization.
pub(super) const BASIC: &[&str] = &["type", "username", "password"];
/// Authorization by a token.
pub(super) const BEARER: &[&str] = &["type", "token"];
/// A body that is a template.
pub(super) const CONTENT: &[&str] = &["type", "content"];
/// A body of fields.
pub(super) const FORM: &[&str] = &["type", "fields"];
/// The response.
pub(super) const RESPONSE: &[&str] = &["type", "mappings"];
/// A response mapping.
pub(super) const MAPPING: &[&str] = &["path", "parameter", "from", "optional", "otherwise"];
/// A status code with an exit.
pub(super) const ROUTE: &[&str] = &["status", "label"];
/// Who signs.
pub(super) const SIGNING: &[&str] = &["apiKey", "applicationId"];
