//! The parts of a definition in; each compiled, with everything that is wrong with it, one file for each family.

mod body;
mod declarations;
mod fields;
mod mappings;
mod routes;
mod settings;
mod signing;
mod url;

pub(crate) use body::body;
pub(crate) use declarations::declarations;
pub(crate) use fields::{headers, query};
pub(crate) use mappings::mappings;
pub(crate) use routes::{routes, status_parameter};
pub(crate) use settings::{auth, settings};
pub(crate) use signing::signing;
pub(crate) use url::url;

use std::ops::Range;

use switchhook_path::sort::firsts;

use crate::{
    parameter::{is_parameter_name, not_a_name},
    problem::{Code, Problem},
    template::{Fault, Token, foreign_syntax, tokens},
};

/// What compiling finds: problems, and which fields read and write which parameters.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) problems: Vec<Problem>,
    pub(crate) reads: Vec<Use>,
    pub(crate) writes: Vec<Use>,
}

/// A field that reads or writes a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    pub(crate) name: String,
    pub(crate) pointer: String,
    /// The bytes of the field that name the parameter; none where the field's own name does.
    pub(crate) range: Option<Range<usize>>,
}

impl Findings {
    pub(crate) fn problem(&mut self, code: Code, pointer: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(code, pointer, message));
    }

    /// Takes over the faults of a template at its pointer.
    pub(crate) fn faults(&mut self, pointer: &str, faults: Vec<Fault>) {
        self.problems.extend(
            faults
                .into_iter()
                .map(|fault| Problem::new(fault.code, pointer, fault.message).at(fault.range)),
        );
    }

    /// Notes the parameters of a template, and warns of what looks like one and is none.
    pub(crate) fn template(&mut self, pointer: &str, template: &str) {
        for token in tokens(template) {
            let Token::Parameter { name, range } = token else { continue };
            if !is_parameter_name(&name) {
                let message = format!("“{name}” {}.", not_a_name(&name));
                let problem = Problem::new(Code::BadParameterName, pointer, message);
                self.problems.push(problem.at(range.clone()));
            }
            self.reads.push(Use { name, pointer: pointer.to_owned(), range: Some(range) });
        }
        self.faults(pointer, foreign_syntax(template));
    }

    /// Notes a parameter that receives a value.
    pub(crate) fn target(&mut self, pointer: &str, name: &str) {
        if !is_parameter_name(name) {
            let message = match (name, name.strip_prefix('$')) {
                ("", _) => "No parameter receives this value: write its name.".to_owned(),
                (_, Some(bare)) if is_parameter_name(bare) => {
                    format!("Write “{bare}”, without the “$”.")
                }
                _ => format!("“{name}” {}.", not_a_name(name)),
            };
            return self.problem(Code::BadParameterName, pointer, message);
        }
        self.writes.push(Use { name: name.to_owned(), pointer: pointer.to_owned(), range: None });
    }

    /// Warns of parameters that receive more than one value.
    pub(crate) fn shared_targets(&mut self) {
        let name = |place: usize| self.writes.get(place).map(|write| &write.name);
        let firsts = firsts(self.writes.len(), &|left, right| name(left).cmp(&name(right)));
        for (place, (first, Use { name, pointer, .. })) in
            firsts.into_iter().zip(&self.writes).enumerate()
        {
            if first != place {
                let wins = match pointer.as_str() {
                    "/statusParameter" => "a mapping that finds something",
                    _ => "the last that finds something",
                };
                let message = format!(
                    "${name} is written already: choose another parameter, or let {wins} win."
                );
                self.problems.push(Problem::new(Code::SharedTarget, pointer.as_str(), message));
            }
        }
    }
}
