//! A definition in, JSON text with its defaults written out, out.

use switchhook_path::{Format, Json, JsonObject};

use super::{Auth, Body, Definition, Field, Mapping, Response, Route, Signing, Source, known};

impl Definition {
    /// The definition as JSON, indented by two spaces.
    pub fn to_json(&self) -> String {
        let mut json = JsonObject::new();
        json.put("version", &Json::from(i64::from(self.version)));
        text(&mut json, "label", self.label.as_deref());
        json.text("method", self.method.name());
        json.text("url", &self.url);
        json.list("query", &self.query, field);
        json.list("headers", &self.headers, field);
        if let Some(settings) = &self.auth {
            json.put("auth", &auth(settings));
        }
        if let Some(content) = &self.body {
            json.put("body", &body(content));
        }
        json.put("async", &Json::from(self.r#async));
        json.put("timeoutSeconds", &Json::from(self.timeout_seconds));
        json.put("response", &response(&self.response));
        json.list("routes", &self.routes, route);
        text(&mut json, "statusParameter", self.status_parameter.as_deref());
        if let Some(settings) = &self.signing {
            json.put("signing", &signing(settings));
        }
        self.unknown.write(&mut json, known::DEFINITION);
        Json::from(json).indented()
    }
}

/// A member that is left out where there is nothing to say.
fn text(json: &mut JsonObject, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        json.text(name, text);
    }
}

fn field(field: &Field) -> Json {
    let mut json = JsonObject::new();
    json.text("name", &field.name);
    json.put("value", &field.value.as_deref().map_or_else(Json::null, Json::string));
    json.put("enabled", &Json::from(field.enabled));
    field.unknown.write(&mut json, known::FIELD);
    json.into()
}

fn auth(auth: &Auth) -> Json {
    let mut json = JsonObject::new();
    match auth {
        Auth::Basic { username, password, unknown } => {
            json.text("type", "basic");
            json.text("username", username);
            json.text("password", password);
            unknown.write(&mut json, known::BASIC);
        }
        Auth::Bearer { token, unknown } => {
            json.text("type", "bearer");
            json.text("token", token);
            unknown.write(&mut json, known::BEARER);
        }
    }
    json.into()
}

fn body(body: &Body) -> Json {
    let mut json = JsonObject::new();
    let (kind, content, unknown) = match body {
        Body::Json { content, unknown } => ("json", content, unknown),
        Body::Xml { content, unknown } => ("xml", content, unknown),
        Body::Html { content, unknown } => ("html", content, unknown),
        Body::Text { content, unknown } => ("text", content, unknown),
        Body::Form { fields, unknown } => {
            json.text("type", "form");
            json.list("fields", fields, field);
            unknown.write(&mut json, known::FORM);
            return json.into();
        }
    };
    json.text("type", kind);
    json.text("content", content);
    unknown.write(&mut json, known::CONTENT);
    json.into()
}

fn response(response: &Response) -> Json {
    let mut json = JsonObject::new();
    let format = match response.format {
        Format::Json => "json",
        Format::Xml => "xml",
    };
    json.text("type", format);
    json.list("mappings", &response.mappings, mapping);
    response.unknown.write(&mut json, known::RESPONSE);
    json.into()
}

fn mapping(mapping: &Mapping) -> Json {
    let mut json = JsonObject::new();
    json.text("path", &mapping.path);
    json.text("parameter", &mapping.parameter);
    let from = match mapping.from {
        Source::Body => "body",
        Source::Header => "header",
    };
    json.text("from", from);
    json.put("optional", &Json::from(mapping.optional));
    if let Some(fallback) = &mapping.otherwise {
        // As it stands, so that no digit is lost.
        json.put("otherwise", fallback);
    }
    mapping.unknown.write(&mut json, known::MAPPING);
    json.into()
}

fn route(route: &Route) -> Json {
    let mut json = JsonObject::new();
    json.text("status", &route.status);
    text(&mut json, "label", route.label.as_deref());
    route.unknown.write(&mut json, known::ROUTE);
    json.into()
}

fn signing(signing: &Signing) -> Json {
    let mut json = JsonObject::new();
    json.text("apiKey", &signing.api_key);
    text(&mut json, "applicationId", signing.application_id.as_deref());
    signing.unknown.write(&mut json, known::SIGNING);
    json.into()
}
