//! A definition in, the draft that it was out; the other way round is `definition`.

use std::rc::Rc;

use switchhook::{Auth, Body, Definition, Field};

use crate::model::{
    draft::{AuthDraft, AuthKind, BodyKind, Draft, FieldRow, MappingRow, RouteRow, SigningDraft},
    literal,
};

/// The draft of a definition: it declares no parameters.
pub fn drafted(definition: &Definition) -> Draft {
    let mut draft = Draft {
        label: definition.label.as_deref().unwrap_or_default().into(),
        method: definition.method,
        url: definition.url.as_str().into(),
        auth: definition.auth.as_ref().map(auth).unwrap_or_default(),
        format: definition.response.format,
        status_parameter: definition.status_parameter.as_deref().unwrap_or_default().into(),
        is_async: definition.r#async,
        timeout: definition.timeout_seconds,
        ..Draft::default()
    };
    if let Some(signing) = &definition.signing {
        draft.signing = SigningDraft {
            on: true,
            api_key: signing.api_key.as_str().into(),
            application: signing.application_id.as_deref().unwrap_or_default().into(),
        };
    }
    draft.query = fields(&mut draft, &definition.query);
    draft.headers = fields(&mut draft, &definition.headers);
    match &definition.body {
        None => {}
        Some(Body::Json { content }) => text(&mut draft, BodyKind::Json, content),
        Some(Body::Xml { content }) => text(&mut draft, BodyKind::Xml, content),
        Some(Body::Html { content }) => text(&mut draft, BodyKind::Html, content),
        Some(Body::Text { content }) => text(&mut draft, BodyKind::Text, content),
        Some(Body::Form { fields: rows }) => {
            draft.body_kind = BodyKind::Form;
            draft.form = fields(&mut draft, rows);
        }
    }
    let mappings = definition.response.mappings.iter().map(|mapping| MappingRow {
        id: draft.new_row(),
        path: mapping.path.as_str().into(),
        parameter: mapping.parameter.as_str().into(),
        from: mapping.from,
        optional: mapping.optional,
        otherwise: literal::shown(mapping.otherwise.as_ref()),
    });
    draft.mappings = Rc::new(mappings.collect());
    let routes = definition.routes.iter().map(|route| RouteRow {
        id: draft.new_row(),
        status: route.status.as_str().into(),
        label: route.label.as_deref().unwrap_or_default().into(),
    });
    draft.routes = Rc::new(routes.collect());
    draft
}

fn auth(auth: &Auth) -> AuthDraft {
    match auth {
        Auth::Basic { username, password } => AuthDraft {
            kind: AuthKind::Basic,
            username: username.as_str().into(),
            password: password.as_str().into(),
            ..AuthDraft::default()
        },
        Auth::Bearer { token } => AuthDraft {
            kind: AuthKind::Bearer,
            token: token.as_str().into(),
            ..AuthDraft::default()
        },
    }
}

fn text(draft: &mut Draft, kind: BodyKind, content: &str) {
    draft.body_kind = kind;
    draft.body = content.into();
}

fn fields(draft: &mut Draft, fields: &[Field]) -> Rc<Vec<FieldRow>> {
    let rows = fields.iter().map(|field| FieldRow {
        sends_empty: field.value.as_deref() == Some(""),
        enabled: field.enabled,
        ..FieldRow::new(
            draft.new_row(),
            field.name.as_str(),
            field.value.as_deref().unwrap_or_default(),
        )
    });
    Rc::new(rows.collect())
}

#[cfg(test)]
mod tests {
    use switchhook::Definition;

    use super::drafted;
    use crate::model::{definition::to_definition, sample::sample};

    /// Everything that a definition can say.
    const WHOLE: &str = r#"{"version": 1, "label": "l", "method": "POST", "url": "https://a/$B",
        "query": [{"name": "slot", "value": null}, {"name": "empty", "value": ""},
                  {"name": "off", "value": "x", "enabled": false}],
        "headers": [{"name": "X-A", "value": "t-$A"}],
        "auth": {"type": "basic", "username": "u", "password": "$P"},
        "body": {"type": "form", "fields": [{"name": "f", "value": "1"}]},
        "async": true, "timeoutSeconds": 20,
        "response": {"type": "xml", "mappings": [
            {"path": "a.b", "parameter": "A", "optional": true, "otherwise": "none"},
            {"path": "Location", "parameter": "B", "from": "header", "otherwise": 7},
            {"path": "c", "parameter": "C", "otherwise": "7"}]},
        "routes": [{"status": "404", "label": "gone"}, {"status": "5xx"}],
        "statusParameter": "S", "signing": {"apiKey": "k", "applicationId": "i"}}"#;

    #[test]
    fn a_draft_says_all_that_its_definition_says() {
        let bearer = r#"{"version": 1, "method": "GET", "url": "https://a/", "auth": {"type": "bearer", "token": "$T"}}"#;
        let (whole, problems) = Definition::read(WHOLE);
        assert!(problems.is_empty(), "{problems:?}");
        let rows =
            [whole, Definition::read(bearer).0, to_definition(&sample("http://localhost:1"))];
        for definition in rows {
            assert_eq!(to_definition(&drafted(&definition)), definition);
        }
    }
}
