//! A draft in, the compiled node and its problems by the field they stand beside out.

use std::{ops::Range, rc::Rc};

use switchhook::{Code, Node, Problem, Severity, is_parameter_name, path::sort::order};

pub use crate::model::note::{Note, Notes};
use crate::model::{
    definition::{declarations, definition},
    draft::{Draft, List, Text},
    known,
    place::Place,
    say,
};

/// A draft's node, with what is wrong with it.
#[derive(Clone)]
pub struct Compiled {
    /// The node.
    pub node: Rc<Node>,
    /// In the order of the places. A map would bring 5 kB of its own into the module.
    notes: Rc<[(Place, Notes)]>,
}

impl Compiled {
    /// Compiles the rows that are not wholly empty.
    pub fn of(draft: &Draft) -> Compiled {
        let (definition, rows) = definition(draft);
        let node = Node::compile(definition, declarations(draft));
        // What is wrong with the declarations themselves is said beside their own fields.
        let mut notes = known::notes(draft);
        let here = |problem: &&Problem| {
            !matches!(problem.code, Code::BadDeclaration | Code::UnknownEntity)
        };
        for problem in node.problems().iter().filter(here) {
            let place = rows.place(&problem.pointer);
            notes.push((place, note(problem, place, draft)));
        }
        Compiled { node: Rc::new(node), notes: by_place(&notes).into() }
    }

    /// What is wrong with one field.
    pub fn notes(&self, place: Place) -> Notes {
        let found = self.notes.binary_search_by_key(&place, |(place, _)| *place);
        let found = found.ok().and_then(|at| self.notes.get(at));
        found.map_or_else(|| Rc::from([]), |(_, notes)| notes.clone())
    }

    /// How many errors and warnings there are in the places that count.
    pub fn tally(&self, counts: impl Fn(Place) -> bool) -> (usize, usize) {
        let notes = self.notes.iter().filter(|(place, _)| counts(*place));
        let notes: Vec<&Note> = notes.flat_map(|(_, notes)| notes.iter()).collect();
        let errors = notes.iter().filter(|note| note.severity == Severity::Error).count();
        (errors, notes.len() - errors)
    }

    /// The first field with an error, in the order of the drawer.
    pub fn first_error(&self, draft: &Draft) -> Option<Place> {
        let has_error =
            |place: &Place| self.notes(*place).iter().any(|note| note.severity == Severity::Error);
        places(draft).into_iter().find(has_error)
    }
}

/// The notes of each place together, as they come.
fn by_place(notes: &[(Place, Note)]) -> Vec<(Place, Notes)> {
    let place = |at: usize| notes.get(at).map(|(place, _)| *place);
    let order = order(notes.len(), &|left, right| place(left).cmp(&place(right)));
    let sorted: Vec<_> = order.into_iter().filter_map(|at| notes.get(at)).collect();
    let same = sorted.chunk_by(|(left, _), (right, _)| left == right);
    let together = same.filter_map(|notes| {
        let (place, _) = notes.first()?;
        Some((*place, notes.iter().map(|(_, note)| note.clone()).collect()))
    });
    together.collect()
}

fn note(problem: &Problem, place: Place, draft: &Draft) -> Note {
    let declares = matches!(problem.code, Code::UnknownParameter | Code::OtherCase)
        .then(|| named(draft, place, problem.range.clone()))
        .flatten();
    let note = Note::new(problem.severity(), say::problem(problem));
    Note { range: problem.range.clone(), declares, ..note }
}

/// The parameter that a field names in these bytes of its text; by its own name, where it is a slot.
fn named(draft: &Draft, place: Place, range: Option<Range<usize>>) -> Option<Text> {
    let text = match (place, &range) {
        (Place::FieldName(list, id) | Place::FieldValue(list, id), None) => {
            draft.fields(list).iter().find(|row| row.id == id)?.name.clone()
        }
        _ => draft.text(place)?,
    };
    let name = match range {
        Some(range) => text.get(range)?.trim_matches(['$', '{', '}']).into(),
        None => text,
    };
    is_parameter_name(&name).then_some(name)
}

/// Every field of the drawer, in its order.
fn places(draft: &Draft) -> Vec<Place> {
    let fields = |list| {
        draft
            .fields(list)
            .iter()
            .flat_map(move |row| [Place::FieldName(list, row.id), Place::FieldValue(list, row.id)])
    };
    let mut places = vec![Place::Label, Place::Method, Place::Url];
    places.extend(fields(List::Query));
    places.extend(fields(List::Headers));
    places.extend([Place::BodyKind, Place::Body]);
    places.extend(fields(List::Form));
    places.push(Place::Format);
    places.extend(draft.mappings.iter().flat_map(|row| {
        let id = row.id;
        [Place::MappingPath(id), Place::MappingParameter(id), Place::MappingFallback(id)]
    }));
    places.extend(
        draft.routes.iter().flat_map(|row| [Place::RouteStatus(row.id), Place::RouteLabel(row.id)]),
    );
    places.extend([Place::StatusParameter, Place::Async, Place::Timeout]);
    places.extend([Place::AuthKind, Place::AuthUser, Place::AuthPassword, Place::AuthToken]);
    places.extend([Place::Signing, Place::SigningKey, Place::SigningApplication, Place::Elsewhere]);
    places
}

