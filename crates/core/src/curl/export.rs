//! A node and values in, a command for a POSIX shell that sends the same request out.

use super::sent_url::sent_url;
use crate::{
    definition::Method,
    failure::{Failure, Reason},
    limits::TIMEOUT_DEFAULT,
    node::Node,
    parameter::{MASK, Values},
    request::WebhookRequest,
};

impl Node {
    /// A command for a POSIX shell that sends the request of these values, byte for byte; secrets show as `•••` unless
    /// they are asked for.
    ///
    /// A signed request shows `Bearer •••`: its token is made when it is sent. The command has the node's timeout where
    /// that is not the usual one, and follows no redirects.
    ///
    /// ```
    /// use switchhook::{Node, Values, path::Json};
    ///
    /// let node = Node::read(
    ///     r#"{ "version": 1, "method": "PUT", "url": "https://shop.example/notes/$ID",
    ///          "body": { "type": "text", "content": "it's $TEXT" } }"#,
    ///     vec![],
    /// );
    /// let values = Values::from([("ID".into(), Json::from(7_u64)), ("TEXT".into(), Json::string("$(new)"))]);
    /// assert_eq!(
    ///     node.to_curl(&values, false).unwrap(),
    ///     r"curl --globoff --path-as-is \
    ///   --url 'https://shop.example/notes/7' \
    ///   -X PUT \
    ///   -H 'Accept: application/json, */*;q=0.5' \
    ///   -H 'Content-Type: text/plain; charset=utf-8' \
    ///   --data-raw 'it'\''s $(new)'"
    /// );
    /// ```
    ///
    /// # Errors
    /// As for [`Node::request`]; and `InvalidRequest` where the URL is relative or the body has a NUL, which no command
    /// can say.
    pub fn to_curl(&self, values: &Values, secrets: bool) -> Result<String, Failure> {
        let request = match secrets {
            true => with_text_headers(self.request(values)?),
            false => self.masked_request(values)?,
        };
        let refused = |message: &str| Failure::new(Reason::InvalidRequest, message);
        let url = url(&request.url, secrets).ok_or_else(|| {
            refused("The URL has no host, which a command needs: begin it with https://.")
        })?;
        let body = request.body.as_deref();
        if body.is_some_and(|body| body.contains('\0')) {
            return Err(refused("The body has a NUL character, which no command can hold."));
        }

        let mut options = vec!["curl --globoff --path-as-is".to_owned()];
        options.push(format!("--url {}", quoted(&url)));
        if request.method != body.map_or(Method::Get, |_| Method::Post) {
            options.push(format!("-X {}", request.method.name()));
        }
        if i64::from(self.timeout_ms() / 1000) != TIMEOUT_DEFAULT {
            options.push(format!("--max-time {}", self.timeout_ms() / 1000));
        }
        if self.definition().signing.is_some() {
            options.push(header("Authorization", &format!("Bearer {MASK}")));
        }
        options.extend(request.headers.iter().map(|(name, value)| header(name, value)));
        options.extend(body.map(|body| format!("--data-raw {}", quoted(body))));
        Ok(options.join(" \\\n  "))
    }
}

/// In a request as it is sent, the characters of a header are its bytes.
fn with_text_headers(mut request: WebhookRequest) -> WebhookRequest {
    for (_, value) in &mut request.headers {
        let bytes: Vec<u8> = value.chars().filter_map(|c| u8::try_from(c).ok()).collect();
        *value = String::from_utf8(bytes).unwrap_or_default();
    }
    request
}

/// The URL as it is sent; where a secret is not shown, its mask is.
fn url(url: &str, secrets: bool) -> Option<String> {
    let sent = sent_url(url)?;
    if secrets {
        return Some(sent);
    }
    Some(sent.replace("%E2%80%A2%E2%80%A2%E2%80%A2", MASK))
}

fn header(name: &str, value: &str) -> String {
    // Without the semicolon, curl would take the header away.
    let line = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
    format!("-H {}", quoted(&line))
}

/// A word of a POSIX shell (POSIX.1-2017, Shell Command Language, section 2.2.2).
fn quoted(text: &str) -> String {
    let mut word = String::with_capacity(text.len() + 2);
    word.push('\'');
    let mut before = None;
    for c in text.chars() {
        match (before, c) {
            (_, '\'') => word.push_str("'\\''"),
            // Other tools, and our import, take `{{name}}` in one piece for a parameter.
            (Some('{'), '{') => word.push_str("''{"),
            _ => word.push(c),
        }
        before = Some(c);
    }
    word.push('\'');
    word
}
