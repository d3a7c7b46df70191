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
        let typed = edit.typed_into();
        let grouped = self.past.last().filter(|_| typed.is_some() && typed == self.typing);
        // What is typed into a field is the whole of its text: it counts from where the typing began, so that what
        // follows from a half-typed name leaves no trace.
        let next = grouped.unwrap_or(&self.present).apply(edit);
        if next == self.present {
            return;
        }
        if grouped.is_some() {
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

    /// Changes every draft in the same way: what is no designer's doing is not undone by one.
    pub fn amend(&mut self, change: impl Fn(&mut Draft)) {
        let drafts = self.past.iter_mut().chain(&mut self.future).chain([&mut self.present]);
        drafts.for_each(change);
    }

    /// Ends the typing into a field: what comes next is another step, even there.
    pub fn rest(&mut self) {
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
    use switchhook::{Method, Source, path::Format};

    use super::History;
    use crate::model::{
        draft::{AuthDraft, BodyKind, Draft, List, Rows, SigningDraft, Text},
        edit::Edit,
        place::Place,
    };

    /// The edit that a number stands for; rows are chosen among those that there were ever.
    fn edit(number: u64, draft: &Draft) -> Edit {
        let texts = ["", "A", "$A", "a: b\n# c: d", "https://x/?a=1&b=$A", "{\"a\": [$A]}"];
        let text = || Text::from(texts[(number / 64 % 6) as usize]);
        let on = (number / 64).is_multiple_of(2);
        let row = u32::try_from(number / 4096 % u64::from(draft.next_row)).unwrap_or_default();
        let list = [List::Query, List::Headers, List::Form][(number / 2048 % 3) as usize];
        let rows = [Rows::Fields(list), Rows::Mappings, Rows::Routes, Rows::Parameters];
        let rows = rows[(number / 512 % 4) as usize];
        let to = (number / 64 % 5) as usize;
        match number % 42 {
            0 => Edit::SetLabel(text()),
            1 => Edit::SetMethod(Method::ALL[(number / 64 % 5) as usize]),
            2 | 3 => Edit::SetUrl(text()),
            4 | 5 => Edit::AddField(list),
            6 => Edit::SetFieldName(list, row, text()),
            7 => Edit::SetFieldValue(list, row, text()),
            8 => Edit::SetFieldEnabled(list, row, on),
            9 => Edit::SetFieldEmpty(list, row, on),
            10 => Edit::SetFields(list, text()),
            11 => Edit::PasteFields(list, row, text()),
            12 => Edit::SplitQuery,
            13 | 14 => Edit::Move(rows, row, to),
            15 | 16 => Edit::Remove(rows, row),
            17 => Edit::SetBodyKind(BodyKind::ALL[(number / 64 % 6) as usize]),
            18 => Edit::SetBody(text()),
            19 => Edit::FormatBody,
            20 => Edit::SetFormat(if on { Format::Json } else { Format::Xml }),
            21 | 22 => Edit::AddMapping(text(), text()),
            23 => Edit::SetMappingPath(row, text()),
            24 => Edit::SetMappingParameter(row, text()),
            25 => Edit::SetMappingOptional(row, on),
            26 => Edit::SetMappingSource(row, if on { Source::Body } else { Source::Header }),
            27 => Edit::SetMappingFallback(row, text()),
            28 => Edit::AddRoute(text()),
            29 => Edit::SetRouteStatus(row, text()),
            30 => Edit::SetRouteLabel(row, text()),
            31 => Edit::SetStatusParameter(text()),
            32 => Edit::SetAsync(on),
            33 => Edit::SetTimeout((number / 64 % 30) as i64),
            34 => {
                Edit::SetAuth(AuthDraft { token: text(), ..AuthDraft::default() }, Place::AuthToken)
            }
            35 => Edit::SetSigning(
                SigningDraft { on, api_key: text(), ..SigningDraft::default() },
                Place::SigningKey,
            ),
            36 | 37 => Edit::Declare(text()),
            38 => Edit::SetParameterName(row, text()),
            39 => Edit::SetParameterEntity(row, text()),
            40 => Edit::SetParameterValue(row, text()),
            _ => Edit::SetParameterSecret(row, on),
        }
    }

    #[test]
    fn undo_and_redo_go_through_the_same_drafts() {
        for seed in 1..=200u64 {
            let mut history = History::new(Draft::default());
            let mut number = seed;
            for _ in 0..90 {
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
        history.edit(&Edit::Remove(Rows::Routes, 7));
        assert!(!history.can_undo());
    }
}
