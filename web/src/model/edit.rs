//! A draft and one change in, the next draft out; the old one stays whole, for undo.

use std::rc::Rc;

use switchhook::{
    Method,
    limits::{TIMEOUT_MAX, TIMEOUT_MIN},
    path::Format,
};

use crate::model::{
    draft::{BodyKind, Draft, FieldRow, KeptSample, List, MappingRow, RouteRow, RowId, Text},
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
    /// A new empty row at the end.
    AddField(List),
    /// The name of a row.
    SetFieldName(List, RowId, Text),
    /// The value of a row.
    SetFieldValue(List, RowId, Text),
    /// A row less.
    RemoveField(List, RowId),
    /// Another kind of body.
    SetBodyKind(BodyKind),
    /// The body's text.
    SetBody(Text),
    /// Another way of reading the response.
    SetFormat(Format),
    /// A new mapping at the end: path and parameter, empty for one that is to be typed.
    AddMapping(Text, Text),
    /// The path of a mapping.
    SetMappingPath(RowId, Text),
    /// The parameter of a mapping.
    SetMappingParameter(RowId, Text),
    /// Whether a mapping may find nothing.
    SetMappingOptional(RowId, bool),
    /// A mapping one place up.
    MoveMappingUp(RowId),
    /// A mapping one place down.
    MoveMappingDown(RowId),
    /// A mapping less.
    RemoveMapping(RowId),
    /// A new status code at the end, empty for one that is to be typed.
    AddRoute(Text),
    /// The code of an exit.
    SetRouteStatus(RowId, Text),
    /// What an exit is called.
    SetRouteLabel(RowId, Text),
    /// An exit less.
    RemoveRoute(RowId),
    /// The parameter that receives the status code.
    SetStatusParameter(Text),
    /// Whether the flow goes on without waiting.
    SetAsync(bool),
    /// Whole seconds.
    SetTimeout(i64),
    /// A sample in place of the one that its exit had.
    KeepSample(KeptSample),
    /// The sample of an exit less.
    RemoveSample(Text),
}

impl Draft {
    /// The draft after a change.
    pub fn apply(&self, edit: &Edit) -> Draft {
        let mut next = self.clone();
        match edit.clone() {
            Edit::SetLabel(text) => next.label = text,
            Edit::SetMethod(method) => next.method = method,
            Edit::SetUrl(text) => next.url = text,
            Edit::AddField(list) => {
                let row = FieldRow { id: next.new_row(), name: "".into(), value: "".into() };
                next.fields_mut(list).push(row);
            }
            Edit::SetFieldName(list, id, text) => {
                change(next.fields_mut(list), |row| row.id == id, |row| row.name = text)
            }
            Edit::SetFieldValue(list, id, text) => {
                change(next.fields_mut(list), |row| row.id == id, |row| row.value = text);
            }
            Edit::RemoveField(list, id) => next.fields_mut(list).retain(|row| row.id != id),
            Edit::SetBodyKind(kind) => next.body_kind = kind,
            Edit::SetBody(text) => next.body = text,
            Edit::SetFormat(format) => next.format = format,
            Edit::AddMapping(path, parameter) => {
                let row = MappingRow {
                    id: next.new_row(),
                    path,
                    parameter: bare(parameter),
                    optional: false,
                };
                Rc::make_mut(&mut next.mappings).push(row);
            }
            Edit::SetMappingPath(id, text) => next.mapping(id, |row| row.path = text),
            Edit::SetMappingParameter(id, text) => {
                next.mapping(id, |row| row.parameter = bare(text));
            }
            Edit::SetMappingOptional(id, on) => next.mapping(id, |row| row.optional = on),
            Edit::MoveMappingUp(id) => next.move_mapping(id, -1),
            Edit::MoveMappingDown(id) => next.move_mapping(id, 1),
            Edit::RemoveMapping(id) => Rc::make_mut(&mut next.mappings).retain(|row| row.id != id),
            Edit::AddRoute(status) => {
                let row = RouteRow { id: next.new_row(), status, label: "".into() };
                Rc::make_mut(&mut next.routes).push(row);
            }
            Edit::SetRouteStatus(id, text) => next.route(id, |row| row.status = text),
            Edit::SetRouteLabel(id, text) => next.route(id, |row| row.label = text),
            Edit::RemoveRoute(id) => Rc::make_mut(&mut next.routes).retain(|row| row.id != id),
            Edit::SetStatusParameter(text) => next.status_parameter = bare(text),
            Edit::SetAsync(on) => next.is_async = on,
            Edit::SetTimeout(seconds) => next.timeout = seconds.clamp(TIMEOUT_MIN, TIMEOUT_MAX),
            Edit::KeepSample(kept) => {
                let samples = Rc::make_mut(&mut next.samples);
                samples.retain(|other| other.exit != kept.exit);
                samples.push(kept);
            }
            Edit::RemoveSample(exit) => {
                Rc::make_mut(&mut next.samples).retain(|kept| kept.exit != exit);
            }
        }
        next
    }

    fn mapping(&mut self, id: RowId, set: impl FnOnce(&mut MappingRow)) {
        change(Rc::<Vec<_>>::make_mut(&mut self.mappings), |row| row.id == id, set);
    }

    fn route(&mut self, id: RowId, set: impl FnOnce(&mut RouteRow)) {
        change(Rc::<Vec<_>>::make_mut(&mut self.routes), |row| row.id == id, set);
    }

    fn move_mapping(&mut self, id: RowId, by: isize) {
        let rows = Rc::make_mut(&mut self.mappings);
        let Some(from) = rows.iter().position(|row| row.id == id) else { return };
        if let Some(to) = from.checked_add_signed(by).filter(|to| *to < rows.len()) {
            rows.swap(from, to);
        }
    }
}

impl Edit {
    /// The place whose typing this belongs to: edits of one place, one after the other, are undone together.
    pub fn typed_into(&self) -> Option<Place> {
        match self {
            Edit::SetLabel(_) => Some(Place::Label),
            Edit::SetUrl(_) => Some(Place::Url),
            Edit::SetFieldName(list, id, _) => Some(Place::FieldName(*list, *id)),
            Edit::SetFieldValue(list, id, _) => Some(Place::FieldValue(*list, *id)),
            Edit::SetBody(_) => Some(Place::Body),
            Edit::SetMappingPath(id, _) => Some(Place::MappingPath(*id)),
            Edit::SetMappingParameter(id, _) => Some(Place::MappingParameter(*id)),
            Edit::SetRouteStatus(id, _) => Some(Place::RouteStatus(*id)),
            Edit::SetRouteLabel(id, _) => Some(Place::RouteLabel(*id)),
            Edit::SetStatusParameter(_) => Some(Place::StatusParameter),
            Edit::SetTimeout(_) => Some(Place::Timeout),
            _ => None,
        }
    }
}

fn change<R>(rows: &mut [R], is: impl Fn(&R) -> bool, set: impl FnOnce(&mut R)) {
    if let Some(row) = rows.iter_mut().find(|row| is(row)) {
        set(row);
    }
}

/// A parameter's name as it is kept: people write the `$` of templates before it.
pub fn bare(name: Text) -> Text {
    name.strip_prefix('$').map_or(name.clone(), Text::from)
}
