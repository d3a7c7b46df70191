//! The six kinds of JSON values, by which XML nodes go as well.

use switchhook_scan::Sort;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Members with names; of XML, an element with attributes or child elements.
    Object,
    /// Elements in their order; of XML, several children of one name.
    Array,
    /// Text; of XML, an element that has nothing but text, and every attribute.
    String,
    /// A number, as JSON writes it.
    Number,
    /// True or false.
    Boolean,
    /// Null, which is a value: it is there.
    Null,
}

impl Kind {
    /// The kind of a JSON value, given its text.
    pub(crate) fn of_json(json: &str) -> Kind {
        match json.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// The name in lower case: `"object"`, `"array"`, and so on.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Object => "object",
            Kind::Array => "array",
            Kind::String => "string",
            Kind::Number => "number",
            Kind::Boolean => "boolean",
            Kind::Null => "null",
        }
    }
}

impl From<Sort> for Kind {
    fn from(sort: Sort) -> Kind {
        match sort {
            Sort::Object => Kind::Object,
            Sort::Array => Kind::Array,
            Sort::String | Sort::Escaped | Sort::Name | Sort::EscapedName => Kind::String,
            Sort::Number => Kind::Number,
            Sort::True | Sort::False => Kind::Boolean,
            Sort::Null => Kind::Null,
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}
