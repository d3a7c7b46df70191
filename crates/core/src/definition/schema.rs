//! The types of a definition in; what JSON Schema (2020-12) says of them out, for editors and other tools.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::Definition;
use crate::limits::{TIMEOUT_MAX, TIMEOUT_MIN};

impl Definition {
    /// The schema of a definition. It takes members that the format does not know, as the reader does, and
    /// leaves to the reader what it has no words for: templates, object paths, and what members say of each other.
    pub fn schema() -> Schema {
        let mut schema = schemars::schema_for!(Definition);
        for (name, text) in [
            ("title", "Webhook node definition"),
            ("description", "What a designer saves of a webhook node. Null is as good as nothing."),
        ] {
            schema.insert(name.to_owned(), text.into());
        }
        schema
    }
}

/// The name of a parameter.
pub(super) enum ParameterName {}

impl JsonSchema for ParameterName {
    fn schema_name() -> Cow<'static, str> {
        "ParameterName".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The name of a parameter, without `$`.",
            "type": "string",
            "pattern": "^[A-Za-z_][A-Za-z0-9_]*$",
            "not": { "enum": ["__proto__", "constructor", "prototype"] },
        })
    }
}

pub(super) fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": 1 })
}

pub(super) fn timeout(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": ["integer", "null"],
        "minimum": TIMEOUT_MIN,
        "maximum": TIMEOUT_MAX,
    })
}

pub(super) fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": ["json", "xml"] })
}

pub(super) fn anything(_: &mut SchemaGenerator) -> Schema {
    json_schema!({})
}
