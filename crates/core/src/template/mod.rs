//! Templates: text with `$NAME` in it, compiled once; values written in as their place demands (DESIGN: templates).

mod escape;
mod field;
mod foreign;
mod host;
mod json;
mod markup;
mod parse;
mod tokenizer;
mod url;

use std::ops::Range;

use switchhook_path::{Json, Kind};

pub(crate) use escape::form_encode;
pub(crate) use field::{form, form_literal, header, text};
pub(crate) use foreign::foreign_syntax;
pub(crate) use json::json;
pub(crate) use markup::{Markup, markup};
pub use parse::parameter_ranges;
pub(crate) use parse::{Token, name as parameter_name, tokens};
pub(crate) use url::{UrlTemplate, url};

use crate::{
    parameter::{Declarations, Entity, MASK, ParameterDeclaration, Values},
    problem::Code,
};

/// Text and parameters, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text that is written as it is.
    Literal(String),
    /// A parameter, and where it stands.
    Parameter { name: String, place: Place },
}

/// Where a parameter stands; decides how its value is escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Plain text.
    Text,
    /// The start of a URL.
    Base,
    /// A whole host.
    Host,
    /// A part of one label of a host.
    HostLabel,
    /// A port.
    Port,
    /// A path segment, or the fragment, of a URL.
    Segment,
    /// Form data: the query of a URL, a query field, a form field.
    Form,
    /// A header's value.
    Header,
    /// The user's name of basic authorization.
    BasicUser,
    /// Inside a JSON string literal.
    JsonString,
    /// Where a JSON value stands.
    JsonValue,
    /// Text or a quoted attribute of XML or HTML.
    Markup(Markup),
    /// A CDATA section of XML.
    Cdata,
}

/// What is wrong with a template, and which bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) range: Range<usize>,
}

impl Fault {
    pub(crate) fn new(code: Code, message: impl Into<String>, range: Range<usize>) -> Fault {
        Fault { code, message: message.into(), range }
    }
}

/// A value that its place cannot take. The message names the parameter, never the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Illegal {
    pub(crate) parameter: String,
    pub(crate) message: String,
}

/// The values that are written into a template, and for whose eyes.
#[derive(Clone, Copy)]
pub(crate) struct Filling<'v> {
    pub(crate) values: &'v Values,
    pub(crate) declarations: &'v Declarations,
    pub(crate) view: View,
}

/// For whom a request is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// For the server: every value as it is.
    Sent,
    /// For people: secrets as `•••`.
    Masked,
    /// For the designer while writing: secrets as `•••`, what is missing as `$NAME`.
    Draft,
}

impl<'v> Filling<'v> {
    pub(crate) fn declaration(&self, name: &str) -> Option<&'v ParameterDeclaration> {
        self.declarations.get(name)
    }

    /// The value that the conversation, or else the declaration, has for a parameter.
    pub(crate) fn value(&self, name: &str) -> Option<&'v Json> {
        self.values.get(name).or_else(|| self.declaration(name)?.value.as_ref())
    }

    /// What is written in place of the value, where this view does not show it.
    pub(crate) fn stand_in(&self, name: &str) -> Option<String> {
        let secret = self.declaration(name).is_some_and(|declaration| declaration.secret);
        match self.view {
            View::Sent => None,
            _ if secret && self.value(name).is_some() => Some(MASK.to_owned()),
            View::Draft if self.value(name).is_none() => Some(format!("${name}")),
            _ => None,
        }
    }

    /// The value for a place in JSON: digits in a string are a number where the parameter is one.
    fn json_value(&self, name: &str) -> Option<Json> {
        let value = self.value(name)?;
        let entity = self.declaration(name).and_then(|declaration| Entity::of(&declaration.entity));
        let digits = (entity == Some(Entity::Number) && value.kind() == Kind::String)
            .then(|| Json::parse(&value.as_text()).ok())
            .flatten()
            .filter(|number| number.kind() == Kind::Number);
        Some(digits.unwrap_or_else(|| value.clone()))
    }
}

impl Template {
    /// A template that is one parameter and nothing else.
    pub(crate) fn slot(name: &str, place: Place) -> Template {
        Template { pieces: vec![Piece::Parameter { name: name.to_owned(), place }] }
    }

    /// The parameters that it reads, in their order.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Literal(_) => None,
            Piece::Parameter { name, .. } => Some(name.as_str()),
        })
    }

    /// The parameter, where the template is one and nothing else.
    pub(crate) fn sole_parameter(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [Piece::Parameter { name, .. }] => Some(name),
            _ => None,
        }
    }

    /// Writes the template with its values. A parameter without a value writes nothing.
    pub(crate) fn write(&self, filling: &Filling<'_>, out: &mut String) -> Result<(), Illegal> {
        for piece in &self.pieces {
            match piece {
                Piece::Literal(text) => out.push_str(text),
                Piece::Parameter { name, place } => write_value(name, *place, filling, out)?,
            }
        }
        Ok(())
    }
}

fn write_value(
    name: &str,
    place: Place,
    filling: &Filling<'_>,
    out: &mut String,
) -> Result<(), Illegal> {
    if let Some(stand_in) = filling.stand_in(name) {
        out.push_str(&stand_in);
        return Ok(());
    }
    let value = match place {
        Place::JsonValue => filling.json_value(name),
        _ => filling.value(name).cloned(),
    };
    let Some(value) = value else { return Ok(()) };
    escape::escape(place, &value, out).map_err(|message| Illegal {
        parameter: name.to_owned(),
        message: format!("${name} {message}"),
    })
}
