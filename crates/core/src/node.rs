//! The compiled node: definition and declarations in; problems, requests and outcomes out.

use switchhook_path::{
    Pieces,
    sort::{firsts, order},
};

use crate::{
    check::{self, Findings, Use},
    definition::Definition,
    failure::{Failure, Reason},
    limits::PROBLEMS,
    outcome::Outcome,
    parameter::{Declarations, MASK, ParameterDeclaration, Values},
    problem::{Code, Problem, Severity},
    receive::{ReceivedResponse, Receiver, Reception},
    received::Received,
    request::{RequestTemplate, WebhookRequest},
    sign::{Secret, SigningKey, Stamp, payload, sign},
    template::{Filling, View},
};

/// A webhook node, compiled once and asked many times.
#[derive(Clone, Debug)]
pub struct Node {
    definition: Definition,
    declarations: Declarations,
    problems: Vec<Problem>,
    uses: Vec<ParameterUse>,
    /// What the request reads, in the order of reading.
    reads: Vec<String>,
    request: RequestTemplate,
    reception: Reception,
}

/// Which fields of a definition read and write one parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParameterUse {
    /// The parameter.
    pub name: String,
    /// JSON Pointers of the fields that read it.
    pub read_by: Vec<String>,
    /// JSON Pointers of the mappings (or `/statusParameter`) that write it.
    pub written_by: Vec<String>,
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

    /// Compiles what was read, together with the problems of reading it.
    pub(crate) fn compile_read(
        definition: Definition,
        mut problems: Vec<Problem>,
        declarations: Vec<ParameterDeclaration>,
    ) -> Node {
        let declarations = Declarations::new(declarations);
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
        if let Some(signing) = &definition.signing {
            check::signing(signing, &mut findings);
        }
        findings.shared_targets();
        check::settings(&definition, &request.url, &mut findings);
        check::declarations(&declarations, &mut findings);

        add_readable(&mut problems, findings.problems);
        keep_listed(&mut problems);
        let uses = parameter_uses(&findings.reads, &findings.writes);
        let reads = request.parameters();
        let reception = Reception::new(&definition, mappings, routes);
        Node { definition, declarations, problems, uses, reads, request, reception }
    }

    /// The definition with its defaults written out.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The parameters of the agent that the node was compiled with.
    pub fn declarations(&self) -> &[ParameterDeclaration] {
        self.declarations.as_slice()
    }

    /// Everything that is wrong: errors and warnings of the definition, and what the declarations make visible. Of very
    /// many, the first [`PROBLEMS`].
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The errors of the definition itself, whatever the declarations.
    pub fn definition_errors(&self) -> impl Iterator<Item = &Problem> {
        errors(&self.problems).filter(|problem| is_of_definition(problem))
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

    /// The request as it is sent, but for a signature: that of a node with `signing` is without its Authorization header,
    /// which takes a secret (see [`Node::signed_request`]).
    ///
    /// # Errors
    /// `MissingParameters` names every parameter without a value; `InvalidRequest` the one whose value its place cannot take.
    pub fn request(&self, values: &Values) -> Result<WebhookRequest, Failure> {
        self.write(values, View::Sent)
    }

    /// The request as it is sent: where the definition has `signing`, with a token that is made of the secret and the stamp.
    ///
    /// ```
    /// use switchhook::{Node, Values, sign::{Secret, Stamp}};
    ///
    /// let node = Node::read(
    ///     r#"{ "version": 1, "method": "GET", "url": "https://shop.example/", "signing": { "apiKey": "abcd1234" } }"#,
    ///     vec![],
    /// );
    /// let (secret, stamp) = (Secret::new(b"correct horse"), Stamp::new(1_790_000_000, [7; 16]));
    /// let request = node.signed_request(&Values::new(), secret.as_ref(), &stamp).unwrap();
    /// assert!(request.headers.iter().any(|(name, value)| name == "Authorization" && value.starts_with("Bearer ey")));
    /// assert!(node.signed_request(&Values::new(), None, &stamp).is_err());
    /// ```
    ///
    /// # Errors
    /// As for [`Node::request`], and `InvalidRequest` where a secret is needed and there is none.
    pub fn signed_request(
        &self,
        values: &Values,
        secret: Option<&Secret>,
        stamp: &Stamp,
    ) -> Result<WebhookRequest, Failure> {
        let mut request = self.request(values)?;
        let Some(signing) = &self.definition.signing else { return Ok(request) };
        let Some(secret) = secret else {
            let message = "This node signs its requests, and there is no secret to sign with: hand in the signature secret, which is not empty.";
            return Err(Failure::new(Reason::InvalidRequest, message));
        };
        let (api_key, application_id) = (&*signing.api_key, signing.application_id.as_deref());
        let key = SigningKey { api_key, application_id, secret };
        let token = sign(payload(&request).as_deref(), &key, stamp);
        request.authorize(&token);
        Ok(request)
    }

    /// The same request with `•••` in place of secrets and of the signed token, for people and logs.
    ///
    /// # Errors
    /// As for [`Node::request`].
    pub fn masked_request(&self, values: &Values) -> Result<WebhookRequest, Failure> {
        let mut request = self.write(values, View::Masked)?;
        self.show_signature(&mut request);
        Ok(request)
    }

    /// The request as far as it is known while it is being written: what is missing shows as `$NAME`.
    pub fn draft_request(&self, values: &Values) -> WebhookRequest {
        let draft = self.request.write(&self.filling(values, View::Draft));
        let mut draft = draft.unwrap_or_else(|_| WebhookRequest {
            url: self.definition.url.clone(),
            method: self.definition.method,
            headers: Vec::new(),
            body: None,
        });
        self.show_signature(&mut draft);
        draft
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
        self.reception.follows_redirects()
    }

    /// Maps and routes a response. Pure: no clock, no network.
    pub fn receive(&self, response: &ReceivedResponse<'_>) -> Outcome {
        self.received(response).into()
    }

    /// The same, with all texts still in the body.
    ///
    /// ```
    /// use switchhook::{Node, ReceivedResponse};
    ///
    /// let node = Node::read(
    ///     r#"{ "version": 1, "method": "GET", "url": "https://shop.example",
    ///          "response": { "type": "json", "mappings": [{ "path": "total", "parameter": "TOTAL" }] } }"#,
    ///     vec![],
    /// );
    /// let response = ReceivedResponse { status: 200, headers: &[], body: br#"{"total": 41.50}"# };
    /// assert_eq!(node.received(&response).findings[0].raw.as_deref(), Some("41.50"));
    /// ```
    #[inline(always)]
    pub fn received<'r>(&'r self, response: &ReceivedResponse<'r>) -> Received<'r> {
        self.reception.receive(response)
    }

    /// The same for a body of this length that lies elsewhere: every piece of it is handed to the function
    /// that is given, for each time that it is asked for. One of more than 32 MiB is not looked into.
    ///
    /// ```
    /// use switchhook::Node;
    ///
    /// let node = Node::read(
    ///     r#"{ "version": 1, "method": "GET", "url": "https://shop.example",
    ///          "response": { "type": "json", "mappings": [{ "path": "[1]", "parameter": "SECOND" }] } }"#,
    ///     vec![],
    /// );
    /// let body = b"[1, 20]";
    /// let outcome = node.receive_pieces(200, &[], body.len(), &|take| body.chunks(5).for_each(take));
    /// assert_eq!(outcome.parameters["SECOND"].as_json(), "20");
    /// ```
    pub fn receive_pieces(
        &self,
        status: u16,
        headers: &[(String, String)],
        length: usize,
        pieces: &Pieces<'_>,
    ) -> Outcome {
        self.reception.receive_pieces(status, headers, length, pieces)
    }

    /// The same for a response whose body is still to come.
    pub fn receiver(&self) -> Receiver<'_> {
        self.reception.receiver()
    }

    /// The outcome of a request that got no whole answer; `status` where at least that arrived.
    pub fn fail(&self, failure: Failure, status: Option<u16>) -> Outcome {
        self.reception.fail(failure, status)
    }

    /// The outcome of an asynchronous node at the moment of sending: default at once, nothing mapped.
    pub fn accepted(&self) -> Outcome {
        self.reception.accepted()
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

    /// That there will be a token, in a request that is shown.
    fn show_signature(&self, request: &mut WebhookRequest) {
        if self.definition.signing.is_some() {
            request.authorize(MASK);
        }
    }

    fn filling<'v>(&'v self, values: &'v Values, view: View) -> Filling<'v> {
        Filling { values, declarations: &self.declarations, view }
    }
}

