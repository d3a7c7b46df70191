//! What stands over or above the drawer: dialogs, decisions about kept drafts; and commands that leave it.

use std::rc::Rc;

use switchhook::Failure;

use super::{Deed, Studio, Told};
use crate::model::{
    draft::{Draft, Text},
    import::{Imported, Refusal},
    run::Phase,
    stored,
};

/// A dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Panel {
    /// The agent's parameters.
    Parameters,
    /// Import, and why the last try failed.
    Import(Option<Rc<Refusal>>),
    /// The definition, to be taken along.
    Export,
    /// What the keys do.
    Shortcuts,
}

/// Something that is to be decided about drafts that were kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Banner {
    /// The kept draft could not be read: why, and its text.
    Unreadable(Text, Text),
    /// Another tab kept this.
    OtherTab(Text),
}

impl Studio {
    /// A studio that goes on from what was kept under a stamp.
    pub fn opened(draft: Draft, stamp: Text, banner: Option<Banner>) -> Studio {
        Studio { stamp, banner, ..Studio::new(draft) }
    }

    /// Puts another node in place of this one. The parameters are the agent's, and stay.
    pub(super) fn replace(&mut self, mut draft: Draft) {
        let present = self.draft();
        draft.parameters = present.parameters.clone();
        draft.next_row = draft.next_row.max(present.next_row);
        self.history.replace(draft);
    }

    /// Shows a dialog, or none.
    pub(super) fn show(&mut self, panel: Option<Panel>) {
        self.panel = panel;
        self.history.rest();
    }

    /// Takes over what a text says, or says why it cannot. It may come from anyone: what was typed for tests is
    /// not for it.
    pub(super) fn import(&mut self, imported: Result<Box<Imported>, Rc<Refusal>>) {
        match imported {
            Ok(imported) => {
                self.replace(imported.draft);
                self.session.forget();
                self.panel = None;
                self.tell(Deed::Imported(imported.hints).into());
            }
            Err(why) => self.panel = Some(Panel::Import(Some(why))),
        }
    }

    /// The request as a cURL command, secrets masked; or why there is none.
    pub fn command(&self) -> Result<Text, Failure> {
        self.compiled.node.to_curl(&self.values(), false).map(Text::from)
    }

    pub(super) fn tell(&mut self, deed: Rc<Deed>) {
        self.serial += 1;
        self.told = Some(Told { deed, serial: self.serial });
    }

    /// Gives up what lacks its code, and says so. A request hears of that by itself, and one that was cancelled is not
    /// the one that runs now.
    pub(super) fn lack(&mut self, serial: Option<u32>) -> Option<()> {
        match (&self.phase, serial) {
            (Phase::Running(job), Some(serial)) if job.serial == serial => self.phase = Phase::Idle,
            (_, Some(_)) => return None,
            (Phase::Running(_), None) => self.panel = None,
            (_, None) => {
                self.phase = Phase::Idle;
                self.panel = None;
            }
        }
        self.tell(Deed::Lacks.into());
        Some(())
    }

    /// Shows the other tab's draft; the one that was here is a step back.
    pub(super) fn take_other(&mut self) -> Option<()> {
        let Some(Banner::OtherTab(text)) = self.banner.take() else { return None };
        match stored::read(&text) {
            Ok(kept) => {
                self.stamp = kept.stamp;
                self.history.replace(kept.draft);
            }
            Err(why) => self.banner = Some(Banner::Unreadable(why.into(), text)),
        }
        Some(())
    }

    /// Goes on with the draft that is here.
    pub(super) fn keep_mine(&mut self) -> Option<()> {
        if let Banner::OtherTab(text) = self.banner.take()? {
            self.stamp = stored::stamp(&text).unwrap_or_else(|| "".into());
        }
        Some(())
    }
}
