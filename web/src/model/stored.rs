//! The draft as the browser keeps it: JSON of its definition, its parameters and a stamp. Values of secret parameters
//! are never in it.

use std::rc::Rc;

use switchhook::{
    Definition, Severity,
    path::{Json, JsonObject, Kind},
};

use crate::model::{
    definition::to_definition,
    draft::{Draft, ParameterRow, Text},
    drafted::drafted,
};

/// A draft that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The draft.
    pub draft: Draft,
    /// Tells it from every other draft that was kept: whoever wants to replace it has to know it.
    pub stamp: Text,
}

/// The text to keep.
pub fn text(draft: &Draft, stamp: &str) -> String {
    let mut json = JsonObject::new();
    json.text("stamp", stamp);
    if let Ok(definition) = Json::parse(&to_definition(draft).to_json()) {
        json.put("definition", &definition);
    }
    json.list("parameters", &draft.parameters, parameter);
    Json::from(json).as_json().to_owned()
}

/// The stamp of a kept text, without reading all of it.
pub fn stamp(text: &str) -> Option<Text> {
    let members = Json::parse(text).ok()?.members()?;
    members
        .iter()
        .find(|(name, _)| name == "stamp")
        .map(|(_, stamp)| stamp.as_text().as_ref().into())
}

/// The draft of a kept text.
///
/// # Errors
/// Why it cannot be read, in a sentence.
pub fn read(text: &str) -> Result<Kept, String> {
    let members = Json::parse(text).map_err(|error| error.message)?.members();
    let members = members.ok_or("It is no JSON object.")?;
    let member = |name: &str| members.iter().find(|(known, _)| known == name).map(|(_, json)| json);
    let definition = member("definition").ok_or("There is no definition in it.")?;
    let (definition, problems) = Definition::read(definition.as_json());
    let error = problems.into_iter().find(|problem| problem.severity() == Severity::Error);
    if let Some(error) = error {
        return Err(error.message);
    }
    let mut draft = drafted(&definition);
    let rows = member("parameters").and_then(Json::elements).unwrap_or_default();
    let rows = rows.iter().filter_map(|json| {
        let members = json.members()?;
        let text = |name: &str| {
            let found =
                members.iter().find(|(known, json)| known == name && json.kind() == Kind::String);
            found.map_or_else(|| Text::from(""), |(_, json)| json.as_text().as_ref().into())
        };
        let secret =
            members.iter().any(|(name, json)| name == "secret" && json.as_json() == "true");
        let (name, entity, value) = (text("name"), text("entity"), text("value"));
        Some(ParameterRow { id: draft.new_row(), name, entity, value, secret })
    });
    draft.parameters = Rc::new(rows.collect());
    let stamp = member("stamp").map_or_else(|| "".into(), |stamp| stamp.as_text().as_ref().into());
    Ok(Kept { draft, stamp })
}

fn parameter(row: &ParameterRow) -> Json {
    let mut json = JsonObject::new();
    json.text("name", &row.name);
    json.text("entity", &row.entity);
    if !row.secret {
        json.text("value", &row.value);
    }
    json.put("secret", &Json::from(row.secret));
    json.into()
}

#[cfg(test)]
mod tests {
    use super::{read, stamp, text};
    use crate::model::{edit::Edit, sample::sample};

    #[test]
    fn a_kept_draft_comes_back_whole_but_for_secrets() {
        let edits = [
            Edit::Declare("A".into()),
            Edit::SetParameterValue(5, "\"7\"".into()),
            Edit::Declare("KEY".into()),
            Edit::SetParameterSecret(6, true),
            Edit::SetParameterValue(6, "of the house".into()),
        ];
        let draft =
            edits.iter().fold(sample("http://localhost:8080"), |draft, edit| draft.apply(edit));
        let kept = text(&draft, "s-1");
        assert!(!kept.contains("of the house"), "{kept}");
        let back = read(&kept).expect("a draft");
        assert_eq!((&*back.stamp, stamp(&kept).as_deref()), ("s-1", Some("s-1")));
        assert_eq!(back.draft, draft.apply(&Edit::SetParameterValue(6, "".into())));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let rows = [
            "{",
            "[]",
            "{}",
            r#"{"stamp": "1", "definition": {"version": 2, "method": "GET", "url": "https://a/"}}"#,
            r#"{"stamp": "1", "definition": 7}"#,
        ];
        let read: Vec<_> = rows.iter().filter(|json| read(json).is_ok()).collect();
        assert!(read.is_empty(), "{read:?}");
    }
}
