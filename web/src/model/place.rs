//! The places of the drawer at which something can be wrong, and their identity in the page.

use crate::model::draft::{Draft, FieldRow, List, RowId, Rows, Text};

/// One field of the drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Label.
    Label,
    /// Method.
    Method,
    /// URL endpoint.
    Url,
    /// Name of a row.
    FieldName(List, RowId),
    /// Value of a row.
    FieldValue(List, RowId),
    /// Body type.
    BodyKind,
    /// Body.
    Body,
    /// Response type.
    Format,
    /// Object path of a mapping.
    MappingPath(RowId),
    /// Parameter of a mapping.
    MappingParameter(RowId),
    /// Status code of an exit.
    RouteStatus(RowId),
    /// What an exit is called.
    RouteLabel(RowId),
    /// Save status code in.
    StatusParameter,
    /// What a mapping takes where it finds nothing.
    MappingFallback(RowId),
    /// Authorization.
    AuthKind,
    /// User name.
    AuthUser,
    /// Password.
    AuthPassword,
    /// Token.
    AuthToken,
    /// Sign requests.
    Signing,
    /// API key.
    SigningKey,
    /// Application id.
    SigningApplication,
    /// Signature secret.
    SigningSecret,
    /// Name of a declared parameter.
    ParameterName(RowId),
    /// Its entity.
    ParameterEntity(RowId),
    /// Its predefined value.
    ParameterValue(RowId),
    /// A list of names and values as text.
    Bulk(List),
    /// Asynchronous request.
    Async,
    /// Timeout.
    Timeout,
    /// No field of its own.
    Elsewhere,
}

impl Place {
    /// The `id` of the field's element; its problems are in `<id>-problem`.
    pub fn id(self) -> String {
        match self {
            Place::Label => "label".into(),
            Place::Method => "method".into(),
            Place::Url => "url".into(),
            Place::FieldName(list, row) => format!("{}-{row}-name", list_id(list)),
            Place::FieldValue(list, row) => format!("{}-{row}-value", list_id(list)),
            Place::BodyKind => "body-type".into(),
            Place::Body => "body".into(),
            Place::Format => "response-type".into(),
            Place::MappingPath(row) => format!("mapping-{row}-path"),
            Place::MappingParameter(row) => format!("mapping-{row}-parameter"),
            Place::RouteStatus(row) => format!("exit-{row}-status"),
            Place::RouteLabel(row) => format!("exit-{row}-label"),
            Place::StatusParameter => "status-parameter".into(),
            Place::MappingFallback(row) => format!("mapping-{row}-fallback"),
            Place::AuthKind => "authorization".into(),
            Place::AuthUser => "auth-user".into(),
            Place::AuthPassword => "auth-password".into(),
            Place::AuthToken => "auth-token".into(),
            Place::Signing => "signing".into(),
            Place::SigningKey => "signing-key".into(),
            Place::SigningApplication => "signing-application".into(),
            Place::SigningSecret => "signing-secret".into(),
            Place::ParameterName(row) => format!("declared-{row}-name"),
            Place::ParameterEntity(row) => format!("declared-{row}-entity"),
            Place::ParameterValue(row) => format!("declared-{row}-value"),
            Place::Bulk(list) => format!("{}-bulk", list_id(list)),
            Place::Async => "async".into(),
            Place::Timeout => "timeout".into(),
            Place::Elsewhere => "test-request".into(),
        }
    }
}

/// The first part of the ids of a list's rows.
pub fn list_id(list: List) -> &'static str {
    match list {
        List::Query => "query",
        List::Headers => "header",
        List::Form => "form",
    }
}

/// The first part of the ids of any rows, and the last one of the button that adds one.
pub fn rows_id(rows: Rows) -> &'static str {
    match rows {
        Rows::Fields(list) => list_id(list),
        Rows::Mappings => "mapping",
        Rows::Routes => "exit",
        Rows::Parameters => "declared",
    }
}

impl Draft {
    /// The text of a field; none of one that has no text, or is gone.
    pub fn text(&self, place: Place) -> Option<Text> {
        let field = |list, id| self.fields(list).iter().find(|row: &&FieldRow| row.id == id);
        let mapping = |id| self.mappings.iter().find(|row| row.id == id);
        Some(match place {
            Place::Label => self.label.clone(),
            Place::Url => self.url.clone(),
            Place::FieldName(list, id) => field(list, id)?.name.clone(),
            Place::FieldValue(list, id) => field(list, id)?.value.clone(),
            Place::Body => self.body.clone(),
            Place::MappingPath(id) => mapping(id)?.path.clone(),
            Place::MappingParameter(id) => mapping(id)?.parameter.clone(),
            Place::StatusParameter => self.status_parameter.clone(),
            Place::AuthUser => self.auth.username.clone(),
            Place::AuthPassword => self.auth.password.clone(),
            Place::AuthToken => self.auth.token.clone(),
            _ => return None,
        })
    }
}
