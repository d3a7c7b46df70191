//! What came of a response, with its texts still in the body: the exit, why, and what each mapping found. An
//! [`Outcome`] is made of it, or what else tells of it.

use std::sync::Arc;

use switchhook_path::{Json, sort::order};

use crate::{
    failure::Failure,
    mapping::{CompiledMapping, Finding, Held},
    outcome::{Exit, MappingResult, Outcome, failure_json},
    parameter::Values,
};

/// What came of a response.
#[derive(Debug)]
#[non_exhaustive]
pub struct Received<'r> {
    /// Where the conversation goes on.
    pub exit: Exit,
    /// Why, where the exit is "failed".
    pub failure: Option<Failure>,
    /// The response's status code, where there was one.
    pub status: Option<u16>,
    /// What each mapping found, in their order.
    pub findings: Vec<Finding<'r>>,
    pub(crate) mappings: &'r [CompiledMapping],
    pub(crate) targets: &'r [Target],
}

/// A parameter that may learn something.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    name: Arc<str>,
    /// Whether it receives the status code.
    is_status: bool,
    /// The mappings into it.
    mappings: Vec<usize>,
}

/// What a parameter learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The value that the mapping at this place found.
    Mapping(usize),
    /// The status code.
    Status,
}

impl Target {
    /// All parameters that these mappings and the status code go into, by their names.
    pub(crate) fn all(mappings: &[CompiledMapping], status: Option<&str>) -> Vec<Target> {
        let name = |place: usize| mappings.get(place).map(|mapping| &mapping.parameter);
        let mut targets: Vec<Target> = Vec::new();
        let status = status.map(Arc::from);
        for place in order(mappings.len(), &|left, right| name(left).cmp(&name(right))) {
            let Some(name) = name(place) else { continue };
            match targets.last_mut().filter(|target| target.name == *name) {
                Some(target) => target.mappings.push(place),
                None => targets.push(Target {
                    name: Arc::clone(name),
                    is_status: status.as_ref() == Some(name),
                    mappings: vec![place],
                }),
            }
        }
        if let Some(name) = status
            && let Err(place) = targets.binary_search_by(|target| target.name.cmp(&name))
        {
            targets.insert(place, Target { name, is_status: true, mappings: Vec::new() });
        }
        targets
    }

    /// What it learned: what was found last wins, then the status code, then the last fallback.
    fn learned(&self, received: &Received<'_>) -> Option<Origin> {
        let mut fallback = None;
        for place in self.mappings.iter().rev() {
            match received.findings.get(*place) {
                Some(Finding { value: Some(_), raw: Some(_), .. }) => {
                    return Some(Origin::Mapping(*place));
                }
                Some(Finding { value: Some(_), .. }) if fallback.is_none() => {
                    fallback = Some(Origin::Mapping(*place));
                }
                _ => (),
            }
        }
        let is_status = self.is_status && received.status.is_some();
        if is_status { Some(Origin::Status) } else { fallback }
    }
}

impl<'r> Received<'r> {
    /// What the flow learned: the parameters in the order of their names, and where each has its value from.
    pub fn parameters(&self) -> impl Iterator<Item = (&'r Arc<str>, Origin)> {
        self.targets.iter().filter_map(|target| Some((&target.name, target.learned(self)?)))
    }

    /// What [`Outcome::rest_json`] gives.
    pub fn rest_json(&self) -> Option<Json> {
        self.failure.as_ref().map(|failure| Json::object([("failure", failure_json(failure))]))
    }
}

impl From<Received<'_>> for Outcome {
    fn from(received: Received<'_>) -> Outcome {
        let learned: Vec<_> = received.parameters().collect();
        let Received { exit, failure, status, findings, mappings, .. } = received;
        let results = mappings.iter().zip(findings).map(|(mapping, finding)| {
            let raw: Option<Arc<str>> = finding.raw.map(Arc::from);
            let value = finding.value.and_then(|value| match value {
                Held::AsSource(_) => raw.as_ref().map(Json::of_source),
                Held::AsText => raw.as_deref().map(Json::string),
                Held::Json(json) => Some(json),
            });
            let (path, parameter) = (Arc::clone(&mapping.path), Arc::clone(&mapping.parameter));
            MappingResult { path, parameter, state: finding.state, value, raw }
        });
        let mappings: Vec<MappingResult> = results.collect();
        let mut parameters = Values::new();
        for (name, origin) in learned {
            let value = match origin {
                Origin::Mapping(place) => {
                    mappings.get(place).and_then(|result| result.value.clone())
                }
                Origin::Status => status.map(Json::from),
            };
            parameters.extend(value.map(|value| (Arc::clone(name), value)));
        }
        Outcome {
            exit,
            failure,
            status,
            parameters,
            mappings,
            request: None,
            final_url: None,
            received_bytes: None,
            elapsed_ms: None,
        }
    }
}
