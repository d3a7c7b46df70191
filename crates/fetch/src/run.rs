//! A node and the conversation's values go in; the outcome comes out, whatever happens between
//! (DESIGN: mapping, routing, outcome).

use switchhook::{Node, ReceivedResponse, Values};

use crate::{
    options::SendOptions,
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
    let sent = send(&request, node.timeout_ms(), node.follows_redirects(), options).await;
    let answer = match sent {
        Ok(answer) => answer,
        Err(refused) => {
            let mut outcome = node.fail(refused.failure, refused.status);
            outcome.received_bytes = refused.received_bytes;
            if refused.sent {
                outcome.request = node.masked_request(values).ok();
                outcome.elapsed_ms = Some(refused.elapsed_ms);
            }
            return Run { outcome, answer: None };
        }
    };
    let (status, headers, body) = (answer.status, &answer.headers, &answer.body);
    let mut outcome = node.receive(&ReceivedResponse { status, headers, body });
    outcome.request = node.masked_request(values).ok();
    outcome.final_url.clone_from(&answer.final_url);
    outcome.received_bytes = Some(answer.body.len() as u64);
    outcome.elapsed_ms = Some(answer.elapsed_ms);
    Run { outcome, answer: Some(answer) }
}
