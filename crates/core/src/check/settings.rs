//! Authorization and timeout in; the Authorization header's templates, and what is wrong, out.

use super::Findings;
use crate::{
    definition::{Auth, Definition, Field},
    limits::{TIMEOUT_MAX, TIMEOUT_MIN},
    problem::{Code, Problem},
    request::AuthTemplate,
    template::{self, Fault, Place, Template, UrlTemplate, parameter_ranges},
};

/// Compiles the Authorization header.
pub(crate) fn auth(auth: &Auth, findings: &mut Findings) -> AuthTemplate {
    let mut compile = |member: &str, text: &str, place| -> Template {
        let pointer = format!("/auth/{member}");
        let (compiled, mut faults) = template::header(text, place);
        if let (Place::BasicUser, Some(colon)) = (place, text.find(':')) {
            let message = "A user's name has no colon, which begins the password: remove it.";
            faults.push(Fault::new(Code::BadHeaderValue, message, colon..colon + 1));
        }
        findings.template(&pointer, text);
        findings.faults(&pointer, faults);
        compiled
    };
    match auth {
        Auth::Basic { username, password, .. } => AuthTemplate::Basic {
            username: compile("username", username, Place::BasicUser),
            password: compile("password", password, Place::Header),
        },
        Auth::Bearer { token, .. } => {
            AuthTemplate::Bearer { token: compile("token", token, Place::Header) }
        }
    }
}

/// Checks what stands beside the request itself.
pub(crate) fn settings(definition: &Definition, url: &UrlTemplate, findings: &mut Findings) {
    let seconds = definition.timeout_seconds;
    if !(TIMEOUT_MIN..=TIMEOUT_MAX).contains(&seconds) {
        let message = format!(
            "The timeout is {seconds} s: give whole seconds from {TIMEOUT_MIN} to {TIMEOUT_MAX}."
        );
        findings.problem(Code::TimeoutOutOfRange, "/timeoutSeconds", message);
    }
    if definition.r#async
        && !(definition.response.mappings.is_empty()
            && definition.routes.is_empty()
            && definition.status_parameter.is_none())
    {
        let message = "The conversation does not wait for this answer: mappings and exits have no part in it. Remove them, or let it wait.";
        findings.problem(Code::AsyncResponse, "/async", message);
    }
    let authorizations = authorizations(definition);
    if url.has_host_parameter()
        && !authorizations.is_empty()
        // The host stands before all else that could be one.
        && let Some(range) = parameter_ranges(&definition.url).into_iter().next()
    {
        let message = "A parameter decides here which server receives the authorization: write the host out, unless the parameter is the agent's own.";
        findings.problems.push(Problem::new(Code::HostParameter, "/url", message).at(range));
    }
    for pointer in authorizations.iter().skip(1) {
        let message = "The request has an Authorization header already: keep one of authorization, signing and a header of that name.";
        findings.problem(Code::TwoAuthorizations, pointer, message);
    }
}

/// Where the definition says who asks.
fn authorizations(definition: &Definition) -> Vec<String> {
    let auth = definition.auth.as_ref().map(|_| "/auth".to_owned());
    let signing = definition.signing.as_ref().map(|_| "/signing".to_owned());
    let is_authorization =
        |field: &Field| field.enabled && field.name.eq_ignore_ascii_case("authorization");
    let rows = definition.headers.iter().enumerate().filter(|(_, field)| is_authorization(field));
    let headers = rows.map(|(index, _)| format!("/headers/{index}/name"));
    auth.into_iter().chain(signing).chain(headers).collect()
}
