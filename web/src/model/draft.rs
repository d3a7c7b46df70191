//! What the drawer's fields hold, finished or not, and the changes that can be made to it. DESIGN, section 8.

use std::rc::Rc;

use switchhook::{Method, Source, Unknown, limits::TIMEOUT_DEFAULT, path::Format};

use crate::model::say::{Said, say};

/// Text of a field; sharing it keeps a history of drafts cheap.
pub type Text = Rc<str>;
/// Identity of a row, stable while others come, go and move.
pub type RowId = u32;

/// A node as its designer is writing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the flow calls the node.
    pub label: Text,
    /// The request's method.
    pub method: Method,
    /// URL template.
    pub url: Text,
    /// Query parameters.
    pub query: Rc<Vec<FieldRow>>,
    /// Request headers.
    pub headers: Rc<Vec<FieldRow>>,
    /// What becomes the Authorization header.
    pub auth: AuthDraft,
    /// Who signs.
    pub signing: SigningDraft,
    /// What the body is; what other kinds held stays in the draft.
    pub body_kind: BodyKind,
    /// Body template of the kinds that are text.
    pub body: Text,
    /// Fields of a form body.
    pub form: Rc<Vec<FieldRow>>,
    /// Members of the body that nobody knows.
    pub body_unknown: Unknown,
    /// How the response is read.
    pub format: Format,
    /// Response mappings.
    pub mappings: Rc<Vec<MappingRow>>,
    /// Members of the response that nobody knows.
    pub response_unknown: Unknown,
    /// Exits by status code.
    pub routes: Rc<Vec<RouteRow>>,
    /// Receives the status code; empty for none.
    pub status_parameter: Text,
    /// Whether the flow goes on without waiting.
    pub is_async: bool,
    /// Whole seconds.
    pub timeout: i64,
    /// The agent's parameters, as far as they are declared.
    pub parameters: Rc<Vec<ParameterRow>>,
    /// Members of the definition that nobody knows: they are kept.
    pub unknown: Unknown,
    /// Sample responses, one for each exit at most; no part of the definition.
    pub samples: Rc<Vec<KeptSample>>,
    /// The identity of the next row.
    pub next_row: RowId,
}

/// A name and a value template; an empty value is a slot, unless it is sent empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRow {
    /// Identity.
    pub id: RowId,
    /// Name as it is sent.
    pub name: Text,
    /// Value template.
    pub value: Text,
    /// Whether an empty value is sent as it is, and not filled in the conversation.
    pub sends_empty: bool,
    /// Whether the row is sent at all.
    pub enabled: bool,
    /// Members that nobody knows.
    pub unknown: Unknown,
}

/// What becomes the Authorization header; what the other kinds hold stays in the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthDraft {
    /// Which kind.
    pub kind: AuthKind,
    /// Template of the user's name.
    pub username: Text,
    /// Template of the password.
    pub password: Text,
    /// Template of the token.
    pub token: Text,
    /// Members that nobody knows.
    pub unknown: Unknown,
}

/// The kinds of authorization.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuthKind {
    /// None.
    #[default]
    None,
    /// User and password (RFC 7617).
    Basic,
    /// A token (RFC 6750).
    Bearer,
}

/// Whether requests are signed, and for whom. The secret is no part of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SigningDraft {
    /// Whether they are.
    pub on: bool,
    /// The account's API key.
    pub api_key: Text,
    /// The application; empty for none.
    pub application: Text,
    /// Members that nobody knows.
    pub unknown: Unknown,
}

/// A parameter of the agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterRow {
    /// Identity.
    pub id: RowId,
    /// The name, without `$`.
    pub name: Text,
    /// The entity: `sys.any`.
    pub entity: Text,
    /// The predefined value as typed; empty for none.
    pub value: Text,
    /// Whether its value is shown as `•••`.
    pub secret: bool,
}

/// An object path and the parameter that receives what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingRow {
    /// Identity.
    pub id: RowId,
    /// Object path.
    pub path: Text,
    /// Parameter, without `$`.
    pub parameter: Text,
    /// Where the value is looked for: a path names a place in the body, or a header.
    pub from: Source,
    /// Whether the default exit stands although nothing was found.
    pub optional: bool,
    /// What is taken where nothing is found, as typed; empty for none.
    pub otherwise: Text,
    /// Members that nobody knows.
    pub unknown: Unknown,
}

/// A status code and what its exit is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteRow {
    /// Identity.
    pub id: RowId,
    /// "404" or "4xx".
    pub status: Text,
    /// What the flow calls the exit.
    pub label: Text,
    /// Members that nobody knows.
    pub unknown: Unknown,
}

