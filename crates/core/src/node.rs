//! The compiled node: definition and declarations in; problems, requests and outcomes out.

use switchhook_path::{Document, sort::firsts};

use crate::{
    check::{self, Findings, Use},
    definition::Definition,
    failure::{Failure, Reason},
    mapping::{Body, CompiledMapping},
    outcome::{Exit, MappingResult, MappingState, Outcome},
    parameter::{ParameterDeclaration, Values},
    problem::{Code, Problem, Severity},
    request::{RequestTemplate, WebhookRequest},
    route::{self, Pattern},
    template::{Filling, View},
};

/// A webhook node, compiled once and asked many times.
#[derive(Clone, Debug)]
pub struct Node {
    definition: Definition,
    declarations: Vec<ParameterDeclaration>,
    problems: Vec<Problem>,
    uses: Vec<ParameterUse>,
    /// What the request reads, in the order of reading.
    reads: Vec<String>,
    request: RequestTemplate,
    mappings: Vec<CompiledMapping>,
    routes: Vec<(String, Pattern)>,
}

/// Which fields of a definition read and write one parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterUse {
    /// The parameter.
    pub name: String,
    /// JSON Pointers of the fields that read it.
    pub read_by: Vec<String>,
    /// JSON Pointers of the mappings (or `/statusParameter`) that write it.
    pub written_by: Vec<String>,
}

/// A response that was received elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct ReceivedResponse<'r> {
    /// The status code.
    pub status: u16,
    /// Names and values, in their order.
    pub headers: &'r [(String, String)],
    /// The body's bytes, after content decoding.
    pub body: &'r [u8],
}

impl Node {
    /// Compiles a definition: the node and all its problems in one go. A node with errors in its definition does not send.
    pub fn compile(definition: Definition, declarations: Vec<ParameterDeclaration>) -> Node {
        Node::compile_read(definition, Vec::new(), declarations)
    }

    /// The same from JSON text. What cannot be read is a problem too.
    ///
    /// ```
    /// use switchhook::Node;
    /// let node = Node::read(r#"{"version":1,"method":"GET","url":"api.example.com"}"#, vec![]);
    /// let problem = &node.problems()[0];
    /// assert_eq!((problem.code.name(), problem.pointer.as_str()), ("bad-url", "/url"));
    /// assert!(!node.can_send());
    /// ```
    pub fn read(json: &str, declarations: Vec<ParameterDeclaration>) -> Node {
        let (definition, problems) = Definition::read(json);
        Node::compile_read(definition, problems, declarations)
    }

