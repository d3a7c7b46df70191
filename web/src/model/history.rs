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
