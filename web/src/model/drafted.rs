//! A definition in, the draft that it was out; the other way round is `definition`.

use std::rc::Rc;

use switchhook::{Auth, Body, Definition, Field, Unknown};

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
        response_unknown: definition.response.unknown.clone(),
        unknown: definition.unknown.clone(),
        ..Draft::default()
    };
    if let Some(signing) = &definition.signing {
        draft.signing = SigningDraft {
            on: true,
            api_key: signing.api_key.as_str().into(),
            application: signing.application_id.as_deref().unwrap_or_default().into(),
            unknown: signing.unknown.clone(),
        };
    }
    draft.query = fields(&mut draft, &definition.query);
    draft.headers = fields(&mut draft, &definition.headers);
    match &definition.body {
        None => {}
        Some(Body::Json { content, unknown }) => text(&mut draft, BodyKind::Json, content, unknown),
        Some(Body::Xml { content, unknown }) => text(&mut draft, BodyKind::Xml, content, unknown),
        Some(Body::Html { content, unknown }) => text(&mut draft, BodyKind::Html, content, unknown),
        Some(Body::Text { content, unknown }) => text(&mut draft, BodyKind::Text, content, unknown),
        Some(Body::Form { fields: rows, unknown }) => {
            draft.body_unknown = unknown.clone();
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
        unknown: mapping.unknown.clone(),
    });
    draft.mappings = Rc::new(mappings.collect());
    let routes = definition.routes.iter().map(|route| RouteRow {
        id: draft.new_row(),
        status: route.status.as_str().into(),
        label: route.label.as_deref().unwrap_or_default().into(),
        unknown: route.unknown.clone(),
    });
    draft.routes = Rc::new(routes.collect());
    draft
}

fn auth(auth: &Auth) -> AuthDraft {
    match auth {
        Auth::Basic { username, password, unknown } => AuthDraft {
            kind: AuthKind::Basic,
            username: username.as_str().into(),
            password: password.as_str().into(),
            unknown: unknown.clone(),
            ..AuthDraft::default()
        },
        Auth::Bearer { token, unknown } => AuthDraft {
            kind: AuthKind::Bearer,
            token: token.as_str().into(),
            unknown: unknown.clone(),
            ..AuthDraft::default()
        },
    }
}

fn text(draft: &mut Draft, kind: BodyKind, content: &str, unknown: &Unknown) {
    draft.body_unknown = unknown.clone();
    draft.body_kind = kind;
    draft.body = content.into();
}

fn fields(draft: &mut Draft, fields: &[Field]) -> Rc<Vec<FieldRow>> {
    let rows = fields.iter().map(|field| FieldRow {
        sends_empty: field.value.as_deref() == Some(""),
        enabled: field.enabled,
        unknown: field.unknown.clone(),
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
    use switchhook::{Definition, Method};

    use super::drafted;
    use crate::model::{
        definition::to_definition,
        draft::{BodyKind, List, Rows},
        edit::Edit,
        sample::sample,
    };

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

    #[test]
    fn what_nobody_knows_stays_while_the_rest_changes() {
        let (kept, _) = Definition::read(
            r#"{"version": 1, "method": "POST", "url": "https://a/", "x": 12345678901234567890,
            "query": [{"name": "a", "note": "1"}, {"name": "b", "note": "2"}],
            "auth": {"type": "bearer", "token": "t", "note": "7"},
            "body": {"type": "form", "fields": [{"name": "f", "note": "3"}], "indent": 2},
            "response": {"type": "json", "cache": true, "mappings": [
                {"path": "a", "parameter": "A", "note": "4"}, {"path": "b", "parameter": "B", "note": "5"}]},
            "routes": [{"status": "404", "note": "6"}]}"#,
        );
        let before = drafted(&kept);
        let edits = [
            Edit::SetUrl("https://b/".into()),
            Edit::SetMethod(Method::Put),
            Edit::Remove(Rows::Fields(List::Query), before.query[0].id),
            Edit::AddField(List::Query),
            Edit::SetFieldName(List::Query, before.query[1].id, "c".into()),
            Edit::SetBodyKind(BodyKind::Json),
            Edit::SetBody("{}".into()),
            Edit::Move(Rows::Mappings, before.mappings[1].id, 0),
            Edit::SetMappingPath(before.mappings[0].id, "z".into()),
            Edit::SetRouteStatus(before.routes[0].id, "500".into()),
        ];
        let after = edits.iter().fold(before, |draft, edit| draft.apply(edit));
        let (expected, _) = Definition::read(
            r#"{"version": 1, "method": "PUT", "url": "https://b/", "x": 12345678901234567890,
                "query": [{"name": "c", "note": "2"}],
                "auth": {"type": "bearer", "token": "t", "note": "7"},
                "body": {"type": "json", "content": "{}", "indent": 2},
                "response": {"type": "json", "cache": true, "mappings": [
                    {"path": "b", "parameter": "B", "note": "5"}, {"path": "z", "parameter": "A", "note": "4"}]},
                "routes": [{"status": "500", "note": "6"}]}"#,
        );
        assert_eq!(to_definition(&after), expected);
    }
}
