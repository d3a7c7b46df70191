//! Text as a cURL command: a refusal speaks of a part of it, a node can send, and the command that the node is exported
//! as makes a node that sends the same.

use switchhook::{Node, Values, WebhookRequest};

/// Text in UTF-8; what stands behind `curl ` in a command.
pub fn curl(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else { return };
    let command = format!("curl {}", text.strip_prefix("curl ").unwrap_or(text));
    let node = match Node::from_curl(&command) {
        Ok(node) => node,
        Err(problem) => {
            let range = problem.range.unwrap_or(usize::MAX..0);
            assert!(command.get(range.clone()).is_some(), "{range:?}");
            assert!(problem.message.ends_with('.'), "{}", problem.message);
            return;
        }
    };
    assert!(node.can_send());
    let none = Values::new();
    let (Ok(sent), Ok(exported)) = (node.request(&none), node.to_curl(&none, true)) else { return };
    let Ok(again) = Node::from_curl(&exported) else { panic!("an export is refused: {exported}") };
    let Ok(sent_again) = again.request(&none) else { panic!("a value is missing: {exported}") };
    assert_eq!(seen(&sent_again), seen(&sent), "{exported}");
    let Ok(exported_again) = again.to_curl(&none, true) else { panic!("no export: {exported}") };
    assert_eq!(url(&exported_again), url(&exported));
}

/// What others see of a request; its URL is another text where it is written as it is sent.
fn seen(request: &WebhookRequest) -> (&str, Vec<(String, &str)>, Option<&str>) {
    let headers = request.headers.iter();
    let mut headers: Vec<_> = headers
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim_matches([' ', '\t'])))
        .collect();
    headers.sort_by(|left, right| left.0.cmp(&right.0));
    (request.method.name(), headers, request.body.as_deref())
}

fn url(exported: &str) -> Option<&str> {
    exported.lines().find(|line| line.starts_with("  --url "))
}
