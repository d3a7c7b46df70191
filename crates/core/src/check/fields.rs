//! Rows of query parameters, headers and form fields in; those that are sent, compiled, out.

use super::{Findings, Use};
use crate::{
    definition::Field,
    parameter::is_parameter_name,
    problem::Code,
    request::FieldTemplate,
    template::{self, Place, Template},
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
            named(field, &pointer, "parameter", findings)
                .then(|| FieldTemplate { name: field.name.clone(), value })
        })
        .collect()
}

/// Compiles headers.
pub(crate) fn headers(fields: &[Field], findings: &mut Findings) -> Vec<FieldTemplate> {
    enabled(fields, "/headers")
        .filter_map(|(field, pointer)| {
            let value = match &field.value {
                Some(text) => {
                    let (compiled, faults) = template::header(text);
                    findings.template(&format!("{pointer}/value"), text);
                    findings.faults(&format!("{pointer}/value"), faults);
                    compiled
                }
                None => slot(field, &pointer, Place::Header, findings),
            };
            let named = named(field, &pointer, "header", findings);
            check_header_name(&field.name, &format!("{pointer}/name"), findings);
            named.then(|| FieldTemplate { name: field.name.clone(), value })
        })
        .collect()
}

/// What is wrong with a header's name; nothing where it is empty, which is another problem.
pub(super) fn check_header_name(name: &str, pointer: &str, findings: &mut Findings) {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if let Some(wrong) = name.chars().find(|c| !is_token(*c)) {
        let message = format!(
            "A header's name cannot have “{}”: use letters, digits and “-”.",
            wrong.escape_debug()
        );
        findings.problem(Code::BadHeaderName, pointer, message);
        return;
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
        if !is_parameter_name(name) {
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
