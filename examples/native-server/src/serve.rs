//! Nodes by name in, the routes that run them out.

use std::collections::HashMap;
use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::post,
};
use switchhook::{Node, Outcome, Values, path::Json, sign::Secret};

use crate::{client::Client, run::run};

/// What the server has.
pub struct Service {
    /// The nodes, by name.
    pub nodes: HashMap<String, Node>,
    /// What definitions with `signing` are signed with.
    pub secret: Option<Secret>,
    /// Who sends.
    pub client: Client,
}

/// `POST /nodes/{name}/run`: values as a JSON object in, the outcome as JSON out.
pub fn routes(service: Service) -> Router {
    Router::new().route("/nodes/{name}/run", post(run_node)).with_state(Arc::new(service))
}

async fn run_node(
    State(service): State<Arc<Service>>,
    Path(name): Path<String>,
    body: String,
) -> Response {
    let Some(node) = service.nodes.get(&name) else {
        return (StatusCode::NOT_FOUND, "There is no node of this name.\n").into_response();
    };
    let Some(values) = values(&body) else {
        return (StatusCode::BAD_REQUEST, "The values are a JSON object.\n").into_response();
    };
    if node.is_async() {
        let accepted = node.accepted();
        tokio::spawn(async move {
            if let Some(node) = service.nodes.get(&name) {
                run(&service.client, node, &values, service.secret.as_ref()).await;
            }
        });
        return shown(&accepted);
    }
    shown(&run(&service.client, node, &values, service.secret.as_ref()).await)
}

fn values(body: &str) -> Option<Values> {
    if body.is_empty() {
        return Some(Values::new());
    }
    let members = Json::parse(body).ok()?.members()?;
    Some(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

fn shown(outcome: &Outcome) -> Response {
    ([(CONTENT_TYPE, "application/json")], outcome.to_js_json()).into_response()
}
