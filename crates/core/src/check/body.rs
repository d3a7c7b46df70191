//! The body of the definition in; its compiled template, and what is wrong with it, out.

use super::{Findings, fields};
use crate::{
    definition::{Body, Method},
    problem::Code,
    request::BodyTemplate,
    template::{self, Fault, Markup, Template},
};

/// Compiles the body.
pub(crate) fn body(body: &Body, method: Method, findings: &mut Findings) -> BodyTemplate {
    if method == Method::Get {
        let message =
            "A GET request cannot carry a body: choose another method, or remove the body.";
        findings.problem(Code::BodyWithGet, "/body", message);
    }
    let mut content = |text: &str, (template, faults): (Template, Vec<Fault>), content_type| {
        findings.template("/body/content", text);
        findings.faults("/body/content", faults);
        BodyTemplate::Content { template, content_type }
    };
    match body {
        Body::Json { content: text, .. } => content(text, template::json(text), "application/json"),
        Body::Xml { content: text, .. } => {
            content(text, template::markup(Markup::Xml, text), "application/xml")
        }
        Body::Html { content: text, .. } => {
            content(text, template::markup(Markup::Html, text), "text/html; charset=utf-8")
        }
        Body::Text { content: text, .. } => {
            content(text, (template::text(text), Vec::new()), "text/plain; charset=utf-8")
        }
        Body::Form { fields: rows, .. } => {
            BodyTemplate::Form { fields: fields::query(rows, "/body/fields", findings) }
        }
    }
}
