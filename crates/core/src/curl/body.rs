//! The data of a command and its Content-Type in; a body that is sent as the same bytes out.

use super::{
    cursor::partly,
    draft::{Draft, Said},
    form::rows,
    headers::{Header, has},
    marked::{has_parameter, template},
};
use crate::{
    check::{self, Findings},
    definition::{Body, Method},
    problem::{Problem, Severity},
    template::json,
};

const FORM: &str = "application/x-www-form-urlencoded";

/// The body; the Content-Type stays in the headers where the node would send another by itself.
pub(super) fn body(draft: &mut Draft, method: Method, headers: &mut Vec<Header>) -> Option<Body> {
    let data = draft.data.take().filter(|_| !draft.is_query)?;
    let is_type = |header: &Header| header.name.eq_ignore_ascii_case("content-type");
    let mut given = headers.iter().filter(|header| is_type(header));
    let content_type =
        given.next().map_or(Some(FORM), |header| header.value.as_deref()).unwrap_or_default();
    let is_sole = given.next().is_none();
    let (body, own_type) = of_type(content_type, &data, method, &mut draft.warnings);
    if content_type == own_type && is_sole {
        headers.retain(|header| !is_type(header));
    } else if !has(headers, "content-type") {
        let (name, value) = ("Content-Type".to_owned(), Some(FORM.to_owned()));
        headers.push(Header { name, value, range: data.range });
    } else if content_type.is_empty()
        && headers.iter().any(|header| is_type(header) && header.value.is_none())
    {
        let message = format!(
            "A node does not send a body without a Content-Type: this one goes as {own_type}."
        );
        draft.warnings.push(partly("/body", message));
    }
    Some(body)
}

/// The body of a Content-Type, or as text where it is none; and the Content-Type that a node sends it with.
fn of_type(
    content_type: &str,
    data: &Said,
    method: Method,
    warnings: &mut Vec<Problem>,
) -> (Body, &'static str) {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let content = template(&data.text);
    let is = |kind: &str| {
        essence.ends_with(&format!("/{kind}")) || essence.ends_with(&format!("+{kind}"))
    };
    let (name, body) = if essence == FORM {
        if data.text.starts_with(['{', '[']) && json(&content).1.is_empty() {
            let message = "curl sends this JSON as a form, since no Content-Type says what it is: choose the body type JSON if the server wants JSON.";
            warnings.push(partly("/body", message));
        }
        let fields = rows(&data.text, has_parameter(&data.text));
        ("", fields.map(|fields| Body::Form { fields }))
    } else if is("json") {
        ("JSON", Some(Body::Json { content: content.clone() }))
    } else if is("xml") {
        ("XML", Some(Body::Xml { content: content.clone() }))
    } else if essence == "text/html" {
        ("HTML", Some(Body::Html { content: content.clone() }))
    } else {
        ("", None)
    };
    if let Some(body) = body {
        match compiled(&body, method) {
            Ok(own_type) => return (body, own_type),
            Err(fault) => {
                let message = format!(
                    "The body is imported as text, since it is no {name} that a node could fill. {fault}"
                );
                warnings.push(partly("/body", message));
            }
        }
    }
    let body = Body::Text { content };
    let own_type = compiled(&body, method).unwrap_or_default();
    (body, own_type)
}

/// The Content-Type that the node sends by itself, or why there is no such body.
fn compiled(body: &Body, method: Method) -> Result<&'static str, String> {
    let mut findings = Findings::default();
    let template = check::body(body, method, &mut findings);
    let fault = findings.problems.into_iter().find(|problem| {
        problem.severity() == Severity::Error && problem.pointer.starts_with("/body/")
    });
    fault.map_or_else(|| Ok(template.content_type()), |fault| Err(fault.message))
}