    fn compile_read(
        definition: Definition,
        mut problems: Vec<Problem>,
        declarations: Vec<ParameterDeclaration>,
    ) -> Node {
        let mut findings = Findings::default();
        let request = RequestTemplate {
            method: definition.method,
            url: check::url(&definition.url, &mut findings),
            query: check::query(&definition.query, "/query", &mut findings),
            headers: check::headers(&definition.headers, &mut findings),
            auth: definition.auth.as_ref().map(|auth| check::auth(auth, &mut findings)),
            body: definition
                .body
                .as_ref()
                .map(|body| check::body(body, definition.method, &mut findings)),
            accept: accept(definition.response.format),
        };
        let mappings = check::mappings(&definition.response.mappings, &declarations, &mut findings);
        let routes = check::routes(&definition.routes, &mut findings);
        if let Some(name) = &definition.status_parameter {
            check::status_parameter(name, &declarations, &mut findings);
        }
        check::settings(&definition, &request.url, &mut findings);
        check::declarations(&declarations, &mut findings);

        // A member that could not be read has its default here: what is wrong with that is no news.
        let unreadable: Vec<String> =
            errors(&problems).map(|problem| problem.pointer.clone()).collect();
        problems.extend(findings.problems.into_iter().filter(|problem| {
            let inside = |outer: &String| {
                let rest = problem.pointer.strip_prefix(outer.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            !unreadable.iter().any(inside)
        }));
        let uses = parameter_uses(&findings.reads, &findings.writes);
        let reads = request.parameters();
        Node { definition, declarations, problems, uses, reads, request, mappings, routes }
    }

    /// The definition with its defaults written out.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The parameters of the agent that the node was compiled with.
    pub fn declarations(&self) -> &[ParameterDeclaration] {
        &self.declarations
    }

    /// Everything that is wrong: errors and warnings of the definition, and what the declarations make visible.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The errors of the definition itself, whatever the declarations.
    pub fn definition_errors(&self) -> impl Iterator<Item = &Problem> {
        errors(&self.problems).filter(|problem| {
            !matches!(
                problem.code,
                Code::UnknownParameter
                    | Code::StatusParameterEntity
                    | Code::FallbackEntity
                    | Code::BadDeclaration
            )
        })
    }

    /// Whether the definition has no errors.
    pub fn can_send(&self) -> bool {
        self.definition_errors().next().is_none()
    }

    /// Which fields read and write which parameters, in the order of first use.
    pub fn parameter_uses(&self) -> &[ParameterUse] {
        &self.uses
    }

    /// Parameters that the request reads, and that neither `values` nor the declarations give a value.
    pub fn missing(&self, values: &Values) -> Vec<String> {
        let filling = self.filling(values, View::Sent);
        self.reads.iter().filter(|name| filling.value(name).is_none()).cloned().collect()
    }

    /// The request as it is sent.
    ///
    /// # Errors
    /// `MissingParameters` names every parameter without a value; `InvalidRequest` the one whose value its place cannot take.
    pub fn request(&self, values: &Values) -> Result<WebhookRequest, Failure> {
        self.write(values, View::Sent)
    }

    /// The same request with `•••` in place of secrets, for people and logs.
    ///
    /// # Errors
    /// As for [`Node::request`].
    pub fn masked_request(&self, values: &Values) -> Result<WebhookRequest, Failure> {
        self.write(values, View::Masked)
    }

    /// The request as far as it is known while it is being written: what is missing shows as `$NAME`.
    pub fn draft_request(&self, values: &Values) -> WebhookRequest {
        self.request.write(&self.filling(values, View::Draft)).unwrap_or_else(|_| WebhookRequest {
            url: self.definition.url.clone(),
            method: self.definition.method,
            headers: Vec::new(),
            body: None,
        })
    }

    /// Milliseconds from send to the last byte of the body.
    pub fn timeout_ms(&self) -> u32 {
        u32::try_from(self.definition.timeout_seconds).unwrap_or_default().saturating_mul(1000)
    }

    /// Whether the conversation goes on without waiting for the answer.
    pub fn is_async(&self) -> bool {
        self.definition.r#async
    }

    /// Whether redirects are followed: they are, unless a route takes a 3xx status.
    pub fn follows_redirects(&self) -> bool {
        !self.routes.iter().any(|(_, pattern)| pattern.takes_redirects())
    }

    /// Maps and routes a response. Pure: no clock, no network.
    pub fn receive(&self, response: &ReceivedResponse<'_>) -> Outcome {
        let routes = self.routes.iter().map(|(name, pattern)| (name.as_str(), *pattern));
        let mut exit = route::exit(routes, response.status);
        let mut failure = None;
        let body = self.body(response.body).unwrap_or_else(|unreadable| {
            failure = Some(unreadable);
            Body::Unreadable
        });
        let mappings: Vec<MappingResult> =
            self.mappings.iter().map(|mapping| mapping.run(&body, response.headers)).collect();
        failure = match exit {
            Exit::Default => failure.or_else(|| self.unmet(&mappings)),
            Exit::Route(_) => None,
            Exit::Failed => Some(no_exit(response.status)),
        };
        if failure.is_some() {
            exit = Exit::Failed;
        }
        let mut outcome = self.outcome(exit, Some(response.status), mappings);
        outcome.failure = failure;
        outcome
    }

    /// The outcome of a request that got no whole answer; `status` where at least that arrived.
    pub fn fail(&self, failure: Failure, status: Option<u16>) -> Outcome {
        let mappings = self.mappings.iter().map(CompiledMapping::not_run).collect();
        let mut outcome = self.outcome(Exit::Failed, status, mappings);
        outcome.failure = Some(failure);
        outcome
    }

    /// The outcome of an asynchronous node at the moment of sending: default at once, nothing mapped.
    pub fn accepted(&self) -> Outcome {
        let mappings = self.mappings.iter().map(CompiledMapping::not_run).collect();
        self.outcome(Exit::Default, None, mappings)
    }

    fn outcome(&self, exit: Exit, status: Option<u16>, mappings: Vec<MappingResult>) -> Outcome {
        let mut parameters = Values::new();
        if let (Some(name), Some(status)) = (&self.definition.status_parameter, status) {
            parameters.insert(name.clone(), status.into());
        }
        for result in &mappings {
            if let (Some(value), Some(_)) = (&result.value, &result.raw) {
                parameters.insert(result.parameter.clone(), value.clone());
            }
        }
        // What was found wins, wherever its mapping stands.
        for result in mappings.iter().rev() {
            if let (Some(value), None) = (&result.value, &result.raw)
                && !parameters.contains_key(&result.parameter)
            {
                parameters.insert(result.parameter.clone(), value.clone());
            }
        }
        Outcome {
            exit,
            failure: None,
            status,
            parameters,
            mappings,
            request: None,
            final_url: None,
            received_bytes: None,
            elapsed_ms: None,
        }
    }

    /// The body for the mappings that look into it; where none does, it is not read at all.
    fn body(&self, bytes: &[u8]) -> Result<Body, Failure> {
        if bytes.is_empty() || !self.mappings.iter().any(CompiledMapping::reads_body) {
            return Ok(Body::Empty);
        }
        Document::parse(self.definition.response.format, bytes)
            .map(Body::Document)
            .map_err(|error| Failure::new(Reason::UnreadableBody, error.message))
    }

    /// Why the default exit cannot be taken: the required mappings that have no value, those of one kind together.
    fn unmet(&self, results: &[MappingResult]) -> Option<Failure> {
        const KINDS: [(MappingState, Reason, &str); 3] = [
            (MappingState::Missing, Reason::MissingValue, "found nothing in the response"),
            (
                MappingState::TooComplex,
                Reason::MissingValue,
                "selects more than can be looked at: make the path more precise",
            ),
            (
                MappingState::WrongEntity,
                Reason::WrongEntity,
                "found a value that its parameter's entity cannot hold",
            ),
        ];
        KINDS.into_iter().find_map(|(state, reason, what)| {
            let pairs = self.mappings.iter().zip(results);
            let unmet: Vec<&MappingResult> = pairs
                .filter(|(mapping, result)| !mapping.optional && result.state == state)
                .map(|(_, result)| result)
                .collect();
            let mappings: Vec<String> = unmet
                .iter()
                .map(|result| format!("“{}” for ${}", result.path, result.parameter))
                .collect();
            (!unmet.is_empty()).then(|| Failure {
                reason,
                message: format!("{} {what}.", mappings.join(", ")),
                parameters: unmet.iter().map(|result| result.parameter.clone()).collect(),
            })
        })
    }

    fn write(&self, values: &Values, view: View) -> Result<WebhookRequest, Failure> {
        if let Some(problem) = self.definition_errors().next() {
            let message = format!("The definition has errors: {}", problem.message);
            return Err(Failure::new(Reason::InvalidRequest, message));
        }
        let missing = self.missing(values);
        if !missing.is_empty() {
            let names: Vec<String> = missing.iter().map(|name| format!("${name}")).collect();
            let message = format!("The request still needs a value for {}.", names.join(", "));
            return Err(Failure {
                reason: Reason::MissingParameters,
                message,
                parameters: missing,
            });
        }
        self.request.write(&self.filling(values, view))
    }

    fn filling<'v>(&'v self, values: &'v Values, view: View) -> Filling<'v> {
        Filling { values, declarations: &self.declarations, view }
    }
}

/// The Accept header of a response type.
fn accept(format: switchhook_path::Format) -> &'static str {
    match format {
        switchhook_path::Format::Json => "application/json, */*;q=0.5",
        switchhook_path::Format::Xml => "application/xml, text/xml;q=0.9, */*;q=0.5",
    }
}

fn errors(problems: &[Problem]) -> impl Iterator<Item = &Problem> {
    problems.iter().filter(|problem| problem.severity() == Severity::Error)
}

fn no_exit(status: u16) -> Failure {
    let message = format!("The server answered {status}, and no exit is set for that status.");
    Failure::new(Reason::Status, message)
}

fn parameter_uses(reads: &[Use], writes: &[Use]) -> Vec<ParameterUse> {
    let all: Vec<&Use> = reads.iter().chain(writes).collect();
    let name = |place: usize| all.get(place).map(|used| &used.name);
    let firsts = firsts(all.len(), &|left, right| name(left).cmp(&name(right)));
    let mut uses: Vec<ParameterUse> = Vec::new();
    // For each first use of a parameter, which of the uses that is.
    let mut indexes = vec![0; all.len()];
    for (place, (used, first)) in all.iter().zip(firsts).enumerate() {
        let Some(index) = indexes.get_mut(first) else { continue };
        if place == first {
            *index = uses.len();
            let name = used.name.clone();
            uses.push(ParameterUse { name, read_by: Vec::new(), written_by: Vec::new() });
        }
        let Some(found) = uses.get_mut(*index) else { continue };
        let is_read = place < reads.len();
        let pointers = if is_read { &mut found.read_by } else { &mut found.written_by };
        // A field's uses follow each other.
        if pointers.last() != Some(&used.pointer) {
            pointers.push(used.pointer.clone());
        }
    }
    uses
}
