//! Status codes with exits of their own, and the parameter that receives the status code.

use super::Findings;
use crate::{
    definition::Route,
    parameter::{Declarations, Entity},
    problem::Code,
    route::Pattern,
};

/// Compiles the routes: the patterns as they are written, each once.
pub(crate) fn routes(routes: &[Route], findings: &mut Findings) -> Vec<(String, Pattern)> {
    let mut compiled: Vec<(String, Pattern)> = Vec::with_capacity(routes.len());
    for (index, route) in routes.iter().enumerate() {
        let pointer = format!("/routes/{index}/status");
        match Pattern::parse(&route.status) {
            None => {
                let message = match route.status.as_str() {
                    "" => "Write a status code such as 404, or a class such as 4xx.".to_owned(),
                    other if Pattern::parse(&other.to_ascii_lowercase()).is_some() => {
                        format!("Write “{}”, in small letters.", other.to_ascii_lowercase())
                    }
                    other => format!(
                        "“{other}” is no status code: write three digits from 200 to 599, or a class such as 4xx."
                    ),
                };
                findings.problem(Code::BadStatus, &pointer, message);
            }
            Some(pattern) if compiled.iter().any(|(_, earlier)| *earlier == pattern) => {
                let message =
                    format!("{} has an exit already: remove one of the two.", route.status);
                findings.problem(Code::DuplicateStatus, &pointer, message);
            }
            Some(pattern) => {
                if pattern.is_followed_by_browsers() {
                    let message = "A browser follows redirects by itself: a test there never takes this exit, a server does.";
                    findings.problem(Code::RedirectRoute, &pointer, message);
                } else if pattern == Pattern::Class(2) {
                    let message = "Every success takes this exit, and none the exit “default”: write the codes that differ, such as 204.";
                    findings.problem(Code::DefaultUnreachable, &pointer, message);
                }
                compiled.push((route.status.clone(), pattern));
            }
        }
    }
    compiled
}

/// Checks the parameter that receives the status code.
pub(crate) fn status_parameter(name: &str, declarations: &Declarations, findings: &mut Findings) {
    let pointer = "/statusParameter";
    let declared = declarations.get(name);
    let entity = declared.and_then(|declared| Entity::of(&declared.entity));
    if entity == Some(Entity::Text) {
        let message = format!(
            "A status code is a number: give ${name} the entity sys.any or sys.number, or choose another parameter."
        );
        findings.problem(Code::StatusParameterEntity, pointer, message);
    }
    findings.target(pointer, name);
}
