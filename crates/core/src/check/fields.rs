//! Rows of query parameters, headers and form fields in; those that are sent, compiled, out.

use switchhook_path::sort::firsts;

use super::{Findings, Use};
use crate::{
    definition::Field,
    parameter::{is_parameter_name, is_reserved, not_a_name},
    problem::{Code, Problem},
    request::{FieldTemplate, HeaderTemplate},
    template::{self, Place, Template, Token, tokens},
};

/// Compiles query parameters or form fields.
pub(crate) fn query(
    fields: &[Field],
    pointer: &str,
    findings: &mut Findings,
) -> Vec<FieldTemplate> {
    enabled(fields, pointer)
        .filter_map(|(field, pointer)| {
            let value = match &field.value {
                Some(text) => {
                    findings.template(&format!("{pointer}/value"), text);
                    template::form(text)
                }
                None => slot(field, &pointer, Place::Form, findings),
            };
            let name = match &field.value {
                Some(_) => {
                    findings.template(&format!("{pointer}/name"), &field.name);
                    template::form(&field.name)
                }
                // The name is the parameter's, and stands as it is.
                None => template::form_literal(&field.name),
            };
            named(field, &pointer, "parameter", findings).then_some(FieldTemplate { name, value })
        })
        .collect()
}

/// Compiles headers.
pub(crate) fn headers(fields: &[Field], findings: &mut Findings) -> Vec<HeaderTemplate> {
    let templates = enabled(fields, "/headers")
        .filter_map(|(field, pointer)| {
            let value = match &field.value {
                Some(text) => {
                    let (compiled, faults) = template::header(text, Place::Header);
                    findings.template(&format!("{pointer}/value"), text);
                    findings.faults(&format!("{pointer}/value"), faults);
                    compiled
                }
                None => slot(field, &pointer, Place::Header, findings),
            };
            let named = named(field, &pointer, "header", findings);
            check_sent_header(&field.name, &format!("{pointer}/name"), findings);
            named.then(|| HeaderTemplate { name: field.name.clone(), value })
        })
        .collect();
    repeated(fields, findings);
    templates
}

/// Warns of headers that are sent already. A second Authorization is an error of its own.
fn repeated(fields: &[Field], findings: &mut Findings) {
    let sent: Vec<(&Field, String)> = enabled(fields, "/headers").collect();
    let name = |place: usize| sent.get(place).map(|(field, _)| field.name.to_ascii_lowercase());
    let firsts = firsts(sent.len(), &|left, right| name(left).cmp(&name(right)));
    for (place, (first, (field, pointer))) in firsts.into_iter().zip(&sent).enumerate() {
        let is_repeated = first != place && !field.name.is_empty();
        if is_repeated && !field.name.eq_ignore_ascii_case("authorization") {
            let message = "A server gets this header and the one before as one value, joined by a comma: keep one row.";
            findings.problem(Code::RepeatedHeader, &format!("{pointer}/name"), message);
        }
    }
}

/// Whether a name is a token (RFC 9110, section 5.6.2); a problem otherwise.
pub(super) fn check_token(name: &str, pointer: &str, findings: &mut Findings) -> bool {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let wrong = name.chars().find(|c| !is_token(*c));
    if let Some(wrong) = wrong {
        let wrong = wrong.escape_debug();
        let message =
            format!("A header's name cannot have “{wrong}”: use letters, digits and “-”.");
        findings.problem(Code::BadHeaderName, pointer, message);
    }
    wrong.is_none()
}

/// What is wrong with the name of a header that is sent; nothing where it is empty, which is another problem.
fn check_sent_header(name: &str, pointer: &str, findings: &mut Findings) {
    if !check_token(name, pointer, findings) {
        return;
    }
    for token in tokens(name) {
        if let Token::Parameter { range, .. } = token {
            let message = "A header's name holds no parameters: this is sent as it stands.";
            let problem = Problem::new(Code::ForeignSyntax, pointer, message);
            findings.problems.push(problem.at(range));
        }
    }
    let lower = name.to_ascii_lowercase();
    if matches!(lower.as_str(), "content-length" | "transfer-encoding") {
        let message = format!("{name} is written by the transport itself: remove this header.");
        findings.problem(Code::ForbiddenHeader, pointer, message);
    } else if is_refused_by_browsers(&lower) {
        let message = format!(
            "Browsers do not let a page set {name}: a test from the browser goes without it, a server sends it."
        );
        findings.problem(Code::BrowserHeader, pointer, message);
    }
}

/// Forbidden request-header names of the Fetch Standard, in lower case.
fn is_refused_by_browsers(name: &str) -> bool {
    const NAMES: [&str; 19] = [
        "accept-charset",
        "accept-encoding",
        "access-control-request-headers",
        "access-control-request-method",
        "connection",
        "cookie",
        "cookie2",
        "date",
        "dnt",
        "expect",
        "host",
        "keep-alive",
        "origin",
        "referer",
        "set-cookie",
        "te",
        "trailer",
        "upgrade",
        "via",
    ];
    NAMES.contains(&name) || name.starts_with("proxy-") || name.starts_with("sec-")
}

/// The rows that are sent, with their pointers.
fn enabled<'f>(fields: &'f [Field], pointer: &'f str) -> impl Iterator<Item = (&'f Field, String)> {
    let pointer = move |index| format!("{pointer}/{index}");
    fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.enabled)
        .map(move |(index, field)| (field, pointer(index)))
}

/// The parameter that fills an empty value: the one of the field's name.
fn slot(field: &Field, pointer: &str, place: Place, findings: &mut Findings) -> Template {
    let name = &field.name;
    if !name.is_empty() {
        findings.reads.push(Use {
            name: name.clone(),
            pointer: format!("{pointer}/value"),
            range: None,
        });
        if is_reserved(name) {
            let message = format!("“{name}” {}.", not_a_name(name));
            findings.problem(Code::BadParameterName, &format!("{pointer}/name"), message);
        } else if !is_parameter_name(name) {
            let message = format!(
                "An empty value is filled by the parameter of the field's name, and none can be called “{name}”: write a value."
            );
            findings.problem(Code::SlotName, &format!("{pointer}/value"), message);
        }
    }
    Template::slot(name, place)
}

fn named(field: &Field, pointer: &str, what: &str, findings: &mut Findings) -> bool {
    if field.name.is_empty() {
        let message = format!("This {what} has no name: write one, or remove the row.");
        findings.problem(Code::EmptyName, &format!("{pointer}/name"), message);
    }
    !field.name.is_empty()
}
