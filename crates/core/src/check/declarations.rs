//! The agent's parameters in; what they make visible in a definition, and what is wrong with themselves, out.

use std::ptr;

use super::{Findings, Use};
use crate::{
    parameter::{Declarations, Entity, is_parameter_name, not_a_name},
    problem::{Code, Problem},
};

/// Checks the declarations, and every read and write of a definition against them. An empty list says nothing.
pub(crate) fn declarations(declarations: &Declarations, findings: &mut Findings) {
    for declaration in declarations.as_slice() {
        let name = &declaration.name;
        if !is_parameter_name(name) {
            let message = match name.as_str() {
                "" => "A parameter is declared without a name: write one.".to_owned(),
                _ => format!("“{name}” {}.", not_a_name(name)),
            };
            findings.problem(Code::BadDeclaration, "", message);
        } else if declarations.get(name).is_some_and(|first| !ptr::eq(first, declaration)) {
            let message = format!("${name} is declared twice: remove one of the two.");
            findings.problem(Code::BadDeclaration, "", message);
        }
        let (entity, value) = (&declaration.entity, declaration.value.as_ref());
        match (Entity::of(entity), value) {
            (None, _) => {
                let message = format!(
                    "The entity “{entity}” of ${name} is not known, and is taken as sys.any: correct its name."
                );
                findings.problem(Code::UnknownEntity, "", message);
            }
            (Some(known), Some(value)) if known.take(value).is_none() => {
                let message = format!(
                    "The predefined value of ${name} does not fit {entity}: give another value, or another entity."
                );
                findings.problem(Code::BadDeclaration, "", message);
            }
            _ => (),
        }
    }
    if declarations.as_slice().is_empty() {
        return;
    }
    let unknown = |used: &&Use| declarations.get(&used.name).is_none();
    let problems: Vec<Problem> = findings
        .reads
        .iter()
        .chain(&findings.writes)
        .filter(unknown)
        .map(|used| problem(used, declarations))
        .collect();
    findings.problems.extend(problems);
}

fn problem(used: &Use, declarations: &Declarations) -> Problem {
    let name = &used.name;
    let (code, message) = match declarations.get_in_any_case(name) {
        Some(declared) => (
            Code::OtherCase,
            format!(
                "${name} is another parameter than ${}, which is declared: write ${}, or declare ${name} too.",
                declared.name, declared.name
            ),
        ),
        None => (
            Code::UnknownParameter,
            format!("There is no parameter ${name}: declare it, or correct its name."),
        ),
    };
    let problem = Problem::new(code, used.pointer.clone(), message);
    match &used.range {
        Some(range) => problem.at(range.clone()),
        None => problem,
    }
}
