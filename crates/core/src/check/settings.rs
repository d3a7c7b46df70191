//! Authorization and timeout in; the Authorization header's templates, and what is wrong, out.

use super::Findings;
use crate::{
    definition::{Auth, Definition},
    limits::{TIMEOUT_MAX, TIMEOUT_MIN},
    problem::Code,
    request::AuthTemplate,
    template::{self, Fault, Place, Template, UrlTemplate},
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
        Auth::Basic { username, password } => AuthTemplate::Basic {
            username: compile("username", username, Place::BasicUser),
            password: compile("password", password, Place::Header),
        },
        Auth::Bearer { token } => {
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
    if url.has_host_parameter() && (definition.auth.is_some() || definition.signing.is_some()) {
        let message = "A parameter decides here which server receives the authorization: write the host out, unless the parameter is the agent's own.";
        findings.problem(Code::HostParameter, "/url", message);
    }
    let header = definition
        .headers
        .iter()
        .position(|field| field.enabled && field.name.eq_ignore_ascii_case("authorization"))
        .map(|index| format!("/headers/{index}/name"));
    let auth = definition.auth.is_some().then(|| "/auth".to_owned());
    let signing = definition.signing.is_some().then(|| "/signing".to_owned());
    for pointer in [auth, signing, header].into_iter().flatten().skip(1) {
        let message = "The request has an Authorization header already: keep one of authorization, signing and a header of that name.";
        findings.problem(Code::TwoAuthorizations, &pointer, message);
    }
}
