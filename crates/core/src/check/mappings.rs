//! Response mappings in; those with a compiled path, and what is wrong with the others, out.

use switchhook_path::Path;

use super::{Findings, fields::check_token};
use crate::{
    definition::{Mapping, Source},
    mapping::{CompiledMapping, Fallback, Find},
    parameter::{Declarations, Entity},
    problem::{Code, Problem},
};

/// Compiles the mappings, all of them: a faulty one finds nothing.
pub(crate) fn mappings(
    mappings: &[Mapping],
    declarations: &Declarations,
    findings: &mut Findings,
) -> Vec<CompiledMapping> {
    let compile = |(index, mapping): (usize, &Mapping)| {
        let pointer = format!("/response/mappings/{index}");
        let from = find(mapping, &format!("{pointer}/path"), findings);
        findings.target(&format!("{pointer}/parameter"), &mapping.parameter);
        let declared = declarations.get(&mapping.parameter);
        let entity =
            declared.and_then(|declared| Entity::of(&declared.entity)).unwrap_or(Entity::Any);
        let otherwise = mapping.otherwise.as_ref();
        let otherwise =
            otherwise.map(|value| entity.take(value).map_or(Fallback::Misfit, Fallback::Fits));
        if let Some(Fallback::Misfit) = otherwise {
            let message = format!(
                "The fallback does not fit the entity of ${}: write another value.",
                mapping.parameter
            );
            findings.problem(Code::FallbackEntity, &format!("{pointer}/otherwise"), message);
        }
        CompiledMapping {
            path: mapping.path.as_str().into(),
            parameter: mapping.parameter.as_str().into(),
            from,
            entity,
            optional: mapping.optional,
            otherwise,
        }
    };
    mappings.iter().enumerate().map(compile).collect()
}

fn find(mapping: &Mapping, pointer: &str, findings: &mut Findings) -> Find {
    match mapping.from {
        Source::Header if mapping.path.is_empty() => {
            findings.problem(
                Code::BadHeaderName,
                pointer,
                "Write the name of the response header.",
            );
            Find::Nowhere
        }
        Source::Header => {
            check_token(&mapping.path, pointer, findings);
            Find::Header(mapping.path.clone())
        }
        Source::Body => match Path::parse(&mapping.path) {
            Ok(path) => Find::Path(path),
            Err(error) => {
                let problem = Problem::new(Code::BadPath, pointer, error.message);
                findings.problems.push(problem.at(error.range));
                Find::Nowhere
            }
        },
    }
}
