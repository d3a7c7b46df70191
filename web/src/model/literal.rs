//! A value as people type it, and back: JSON where it is JSON, text where it is not.

use switchhook::path::{Json, Kind};

use crate::model::draft::Text;

/// What a typed text stands for; nothing typed is no value.
pub fn typed(text: &str) -> Option<Json> {
    (!text.is_empty()).then(|| Json::parse(text).unwrap_or_else(|_| Json::string(text)))
}

/// How a value is typed.
pub fn shown(value: Option<&Json>) -> Text {
    let Some(value) = value else { return "".into() };
    let text = value.as_text();
    let is_bare = value.kind() == Kind::String && !text.is_empty() && Json::parse(&text).is_err();
    if is_bare { text.as_ref().into() } else { value.as_json().into() }
}

#[cfg(test)]
mod tests {
    use switchhook::path::Json;

    use super::{shown, typed};

    #[test]
    fn what_is_typed_is_what_is_shown() {
        let rows = [
            ("Ada", "\"Ada\""),
            ("17", "17"),
            ("\"17\"", "\"17\""),
            ("007", "\"007\""),
            ("\"\"", "\"\""),
            ("null", "null"),
            ("[1,2]", "[1,2]"),
            ("{", "\"{\""),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(text, json)| (text, *json, typed(text)))
            .filter(|(text, json, found)| {
                found.as_ref().map(Json::as_json) != Some(json) || *shown(found.as_ref()) != ***text
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!((typed(""), &*shown(None)), (None, ""));
    }
}
