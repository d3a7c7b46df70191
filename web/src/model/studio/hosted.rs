//! What a page that the drawer is embedded in hands to it: a definition, the agent's parameters, a press of the button.

use std::rc::Rc;

use switchhook::{Definition, ParameterDeclaration, Values};

use super::Studio;
use crate::model::{
    compiled::Compiled,
    definition::{declarations, to_definition},
    draft::{Draft, ParameterRow, RowId},
    drafted::drafted,
    literal,
    run::Phase,
};

impl Studio {
    /// The studio with another node in it; none where it is the same definition. Neither undo nor what was typed for
    /// tests reaches from one node to the next: they may belong to different people.
    pub fn with_definition(&self, definition: &Definition) -> Option<Studio> {
        if to_definition(self.draft()) == *definition {
            return None;
        }
        let mut draft = drafted(definition);
        draft.parameters = self.draft().parameters.clone();
        draft.next_row = draft.next_row.max(self.draft().next_row);
        Some(Studio {
            relay: self.relay.clone(),
            through: self.through,
            wording: self.wording,
            serial: self.serial,
            ..Studio::new(draft)
        })
    }

    /// The studio with these parameters, in every step that can be undone too; none where they are the same.
    pub fn with_parameters(&self, parameters: &[ParameterDeclaration]) -> Option<Studio> {
        if declarations(self.draft()) == parameters {
            return None;
        }
        let mut next = self.clone();
        next.history.amend(|draft| declare(draft, parameters));
        next.settle(self.draft());
        Some(next)
    }

    /// The studio once the page has other words: what is shown is put into words anew, and nothing else changes.
    pub fn reworded(&self) -> Studio {
        let compiled = Compiled::of(self.draft());
        Studio { compiled, wording: self.wording + 1, ..self.clone() }
    }

    /// Presses the button with values for this one test.
    pub(super) fn test_with(&mut self, values: Values) -> Option<()> {
        if !matches!(self.phase, Phase::Idle) {
            return None;
        }
        self.handed = values;
        self.test()?;
        if matches!(self.phase, Phase::Idle) {
            self.handed = Values::new();
        }
        Some(())
    }
}

fn declare(draft: &mut Draft, parameters: &[ParameterDeclaration]) {
    let rows = parameters.iter().map(|declared| row(draft.new_row(), declared));
    draft.parameters = Rc::new(rows.collect());
}

fn row(id: RowId, declared: &ParameterDeclaration) -> ParameterRow {
    ParameterRow {
        id,
        name: declared.name.as_str().into(),
        entity: declared.entity.as_str().into(),
        value: literal::shown(declared.value.as_ref()),
        secret: declared.secret,
    }
}

#[cfg(test)]
mod tests {
    use switchhook::{Definition, ParameterDeclaration, Values, path::Json};

    use super::Studio;
    use crate::model::{
        definition::{declarations, to_definition},
        draft::Draft,
        edit::Edit,
        run::Phase,
        studio::Action,
    };

    fn definition(url: &str) -> Definition {
        Definition { url: url.to_owned(), ..Definition::default() }
    }

    fn declared(name: &str, value: &str) -> ParameterDeclaration {
        let (name, entity) = (name.to_owned(), "sys.any".to_owned());
        ParameterDeclaration { name, entity, value: Some(Json::string(value)), secret: false }
    }

    fn after(studio: &Studio, action: Action) -> Studio {
        studio.after(action).expect("something changes")
    }

    #[test]
    fn the_same_definition_changes_nothing() {
        let studio = Studio::new(Draft::default());
        let studio = studio.with_definition(&definition("https://a/")).expect("another one");
        // A row that nobody has finished is no part of the definition, and is not taken away.
        let typing = after(&studio, Action::Edit(Edit::AddRoute("".into())));
        assert!(typing.with_definition(&definition("https://a/")).is_none());
        assert_eq!(typing.draft().routes.len(), 1);
    }

    #[test]
    fn another_node_has_no_past() {
        let studio = Studio::new(Draft::default());
        let studio = after(&studio, Action::Edit(Edit::SetUrl("https://a/$A".into())));
        let mut studio = after(&studio, Action::Send(vec![("A".into(), "typed".into())]));
        studio.relay = Some("/relay".into());
        let studio = studio.with_definition(&definition("https://a/$B")).expect("another one");
        assert!(!studio.history.can_undo() && studio.values().is_empty());
        assert_eq!(studio.relay.as_deref(), Some("/relay"));
    }

    #[test]
    fn parameters_are_the_agents_in_every_step() {
        let studio = Studio::new(Draft::default());
        let studio = after(&studio, Action::Edit(Edit::SetUrl("https://a/".into())));
        let list = [declared("A", "17"), declared("B", "x")];
        let studio = studio.with_parameters(&list).expect("others");
        assert!(studio.with_parameters(&list).is_none());
        assert_eq!(declarations(after(&studio, Action::Undo).draft()), list);
        assert_eq!(to_definition(studio.draft()).url, "https://a/");
    }

    #[test]
    fn handed_values_are_for_one_test() {
        let studio = Studio::new(Draft::default());
        let studio = studio.with_definition(&definition("https://a/$A/$B")).expect("another one");
        let handed: Values = [("A".into(), Json::string("17"))].into_iter().collect();
        let asking = after(&studio, Action::TestWith(handed));
        assert!(
            matches!(&asking.phase, Phase::Asking(names) if names.iter().eq(["B".into()].iter()))
        );
        let sent = after(&asking, Action::Send(vec![("B".into(), "b".into())]));
        let Phase::Running(job) = &sent.phase else { panic!("it is not sent") };
        assert_eq!(job.values.get("A"), Some(&Json::string("17")));
        assert_eq!(job.values.len(), 2);
        assert!(!sent.values().contains_key("A"), "it is not kept");
        assert!(!after(&asking, Action::Dismiss).values().contains_key("A"));
    }
}
