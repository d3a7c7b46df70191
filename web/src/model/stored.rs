//! A definition's JSON in, the draft that it was out; or none where the studio could not show it whole.

use std::rc::Rc;

use switchhook::{Body, Definition, Field, Severity};

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
        ..Draft::default()
    };
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
        optional: mapping.optional,
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

fn text(draft: &mut Draft, kind: BodyKind, content: &str) {
    draft.body_kind = kind;
    draft.body = content.into();
}

fn fields(draft: &mut Draft, fields: &[Field]) -> Rc<Vec<FieldRow>> {
    let rows = fields.iter().map(|field| FieldRow {
        id: draft.new_row(),
        name: field.name.as_str().into(),
        value: field.value.as_deref().unwrap_or_default().into(),
    });
    Rc::new(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::model::{definition::to_definition, sample::sample};

    #[test]
    fn a_kept_draft_comes_back_whole() {
        let kept = to_definition(&sample("http://localhost:8080"));
        let back = draft(&kept.to_json()).map(|draft| to_definition(&draft));
        assert_eq!(back, Some(kept));
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