/// What might come of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A response with this status and body.
    Response(u16, Text),
    /// Nobody answers.
    NoAnswer,
    /// The answer is not there in time.
    TooSlow,
}

/// A sample and the exit that it was kept for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSample {
    /// The exit's name.
    pub exit: Text,
    /// The sample.
    pub sample: Sample,
}

/// The lists of names and values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// Query parameters.
    Query,
    /// Headers.
    Headers,
    /// Form fields.
    Form,
}

/// Every list of the drawer whose rows come, go and move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rows {
    /// Names and values.
    Fields(List),
    /// Response mappings.
    Mappings,
    /// Exits by status code.
    Routes,
    /// Parameters.
    Parameters,
}

/// What the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// No body.
    None,
    /// A JSON template.
    Json,
    /// An XML template.
    Xml,
    /// An HTML template.
    Html,
    /// A text template.
    Text,
    /// Fields.
    Form,
}

impl BodyKind {
    /// Every kind, in the order of the menu.
    pub const ALL: [BodyKind; 6] = [
        BodyKind::None,
        BodyKind::Json,
        BodyKind::Xml,
        BodyKind::Html,
        BodyKind::Text,
        BodyKind::Form,
    ];

    /// Its name in the menu.
    pub fn name(self) -> &'static str {
        match self {
            BodyKind::None => "None",
            BodyKind::Json => "JSON",
            BodyKind::Xml => "XML",
            BodyKind::Html => "HTML",
            BodyKind::Text => "Text",
            BodyKind::Form => "Form",
        }
    }

    /// The same for people.
    pub fn words(self) -> Said {
        match self {
            BodyKind::None => say!("None"),
            BodyKind::Text => say!("Text"),
            BodyKind::Form => say!("Form"),
            language => Said::Static(language.name()),
        }
    }
}

impl AuthKind {
    /// Every kind, in the order of the menu.
    pub const ALL: [AuthKind; 3] = [AuthKind::None, AuthKind::Basic, AuthKind::Bearer];

    /// Its name in the menu.
    pub fn name(self) -> &'static str {
        match self {
            AuthKind::None => "None",
            AuthKind::Basic => "Basic",
            AuthKind::Bearer => "Bearer",
        }
    }

    /// The same for people; schemes have their own names.
    pub fn words(self) -> Said {
        match self {
            AuthKind::None => say!("None"),
            scheme => Said::Static(scheme.name()),
        }
    }
}

impl FieldRow {
    /// A row that is sent, and whose empty value is a slot.
    pub fn new(id: RowId, name: impl Into<Text>, value: impl Into<Text>) -> FieldRow {
        FieldRow {
            id,
            name: name.into(),
            value: value.into(),
            sends_empty: false,
            enabled: true,
            unknown: Unknown::default(),
        }
    }

    /// Whether nothing was typed into it.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.value.is_empty()
    }

    /// Whether the conversation fills its value, under its name.
    pub fn is_slot(&self) -> bool {
        self.value.is_empty() && !self.sends_empty
    }
}

impl Default for Draft {
    fn default() -> Draft {
        let empty = || Text::from("");
        Draft {
            label: empty(),
            method: Method::Get,
            url: empty(),
            query: Rc::default(),
            headers: Rc::default(),
            auth: AuthDraft::default(),
            signing: SigningDraft::default(),
            body_kind: BodyKind::None,
            body: empty(),
            form: Rc::default(),
            body_unknown: Unknown::default(),
            format: Format::Json,
            mappings: Rc::default(),
            response_unknown: Unknown::default(),
            routes: Rc::default(),
            status_parameter: empty(),
            is_async: false,
            timeout: TIMEOUT_DEFAULT,
            parameters: Rc::default(),
            unknown: Unknown::default(),
            samples: Rc::default(),
            next_row: 1,
        }
    }
}

impl Draft {
    /// The rows of a list.
    pub fn fields(&self, list: List) -> &Rc<Vec<FieldRow>> {
        match list {
            List::Query => &self.query,
            List::Headers => &self.headers,
            List::Form => &self.form,
        }
    }

    /// The rows of a list, to be changed.
    pub fn fields_mut(&mut self, list: List) -> &mut Vec<FieldRow> {
        Rc::make_mut(match list {
            List::Query => &mut self.query,
            List::Headers => &mut self.headers,
            List::Form => &mut self.form,
        })
    }

    /// An identity that no row of this draft had before.
    pub fn new_row(&mut self) -> RowId {
        let id = self.next_row;
        self.next_row += 1;
        id
    }
}
