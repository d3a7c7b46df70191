//! The compiled request and the values of parameters in, the request that is sent out.

use base64ct::{Base64, Encoding};
use switchhook_path::{Json, JsonObject, sort::firsts};

use crate::{
    definition::Method,
    failure::{Failure, Reason},
    parameter::MASK,
    template::{Filling, Illegal, Template, UrlTemplate, View, form_encode},
};

/// A request, ready to be sent. Values of headers are bytes as characters up to U+00FF, as JavaScript's `Headers` takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookRequest {
    /// The URL, absolute unless the definition's is relative.
    pub url: String,
    /// The method.
    pub method: Method,
    /// Names and values, in their order.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Option<String>,
}

impl WebhookRequest {
    /// The request as an object of the contract's shape.
    pub fn to_json(&self) -> Json {
        let mut json = JsonObject::new();
        json.text("url", &self.url);
        json.text("method", self.method.name());
        json.list("headers", &self.headers, |(name, value)| {
            Json::array([Json::string(name), Json::string(value)])
        });
        if let Some(body) = &self.body {
            json.text("body", body);
        }
        json.into()
    }
}

/// A request with its templates compiled.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestTemplate {
    pub(crate) method: Method,
    pub(crate) url: UrlTemplate,
    pub(crate) query: Vec<FieldTemplate>,
    pub(crate) headers: Vec<HeaderTemplate>,
    pub(crate) auth: Option<AuthTemplate>,
    pub(crate) body: Option<BodyTemplate>,
    /// The Accept header of the response type.
    pub(crate) accept: &'static str,
}

/// A query parameter or form field that is sent.
#[derive(Clone, Debug)]
pub(crate) struct FieldTemplate {
    pub(crate) name: Template,
    pub(crate) value: Template,
}

/// A header that is sent.
#[derive(Clone, Debug)]
pub(crate) struct HeaderTemplate {
    pub(crate) name: String,
    pub(crate) value: Template,
}

/// The Authorization header.
#[derive(Clone, Debug)]
pub(crate) enum AuthTemplate {
    Basic { username: Template, password: Template },
    Bearer { token: Template },
}

/// The body, and the Content-Type that it has unless the designer set one.
#[derive(Clone, Debug)]
pub(crate) enum BodyTemplate {
    Content { template: Template, content_type: &'static str },
    Form { fields: Vec<FieldTemplate> },
}

const FORM_TYPE: &str = "application/x-www-form-urlencoded";

impl RequestTemplate {
    /// The parameters that the request reads, each once, in the order in which they are first read.
    pub(crate) fn parameters(&self) -> Vec<String> {
        let mut names = Vec::new();
        for template in self.templates() {
            names.extend(template.parameters());
        }
        let name = |place: usize| names.get(place);
        let firsts = firsts(names.len(), &|left, right| name(left).cmp(&name(right)));
        let each = firsts.into_iter().zip(&names).enumerate();
        each.filter(|(place, (first, _))| place == first)
            .map(|(_, (_, name))| (*name).to_owned())
            .collect()
    }

    fn templates(&self) -> Vec<&Template> {
        let mut templates = self.url.templates();
        for field in &self.query {
            templates.extend(field.templates());
        }
        for header in &self.headers {
            templates.push(&header.value);
        }
        if let Some(auth) = &self.auth {
            templates.extend(auth.templates());
        }
        match &self.body {
            Some(BodyTemplate::Content { template, .. }) => templates.push(template),
            Some(BodyTemplate::Form { fields }) => {
                for field in fields {
                    templates.extend(field.templates());
                }
            }
            None => (),
        }
        templates
    }

    /// Writes the request with its values.
    pub(crate) fn write(&self, filling: &Filling<'_>) -> Result<WebhookRequest, Failure> {
        let url = self.url.write(filling, &form(&self.query, filling)?)?;
        let mut headers = Vec::with_capacity(self.headers.len() + 3);
        for field in &self.headers {
            headers.push((
                field.name.clone(),
                written(&field.value, filling)?.trim_matches([' ', '\t']).to_owned(),
            ));
        }
        if let Some(auth) = &self.auth {
            headers.push(("Authorization".to_owned(), auth.write(filling)?));
        }
        let has = |headers: &[(String, String)], wanted: &str| {
            headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(wanted))
        };
        if !has(&headers, "accept") {
            headers.push(("Accept".to_owned(), self.accept.to_owned()));
        }
        let mut body = None;
        if let Some(template) = &self.body {
            if !has(&headers, "content-type") {
                headers.push(("Content-Type".to_owned(), template.content_type().to_owned()));
            }
            body = Some(template.write(filling)?);
        }
        if filling.view == View::Sent {
            for (_, value) in &mut headers {
                *value = value.bytes().map(char::from).collect();
            }
        }
        Ok(WebhookRequest { url, method: self.method, headers, body })
    }
}

impl FieldTemplate {
    fn templates(&self) -> [&Template; 2] {
        [&self.name, &self.value]
    }
}

impl AuthTemplate {
    fn templates(&self) -> Vec<&Template> {
        match self {
            AuthTemplate::Basic { username, password } => vec![username, password],
            AuthTemplate::Bearer { token } => vec![token],
        }
    }

    fn write(&self, filling: &Filling<'_>) -> Result<String, Failure> {
        match self {
            AuthTemplate::Bearer { token } => Ok(format!("Bearer {}", written(token, filling)?)),
            AuthTemplate::Basic { username, password } => {
                let mut names = username.parameters().chain(password.parameters());
                if names.any(|name| filling.stand_in(name).is_some()) {
                    return Ok(format!("Basic {MASK}"));
                }
                let pair =
                    format!("{}:{}", written(username, filling)?, written(password, filling)?);
                Ok(format!("Basic {}", Base64::encode_string(pair.as_bytes())))
            }
        }
    }
}

impl BodyTemplate {
    pub(crate) fn content_type(&self) -> &'static str {
        match self {
            BodyTemplate::Content { content_type, .. } => content_type,
            BodyTemplate::Form { .. } => FORM_TYPE,
        }
    }

    fn write(&self, filling: &Filling<'_>) -> Result<String, Failure> {
        match self {
            BodyTemplate::Content { template, .. } => written(template, filling),
            BodyTemplate::Form { fields } => form(fields, filling),
        }
    }
}

/// Fields as form data; a field whose value is one parameter with a list is sent once for each element.
fn form(fields: &[FieldTemplate], filling: &Filling<'_>) -> Result<String, Failure> {
    let mut text = String::new();
    let mut field = |name: &str, value: &str| {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(name);
        text.push('=');
        text.push_str(value);
    };
    for FieldTemplate { name, value } in fields {
        let name = written(name, filling)?;
        let sole = value.sole_parameter().filter(|name| filling.stand_in(name).is_none());
        match sole.and_then(|name| filling.value(name)?.elements()) {
            Some(elements) => {
                for element in elements {
                    let mut encoded = String::new();
                    form_encode(&element.as_text(), &mut encoded);
                    field(&name, &encoded);
                }
            }
            None => field(&name, &written(value, filling)?),
        }
    }
    Ok(text)
}

fn written(template: &Template, filling: &Filling<'_>) -> Result<String, Failure> {
    let mut text = String::new();
    template.write(filling, &mut text)?;
    Ok(text)
}

impl From<Illegal> for Failure {
    fn from(illegal: Illegal) -> Failure {
        Failure {
            reason: Reason::InvalidRequest,
            message: illegal.message,
            parameters: vec![illegal.parameter],
        }
    }
}
