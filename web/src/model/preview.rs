//! The last response, read once; what each object path finds in it, and which of its values are mapped.

use std::{collections::BTreeMap, rc::Rc};

use switchhook::{
    Source,
    path::{Document, Format, Json, Path, Suggestion, Unreadable, normalized},
};

use crate::model::{
    draft::{MappingRow, Text},
    run::Received,
    say::{self, Said, say},
};

/// Longest preview, in characters; a line shows less.
const CHARACTERS: usize = 160;
/// Most values of one path that are marked in the tree.
const MARKED: usize = 2_000;

/// A response's body as one of the two formats.
pub struct Reading {
    /// The response.
    pub received: Rc<Received>,
    /// How its body was read.
    pub format: Format,
    look: Box<dyn Look>,
}

/// Looks into a body. What reads documents and evaluates paths stands behind it, so that only who reads one needs the
/// code of that.
trait Look {
    /// The document, or why there is none.
    fn document(&self) -> Result<&Document, &Unreadable>;

    /// What a path finds; none where it is no path.
    fn preview(&self, path: &str) -> Option<Preview>;

    /// The paths that continue what is typed, so many at most.
    fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion>;
}

/// What a path finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preview {
    /// A value, or the list of values, as JSON.
    Found(Text),
    /// Nothing; or why it cannot be looked for.
    Nothing(Nothing),
}

/// Why a path has nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nothing {
    /// There is nothing at its end.
    Found,
    /// No header has that name.
    Header,
    /// The response is empty.
    Empty,
    /// The response is not what it is read as.
    Unreadable,
    /// It selects too much: why, in a sentence.
    TooComplex(&'static str),
}

impl Nothing {
    /// In words.
    pub fn words(self) -> Said {
        match self {
            Nothing::Found => say!("finds nothing in the last response"),
            Nothing::Header => say!("the last response has no such header"),
            Nothing::Empty => say!("the response is empty"),
            Nothing::Unreadable => say!("the response cannot be read"),
            Nothing::TooComplex(message) => say::foreign("failure.", "too-complex", message),
        }
    }
}

/// Parameters by the normalized path of the value that they receive.
pub type Marks = BTreeMap<String, Vec<Text>>;

impl Reading {
    /// Reads a body.
    pub fn new(received: Rc<Received>, format: Format) -> Reading {
        let document = Document::parse(format, &received.body);
        let look = Box::new(Body { is_empty: received.body.is_empty(), document });
        Reading { received, format, look }
    }

    /// The document, or why there is none.
    pub fn document(&self) -> Result<&Document, &Unreadable> {
        self.look.document()
    }

    /// The paths that continue what is typed, so many at most.
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        self.look.suggest(typed, most)
    }

    /// Whether this is that response in that format.
    pub fn is_of(&self, received: Option<&Rc<Received>>, format: Format) -> bool {
        self.format == format
            && received.is_some_and(|received| Rc::ptr_eq(received, &self.received))
    }

    /// What a path finds in the body, or a name among the headers; none where there is nothing to say, because the
    /// path is empty or none.
    pub fn preview(&self, from: Source, path: &str) -> Option<Preview> {
        match from {
            Source::Body => self.look.preview(path),
            Source::Header => Some(self.in_headers(path)),
        }
    }

    fn in_headers(&self, name: &str) -> Preview {
        let headers = self.received.headers.iter();
        let values = headers.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let values: Vec<&str> = values.map(|(_, value)| value.as_str()).collect();
        if values.is_empty() {
            return Preview::Nothing(Nothing::Header);
        }
        Preview::Found(Json::string(&values.join(", ")).as_json().into())
    }

    /// Which values the mappings take.
    pub fn marks(&self, mappings: &[MappingRow]) -> Marks {
        let mut marks = Marks::new();
        let Ok(document) = self.document() else { return marks };
        let in_body = |row: &&MappingRow| row.from == Source::Body && !row.parameter.is_empty();
        for row in mappings.iter().filter(in_body) {
            let Ok(path) = Path::parse(&row.path) else { continue };
            for node in document.nodes(&path).unwrap_or_default().into_iter().take(MARKED) {
                marks.entry(normalized(&node.location())).or_default().push(row.parameter.clone());
            }
        }
        marks
    }
}

