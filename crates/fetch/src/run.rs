//! A node and the conversation's values go in; the outcome comes out, whatever happens between
//! (DESIGN: mapping, routing, outcome).

use switchhook::{MASK, Node, ReceivedResponse, Values, WebhookRequest, path::Json};
use web_sys::Url;

use crate::{
    options::SendOptions,
    secrets::held,
    send::{Answer, send},
};

/// What came of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The outcome, as the flow sees it.
    pub outcome: switchhook::Outcome,
    /// The answer, where a whole one came.
    pub answer: Option<Answer>,
}

/// Builds the request, sends it, maps and routes. Never fails: whatever happens is an outcome.
/// For an async node too this is what came of the request; what the flow goes on with at once is
/// [`Node::accepted`].
pub async fn run(node: &Node, values: &Values, options: &SendOptions) -> Run {
    let request = match node.request(values) {
        Ok(request) => request,
        Err(failure) => return Run { outcome: node.fail(failure, None), answer: None },
    };
    let masked = node.masked_request(values).ok();
    let in_url = masked.as_ref().is_none_or(|masked| masked.url != request.url);
    let mut options = options.clone();
    options.secrets.extend(secrets(node, values));
    options.secrets.extend(masked.as_ref().and_then(|masked| secret_host(&request, masked)));
    let sent = send(&request, node.timeout_ms(), node.follows_redirects(), &options).await;
    let answer = match sent {
        Ok(answer) => answer,
        Err(refused) => {
            let mut outcome = node.fail(refused.failure, refused.status);
            outcome.received_bytes = refused.received_bytes;
            if refused.sent {
                outcome.request = masked;
                outcome.elapsed_ms = Some(refused.elapsed_ms);
            }
            return Run { outcome, answer: None };
        }
    };
    let (status, headers, body) = (answer.status, &answer.headers, &answer.body);
    let mut outcome = node.receive(&ReceivedResponse { status, headers, body });
    outcome.request = masked;
    outcome.final_url = answer.final_url.as_deref().map(|url| shown(url, in_url, &options.secrets));
    outcome.received_bytes = Some(answer.body.len() as u64);
    outcome.elapsed_ms = Some(answer.elapsed_ms);
    Run { outcome, answer: Some(answer) }
}

/// Where redirects ended, as far as people may see it: a server makes the target out of what it was
/// sent, so that of a URL with a secret in it the origin has to do.
fn shown(url: &str, in_url: bool, secrets: &[String]) -> String {
    if !in_url && !held(url, secrets) {
        return url.to_owned();
    }
    let origin = Url::new(url).ok().map(|url| url.origin());
    match origin.filter(|origin| !held(origin, secrets)) {
        Some(origin) => format!("{origin}/{MASK}"),
        None => MASK.to_owned(),
    }
}

/// The values of secret parameters as texts: of lists and objects, what is in them too.
fn secrets(node: &Node, values: &Values) -> Vec<String> {
    let mut waiting: Vec<Json> = Vec::new();
    for declaration in node.declarations().iter().filter(|declaration| declaration.secret) {
        waiting.extend(values.get(&declaration.name).cloned());
        waiting.extend(declaration.value.clone());
    }
    let mut texts = Vec::new();
    while let Some(value) = waiting.pop() {
        texts.push(value.as_text().into_owned());
        waiting.extend(value.elements().unwrap_or_default());
        for (_, member) in value.members().unwrap_or_default() {
            waiting.push(member);
        }
    }
    texts
}

/// The host as the runtime names it, where a secret stands in it.
fn secret_host(request: &WebhookRequest, masked: &WebhookRequest) -> Option<String> {
    let authority = |url: &str| {
        let (_, rest) = url.split_once("://")?;
        Some(rest.split(['/', '?', '#', '\\']).next().unwrap_or_default().to_owned())
    };
    let host = Url::new(&request.url).ok()?.hostname();
    (authority(&request.url) != authority(&masked.url)).then_some(host)
}
