//! A draft and one change in, the next draft out; the old one stays whole, for undo.

use std::rc::Rc;

use switchhook::{
    Source, Unknown, is_parameter_name,
    limits::{TIMEOUT_MAX, TIMEOUT_MIN},
};

use crate::model::{
    bulk,
    draft::{Draft, FieldRow, MappingRow, ParameterRow, RouteRow, RowId, Rows, Text},
    edit::{Edit, bare},
    format::formatted,
    query, rename,
};

impl Draft {
    /// The draft after a change.
    pub fn apply(&self, edit: &Edit) -> Draft {
        let mut next = self.clone();
        match edit.clone() {
            Edit::SetLabel(text) => next.label = text,
            Edit::SetMethod(method) => next.method = method,
            Edit::SetUrl(text) => next.url = text,
            Edit::SplitQuery => query::split(&mut next),
            Edit::AddField(list) => {
                let row = FieldRow::new(next.new_row(), "", "");
                next.fields_mut(list).push(row);
            }
            Edit::SetFieldName(list, id, text) => {
                change(next.fields_mut(list), |row| row.id == id, |row| row.name = text);
            }
            Edit::SetFieldValue(list, id, text) => {
                change(next.fields_mut(list), |row| row.id == id, |row| row.value = text);
            }
            Edit::SetFieldEnabled(list, id, on) => {
                change(next.fields_mut(list), |row| row.id == id, |row| row.enabled = on);
            }
            Edit::SetFieldEmpty(list, id, on) => {
                change(next.fields_mut(list), |row| row.id == id, |row| row.sends_empty = on);
            }
            Edit::SetFields(list, text) => bulk::set(&mut next, list, &text),
            Edit::PasteFields(list, id, text) => bulk::paste(&mut next, list, id, &text),
            Edit::Move(rows, id, to) => next.move_row(rows, id, to),
            Edit::Remove(rows, id) => next.remove_row(rows, id),
            Edit::SetBodyKind(kind) => next.body_kind = kind,
            Edit::SetBody(text) => next.body = text,
            Edit::FormatBody => {
                if let Some(text) = formatted(next.body_kind, &next.body) {
                    next.body = text.into();
                }
            }
            Edit::SetFormat(format) => next.format = format,
            Edit::AddMapping(path, parameter) => next.add_mapping(path, bare(parameter)),
            Edit::SetMappingPath(id, text) => next.mapping(id, |row| row.path = text),
            Edit::SetMappingParameter(id, text) => {
                next.mapping(id, |row| row.parameter = bare(text));
            }
            Edit::SetMappingOptional(id, on) => next.mapping(id, |row| row.optional = on),
            Edit::SetMappingSource(id, from) => next.mapping(id, |row| row.from = from),
            Edit::SetMappingFallback(id, text) => next.mapping(id, |row| row.otherwise = text),
            Edit::AddRoute(status) => {
                let row = RouteRow {
                    id: next.new_row(),
                    status,
                    label: "".into(),
                    unknown: Unknown::default(),
                };
                Rc::make_mut(&mut next.routes).push(row);
            }
            Edit::SetRouteStatus(id, text) => next.route(id, |row| row.status = text.trim().into()),
            Edit::SetRouteLabel(id, text) => next.route(id, |row| row.label = text),
            Edit::SetStatusParameter(text) => next.status_parameter = bare(text),
            Edit::SetAsync(on) => next.is_async = on,
            Edit::SetTimeout(seconds) => next.timeout = seconds.clamp(TIMEOUT_MIN, TIMEOUT_MAX),
            Edit::SetAuth(auth, _) => next.auth = auth,
            Edit::SetSigning(signing, _) => next.signing = signing,
            Edit::Declare(name) => next.declare(bare(name)),
            Edit::DeclareAll(names) => names.iter().for_each(|name| next.declare(name.clone())),
            Edit::SetParameterName(id, text) => next.name_parameter(id, bare(text)),
            Edit::SetParameterEntity(id, text) => next.parameter(id, |row| row.entity = text),
            Edit::SetParameterValue(id, text) => next.parameter(id, |row| row.value = text),
            Edit::SetParameterSecret(id, on) => next.parameter(id, |row| row.secret = on),
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

    fn add_mapping(&mut self, path: Text, parameter: Text) {
        if !self.parameters.is_empty() && is_parameter_name(&parameter) {
            self.declare(parameter.clone());
        }
        let row = MappingRow {
            id: self.new_row(),
            path,
            parameter,
            from: Source::Body,
            optional: false,
            otherwise: "".into(),
            unknown: Unknown::default(),
        };
        Rc::make_mut(&mut self.mappings).push(row);
    }

    /// Declares a parameter that is not declared yet.
    fn declare(&mut self, name: Text) {
        if !name.is_empty() && self.parameters.iter().any(|row| row.name == name) {
            return;
        }
        let id = self.new_row();
        let (entity, value) = ("sys.any".into(), "".into());
        let row = ParameterRow { id, name, entity, value, secret: false };
        Rc::make_mut(&mut self.parameters).push(row);
    }

    /// Names a parameter; its uses follow, unless the name is none or belongs to another one.
    fn name_parameter(&mut self, id: RowId, name: Text) {
        let is_free = !self.parameters.iter().any(|row| row.id != id && row.name == name);
        let before = self.parameters.iter().find(|row| row.id == id).map(|row| row.name.clone());
        if let Some(before) = before.filter(|_| is_free && is_parameter_name(&name)) {
            rename::uses(self, &before, &name);
        }
        self.parameter(id, |row| row.name = name);
    }

    fn mapping(&mut self, id: RowId, set: impl FnOnce(&mut MappingRow)) {
        change(Rc::<Vec<_>>::make_mut(&mut self.mappings), |row| row.id == id, set);
    }

    fn route(&mut self, id: RowId, set: impl FnOnce(&mut RouteRow)) {
        change(Rc::<Vec<_>>::make_mut(&mut self.routes), |row| row.id == id, set);
    }

    fn parameter(&mut self, id: RowId, set: impl FnOnce(&mut ParameterRow)) {
        change(Rc::<Vec<_>>::make_mut(&mut self.parameters), |row| row.id == id, set);
    }

    fn move_row(&mut self, rows: Rows, id: RowId, to: usize) {
        match rows {
            Rows::Fields(list) => shift(self.fields_mut(list), |row| row.id == id, to),
            Rows::Mappings => shift(Rc::make_mut(&mut self.mappings), |row| row.id == id, to),
            Rows::Routes => shift(Rc::make_mut(&mut self.routes), |row| row.id == id, to),
            Rows::Parameters => shift(Rc::make_mut(&mut self.parameters), |row| row.id == id, to),
        }
    }

    fn remove_row(&mut self, rows: Rows, id: RowId) {
        match rows {
            Rows::Fields(list) => self.fields_mut(list).retain(|row| row.id != id),
            Rows::Mappings => Rc::make_mut(&mut self.mappings).retain(|row| row.id != id),
            Rows::Routes => Rc::make_mut(&mut self.routes).retain(|row| row.id != id),
            Rows::Parameters => Rc::make_mut(&mut self.parameters).retain(|row| row.id != id),
        }
    }
}

fn change<R>(rows: &mut [R], is: impl Fn(&R) -> bool, set: impl FnOnce(&mut R)) {
    if let Some(row) = rows.iter_mut().find(|row| is(row)) {
        set(row);
    }
}

/// Takes a row to another place; one behind the last is the last.
fn shift<R>(rows: &mut Vec<R>, is: impl Fn(&R) -> bool, to: usize) {
    if let Some(from) = rows.iter().position(is) {
        let row = rows.remove(from);
        rows.insert(to.min(rows.len()), row);
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{
        draft::{Draft, Rows},
        edit::Edit,
    };

    fn after(edits: &[Edit]) -> Draft {
        edits.iter().fold(Draft::default(), |draft, edit| draft.apply(edit))
    }

    #[test]
    fn rows_move_to_their_place() {
        let codes = ["1", "2", "3"].map(|code| Edit::AddRoute(code.into()));
        let draft = after(&codes);
        let rows = [(1, 1, "213"), (1, 2, "231"), (3, 0, "312"), (2, 9, "132"), (7, 0, "123")];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(id, to, expected)| {
                let moved = draft.apply(&Edit::Move(Rows::Routes, *id, *to));
                let found: String = moved.routes.iter().map(|row| &*row.status).collect();
                (id, to, *expected, found)
            })
            .filter(|(_, _, expected, found)| expected != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_mapped_parameter_is_declared_where_parameters_are() {
        let names = |draft: &Draft| {
            draft.parameters.iter().map(|row| row.name.to_string()).collect::<Vec<_>>()
        };
        let mapping = || Edit::AddMapping("a".into(), "$A".into());
        assert!(names(&after(&[mapping()])).is_empty());
        let declared = after(&[Edit::Declare("$B".into()), mapping(), mapping()]);
        assert_eq!(names(&declared), ["B", "A"]);
    }
}