impl PartialEq for Compiled {
    /// Each draft is compiled once, so that sameness is identity.
    fn eq(&self, other: &Compiled) -> bool {
        Rc::ptr_eq(&self.node, &other.node)
    }
}

#[cfg(test)]
mod tests {
    use super::Compiled;
    use crate::model::{
        draft::{BodyKind, Draft, List},
        edit::Edit,
        place::Place,
    };

    fn draft(edits: &[Edit]) -> Draft {
        let url = Draft::default().apply(&Edit::SetUrl("https://a.example/".into()));
        edits.iter().fold(url, |draft, edit| draft.apply(edit))
    }

    /// Rows have the ids 1, 2, … in the order in which the edits add them.
    #[test]
    fn problems_stand_beside_their_fields() {
        let rows: [(&str, Vec<Edit>, Place); 9] = [
            ("a URL without a host", vec![Edit::SetUrl("https://".into())], Place::Url),
            (
                "a value without a name, behind an empty row",
                vec![
                    Edit::AddField(List::Query),
                    Edit::AddField(List::Query),
                    Edit::SetFieldValue(List::Query, 2, "x".into()),
                ],
                Place::FieldName(List::Query, 2),
            ),
            (
                "a header's name with a blank",
                vec![
                    Edit::AddField(List::Headers),
                    Edit::SetFieldName(List::Headers, 1, "a b".into()),
                ],
                Place::FieldName(List::Headers, 1),
            ),
            ("a body with GET", vec![Edit::SetBodyKind(BodyKind::Text)], Place::BodyKind),
            (
                "a body that is no JSON",
                vec![
                    Edit::SetMethod(switchhook::Method::Post),
                    Edit::SetBodyKind(BodyKind::Json),
                    Edit::SetBody("{".into()),
                ],
                Place::Body,
            ),
            (
                "a form field without a name",
                vec![
                    Edit::SetMethod(switchhook::Method::Post),
                    Edit::SetBodyKind(BodyKind::Form),
                    Edit::AddField(List::Form),
                    Edit::SetFieldValue(List::Form, 1, "x".into()),
                ],
                Place::FieldName(List::Form, 1),
            ),
            (
                "an open bracket",
                vec![Edit::AddMapping("a[".into(), "A".into())],
                Place::MappingPath(1),
            ),
            (
                "a parameter with a dash",
                vec![Edit::AddMapping("a".into(), "A-B".into())],
                Place::MappingParameter(1),
            ),
            ("a status of one digit", vec![Edit::AddRoute("4".into())], Place::RouteStatus(1)),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .filter(|(_, edits, place)| {
                let draft = draft(edits);
                let compiled = Compiled::of(&draft);
                compiled.first_error(&draft) != Some(*place) || compiled.tally(|_| true).0 != 1
            })
            .map(|(name, edits, place)| {
                let draft = draft(edits);
                let compiled = Compiled::of(&draft);
                (name, place, compiled.first_error(&draft), compiled.node.problems().to_vec())
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn unknown_parameters_can_be_declared_where_they_stand() {
        let edits = [
            Edit::SetUrl("https://a/é/${URL}".into()),
            Edit::AddField(List::Query),
            Edit::SetFieldName(List::Query, 1, "SLOT".into()),
            Edit::AddField(List::Headers),
            Edit::SetFieldName(List::Headers, 2, "X".into()),
            Edit::SetFieldValue(List::Headers, 2, "t-$HEADER".into()),
            Edit::AddMapping("a".into(), "TARGET".into()),
            Edit::SetStatusParameter("STATUS".into()),
        ];
        let draft = draft(&edits);
        assert!(Compiled::of(&draft).node.problems().is_empty(), "nothing is declared yet");
        let mut draft = draft.apply(&Edit::Declare("OTHER".into()));
        let places = [
            (Place::Url, "URL"),
            (Place::FieldValue(List::Query, 1), "SLOT"),
            (Place::FieldValue(List::Headers, 2), "HEADER"),
            (Place::MappingParameter(3), "TARGET"),
            (Place::StatusParameter, "STATUS"),
        ];
        for (place, name) in places {
            let notes = Compiled::of(&draft).notes(place);
            let declares = notes.first().and_then(|note| note.declares.clone());
            assert_eq!(declares.as_deref(), Some(name), "{place:?}: {notes:?}");
            draft = draft.apply(&Edit::Declare(name.into()));
        }
        assert!(Compiled::of(&draft).node.problems().is_empty());
    }

    #[test]
    fn empty_rows_are_not_finished_and_not_wrong() {
        let edits = [
            Edit::AddField(List::Query),
            Edit::AddField(List::Headers),
            Edit::AddMapping("".into(), "".into()),
            Edit::AddRoute("".into()),
        ];
        let compiled = Compiled::of(&draft(&edits));
        assert!(compiled.node.problems().is_empty(), "{:?}", compiled.node.problems());
    }
}
