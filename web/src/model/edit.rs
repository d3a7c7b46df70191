//! One change of a draft, as a value; and which typing it belongs to.

use std::rc::Rc;

use switchhook::{Method, Source, path::Format};

use crate::model::{
    draft::{AuthDraft, BodyKind, KeptSample, List, RowId, Rows, SigningDraft, Text},
    place::Place,
};

/// One change of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The label's text.
    SetLabel(Text),
    /// Another method.
    SetMethod(Method),
    /// The URL's text.
    SetUrl(Text),
    /// The URL's query as rows before the others.
    SplitQuery,
    /// A new empty row at the end.
    AddField(List),
    /// The name of a row.
    SetFieldName(List, RowId, Text),
    /// The value of a row.
    SetFieldValue(List, RowId, Text),
    /// Whether a row is sent.
    SetFieldEnabled(List, RowId, bool),
    /// Whether an empty value is sent as it is.
    SetFieldEmpty(List, RowId, bool),
    /// Every row, as lines of `name: value`.
    SetFields(List, Text),
    /// Lines of `name: value` as rows behind this one, or in its place where it is empty.
    PasteFields(List, RowId, Text),
    /// A row at another place among its own.
    Move(Rows, RowId, usize),
    /// A row less.
    Remove(Rows, RowId),
    /// Another kind of body.
    SetBodyKind(BodyKind),
    /// The body's text.
    SetBody(Text),
    /// The body indented, as its kind has it.
    FormatBody,
    /// Another way of reading the response.
    SetFormat(Format),
    /// A new mapping at the end: path and parameter, empty for one that is to be typed. A parameter that is
    /// named is declared, where parameters are declared at all.
    AddMapping(Text, Text),
    /// The path of a mapping.
    SetMappingPath(RowId, Text),
    /// The parameter of a mapping.
    SetMappingParameter(RowId, Text),
    /// Whether a mapping may find nothing.
    SetMappingOptional(RowId, bool),
    /// Where a mapping looks.
    SetMappingSource(RowId, Source),
    /// What a mapping takes where it finds nothing.
    SetMappingFallback(RowId, Text),
    /// A new status code at the end, empty for one that is to be typed.
    AddRoute(Text),
    /// The code of an exit.
    SetRouteStatus(RowId, Text),
    /// What an exit is called.
    SetRouteLabel(RowId, Text),
    /// The parameter that receives the status code.
    SetStatusParameter(Text),
    /// Whether the flow goes on without waiting.
    SetAsync(bool),
    /// Whole seconds.
    SetTimeout(i64),
    /// Authorization, and the field that was typed into.
    SetAuth(AuthDraft, Place),
    /// Signing, and the field that was typed into.
    SetSigning(SigningDraft, Place),
    /// A new parameter at the end: its name, empty for one that is to be typed.
    Declare(Text),
    /// New parameters at the end.
    DeclareAll(Rc<[Text]>),
    /// The name of a parameter, here and wherever it is used.
    SetParameterName(RowId, Text),
    /// The entity of a parameter.
    SetParameterEntity(RowId, Text),
    /// The predefined value of a parameter.
    SetParameterValue(RowId, Text),
    /// Whether a parameter is secret.
    SetParameterSecret(RowId, bool),
    /// A sample in place of the one that its exit had.
    KeepSample(KeptSample),
    /// The sample of an exit less.
    RemoveSample(Text),
}

impl Edit {
    /// The place whose typing this belongs to: edits of one place, one after the other, are undone together.
    pub fn typed_into(&self) -> Option<Place> {
        match self {
            Edit::SetLabel(_) => Some(Place::Label),
            Edit::SetUrl(_) => Some(Place::Url),
            Edit::SetFieldName(list, id, _) => Some(Place::FieldName(*list, *id)),
            Edit::SetFieldValue(list, id, _) => Some(Place::FieldValue(*list, *id)),
            Edit::SetFields(list, _) => Some(Place::Bulk(*list)),
            Edit::SetBody(_) => Some(Place::Body),
            Edit::SetMappingPath(id, _) => Some(Place::MappingPath(*id)),
            Edit::SetMappingParameter(id, _) => Some(Place::MappingParameter(*id)),
            Edit::SetMappingFallback(id, _) => Some(Place::MappingFallback(*id)),
            Edit::SetRouteStatus(id, _) => Some(Place::RouteStatus(*id)),
            Edit::SetRouteLabel(id, _) => Some(Place::RouteLabel(*id)),
            Edit::SetStatusParameter(_) => Some(Place::StatusParameter),
            Edit::SetTimeout(_) => Some(Place::Timeout),
            Edit::SetAuth(_, place) | Edit::SetSigning(_, place) => {
                let is_choice = matches!(place, Place::AuthKind | Place::Signing);
                (!is_choice).then_some(*place)
            }
            Edit::SetParameterName(id, _) => Some(Place::ParameterName(*id)),
            Edit::SetParameterEntity(id, _) => Some(Place::ParameterEntity(*id)),
            Edit::SetParameterValue(id, _) => Some(Place::ParameterValue(*id)),
            _ => None,
        }
    }
}

/// A parameter's name as it is kept: people write the `$` of templates before it.
pub fn bare(name: Text) -> Text {
    name.strip_prefix('$').map_or(name.clone(), Text::from)
}
