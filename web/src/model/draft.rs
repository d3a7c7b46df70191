//! What the drawer's fields hold, finished or not, and the changes that can be made to it. DESIGN, section 8.

use std::rc::Rc;

use switchhook::{Method, limits::TIMEOUT_DEFAULT, path::Format};

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
    /// What the body is; what other kinds held stays in the draft.
    pub body_kind: BodyKind,
    /// Body template of the kinds that are text.
    pub body: Text,
    /// Fields of a form body.
    pub form: Rc<Vec<FieldRow>>,
    /// How the response is read.
    pub format: Format,
    /// Response mappings.
    pub mappings: Rc<Vec<MappingRow>>,
    /// Exits by status code.
    pub routes: Rc<Vec<RouteRow>>,
    /// Receives the status code; empty for none.
    pub status_parameter: Text,
    /// Whether the flow goes on without waiting.
    pub is_async: bool,
    /// Whole seconds.
    pub timeout: i64,
    /// Sample responses, one for each exit at most; no part of the definition.
    pub samples: Rc<Vec<KeptSample>>,
    /// The identity of the next row.
    pub next_row: RowId,
}

/// A name and a value template; an empty value is a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRow {
    /// Identity.
    pub id: RowId,
    /// Name as it is sent.
    pub name: Text,
    /// Value template.
    pub value: Text,
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
    /// Whether the default exit stands although nothing was found.
    pub optional: bool,
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

    /// The word in the menu.
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
            body_kind: BodyKind::None,
            body: empty(),
            form: Rc::default(),
            format: Format::Json,
            mappings: Rc::default(),
            routes: Rc::default(),
            status_parameter: empty(),
            is_async: false,
            timeout: TIMEOUT_DEFAULT,
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
