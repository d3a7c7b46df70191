//! The members of an object in; those that the format does not know out, to be kept and written again.

use switchhook_path::{Json, JsonObject};

/// Members that the format does not know, in the order of the source. They are kept, and do nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown(Option<Json>);

impl Unknown {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// What is left of an object without the members that are known.
    pub(super) fn of(members: &[(String, Json)], known: &[&str]) -> Unknown {
        let mut json = JsonObject::new();
        for (name, value) in members.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            json.put(name, value);
        }
        // Names that differ in halves of surrogate pairs have become one here: reading keeps the last.
        let is_empty = json.is_empty();
        Unknown(if is_empty { None } else { Json::parse(Json::from(json).as_json()).ok() })
    }

    /// Names and values.
    pub(super) fn members(&self) -> Vec<(String, Json)> {
        self.0.as_ref().and_then(Json::members).unwrap_or_default()
    }

    /// Writes them after the known members. One that has become known since, because another part of the
    /// object says so (the `type` of a body), gives way.
    pub(super) fn write(&self, json: &mut JsonObject, known: &[&str]) {
        for (name, value) in self.members() {
            if !known.contains(&name.as_str()) {
                json.put(&name, &value);
            }
        }
    }
}
