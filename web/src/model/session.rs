//! Values typed for tests, kept for the origin they were typed for, so that another server never gets them.

use std::collections::BTreeMap;

use switchhook::{
    Values,
    path::{Json, Kind},
};

use crate::model::draft::Text;

/// Values by origin, for as long as the page is open.
#[derive(Clone, PartialEq)]
pub struct Session {
    typed: BTreeMap<String, BTreeMap<String, String>>,
    /// The secret that requests are signed with; it is sent nowhere, and kept nowhere else.
    pub secret: Text,
}

impl Default for Session {
    fn default() -> Session {
        Session { typed: BTreeMap::new(), secret: "".into() }
    }
}

impl Session {
    /// The values to send to an origin.
    pub fn values(&self, origin: &str) -> Values {
        let mut values = Values::new();
        for (name, text) in self.typed.get(origin).into_iter().flatten() {
            values.insert(name.as_str().into(), value(text));
        }
        values
    }

    /// What was typed for an origin, by parameter.
    pub fn typed(&self, origin: &str) -> BTreeMap<String, String> {
        self.typed.get(origin).cloned().unwrap_or_default()
    }

    /// Forgets everything: a definition that someone else wrote may send it anywhere.
    pub fn forget(&mut self) {
        *self = Session::default();
    }

    /// Remembers what was typed for an origin.
    pub fn remember(&mut self, origin: &str, typed: impl IntoIterator<Item = (String, String)>) {
        self.typed.entry(origin.to_owned()).or_default().extend(typed);
    }
}

/// Typed text as a value: numbers, true, false, lists and objects of JSON as such, all else as text.
pub fn value(typed: &str) -> Json {
    match Json::parse(typed) {
        Ok(json) if !matches!(json.kind(), Kind::Null | Kind::String) => json,
        _ => Json::string(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::{Session, value};

    #[test]
    fn typed_text_becomes_values() {
        let rows = [
            ("A 17", "\"A 17\""),
            ("17", "17"),
            ("007", "\"007\""),
            ("4634343214213523454", "4634343214213523454"),
            ("true", "true"),
            ("null", "\"null\""),
            ("", "\"\""),
            ("[1,2]", "[1,2]"),
            ("\"x\"", r#""\"x\"""#),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(typed, expected)| (typed, expected, value(typed).as_json().to_owned()))
            .filter(|(_, expected, found)| *expected != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn values_stay_with_their_origin() {
        let mut session = Session::default();
        session.remember("https://a", [("ID".to_owned(), "1".to_owned())]);
        assert_eq!(session.values("https://a").len(), 1);
        assert!(session.values("https://b").is_empty());
    }
}
