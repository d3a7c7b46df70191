//! Drafts in their order: undo, redo, and typing into one field as one step.

use crate::model::{draft::Draft, edit::Edit, place::Place};

/// Most steps that can be undone.
const STEPS: usize = 300;

/// The present draft, those before it and those that were undone.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    past: Vec<Draft>,
    present: Draft,
    future: Vec<Draft>,
    /// The field that is being typed into.
    typing: Option<Place>,
}

impl History {
    /// A history that begins here.
    pub fn new(present: Draft) -> History {
        History { past: Vec::new(), present, future: Vec::new(), typing: None }
    }

    /// The draft as it is now.
    pub fn present(&self) -> &Draft {
        &self.present
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes a change; one that changes nothing leaves no step.
    pub fn edit(&mut self, edit: &Edit) {
        let next = self.present.apply(edit);
        if next == self.present {
            return;
        }
        let typed = edit.typed_into();
        if typed.is_some() && typed == self.typing && self.can_undo() {
            self.present = next;
            self.future.clear();
        } else {
            self.put(next);
        }
        self.typing = typed;
    }

    /// Puts a whole other draft in place of the present one, as one step.
    pub fn replace(&mut self, draft: Draft) {
        if draft != self.present {
            self.put(draft);
        }
        self.typing = None;
    }

    /// One step back.
    pub fn undo(&mut self) {
        if let Some(draft) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.present, draft));
            self.typing = None;
        }
    }

    /// One step forward again.
    pub fn redo(&mut self) {
        if let Some(draft) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, draft));
            self.typing = None;
        }
    }

    fn put(&mut self, draft: Draft) {
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(std::mem::replace(&mut self.present, draft));
        self.future.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::History;
    use crate::model::{
        draft::{BodyKind, Draft, List},
        edit::Edit,
    };

    /// The edit that a number stands for; rows are chosen among those that there were ever.
    fn edit(number: u64, draft: &Draft) -> Edit {
        let text = format!("t{}", number / 64 % 3);
        let row = u32::try_from(number / 4096 % u64::from(draft.next_row)).unwrap_or_default();
        let list = [List::Query, List::Headers, List::Form][(number / 32 % 3) as usize];
        match number % 16 {
            0 => Edit::SetLabel(text.into()),
            1 => Edit::SetUrl(text.into()),
            2 => Edit::AddField(list),
            3 => Edit::SetFieldName(list, row, text.into()),
            4 => Edit::SetFieldValue(list, row, text.into()),
            5 => Edit::RemoveField(list, row),
            6 => Edit::SetBodyKind(BodyKind::ALL[(number / 64 % 6) as usize]),
            7 => Edit::AddMapping(text.as_str().into(), "".into()),
            8 => Edit::SetMappingPath(row, text.into()),
            9 => Edit::MoveMappingUp(row),
            10 => Edit::MoveMappingDown(row),
            11 => Edit::RemoveMapping(row),
            12 => Edit::AddRoute(text.as_str().into()),
            13 => Edit::RemoveRoute(row),
            14 => Edit::SetMappingOptional(row, (number / 64).is_multiple_of(2)),
            _ => Edit::SetTimeout((number / 64 % 30) as i64),
        }
    }

    #[test]
    fn undo_and_redo_go_through_the_same_drafts() {
        for seed in 1..=200u64 {
            let mut history = History::new(Draft::default());
            let mut number = seed;
            for _ in 0..60 {
                // Knuth's MMIX generator: the tests choose the same edits on every machine.
                number = number
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let edit = edit(number >> 16, history.present());
                history.edit(&edit);
            }
            let last = history.present().clone();
            let mut drafts = Vec::new();
            while history.can_undo() {
                drafts.push(history.present().clone());
                history.undo();
            }
            assert_eq!(*history.present(), Draft::default(), "seed {seed}");
            while let Some(draft) = drafts.pop() {
                history.redo();
                assert_eq!(*history.present(), draft, "seed {seed}");
            }
            assert_eq!((history.can_redo(), history.present()), (false, &last), "seed {seed}");
        }
    }

    #[test]
    fn typing_into_one_field_is_one_step() {
        let mut history = History::new(Draft::default());
        for text in ["h", "ht", "htt"] {
            history.edit(&Edit::SetUrl(text.into()));
        }
        history.edit(&Edit::SetLabel("x".into()));
        history.edit(&Edit::SetUrl("http".into()));
        let mut urls = vec![history.present().url.to_string()];
        while history.can_undo() {
            history.undo();
            urls.push(history.present().url.to_string());
        }
        assert_eq!(urls, ["http", "htt", "htt", ""]);
    }

    #[test]
    fn an_edit_that_changes_nothing_leaves_no_step() {
        let mut history = History::new(Draft::default());
        history.edit(&Edit::SetUrl("".into()));
        history.edit(&Edit::RemoveRoute(7));
        assert!(!history.can_undo());
    }
}
