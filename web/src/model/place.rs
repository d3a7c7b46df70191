//! The places of the drawer at which something can be wrong, and their identity in the page.

use crate::model::draft::{List, RowId};

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
