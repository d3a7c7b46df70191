//! What came of a request: the exit, why, and what the flow learned.

use std::sync::Arc;

use switchhook_path::{Json, JsonObject};

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
#[non_exhaustive]
pub struct MappingResult {
    /// The mapping's object path, or header name.
    pub path: Arc<str>,
    /// The mapping's parameter.
    pub parameter: Arc<str>,
    /// What came of it.
    pub state: MappingState,
    /// The value as the parameter holds it.
    pub value: Option<Json>,
    /// The exact source text of what was found.
    pub raw: Option<Arc<str>>,
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
#[non_exhaustive]
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
        let mut json = JsonObject::new();
        json.text("exit", self.exit.name());
        if let Some(status) = self.status {
            json.put("status", &Json::from(status));
        }
        json.put("parameters", &parameters_json(&self.parameters));
        json.list("mappings", &self.mappings, mapping_json);
        self.put_rest(&mut json);
        Json::from(json).for_js().into_owned()
    }

    /// What is left beside exit, status, parameters and mappings, in the same shape; nothing where
    /// nothing is.
    pub fn rest_json(&self) -> Option<Json> {
        let mut json = JsonObject::new();
        self.put_rest(&mut json);
        (!json.is_empty()).then(|| json.into())
    }

    fn put_rest(&self, json: &mut JsonObject) {
        if let Some(failure) = &self.failure {
            json.put("failure", &failure_json(failure));
        }
        if let Some(request) = &self.request {
            json.put("request", &request.to_json());
        }
        if let Some(url) = &self.final_url {
            json.text("finalUrl", url);
        }
        if let Some(bytes) = self.received_bytes {
            json.put("receivedBytes", &Json::from(bytes));
        }
        if let Some(elapsed) = self.elapsed_ms {
            // Clocks are no finer than thousandths of a millisecond.
            json.put("elapsedMs", &Json::thousandths((elapsed * 1000.0).round() as u64));
        }
    }
}

fn parameters_json(parameters: &Values) -> Json {
    let mut json = JsonObject::new();
    for (name, value) in parameters {
        json.put(name, value);
    }
    json.into()
}

pub(crate) fn failure_json(failure: &Failure) -> Json {
    let mut json = JsonObject::new();
    json.text("reason", failure.reason.name());
    json.text("message", &failure.message);
    if !failure.parameters.is_empty() {
        json.list("parameters", &failure.parameters, |name| Json::string(name));
    }
    json.into()
}

fn mapping_json(result: &MappingResult) -> Json {
    let mut json = JsonObject::new();
    json.text("path", &result.path);
    json.text("parameter", &result.parameter);
    json.text("state", result.state.name());
    if let Some(value) = &result.value {
        json.put("value", value);
    }
    if let Some(raw) = &result.raw {
        json.text("raw", raw);
    }
    json.into()
}
