//! A draft and a parameter's old and new name in; every use of it changes its name.

use std::rc::Rc;

use crate::model::draft::{Draft, FieldRow, Text};

/// Renames what templates, slots, mappings and the status code call `before`.
pub fn uses(draft: &mut Draft, before: &str, name: &str) {
    if before.is_empty() || before == name {
        return;
    }
    let template = |text: &mut Text| {
        if let Some(renamed) = renamed(text, before, name) {
            *text = renamed.into();
        }
    };
    for text in [&mut draft.url, &mut draft.body] {
        template(text);
    }
    for text in [&mut draft.auth.username, &mut draft.auth.password, &mut draft.auth.token] {
        template(text);
    }
    let field = |row: &mut FieldRow| {
        if row.is_slot() && &*row.name == before {
            // The name is what the server knows: the value says now what fills it.
            row.value = format!("${name}").into();
        }
        template(&mut row.value);
    };
    Rc::make_mut(&mut draft.headers).iter_mut().for_each(field);
    for rows in [&mut draft.query, &mut draft.form] {
        for row in Rc::make_mut(rows) {
            field(row);
            template(&mut row.name);
        }
    }
    for row in Rc::make_mut(&mut draft.mappings).iter_mut().filter(|row| &*row.parameter == before)
    {
        row.parameter = name.into();
    }
    if &*draft.status_parameter == before {
        draft.status_parameter = name.into();
    }
}

/// The template with another name for one parameter; none where it does not use it.
fn renamed(text: &str, before: &str, name: &str) -> Option<String> {
    let mut renamed = String::new();
    let mut written = 0;
    for range in switchhook::parameter_ranges(text) {
        let used = text.get(range.clone())?;
        if used.trim_matches(['$', '{', '}']) == before {
            renamed.push_str(text.get(written..range.start)?);
            renamed.push_str(&used.replacen(before, name, 1));
            written = range.end;
        }
    }
    renamed.push_str(text.get(written..)?);
    (written > 0).then_some(renamed)
}

#[cfg(test)]
mod tests {
    use crate::model::{
        draft::{Draft, List},
        edit::Edit,
        history::History,
    };

    #[test]
    fn uses_follow_a_name() {
        let draft = [
            Edit::SetUrl("https://a/$ID/${ID}x/$ID2/$$ID".into()),
            Edit::AddField(List::Query),
            Edit::SetFieldName(List::Query, 1, "ID".into()),
            Edit::AddField(List::Headers),
            Edit::SetFieldName(List::Headers, 2, "X".into()),
            Edit::SetFieldValue(List::Headers, 2, "t-$ID".into()),
            Edit::AddMapping("$.ID".into(), "ID".into()),
            Edit::SetStatusParameter("ID".into()),
            Edit::Declare("ID".into()),
            Edit::Declare("TAKEN".into()),
        ]
        .iter()
        .fold(Draft::default(), |draft, edit| draft.apply(edit));
        let seen = |draft: &Draft| {
            let (query, header) = (&draft.query[0], &draft.headers[0]);
            let mapping = &draft.mappings[0];
            format!(
                "{} {}={} {} {}→{} {} {}",
                draft.url,
                query.name,
                query.value,
                header.value,
                mapping.path,
                mapping.parameter,
                draft.status_parameter,
                draft.parameters[0].name
            )
        };
        let before = "https://a/$ID/${ID}x/$ID2/$$ID ID= t-$ID $.ID→ID ID ID";
        assert_eq!(seen(&draft), before);
        let mut history = History::new(draft);
        // Typed letter by letter, past the name of another parameter.
        for name in ["", "TAKEN", "TAKEN2"] {
            history.edit(&Edit::SetParameterName(4, name.into()));
        }
        let after =
            "https://a/$TAKEN2/${TAKEN2}x/$ID2/$$ID ID=$TAKEN2 t-$TAKEN2 $.ID→TAKEN2 TAKEN2 TAKEN2";
        assert_eq!(seen(history.present()), after);
        history.undo();
        assert_eq!(seen(history.present()), before);
    }
}
