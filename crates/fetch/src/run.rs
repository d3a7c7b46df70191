//! A node and the conversation's values go in; the outcome comes out, whatever happens between
//! (DESIGN: mapping, routing, outcome).

use switchhook::{Failure, MASK, Node, ReceivedResponse, Values, WebhookRequest, path::Json};
use web_sys::Url;

use crate::{
    failure::Refused,
    options::SendOptions,
    secrets::held,
    send::{Answer, pass, send},
    stamp::stamp,
};

/// What came of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The outcome, as the flow sees it.
    pub outcome: switchhook::Outcome,
    /// The answer, where a whole one came and was to be kept.
    pub answer: Option<Answer>,
}

/// Builds the request, signs it where the definition says so, sends it, maps and routes. Never fails:
/// whatever happens is an outcome. For an async node too this is what came of the request; what the
/// flow goes on with at once is [`Node::accepted`].
pub async fn run(node: &Node, values: &Values, options: &SendOptions) -> Run {
    let request = match prepared(node, values, options) {
        Ok(request) => request,
        Err(failure) => return Run { outcome: node.fail(failure, None), answer: None },
    };
    let masked = node.masked_request(values).ok();
    let in_url = masked.as_ref().is_none_or(|masked| masked.url != request.url);
    let mut options = options.clone();
    options.secrets.extend(secrets(node, values));
    options.secrets.extend(credentials(&request, masked.as_ref()));
    options.secrets.extend(masked.as_ref().and_then(|masked| secret_host(&request, masked)));
    let came = if options.keeps_answer {
        kept(node, &request, &options).await
    } else {
        in_passing(node, &request, &options).await
    };
    let mut run = came.unwrap_or_else(|refused| {
        let mut outcome = node.fail(refused.failure, refused.status);
        outcome.received_bytes = refused.received_bytes;
        outcome.elapsed_ms = refused.sent.then_some(refused.elapsed_ms);
        Run { outcome, answer: None }
    });
    let outcome = &mut run.outcome;
    // What was never sent has no time.
    outcome.request = masked.filter(|_| outcome.elapsed_ms.is_some());
    outcome.final_url = outcome.final_url.take().map(|url| shown(&url, in_url, &options.secrets));
    run
}

/// The request as it is sent. Only a signature takes a clock and randomness.
fn prepared(
    node: &Node,
    values: &Values,
    options: &SendOptions,
) -> Result<WebhookRequest, Failure> {
    match node.definition().signing {
        Some(_) => node.signed_request(values, options.secret.as_ref(), &stamp()?),
        None => node.request(values),
    }
}

/// What the Authorization header carries, where a secret is in it: a token, or a user and a password in base64.
fn credentials(request: &WebhookRequest, masked: Option<&WebhookRequest>) -> Option<String> {
    let authorization = |request: &WebhookRequest| {
        let mut headers = request.headers.iter();
        let found = headers.find(|(name, _)| name.eq_ignore_ascii_case("authorization"));
        found.map(|(_, value)| value.clone())
    };
    let sent = authorization(request)?;
    let is_shown = masked.and_then(authorization).is_some_and(|shown| shown == sent);
    let (_, credentials) = sent.split_once(' ').filter(|_| !is_shown)?;
    Some(credentials.to_owned())
}

/// The answer and what it comes to.
async fn kept(
    node: &Node,
    request: &WebhookRequest,
    options: &SendOptions,
) -> Result<Run, Refused> {
    let answer = send(request, node.timeout_ms(), node.follows_redirects(), options).await?;
    let Answer { status, headers, body, final_url, elapsed_ms } = &answer;
    let mut outcome = node.receive(&ReceivedResponse { status: *status, headers, body });
    outcome.final_url.clone_from(final_url);
    outcome.received_bytes = Some(body.len() as u64);
    outcome.elapsed_ms = Some(*elapsed_ms);
    Ok(Run { outcome, answer: Some(answer) })
}

/// What an answer comes to whose body is taken as it arrives.
async fn in_passing(
    node: &Node,
    request: &WebhookRequest,
    options: &SendOptions,
) -> Result<Run, Refused> {
    let (timeout, follow) = (node.timeout_ms(), node.follows_redirects());
    let mut receiver = node.receiver();
    let passed = pass(request, timeout, follow, options, &mut |piece| receiver.feed(piece)).await?;
    let mut outcome = receiver.finish(passed.status, &passed.headers);
    outcome.final_url = passed.final_url;
    outcome.received_bytes = Some(passed.received_bytes);
    outcome.elapsed_ms = Some(passed.elapsed_ms);
    Ok(Run { outcome, answer: None })
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
        waiting.extend(values.get(declaration.name.as_str()).cloned());
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