/// A body that was read, or could not be.
struct Body {
    is_empty: bool,
    document: Result<Document, Unreadable>,
}

impl Look for Body {
    fn document(&self) -> Result<&Document, &Unreadable> {
        self.document.as_ref()
    }

    fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        self.document.as_ref().map(|document| document.suggest(typed, most)).unwrap_or_default()
    }

    fn preview(&self, path: &str) -> Option<Preview> {
        let path = Path::parse(path).ok()?;
        let Ok(document) = &self.document else {
            let why = if self.is_empty { Nothing::Empty } else { Nothing::Unreadable };
            return Some(Preview::Nothing(why));
        };
        let nodes = match document.nodes(&path) {
            Ok(nodes) => nodes,
            Err(too_complex) => {
                return Some(Preview::Nothing(Nothing::TooComplex(too_complex.message())));
            }
        };
        let mut nodes = nodes.into_iter().map(|node| node.preview(CHARACTERS));
        let Some(first) = nodes.next() else {
            return Some(Preview::Nothing(Nothing::Found));
        };
        if path.is_singular() {
            return Some(Preview::Found(first.into()));
        }
        let mut list = format!("[{first}");
        for value in nodes {
            if list.len() > CHARACTERS {
                list.push_str(",…");
                break;
            }
            list.push(',');
            list.push_str(&value);
        }
        list.push(']');
        Some(Preview::Found(list.into()))
    }
}

impl PartialEq for Reading {
    /// A reading is what it is of: the same response, read the same way.
    fn eq(&self, other: &Reading) -> bool {
        self.is_of(Some(&other.received), other.format)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use switchhook::{Source, path::Format};

    use super::{Preview, Reading};
    use crate::model::{draft::Draft, edit::Edit, run::Received};

    fn reading(format: Format, body: &str) -> Reading {
        let received = Received { status: 200, headers: vec![], body: body.into() };
        Reading::new(Rc::new(received), format)
    }

    #[test]
    fn paths_preview_what_they_find() {
        let json = r#"{"id": 4634343214213523454, "items": [{"name": "Lamp"}, {"name": "Bulb"}]}"#;
        let xml = "<note><to>Tove</to></note>";
        let rows = [
            (Format::Json, json, "id", Some("→ 4634343214213523454")),
            (Format::Json, json, "items[*].name", Some(r#"→ ["Lamp","Bulb"]"#)),
            (Format::Json, json, "items[0]", Some(r#"→ {"name":"Lamp"}"#)),
            (Format::Json, json, "total", Some("finds nothing in the last response")),
            (Format::Json, json, "items[", None),
            (Format::Json, "", "id", Some("the response is empty")),
            (Format::Json, "<p>", "id", Some("the response cannot be read")),
            (Format::Xml, xml, "note.to", Some("→ \"Tove\"")),
        ];
        let wrong: Vec<_> =
            rows.into_iter()
                .map(|(format, body, path, expected)| {
                    let found = reading(format, body).preview(Source::Body, path).map(|preview| {
                        match preview {
                            Preview::Found(value) => format!("→ {value}"),
                            Preview::Nothing(why) => why.words().to_string(),
                        }
                    });
                    (path, expected.map(str::to_owned), found)
                })
                .filter(|(_, expected, found)| expected != found)
                .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn mapped_values_are_marked() {
        let draft = Draft::default()
            .apply(&Edit::AddMapping("a[*]".into(), "ALL".into()))
            .apply(&Edit::AddMapping("a[0]".into(), "$FIRST".into()))
            .apply(&Edit::AddMapping("a[".into(), "BROKEN".into()));
        let marks = reading(Format::Json, r#"{"a": [1, 2]}"#).marks(&draft.mappings);
        let marks: Vec<_> =
            marks.iter().map(|(path, names)| format!("{path} {}", names.join(" "))).collect();
        assert_eq!(marks, ["$['a'][0] ALL FIRST", "$['a'][1] ALL"]);
    }
}
