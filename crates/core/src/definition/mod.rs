//! The definition: what a designer saves, as data; written as JSON with its defaults.

mod known;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod unknown;
mod write;

pub use unknown::Unknown;

use switchhook_path::{Format, Json};

use crate::limits::TIMEOUT_DEFAULT;

/// A webhook node as a designer saves it, defaults filled in (`WebhookDefinition` of the JavaScript contract).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase"))]
pub struct Definition {
    /// The version of the format: 1.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::version"))]
    pub version: u8,
    /// What the flow calls the node.
    pub label: Option<String>,
    /// The request's method.
    pub method: Method,
    /// URL template, such as `https://api.example.com/orders/$ID`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub url: String,
    /// Query parameters, appended to what the URL has already.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Field>>", extend("default" = [])))]
    pub query: Vec<Field>,
    /// Request headers.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Field>>", extend("default" = [])))]
    pub headers: Vec<Field>,
    /// Becomes the Authorization header.
    pub auth: Option<Auth>,
    /// The request's body.
    pub body: Option<Body>,
    /// Whether the conversation goes on without waiting for the answer.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub r#async: bool,
    /// Whole seconds, 10 to 25, from send to the last byte of the body.
    #[cfg_attr(feature = "schema", schemars(default, schema_with = "schema::timeout", extend("default" = TIMEOUT_DEFAULT)))]
    pub timeout_seconds: i64,
    /// How the response is read, and which parameters it fills.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Response>"))]
    pub response: Response,
    /// Exits beside "default" and "failed", each status once.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Route>>", extend("default" = [])))]
    pub routes: Vec<Route>,
    /// Receives the response's status code; its entity is `sys.any` or `sys.number`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::ParameterName>"))]
    pub status_parameter: Option<String>,
    /// Present: requests carry a signed JWT.
    pub signing: Option<Signing>,
    /// Members that the format does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// The request's method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "UPPERCASE"))]
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
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Field {
    /// The name as it is sent.
    pub name: String,
    /// The value template; none is a slot that the conversation fills under `name`.
    pub value: Option<String>,
    /// Whether it is sent.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = true)))]
    pub enabled: bool,
    /// Members that the format does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// Templates that become the Authorization header.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(tag = "type", rename_all = "lowercase"))]
pub enum Auth {
    /// User and password as UTF-8 in base64 (RFC 7617).
    Basic {
        /// The user's name.
        username: String,
        /// The password.
        password: String,
        /// Members that the format does not know.
        #[cfg_attr(feature = "schema", schemars(skip))]
        unknown: Unknown,
    },
    /// A token (RFC 6750).
    Bearer {
        /// The token.
        token: String,
        /// Members that the format does not know.
        #[cfg_attr(feature = "schema", schemars(skip))]
        unknown: Unknown,
    },
}

/// The request's body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(tag = "type", rename_all = "lowercase"))]
pub enum Body {
    /// A JSON template.
    Json {
        /// The template.
        content: String,
        /// Members that the format does not know.
        #[cfg_attr(feature = "schema", schemars(skip))]
        unknown: Unknown,
    },
    /// An XML template.
    Xml {
        /// The template.
        content: String,
        /// Members that the format does not know.
        #[cfg_attr(feature = "schema", schemars(skip))]
        unknown: Unknown,
    },
    /// An HTML template.
    Html {
        /// The template.
        content: String,
        /// Members that the format does not know.
        #[cfg_attr(feature = "schema", schemars(skip))]
        unknown: Unknown,
    },
    /// A text template.
    Text {
        /// The template.
        content: String,
        /// Members that the format does not know.
        #[cfg_attr(feature = "schema", schemars(skip))]
        unknown: Unknown,
    },
    /// Fields as `application/x-www-form-urlencoded`.
    Form {
        /// The fields, in their order.
        #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Field>>", extend("default" = [])))]
        fields: Vec<Field>,
        /// Members that the format does not know.
        #[cfg_attr(feature = "schema", schemars(skip))]
        unknown: Unknown,
    },
}

/// How the response is read, and which parameters it fills.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Response {
    /// JSON or XML.
    #[cfg_attr(feature = "schema", schemars(rename = "type", schema_with = "schema::format"))]
    pub format: Format,
    /// Response mappings, in their order.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Mapping>>", extend("default" = [])))]
    pub mappings: Vec<Mapping>,
    /// Members that the format does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// A value of the response and the parameter that receives it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mapping {
    /// Object path (`data.userId`, or RFC 9535 JSONPath), or the name of a response header.
    pub path: String,
    /// The parameter, without `$`.
    #[cfg_attr(feature = "schema", schemars(with = "schema::ParameterName"))]
    pub parameter: String,
    /// Where the value is looked for.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Source>", extend("default" = "body")))]
    pub from: Source,
    /// Whether the default exit stands although nothing was found.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub optional: bool,
    /// The value to take where nothing is found.
    #[cfg_attr(feature = "schema", schemars(default, schema_with = "schema::anything"))]
    pub otherwise: Option<Json>,
    /// Members that the format does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// Where a mapping looks for its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
pub enum Source {
    /// In the response's body, by object path.
    #[default]
    Body,
    /// In the response's headers, by name.
    Header,
}

/// An exit of the node, by status code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Route {
    /// A code ("404") or a class ("4xx").
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^([2-5][0-9]{2}|[2-5]xx)$")))]
    pub status: String,
    /// What the flow calls the exit.
    pub label: Option<String>,
    /// Members that the format does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// Who signs. The secret is never part of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase"))]
pub struct Signing {
    /// The account's API key.
    pub api_key: String,
    /// The application, where there is one.
    pub application_id: Option<String>,
    /// Members that the format does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
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
            response: Response::default(),
            routes: Vec::new(),
            status_parameter: None,
            signing: None,
            unknown: Unknown::default(),
        }
    }
}

impl Default for Response {
    fn default() -> Response {
        Response { format: Format::Json, mappings: Vec::new(), unknown: Unknown::default() }
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
