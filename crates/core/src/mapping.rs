//! A response and the compiled mappings in; what each of them found out.

use std::{ops::Deref, sync::Arc, vec::IntoIter};

use switchhook_path::{Document, Found, Json, Kind, Path, Sort, Taken, XmlText};

use crate::{header::header_text, outcome::MappingState, parameter::Entity};

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
pub(crate) enum Body<'b> {
    /// There is one, and it is well-formed.
    Document(Document),
    /// It has been read in passing: what the mappings that look into it take, in their order.
    Taken(IntoIter<Option<Taken>>),
    /// The same of a body that is there whole: where each of them is.
    Found(Found<'b>),
    /// The same of XML: the text of each of them.
    FoundXml(IntoIter<Option<XmlText<'b>>>),
    /// There is none: everything is missing.
    Empty,
    /// It cannot be read.
    Unreadable,
}

impl Body<'_> {
    pub(crate) fn taken(taken: Vec<Option<Taken>>) -> Self {
        Body::Taken(taken.into_iter())
    }
}

/// What one mapping found: a [`MappingResult`](crate::MappingResult) whose texts are still where they were found.
#[derive(Debug)]
#[non_exhaustive]
pub struct Finding<'b> {
    /// What came of it.
    pub state: MappingState,
    /// The value as the parameter holds it.
    pub value: Option<Held>,
    /// The exact source text of what was found.
    pub raw: Option<Raw<'b>>,
}

/// A value as a parameter holds it.
#[derive(Debug)]
pub enum Held {
    /// The source of what was found is the value as compact JSON, neither list nor object.
    AsSource(Sort),
    /// The source of what was found is the text that the value is.
    AsText,
    /// Any other.
    Json(Json),
}

/// A source text: in the body, or a copy.
#[derive(Debug)]
pub enum Raw<'b> {
    /// Where it stands.
    Here(&'b str),
    /// A copy of it.
    Kept(Arc<str>),
}

impl Deref for Raw<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Raw::Here(text) => text,
            Raw::Kept(text) => text,
        }
    }
}

impl From<Raw<'_>> for Arc<str> {
    fn from(raw: Raw<'_>) -> Arc<str> {
        match raw {
            Raw::Here(text) => text.into(),
            Raw::Kept(text) => text,
        }
    }
}

impl CompiledMapping {
    /// Whether it looks in the body.
    pub(crate) fn reads_body(&self) -> bool {
        !matches!(self.from, Find::Header(_))
    }

    /// Looks for the value, and makes it fit its parameter.
    pub(crate) fn run<'b>(&self, body: &mut Body<'b>, headers: &[(String, String)]) -> Finding<'b> {
        let kept = |taken: Taken| (Held::Json(taken.value), Raw::Kept(taken.raw));
        let found = match (&self.from, body) {
            (Find::Header(name), _) => header(headers, name)
                .map(|text| (Held::Json(Json::string(&text)), Raw::Kept(text.into()))),
            (Find::Path(path), Body::Document(document)) => match document.take(path) {
                Ok(taken) => taken.map(kept),
                Err(_) => return Finding::none(MappingState::TooComplex),
            },
            (Find::Path(_), Body::Taken(taken)) => taken.next().flatten().map(kept),
            (Find::Path(_), Body::Found(found)) => {
                let held = |(sort, source)| (Held::of(sort, source), Raw::Here(source));
                found.next().flatten().map(held)
            }
            (Find::Path(_), Body::FoundXml(found)) => {
                let held = |XmlText { source, text }| {
                    let value = match text == source {
                        true => Held::AsText,
                        false => Held::Json(Json::string(&text)),
                    };
                    (value, Raw::Here(source))
                };
                found.next().flatten().map(held)
            }
            (Find::Path(_), Body::Empty) => None,
            (Find::Path(_), Body::Unreadable) | (Find::Nowhere, _) => {
                return Finding::none(MappingState::NotRun);
            }
        };
        match (found, &self.otherwise) {
            (Some((value, raw)), _) => {
                let value = value.fit(self.entity, &raw);
                let state = match value {
                    Some(_) => MappingState::Mapped,
                    None => MappingState::WrongEntity,
                };
                Finding { state, value, raw: Some(raw) }
            }
            (None, Some(Fallback::Fits(value))) => {
                let value = Some(Held::Json(value.clone()));
                Finding { state: MappingState::Mapped, value, raw: None }
            }
            (None, Some(Fallback::Misfit)) => Finding::none(MappingState::WrongEntity),
            (None, None) => Finding::none(MappingState::Missing),
        }
    }
}

impl Finding<'_> {
    /// Neither value nor source.
    pub(crate) fn none(state: MappingState) -> Self {
        Finding { state, value: None, raw: None }
    }
}

impl Held {
    /// The value whose source this is.
    fn of(sort: Sort, source: &str) -> Held {
        match sort {
            Sort::Object | Sort::Array => Held::Json(Json::of_source(&source.into())),
            _ => Held::AsSource(sort),
        }
    }

    /// The value as the entity holds it, or none where it does not fit.
    fn fit(self, entity: Entity, source: &str) -> Option<Held> {
        match self {
            Held::AsSource(sort) if entity.holds(sort.into()) => Some(self),
            Held::AsSource(_) => entity.fit(&Json::of_source(&source.into())).map(Held::Json),
            Held::AsText if entity.holds(Kind::String) => Some(self),
            Held::AsText => entity.fit(&Json::string(source)).map(Held::Json),
            Held::Json(value) => entity.fit(&value).map(Held::Json),
        }
    }
}

/// A header's value, without the white space around it (RFC 9110, section 5.5); several of one name joined by `, ` (section 5.3).
fn header(headers: &[(String, String)], wanted: &str) -> Option<String> {
    let values: Vec<String> = headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| header_text(value.trim_matches([' ', '\t'])))
        .collect();
    (!values.is_empty()).then(|| values.join(", "))
}
