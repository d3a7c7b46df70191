//! A draft in; the parameters that it can use, and what is wrong with those it declares, out.

use switchhook::{Entity, Severity, is_parameter_name, path::sort::firsts};

use crate::model::{
    definition::declaration,
    draft::{Draft, ParameterRow, Text},
    note::Note,
    place::Place,
    say::{Said, say},
};

/// The entities of the platform, for a box that offers them.
pub const ENTITIES: [&str; 5] = ["sys.any", "sys.number", "sys.date", "sys.time", "sys.names"];

/// What is wrong with the declarations, beside their fields.
pub fn notes(draft: &Draft) -> Vec<(Place, Note)> {
    let mut notes = Vec::new();
    let rows: Vec<_> = draft.parameters.iter().filter(|row| !row.name.is_empty()).collect();
    let name = |at: usize| rows.get(at).map(|row| &row.name);
    let firsts = firsts(rows.len(), &|left, right| name(left).cmp(&name(right)));
    for (at, (row, first)) in rows.iter().zip(firsts).enumerate() {
        let mut add = |place, message| notes.push((place, Note::new(Severity::Error, message)));
        let name = Place::ParameterName(row.id);
        if !is_parameter_name(&row.name) {
            let message = say!(
                "“{name}” cannot be a parameter's name: use letters, digits and “_”, and begin with no digit.",
                name = &row.name
            );
            add(name, message);
        } else if first != at {
            let message =
                say!("${name} is declared twice: remove one of the two.", name = &row.name);
            add(name, message);
        }
        if let Some(message) = misfit(row) {
            add(Place::ParameterValue(row.id), message);
        }
    }
    notes
}

/// Why a predefined value does not fit its entity. A custom entity takes text.
fn misfit(row: &ParameterRow) -> Option<Said> {
    let value = declaration(row).value?;
    let entity = Entity::of(&row.entity).unwrap_or(Entity::Any);
    entity.fit(&value).is_none().then(|| match entity {
        Entity::Number => {
            say!("{entity} takes a number: write another value.", entity = &row.entity)
        }
        _ => say!("{entity} takes text: write another value.", entity = &row.entity),
    })
}

/// The names that a field may offer: those declared, in their order, then those that others fields name.
pub fn names<'u>(draft: &Draft, used: impl Iterator<Item = &'u str>) -> Vec<Text> {
    let mut names: Vec<Text> = Vec::new();
    let declared = draft.parameters.iter().map(|row| row.name.clone());
    for name in declared.chain(used.map(Text::from)) {
        if is_parameter_name(&name) && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::model::{draft::Draft, edit::Edit, place::Place};

    #[test]
    fn declarations_are_checked_beside_their_fields() {
        let edits = [
            Edit::Declare("A".into()),
            Edit::Declare("".into()),
            Edit::SetParameterName(2, "A".into()),
            Edit::Declare("7up".into()),
            Edit::Declare("N".into()),
            Edit::SetParameterEntity(4, "sys.number".into()),
            Edit::SetParameterValue(4, "twelve".into()),
            Edit::Declare("".into()),
            Edit::Declare("D".into()),
            Edit::SetParameterEntity(6, "pizza".into()),
            Edit::SetParameterValue(6, "margherita".into()),
        ];
        let draft = edits.iter().fold(Draft::default(), |draft, edit| draft.apply(edit));
        let places: Vec<Place> = notes(&draft).into_iter().map(|(place, _)| place).collect();
        let expected = [Place::ParameterName(2), Place::ParameterName(3), Place::ParameterValue(4)];
        assert_eq!(places, expected);
    }
}
