//! JSON text in, definition and everything that is wrong with its shape out: what can be read is kept.

use switchhook_path::{Format, Json, Kind};

use super::{
    Auth, Body, Definition, Field, Mapping, Method, Response, Route, Signing, Source, Unknown,
    known,
};
use crate::problem::{Code, Problem, pointer_step};

impl Definition {
    /// Reads a definition from JSON text. Members that cannot be read have a problem, and their default as value.
    ///
    /// ```
    /// use switchhook::Definition;
    /// let (definition, problems) = Definition::read(r#"{"version":1,"method":"GET","url":7}"#);
    /// assert_eq!(definition.timeout_seconds, 10);
    /// assert_eq!((problems[0].code.name(), problems[0].pointer.as_str()), ("wrong-type", "/url"));
    /// ```
    pub fn read(json: &str) -> (Definition, Vec<Problem>) {
        let mut reader = Reader { problems: Vec::new() };
        // Editors put a mark before what they save.
        let json = json.trim_start_matches('\u{FEFF}');
        let definition = match Json::parse(json).map(|json| Members::of(&json, "")) {
            Ok(Some(members)) => reader.definition(&members),
            Ok(None) => {
                let message = "A definition is a JSON object: begin with {\"version\": 1, …}.";
                reader.problems.push(Problem::new(Code::NotJson, "", message));
                Definition::default()
            }
            Err(error) => {
                reader.problems.push(Problem::new(Code::NotJson, "", error.message));
                Definition::default()
            }
        };
        (definition, reader.problems)
    }
}

/// An object of the definition and where it stands.
struct Members {
    members: Vec<(String, Json)>,
    pointer: String,
}

impl Members {
    /// The members of an object; nothing of any other value.
    fn of(json: &Json, pointer: impl Into<String>) -> Option<Members> {
        Some(Members { members: json.members()?, pointer: pointer.into() })
    }

    /// A member's value, null counting as absent, and its pointer.
    fn get(&self, name: &str) -> (Option<&Json>, String) {
        let value = self.value(name).filter(|value| value.kind() != Kind::Null);
        (value, format!("{}/{}", self.pointer, pointer_step(name)))
    }

    /// A member's value, null included.
    fn value(&self, name: &str) -> Option<&Json> {
        self.members.iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }
}

struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn definition(&mut self, members: &Members) -> Definition {
        let standard = Definition::default();
        Definition {
            unknown: self.unknown(members, known::DEFINITION),
            version: self.version(members),
            label: self.text(members, "label"),
            method: self.method(members),
            url: self.required_text(members, "url"),
            query: self.list(members, "query", Reader::field),
            headers: self.list(members, "headers", Reader::field),
            auth: self.object(members, "auth", Reader::auth),
            body: self.object(members, "body", Reader::body),
            r#async: self.flag(members, "async", false),
            timeout_seconds: self.timeout(members, standard.timeout_seconds),
            response: self
                .object(members, "response", Reader::response)
                .unwrap_or(standard.response),
            routes: self.list(members, "routes", Reader::route),
            status_parameter: self.text(members, "statusParameter"),
            signing: self.object(members, "signing", Reader::signing),
        }
    }

    fn version(&mut self, members: &Members) -> u8 {
        let (value, pointer) = members.get("version");
        let message = match (value, value.and_then(Json::as_whole)) {
            (None, _) => {
                self.missing(pointer, "version");
                return 1;
            }
            (_, Some(1)) => return 1,
            (_, Some(other)) => format!(
                "This is version {other} of the format, and version 1 is read here: update Switchhook, or save the definition as version 1."
            ),
            (Some(value), None) => {
                format!("The version of the format is {}: write 1.", describe(value))
            }
        };
        self.problems.push(Problem::new(Code::BadVersion, pointer, message));
        1
    }

    fn method(&mut self, members: &Members) -> Method {
        let (value, pointer) = members.get("method");
        let Some(value) = value else {
            self.missing(pointer, "method");
            return Method::Get;
        };
        let name = string(value);
        let found = Method::ALL.into_iter().find(|method| name.as_deref() == Some(method.name()));
        found.unwrap_or_else(|| {
            let message = format!("{value} is no method: use GET, POST, PUT, DELETE or PATCH.");
            self.problems.push(Problem::new(Code::BadMethod, pointer, message));
            Method::Get
        })
    }

    fn timeout(&mut self, members: &Members, standard: i64) -> i64 {
        let (value, pointer) = members.get("timeoutSeconds");
        let Some(value) = value else { return standard };
        // 12.0 is a whole number too: JavaScript makes no difference.
        match value.as_whole() {
            Some(seconds) => seconds,
            None if value.kind() == Kind::Number => {
                let message =
                    format!("The timeout is {value} s: give whole seconds from 10 to 25.");
                self.problems.push(Problem::new(Code::TimeoutOutOfRange, pointer, message));
                standard
            }
            None => {
                self.wrong_type(pointer, "a number of seconds from 10 to 25", value);
                standard
            }
        }
    }

    fn field(&mut self, members: &Members) -> Field {
        Field {
            unknown: self.unknown(members, known::FIELD),
            name: self.required_text(members, "name"),
            value: self.text(members, "value"),
            enabled: self.flag(members, "enabled", true),
        }
    }

    fn auth(&mut self, members: &Members) -> Option<Auth> {
        let (kind, pointer) = members.get("type");
        match kind.and_then(string).as_deref() {
            Some("basic") => {
                let unknown = self.unknown(members, known::BASIC);
                let username = self.required_text(members, "username");
                let password = self.required_text(members, "password");
                Some(Auth::Basic { username, password, unknown })
            }
            Some("bearer") => {
                let unknown = self.unknown(members, known::BEARER);
                Some(Auth::Bearer { token: self.required_text(members, "token"), unknown })
            }
            _ => self.one_of(pointer, kind, "“basic” or “bearer”"),
        }
    }

    fn body(&mut self, members: &Members) -> Option<Body> {
        let (kind, pointer) = members.get("type");
        let kind_name = kind.and_then(string);
        if kind_name.as_deref() == Some("form") {
            let unknown = self.unknown(members, known::FORM);
            let fields = self.list(members, "fields", Reader::field);
            return Some(Body::Form { fields, unknown });
        }
        let body: fn(String, Unknown) -> Body = match kind_name.as_deref() {
            Some("json") => |content, unknown| Body::Json { content, unknown },
            Some("xml") => |content, unknown| Body::Xml { content, unknown },
            Some("html") => |content, unknown| Body::Html { content, unknown },
            Some("text") => |content, unknown| Body::Text { content, unknown },
            _ => return self.one_of(pointer, kind, "“json”, “xml”, “html”, “text” or “form”"),
        };
        let unknown = self.unknown(members, known::CONTENT);
        Some(body(self.required_text(members, "content"), unknown))
    }

    fn response(&mut self, members: &Members) -> Option<Response> {
        let unknown = self.unknown(members, known::RESPONSE);
        let (kind, pointer) = members.get("type");
        let format = match kind.and_then(string).as_deref() {
            Some("json") => Some(Format::Json),
            Some("xml") => Some(Format::Xml),
            _ => self.one_of(pointer, kind, "“json” or “xml”"),
        };
        let mappings = self.list(members, "mappings", Reader::mapping);
        Some(Response { format: format.unwrap_or(Format::Json), mappings, unknown })
    }

    fn mapping(&mut self, members: &Members) -> Mapping {
        let unknown = self.unknown(members, known::MAPPING);
        let (from, pointer) = members.get("from");
        let from = match (from, from.and_then(string).as_deref()) {
            (None, _) | (_, Some("body")) => Source::Body,
            (_, Some("header")) => Source::Header,
            _ => self.one_of(pointer, from, "“body” or “header”").unwrap_or_default(),
        };
        Mapping {
            path: self.required_text(members, "path"),
            parameter: self.required_text(members, "parameter"),
            from,
            optional: self.flag(members, "optional", false),
            // Here null is a value, so it counts as present.
            otherwise: members.value("otherwise").cloned(),
            unknown,
        }
    }

    fn route(&mut self, members: &Members) -> Route {
        Route {
            unknown: self.unknown(members, known::ROUTE),
            status: self.required_text(members, "status"),
            label: self.text(members, "label"),
        }
    }

    fn signing(&mut self, members: &Members) -> Option<Signing> {
        Some(Signing {
            unknown: self.unknown(members, known::SIGNING),
            api_key: self.required_text(members, "apiKey"),
            application_id: self.text(members, "applicationId"),
        })
    }

    fn list<T>(
        &mut self,
        members: &Members,
        name: &str,
        read: fn(&mut Reader, &Members) -> T,
    ) -> Vec<T> {
        let (value, pointer) = members.get(name);
        let Some(value) = value else { return Vec::new() };
        let Some(elements) = value.elements() else {
            self.wrong_type(pointer, "a list", value);
            return Vec::new();
        };
        let mut list = Vec::with_capacity(elements.len());
        for (index, element) in elements.iter().enumerate() {
            let members = self.element(format!("{pointer}/{index}"), element);
            let known = self.problems.len();
            list.push(read(self, &members));
            if element.kind() != Kind::Object {
                self.problems.truncate(known);
            }
        }
        list
    }

    /// An element of a list of objects. What is none is read as an empty one, so that later elements keep their index.
    fn element(&mut self, pointer: String, element: &Json) -> Members {
        Members::of(element, pointer.as_str()).unwrap_or_else(|| {
            self.wrong_type(pointer.clone(), "an object", element);
            Members { members: Vec::new(), pointer }
        })
    }

    fn object<T>(
        &mut self,
        members: &Members,
        name: &str,
        read: fn(&mut Reader, &Members) -> Option<T>,
    ) -> Option<T> {
        let members = self.inner(members, name)?;
        read(self, &members)
    }

    /// A member that is an object.
    fn inner(&mut self, members: &Members, name: &str) -> Option<Members> {
        let (value, pointer) = members.get(name);
        let value = value?;
        let inner = Members::of(value, pointer.as_str());
        if inner.is_none() {
            self.wrong_type(pointer, "an object", value);
        }
        inner
    }

    fn text(&mut self, members: &Members, name: &str) -> Option<String> {
        let (value, pointer) = members.get(name);
        let value = value?;
        let text = string(value);
        if text.is_none() {
            self.wrong_type(pointer, "a string", value);
        }
        text
    }

    fn required_text(&mut self, members: &Members, name: &str) -> String {
        let (value, pointer) = members.get(name);
        if value.is_none() {
            self.missing(pointer, name);
        }
        self.text(members, name).unwrap_or_default()
    }

    fn flag(&mut self, members: &Members, name: &str, standard: bool) -> bool {
        let (value, pointer) = members.get(name);
        let Some(value) = value else { return standard };
        if value.kind() != Kind::Boolean {
            self.wrong_type(pointer, "true or false", value);
            return standard;
        }
        value.as_json() == "true"
    }

    fn one_of<T>(&mut self, pointer: String, found: Option<&Json>, choices: &str) -> Option<T> {
        match found {
            None => self.missing(pointer, "type"),
            Some(value) => self.wrong_type(pointer, choices, value),
        }
        None
    }

    fn missing(&mut self, pointer: String, name: &str) {
        let message = format!("“{name}” is missing: add it.");
        self.problems.push(Problem::new(Code::MissingMember, pointer, message));
    }

    fn wrong_type(&mut self, pointer: String, expected: &str, found: &Json) {
        let message = format!("This is {}: it must be {expected}.", describe(found));
        self.problems.push(Problem::new(Code::WrongType, pointer, message));
    }

    /// The members that the format does not know: kept, and a problem each.
    fn unknown(&mut self, members: &Members, known: &[&str]) -> Unknown {
        let unknown = Unknown::of(&members.members, known);
        for (name, _) in unknown.members() {
            // Editors look there for the schema.
            if name == "$schema" && members.pointer.is_empty() {
                continue;
            }
            let pointer = format!("{}/{}", members.pointer, pointer_step(&name));
            let message = match known.iter().find(|known| known.eq_ignore_ascii_case(&name)) {
                Some(known) => format!("“{name}” does nothing: write “{known}”."),
                None => {
                    format!("“{name}” is not part of a definition and does nothing: remove it.")
                }
            };
            self.problems.push(Problem::new(Code::UnknownMember, pointer, message));
        }
        unknown
    }
}

/// The text of a string.
fn string(value: &Json) -> Option<String> {
    (value.kind() == Kind::String).then(|| value.as_text().into_owned())
}

/// A value as it is named in a message: short values as they are, others by their type.
fn describe(value: &Json) -> String {
    match value.kind() {
        Kind::Array => "a list".to_owned(),
        Kind::Object => "an object".to_owned(),
        Kind::String if value.as_json().chars().count() > 32 => "a string".to_owned(),
        _ => value.to_string(),
    }
}
