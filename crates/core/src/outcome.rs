//! What came of a request: the exit, why, and what the flow learned.

use switchhook_path::Json;

use crate::{failure::Failure, parameter::Values, request::WebhookRequest};

/// Where the conversation goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 2xx without a route of its own, and everything that was asked for was found.
    Default,
    /// The route of this pattern: "404", "4xx".
    Route(String),
    /// Everything else.
    Failed,
}

impl Exit {
    /// The name of the JavaScript contract: `default`, `failed`, or the pattern.
    pub fn name(&self) -> &str {
        match self {
            Exit::Default => "default",
            Exit::Route(pattern) => pattern,
            Exit::Failed => "failed",
        }
    }
}

/// What one mapping found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingResult {
    /// The mapping's object path, or header name.
    pub path: String,
    /// The mapping's parameter.
    pub parameter: String,
    /// What came of it.
    pub state: MappingState,
    /// The value as the parameter holds it.
    pub value: Option<Json>,
    /// The exact source text of what was found.
    pub raw: Option<String>,
}

/// What came of one mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingState {
    /// The parameter has its value.
    Mapped,
    /// Nothing was found.
    Missing,
    /// Something was found that the parameter's entity cannot hold.
    WrongEntity,
    /// The path selects more than can be looked at.
    TooComplex,
    /// There was no response to look at.
    NotRun,
}

impl MappingState {
    /// The name of the JavaScript contract: `wrong-entity`.
    pub fn name(self) -> &'static str {
        match self {
            MappingState::Mapped => "mapped",
            MappingState::Missing => "missing",
            MappingState::WrongEntity => "wrong-entity",
            MappingState::TooComplex => "too-complex",
            MappingState::NotRun => "not-run",
        }
    }
}

/// What came of a request, and what the flow learned from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Where the conversation goes on.
    pub exit: Exit,
    /// Why, where the exit is "failed".
    pub failure: Option<Failure>,
    /// The response's status code, where there was one.
    pub status: Option<u16>,
    /// Mapped values and the status code, by parameter.
    pub parameters: Values,
    /// What each mapping found, in their order.
    pub mappings: Vec<MappingResult>,
    /// What was sent, secrets masked.
    pub request: Option<WebhookRequest>,
    /// Where redirects ended, if elsewhere.
    pub final_url: Option<String>,
    /// Bytes of the body that arrived, after content decoding.
    pub received_bytes: Option<u64>,
    /// Milliseconds from send to the whole body.
    pub elapsed_ms: Option<f64>,
}

impl Outcome {
    /// The outcome as compact JSON text of the contract's shape, with numbers that JavaScript would round as strings.
    pub fn to_js_json(&self) -> String {
        let mut members = vec![("exit", Json::string(self.exit.name()))];
        if let Some(failure) = &self.failure {
            members.push(("failure", failure_json(failure)));
        }
        members.extend(self.status.map(|status| ("status", Json::from(status))));
        let parameters = self.parameters.iter().map(|(name, value)| (name.as_str(), value.clone()));
        members.push(("parameters", Json::object(parameters)));
        members.push(("mappings", Json::array(self.mappings.iter().map(mapping_json))));
        members.extend(self.request.as_ref().map(|request| ("request", request.to_json())));
        members.extend(self.final_url.as_deref().map(|url| ("finalUrl", Json::string(url))));
        members
            .extend(self.received_bytes.map(|bytes| ("receivedBytes", Json::from(bytes as f64))));
        members.extend(self.elapsed_ms.map(|elapsed| ("elapsedMs", Json::from(elapsed))));
        Json::object(members).for_js().into_owned()
    }
}

fn failure_json(failure: &Failure) -> Json {
    let mut members = vec![
        ("reason", Json::string(failure.reason.name())),
        ("message", Json::string(&failure.message)),
    ];
    if !failure.parameters.is_empty() {
        let names = failure.parameters.iter().map(|name| Json::string(name));
        members.push(("parameters", Json::array(names)));
    }
    Json::object(members)
}

fn mapping_json(result: &MappingResult) -> Json {
    let mut members = vec![
        ("path", Json::string(&result.path)),
        ("parameter", Json::string(&result.parameter)),
        ("state", Json::string(result.state.name())),
    ];
    members.extend(result.value.clone().map(|value| ("value", value)));
    members.extend(result.raw.as_deref().map(|raw| ("raw", Json::string(raw))));
    Json::object(members)
}
