//! A response and the compiled mappings in; what each of them found out.

use std::{sync::Arc, vec::IntoIter};

use switchhook_path::{Document, Json, Path, Taken};

use crate::{
    outcome::{MappingResult, MappingState},
    parameter::Entity,
};

/// A mapping with its object path compiled.
#[derive(Clone, Debug)]
pub(crate) struct CompiledMapping {
    pub(crate) path: Arc<str>,
    pub(crate) parameter: Arc<str>,
    pub(crate) from: Find,
    pub(crate) entity: Entity,
    pub(crate) optional: bool,
    pub(crate) otherwise: Option<Fallback>,
}

/// The value that a mapping takes where it finds nothing.
#[derive(Clone, Debug)]
pub(crate) enum Fallback {
    /// As its parameter holds it.
    Fits(Json),
    /// Its parameter's entity cannot hold it.
    Misfit,
}

/// Where a mapping looks.
#[derive(Clone, Debug)]
pub(crate) enum Find {
    /// In the body.
    Path(Path),
    /// In the headers, by name.
    Header(String),
    /// Nowhere: the path has errors.
    Nowhere,
}

/// The body, as far as mappings are concerned.
pub(crate) enum Body {
    /// There is one, and it is well-formed.
    Document(Document),
    /// It has been read in passing: what the mappings that look into it take, in their order.
    Taken(IntoIter<Option<Taken>>),
    /// There is none: everything is missing.
    Empty,
    /// It cannot be read.
    Unreadable,
}

impl Body {
    pub(crate) fn taken(taken: Vec<Option<Taken>>) -> Body {
        Body::Taken(taken.into_iter())
    }
}

impl CompiledMapping {
    /// Whether it looks in the body.
    pub(crate) fn reads_body(&self) -> bool {
        !matches!(self.from, Find::Header(_))
    }

    /// The result of a mapping that had nothing to look at.
    pub(crate) fn not_run(&self) -> MappingResult {
        self.result(MappingState::NotRun, None, None)
    }

    /// Looks for the value, and makes it fit its parameter.
    pub(crate) fn run(&self, body: &mut Body, headers: &[(String, String)]) -> MappingResult {
        let found = match (&self.from, body) {
            (Find::Header(name), _) => {
                header(headers, name).map(|text| (Json::string(&text), text.into()))
            }
            (Find::Path(path), Body::Document(document)) => match document.take(path) {
                Ok(taken) => taken.map(|taken| (taken.value, taken.raw)),
                Err(_) => return self.result(MappingState::TooComplex, None, None),
            },
            (Find::Path(_), Body::Taken(taken)) => {
                taken.next().flatten().map(|taken| (taken.value, taken.raw))
            }
            (Find::Path(_), Body::Empty) => None,
            (Find::Path(_), Body::Unreadable) | (Find::Nowhere, _) => return self.not_run(),
        };
        match (found, &self.otherwise) {
            (Some((value, raw)), _) => match self.entity.fit(&value) {
                Some(fitting) => self.result(MappingState::Mapped, Some(fitting), Some(raw)),
                None => self.result(MappingState::WrongEntity, None, Some(raw)),
            },
            (None, Some(Fallback::Fits(value))) => {
                self.result(MappingState::Mapped, Some(value.clone()), None)
            }
            (None, Some(Fallback::Misfit)) => self.result(MappingState::WrongEntity, None, None),
            (None, None) => self.result(MappingState::Missing, None, None),
        }
    }

    fn result(
        &self,
        state: MappingState,
        value: Option<Json>,
        raw: Option<Arc<str>>,
    ) -> MappingResult {
        let (path, parameter) = (Arc::clone(&self.path), Arc::clone(&self.parameter));
        MappingResult { path, parameter, state, value, raw }
    }
}

/// A header's value, without the white space around it (RFC 9110, section 5.5); several of one name joined by `, ` (section 5.3).
fn header(headers: &[(String, String)], wanted: &str) -> Option<String> {
    let values: Vec<&str> = headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| value.trim_matches([' ', '\t']))
        .collect();
    (!values.is_empty()).then(|| values.join(", "))
}