/// The Accept header of a response type.
pub(crate) fn accept(format: switchhook_path::Format) -> &'static str {
    match format {
        switchhook_path::Format::Json => "application/json, */*;q=0.5",
        switchhook_path::Format::Xml => "application/xml, text/xml;q=0.9, */*;q=0.5",
    }
}

fn errors(problems: &[Problem]) -> impl Iterator<Item = &Problem> {
    problems.iter().filter(|problem| problem.severity() == Severity::Error)
}

/// Adds what was found to what could not be read. A member that could not be read has its default: what is
/// wrong with that, or inside of it, is no news.
fn add_readable(problems: &mut Vec<Problem>, found: Vec<Problem>) {
    let errors: Vec<String> = errors(problems).map(|problem| problem.pointer.clone()).collect();
    let pointer = |place| errors.get(place).map(String::as_str);
    let sorted = order(errors.len(), &|left, right| pointer(left).cmp(&pointer(right)));
    let unreadable: Vec<&str> = sorted.into_iter().filter_map(pointer).collect();
    let is_unreadable = |pointer: &str| unreadable.binary_search(&pointer).is_ok();
    problems.extend(found.into_iter().filter(|problem| {
        let mut outer = problem.pointer.match_indices('/').map(|(end, _)| end);
        let inside = outer.any(|end| problem.pointer.get(..end).is_some_and(is_unreadable));
        !inside && !is_unreadable(&problem.pointer)
    }));
}

/// Whether the declarations have no part in it.
fn is_of_definition(problem: &Problem) -> bool {
    !matches!(
        problem.code,
        Code::UnknownParameter
            | Code::StatusParameterEntity
            | Code::FallbackEntity
            | Code::BadDeclaration
    )
}

/// Keeps those that are listed: the first ones, and an error of the definition in any case, since that one forbids to send.
fn keep_listed(problems: &mut Vec<Problem>) {
    let forbids =
        |problem: &Problem| problem.severity() == Severity::Error && is_of_definition(problem);
    let rest = problems.split_off(problems.len().min(PROBLEMS));
    if !problems.iter().any(forbids) {
        problems.extend(rest.into_iter().find(forbids));
    }
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
