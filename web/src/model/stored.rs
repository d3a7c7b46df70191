//! A definition's JSON in, the draft that it was out; or none where the studio could not show it whole.

use std::rc::Rc;

use switchhook::{Body, Definition, Field, Severity, Unknown};

use crate::model::draft::{BodyKind, Draft, FieldRow, MappingRow, RouteRow};

/// The draft of a kept definition. None where it cannot be read, or is of a kind that this studio has
/// no fields for: nothing of it may get lost on the next change.
pub fn draft(json: &str) -> Option<Draft> {
    let (definition, problems) = Definition::read(json);
    let is_readable = problems.iter().all(|problem| problem.severity() == Severity::Warning);
    let draft = is_readable.then(|| from_definition(&definition))?;
    (super::definition::to_definition(&draft) == definition).then_some(draft)
}

fn from_definition(definition: &Definition) -> Draft {
    let mut draft = Draft {
        label: definition.label.as_deref().unwrap_or_default().into(),
        method: definition.method,
        url: definition.url.as_str().into(),
        format: definition.response.format,
        status_parameter: definition.status_parameter.as_deref().unwrap_or_default().into(),
        is_async: definition.r#async,
        timeout: definition.timeout_seconds,
        response_unknown: definition.response.unknown.clone(),
        unknown: definition.unknown.clone(),
        ..Draft::default()
    };
    draft.query = fields(&mut draft, &definition.query);
    draft.headers = fields(&mut draft, &definition.headers);
    match &definition.body {
        None => {}
        Some(Body::Json { content, unknown }) => text(&mut draft, BodyKind::Json, content, unknown),
        Some(Body::Xml { content, unknown }) => text(&mut draft, BodyKind::Xml, content, unknown),
        Some(Body::Html { content, unknown }) => text(&mut draft, BodyKind::Html, content, unknown),
        Some(Body::Text { content, unknown }) => text(&mut draft, BodyKind::Text, content, unknown),
        Some(Body::Form { fields: rows, unknown }) => {
            draft.body_kind = BodyKind::Form;
            draft.body_unknown = unknown.clone();
            draft.form = fields(&mut draft, rows);
        }
    }
    let mappings = definition.response.mappings.iter().map(|mapping| MappingRow {
        id: draft.new_row(),
        path: mapping.path.as_str().into(),
        parameter: mapping.parameter.as_str().into(),
        optional: mapping.optional,
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

fn text(draft: &mut Draft, kind: BodyKind, content: &str, unknown: &Unknown) {
    draft.body_kind = kind;
    draft.body_unknown = unknown.clone();
    draft.body = content.into();
}

fn fields(draft: &mut Draft, fields: &[Field]) -> Rc<Vec<FieldRow>> {
    let rows = fields.iter().map(|field| FieldRow {
        id: draft.new_row(),
        name: field.name.as_str().into(),
        value: field.value.as_deref().unwrap_or_default().into(),
        unknown: field.unknown.clone(),
    });
    Rc::new(rows.collect())
}

#[cfg(test)]
mod tests {
    use switchhook::{Definition, Method};

    use super::draft;
    use crate::model::{
        definition::to_definition,
        draft::{BodyKind, List},
        edit::Edit,
        sample::sample,
    };

    #[test]
    fn a_kept_draft_comes_back_whole() {
        let kept = to_definition(&sample("http://localhost:8080"));
        let back = draft(&kept.to_json()).map(|draft| to_definition(&draft));
        assert_eq!(back, Some(kept));
    }

    #[test]
    fn what_nobody_knows_stays_while_the_rest_changes() {
        let kept = r#"{"version": 1, "method": "POST", "url": "https://a/", "x": 12345678901234567890,
            "query": [{"name": "a", "note": "1"}, {"name": "b", "note": "2"}],
            "body": {"type": "form", "fields": [{"name": "f", "note": "3"}], "indent": 2},
            "response": {"type": "json", "cache": true, "mappings": [
                {"path": "a", "parameter": "A", "note": "4"}, {"path": "b", "parameter": "B", "note": "5"}]},
            "routes": [{"status": "404", "note": "6"}]}"#;
        let before = draft(kept).unwrap();
        let edits = [
            Edit::SetUrl("https://b/".into()),
            Edit::SetMethod(Method::Put),
            Edit::RemoveField(List::Query, before.query[0].id),
            Edit::AddField(List::Query),
            Edit::SetFieldName(List::Query, before.query[1].id, "c".into()),
            Edit::SetBodyKind(BodyKind::Json),
            Edit::SetBody("{}".into()),
            Edit::MoveMappingUp(before.mappings[1].id),
            Edit::SetMappingPath(before.mappings[0].id, "z".into()),
            Edit::SetRouteStatus(before.routes[0].id, "500".into()),
        ];
        let after = edits.iter().fold(before, |draft, edit| draft.apply(edit));
        let (expected, _) = Definition::read(
            r#"{"version": 1, "method": "PUT", "url": "https://b/", "x": 12345678901234567890,
                "query": [{"name": "c", "note": "2"}],
                "body": {"type": "json", "content": "{}", "indent": 2},
                "response": {"type": "json", "cache": true, "mappings": [
                    {"path": "b", "parameter": "B", "note": "5"}, {"path": "z", "parameter": "A", "note": "4"}]},
                "routes": [{"status": "500", "note": "6"}]}"#,
        );
        assert_eq!(to_definition(&after), expected);
    }

    #[test]
    fn what_cannot_be_shown_whole_is_left_alone() {
        let rows = [
            "{",
            r#"{"version": 2, "method": "GET", "url": "https://a/"}"#,
            r#"{"version": 1, "method": "GET", "url": "https://a/", "auth": {"type": "bearer", "token": "x"}}"#,
            r#"{"version": 1, "method": "GET", "url": "https://a/", "query": [{"name": "a", "value": ""}]}"#,
        ];
        let read: Vec<_> = rows.iter().filter(|json| draft(json).is_some()).collect();
        assert!(read.is_empty(), "{read:?}");
    }
}
