//! A definition and a response in: what holds of any outcome, and that it is the same in pieces.

use switchhook::{Exit, MappingState, Node, Outcome, ReceivedResponse};

/// A response whose body comes in pieces of so many bytes.
pub(crate) fn holds(
    node: &Node,
    status: u16,
    headers: &[(String, String)],
    body: &[u8],
    length: usize,
) {
    let outcome = node.receive(&ReceivedResponse { status, headers, body });
    let pieces = || body.chunks(length.max(1));
    let mut receiver = node.receiver();
    assert!(pieces().all(|piece| receiver.feed(piece)));
    assert_eq!(receiver.finish(status, headers), outcome);
    let from = |take: &mut dyn FnMut(&[u8])| pieces().for_each(take);
    assert_eq!(node.receive_pieces(status, headers, body.len(), &from), outcome);
    exit_holds(node, status, &outcome);
    parameters_hold(node, &outcome);
    assert!(serde_json::from_str::<serde_json::Value>(&outcome.to_js_json()).is_ok());
}

/// The exit is that of the status, unless something is missing.
fn exit_holds(node: &Node, status: u16, outcome: &Outcome) {
    let definition = node.definition();
    assert_eq!(outcome.status, Some(status));
    assert_eq!(outcome.failure.is_some(), outcome.exit == Exit::Failed);
    if let Some(failure) = &outcome.failure {
        assert!(failure.message.ends_with(['.', '…']), "{}", failure.message);
    }
    let routes = || definition.routes.iter().map(|route| route.status.as_str());
    let class = format!("{}xx", status / 100);
    let route = routes()
        .find(|route| *route == status.to_string())
        .or_else(|| routes().find(|route| *route == class));
    match route.filter(|_| (200..600).contains(&status)) {
        Some(route) => assert_eq!(outcome.exit, Exit::Route(route.to_owned())),
        None if (200..300).contains(&status) => {
            let mut pairs = definition.response.mappings.iter().zip(&outcome.mappings);
            let met = pairs.all(|(mapping, result)| {
                mapping.optional
                    || matches!(result.state, MappingState::Mapped | MappingState::NotRun)
            });
            assert!(outcome.exit == Exit::Failed || (outcome.exit == Exit::Default && met));
        }
        None => assert_eq!(outcome.exit, Exit::Failed),
    }
}

/// What the flow learns comes from a mapping that has found something, or is the status code.
fn parameters_hold(node: &Node, outcome: &Outcome) {
    let definition = node.definition();
    assert_eq!(outcome.mappings.len(), definition.response.mappings.len());
    for result in &outcome.mappings {
        let is_mapped = result.state == MappingState::Mapped;
        assert_eq!(result.value.is_some(), is_mapped);
        assert!(!is_mapped || outcome.parameters.contains_key(&result.parameter));
    }
    for (name, value) in &outcome.parameters {
        let mapped = outcome
            .mappings
            .iter()
            .any(|result| result.parameter == *name && result.value.as_ref() == Some(value));
        let status = definition.status_parameter.as_deref() == Some(&**name);
        assert!(mapped || (status && value.as_json() == outcome.status.unwrap().to_string()));
    }
}
