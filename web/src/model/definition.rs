//! A draft in; out comes the definition it amounts to, and which field each part of that came from.

use switchhook::{
    Auth, Body, Definition, Field, Mapping, ParameterDeclaration, Response, Route, Signing,
};

use crate::model::{
    draft::{AuthKind, BodyKind, Draft, FieldRow, List, ParameterRow, RowId},
    literal,
    place::Place,
};

/// Which rows of the draft the rows of the definition are.
#[derive(Default)]
pub struct Rows {
    query: Vec<RowId>,
    headers: Vec<RowId>,
    form: Vec<RowId>,
    mappings: Vec<RowId>,
    routes: Vec<RowId>,
}

/// The definition that a draft amounts to.
pub fn to_definition(draft: &Draft) -> Definition {
    definition(draft).0
}

/// The definition, and its rows.
pub fn definition(draft: &Draft) -> (Definition, Rows) {
    let mut rows = Rows::default();
    let content = || draft.body.to_string();
    let unknown = draft.body_unknown.clone();
    let definition = Definition {
        label: filled(&draft.label),
        method: draft.method,
        url: draft.url.trim().to_owned(),
        query: fields(&draft.query, &mut rows.query),
        headers: fields(&draft.headers, &mut rows.headers),
        body: match draft.body_kind {
            BodyKind::None => None,
            BodyKind::Json => Some(Body::Json { content: content(), unknown }),
            BodyKind::Xml => Some(Body::Xml { content: content(), unknown }),
            BodyKind::Html => Some(Body::Html { content: content(), unknown }),
            BodyKind::Text => Some(Body::Text { content: content(), unknown }),
            BodyKind::Form => {
                Some(Body::Form { fields: fields(&draft.form, &mut rows.form), unknown })
            }
        },
        r#async: draft.is_async,
        timeout_seconds: draft.timeout,
        response: Response {
            format: draft.format,
            mappings: mappings(draft, &mut rows.mappings),
            unknown: draft.response_unknown.clone(),
        },
        routes: routes(draft, &mut rows.routes),
        status_parameter: filled(&draft.status_parameter),
        auth: auth(draft),
        signing: draft.signing.on.then(|| Signing {
            api_key: draft.signing.api_key.to_string(),
            application_id: filled(&draft.signing.application),
            unknown: draft.signing.unknown.clone(),
        }),
        unknown: draft.unknown.clone(),
        ..Definition::default()
    };
    (definition, rows)
}

/// The parameters that a draft declares; a row without a name is not finished.
pub fn declarations(draft: &Draft) -> Vec<ParameterDeclaration> {
    draft.parameters.iter().filter(|row| !row.name.is_empty()).map(declaration).collect()
}

/// One parameter as it is declared.
pub fn declaration(row: &ParameterRow) -> ParameterDeclaration {
    ParameterDeclaration {
        name: row.name.to_string(),
        entity: row.entity.to_string(),
        value: literal::typed(&row.value),
        secret: row.secret,
    }
}

fn auth(draft: &Draft) -> Option<Auth> {
    let auth = &draft.auth;
    match auth.kind {
        AuthKind::None => None,
        AuthKind::Basic => Some(Auth::Basic {
            username: auth.username.to_string(),
            password: auth.password.to_string(),
            unknown: auth.unknown.clone(),
        }),
        AuthKind::Bearer => {
            Some(Auth::Bearer { token: auth.token.to_string(), unknown: auth.unknown.clone() })
        }
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn fields(rows: &[FieldRow], ids: &mut Vec<RowId>) -> Vec<Field> {
    let rows = rows.iter().filter(|row| !row.is_empty());
    rows.map(|row| {
        ids.push(row.id);
        let value = (!row.is_slot()).then(|| row.value.to_string());
        let unknown = row.unknown.clone();
        Field { name: row.name.to_string(), value, enabled: row.enabled, unknown }
    })
    .collect()
}

fn mappings(draft: &Draft, ids: &mut Vec<RowId>) -> Vec<Mapping> {
    let rows =
        draft.mappings.iter().filter(|row| !(row.path.is_empty() && row.parameter.is_empty()));
    rows.map(|row| {
        ids.push(row.id);
        Mapping {
            path: row.path.to_string(),
            parameter: row.parameter.to_string(),
            from: row.from,
            optional: row.optional,
            otherwise: literal::typed(&row.otherwise),
            unknown: row.unknown.clone(),
        }
    })
    .collect()
}

fn routes(draft: &Draft, ids: &mut Vec<RowId>) -> Vec<Route> {
    let rows = draft.routes.iter().filter(|row| !(row.status.is_empty() && row.label.is_empty()));
    rows.map(|row| {
        ids.push(row.id);
        Route {
            status: row.status.to_string(),
            label: filled(&row.label),
            unknown: row.unknown.clone(),
        }
    })
    .collect()
}

impl Rows {
    /// The field that a JSON Pointer into the definition speaks of.
    pub fn place(&self, pointer: &str) -> Place {
        let steps: Vec<&str> = pointer.split('/').skip(1).collect();
        let row = |ids: &[RowId], index: &str| {
            index.parse::<usize>().ok().and_then(|index| ids.get(index).copied())
        };
        let field = |list, ids: &[RowId], index: &str, part: Option<&&str>| {
            row(ids, index).map(|id| match part {
                Some(&"value") => Place::FieldValue(list, id),
                _ => Place::FieldName(list, id),
            })
        };
        let place = match steps.as_slice() {
            ["label", ..] => Some(Place::Label),
            ["method", ..] => Some(Place::Method),
            ["url", ..] => Some(Place::Url),
            ["query", index, part @ ..] => field(List::Query, &self.query, index, part.first()),
            ["headers", index, part @ ..] => {
                field(List::Headers, &self.headers, index, part.first())
            }
            ["body", "fields", index, part @ ..] => {
                field(List::Form, &self.form, index, part.first())
            }
            ["body", "content", ..] => Some(Place::Body),
            ["body", ..] => Some(Place::BodyKind),
            ["response", "mappings", index, part @ ..] => {
                row(&self.mappings, index).map(|id| match part.first() {
                    Some(&"parameter") => Place::MappingParameter(id),
                    Some(&"otherwise") => Place::MappingFallback(id),
                    _ => Place::MappingPath(id),
                })
            }
            ["response", ..] => Some(Place::Format),
            ["routes", index, part @ ..] => row(&self.routes, index).map(|id| match part.first() {
                Some(&"label") => Place::RouteLabel(id),
                _ => Place::RouteStatus(id),
            }),
            ["auth", "username"] => Some(Place::AuthUser),
            ["auth", "password"] => Some(Place::AuthPassword),
            ["auth", "token"] => Some(Place::AuthToken),
            ["auth", ..] => Some(Place::AuthKind),
            ["signing", "apiKey"] => Some(Place::SigningKey),
            ["signing", "applicationId"] => Some(Place::SigningApplication),
            ["signing", ..] => Some(Place::Signing),
            ["statusParameter", ..] => Some(Place::StatusParameter),
            ["async", ..] => Some(Place::Async),
            ["timeoutSeconds", ..] => Some(Place::Timeout),
            _ => None,
        };
        place.unwrap_or(Place::Elsewhere)
    }
}
