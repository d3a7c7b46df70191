//! The definition: what a designer saves, as data; written as JSON with its defaults.

mod read;
mod write;

use switchhook_path::{Format, Json};

use crate::limits::TIMEOUT_DEFAULT;

/// A webhook node as a designer saves it, defaults filled in (`WebhookDefinition` of the JavaScript contract).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The version of the format: 1.
    pub version: u8,
    /// What the flow calls the node.
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
    pub auth: Option<Auth>,
    /// The request's body.
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
    pub status_parameter: Option<String>,
    /// Present: requests carry a signed JWT.
    pub signing: Option<Signing>,
}

/// The request's method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
pub struct Field {
    /// The name as it is sent.
    pub name: String,
    /// The value template; none is a slot that the conversation fills under `name`.
    pub value: Option<String>,
    /// Whether it is sent.
    pub enabled: bool,
}

/// Templates that become the Authorization header.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// JSON or XML.
    pub format: Format,
    /// Response mappings, in their order.
    pub mappings: Vec<Mapping>,
}

/// A value of the response and the parameter that receives it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub otherwise: Option<Json>,
}

/// Where a mapping looks for its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// In the response's body, by object path.
    #[default]
    Body,
    /// In the response's headers, by name.
    Header,
}

/// An exit of the node, by status code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// A code ("404") or a class ("4xx").
    pub status: String,
    /// What the flow calls the exit.
    pub label: Option<String>,
}

/// Who signs. The secret is never part of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The account's API key.
    pub api_key: String,
    /// The application, where there is one.
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
