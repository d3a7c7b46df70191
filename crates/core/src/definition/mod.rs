//! The definition: what a designer saves, as data; written as JSON with its defaults.

mod read;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use switchhook_path::{Format, Json};

use crate::limits::TIMEOUT_DEFAULT;

/// A webhook node as a designer saves it, defaults filled in (`WebhookDefinition` of the JavaScript contract).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    /// The version of the format: 1.
    pub version: u8,
    /// What the flow calls the node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The request's method.
    pub method: Method,
    /// URL template.
    pub url: String,
    /// Query parameters, appended to what the URL has already.
    pub query: Vec<Field>,
    /// Request headers.
    pub headers: Vec<Field>,
    /// Becomes the Authorization header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth: Option<Auth>,
    /// The request's body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// Whether the conversation goes on without waiting for the answer.
    pub r#async: bool,
    /// Whole seconds from send to the last byte of the body.
    pub timeout_seconds: i64,
    /// How the response is read, and which parameters it fills.
    pub response: Response,
    /// Exits beside "default" and "failed".
    pub routes: Vec<Route>,
    /// Receives the response's status code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_parameter: Option<String>,
    /// Present: requests carry a signed JWT.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing: Option<Signing>,
}

/// The request's method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Asks for something.
    #[default]
    Get,
    /// Hands something over.
    Post,
    /// Puts something in a place.
    Put,
    /// Takes something away.
    Delete,
    /// Changes a part of something.
    Patch,
}

/// A name and a value template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The name as it is sent.
    pub name: String,
    /// The value template; none is a slot that the conversation fills under `name`.
    pub value: Option<String>,
    /// Whether it is sent.
    pub enabled: bool,
}

/// Templates that become the Authorization header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Auth {
    /// User and password as UTF-8 in base64 (RFC 7617).
    Basic {
        /// The user's name.
        username: String,
        /// The password.
        password: String,
    },
    /// A token (RFC 6750).
    Bearer {
        /// The token.
        token: String,
    },
}

/// The request's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Body {
    /// A JSON template.
    Json {
        /// The template.
        content: String,
    },
    /// An XML template.
    Xml {
        /// The template.
        content: String,
    },
    /// An HTML template.
    Html {
        /// The template.
        content: String,
    },
    /// A text template.
    Text {
        /// The template.
        content: String,
    },
    /// Fields as `application/x-www-form-urlencoded`.
    Form {
        /// The fields, in their order.
        fields: Vec<Field>,
    },
}

/// How the response is read, and which parameters it fills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Response {
    /// JSON or XML.
    #[serde(rename = "type", serialize_with = "format_name")]
    pub format: Format,
    /// Response mappings, in their order.
    pub mappings: Vec<Mapping>,
}

/// A value of the response and the parameter that receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// Object path, or the name of a response header.
    pub path: String,
    /// The parameter, without `$`.
    pub parameter: String,
    /// Where the value is looked for.
    pub from: Source,
    /// Whether the default exit stands although nothing was found.
    pub optional: bool,
    /// The value to take where nothing is found.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "json")]
    pub otherwise: Option<Json>,
}

/// Where a mapping looks for its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// In the response's body, by object path.
    #[default]
    Body,
    /// In the response's headers, by name.
    Header,
}

/// An exit of the node, by status code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Route {
    /// A code ("404") or a class ("4xx").
    pub status: String,
    /// What the flow calls the exit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// Who signs. The secret is never part of a definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Signing {
    /// The account's API key.
    pub api_key: String,
    /// The application, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<String>,
}

impl Default for Definition {
    fn default() -> Definition {
        Definition {
            version: 1,
            label: None,
            method: Method::Get,
            url: String::new(),
            query: Vec::new(),
            headers: Vec::new(),
            auth: None,
            body: None,
            r#async: false,
            timeout_seconds: TIMEOUT_DEFAULT,
            response: Response { format: Format::Json, mappings: Vec::new() },
            routes: Vec::new(),
            status_parameter: None,
            signing: None,
        }
    }
}

impl Definition {
    /// The definition as JSON, indented by two spaces.
    pub fn to_json(&self) -> String {
        // Serialising plain data into a string cannot fail: every key is a string.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Method {
    /// Every method, in the order in which people look for them.
    pub const ALL: [Method; 5] =
        [Method::Get, Method::Post, Method::Put, Method::Delete, Method::Patch];

    /// The method as it is sent: `GET`.
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
            Method::Patch => "PATCH",
        }
    }
}

fn format_name<S: Serializer>(format: &Format, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match format {
        Format::Json => "json",
        Format::Xml => "xml",
    })
}

fn json<S: Serializer>(value: &Option<Json>, serializer: S) -> Result<S::Ok, S::Error> {
    let text = value.as_ref().map_or("null", Json::as_json).to_owned();
    // As it stands, so that no digit is lost.
    RawValue::from_string(text).map_err(serde::ser::Error::custom)?.serialize(serializer)
}
