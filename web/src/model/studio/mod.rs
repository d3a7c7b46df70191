//! The studio's whole state and what can happen to it; effects follow from the state, in `app`.

mod hosted;
mod panel;
mod testing;
#[cfg(test)]
mod tests;
mod told;

pub use panel::{Banner, Panel};
pub use told::{Deed, Done, Notice, Told, lacks};

use std::rc::Rc;

use switchhook::{Outcome, Values};

use crate::model::{
    compiled::Compiled,
    draft::{Draft, RowId, Rows, Sample, Text},
    edit::Edit,
    history::History,
    import::{Imported, Refusal},
    origin::Origin,
    place::{Place, rows_id},
    preview::Reading,
    run::{Finished, Phase, Received},
    session::Session,
    taken::{Taken, taken, taken_at_once},
    words::Through,
};

/// Everything that the studio shows follows from this.
#[derive(Clone)]
pub struct Studio {
    /// The draft, and those before it.
    pub history: History,
    /// The present draft's node and problems.
    pub compiled: Compiled,
    /// What is being done about a test request.
    pub phase: Phase,
    /// What came of the last one.
    pub last: Option<Rc<Finished>>,
    /// The last response's body, read as the present response type.
    pub reading: Option<Rc<Reading>>,
    /// Values typed for tests.
    pub session: Session,
    /// Where the keyboard is to go next.
    pub focus: Option<Focus>,
    /// What is said aloud, and shown at the top of the drawer.
    pub notice: Notice,
    /// What a click in the result has just done, with Undo beside it.
    pub done: Done,
    /// Whether the result's sheet is pulled up, where it is one.
    pub sheet: bool,
    /// The dialog that is open.
    pub panel: Option<Panel>,
    /// What is to be decided about drafts that were kept.
    pub banner: Option<Banner>,
    /// What was just done, in passing.
    pub told: Option<Told>,
    /// The stamp of the kept draft that this one goes on from.
    pub stamp: Text,
    /// Which way the next test takes.
    pub through: Through,
    /// The URL of the relay, where there is one.
    pub relay: Option<Text>,
    /// Values that a program handed in for the test that it asked for.
    handed: Values,
    /// Counts the changes of the words that the page has.
    pub wording: u32,
    serial: u32,
}

/// The element that the keyboard goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Its id.
    pub id: String,
    /// Tells one wish from the same one before it.
    pub serial: u32,
}

/// Something that happens.
#[derive(Clone)]
pub enum Action {
    /// A change of the draft.
    Edit(Edit),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// An empty node.
    New,
    /// The button was pressed.
    Test,
    /// A program pressed it, and these values are for this one test.
    TestWith(Values),
    /// The dialog's values.
    Send(Vec<(String, String)>),
    /// The values are to be asked for again, those that are remembered too.
    Ask,
    /// A sample response is to be written or chosen.
    ChooseSample,
    /// A sample went through mapping and routing in place of a response.
    UseSample(Sample, Box<Outcome>),
    /// The last response becomes the sample of the exit that it took.
    KeepResponse,
    /// The dialog was closed without sending.
    Dismiss,
    /// Tests take this way; `true` for a test that is to be made at once.
    Through(Through, bool),
    /// A change that was made by a click in the result, which says what it did.
    Pick(Edit),
    /// What a click in the result did is undone.
    Unpick,
    /// So many bytes arrived for the request of this serial.
    Progress(u32, u64),
    /// A request came to its end.
    Finish(Rc<Finished>),
    /// The last response's body was read.
    Read(Rc<Reading>),
    /// The probe for the request of this serial came back.
    Probed(u32, bool),
    /// The result's sheet is pulled up or pushed down.
    Sheet(bool),
    /// A dialog opens.
    Open(Panel),
    /// The dialog closes.
    Close,
    /// A text was imported, or says why it is no node.
    Import(Result<Box<Imported>, Rc<Refusal>>),
    /// The secret that requests are signed with was typed.
    SetSecret(Text),
    /// Something was done.
    Tell(Rc<Deed>),
    /// What is to be done cannot be, since the code for it did not come: the request of this serial, or else what was
    /// asked for beside it.
    Lacks(Option<u32>),
    /// What was told with this serial was there to be read for long enough.
    Hush(u32),
    /// The draft was kept under this stamp.
    Kept(Text),
    /// Another tab keeps this draft now.
    OtherTab(Text),
    /// The other tab's draft is to be shown here.
    TakeOther,
    /// The banner's matter is settled with the draft as it is here.
    KeepMine,
}

impl Studio {
    /// A studio that opens on a draft.
    pub fn new(draft: Draft) -> Studio {
        Studio {
            compiled: Compiled::of(&draft),
            history: History::new(draft),
            phase: Phase::Idle,
            last: None,
            reading: None,
            session: Session::default(),
            focus: None,
            notice: Notice::Nothing,
            done: Done::Nothing,
            sheet: false,
            panel: None,
            banner: None,
            told: None,
            stamp: "".into(),
            through: Through::Browser,
            relay: None,
            handed: Values::new(),
            wording: 0,
            serial: 0,
        }
    }

    /// The present draft.
    pub fn draft(&self) -> &Draft {
        self.history.present()
    }

    /// The values that a test would be sent with now.
    pub fn values(&self) -> Values {
        let mut values = self.session.values(&self.origin());
        values.extend(self.handed.clone());
        values
    }

    /// What was typed before for the server that the draft names.
    pub fn typed(&self) -> std::collections::BTreeMap<String, String> {
        self.session.typed(&self.origin())
    }

    /// Whether the last result is of the definition as it is now.
    pub fn is_current(&self) -> bool {
        self.last.as_ref().is_some_and(|last| last.definition == *self.compiled.node.definition())
    }

    /// The exit that the last test took; while one runs, only an asynchronous node took one.
    pub fn taken(&self) -> Option<Taken> {
        match self.phase.on_its_way() {
            Some(running) => running.is_async.then(taken_at_once),
            None => self.last.as_ref().map(|last| taken(last, self.is_current())),
        }
    }

    /// The state after something happened; none where nothing changes.
    pub fn after(&self, action: Action) -> Option<Studio> {
        let mut next = self.clone();
        match action {
            Action::Edit(edit) => {
                next.history.edit(&edit);
                next.aim(&edit, self.draft());
            }
            Action::Undo => next.history.undo(),
            Action::Redo => next.history.redo(),
            Action::New => {
                next.replace(Draft::default());
                next.wish(Place::Label.id());
            }
            Action::Test => next.test()?,
            Action::TestWith(values) => next.test_with(values)?,
            Action::Send(typed) => {
                next.session.remember(&self.origin(), typed);
                next.phase = Phase::Idle;
                next.test()?;
            }
            Action::Ask => next.ask()?,
            Action::ChooseSample if matches!(self.phase, Phase::Idle) => {
                next.phase = Phase::Sampling;
            }
            Action::ChooseSample => return None,
            Action::UseSample(sample, outcome) => next.use_sample(sample, *outcome),
            Action::KeepResponse => next.keep_response()?,
            Action::Dismiss => {
                next.phase = Phase::Idle;
                next.handed = Values::new();
            }
            Action::Through(through, at_once) => {
                next.through = through;
                // The button that was pressed leaves the page.
                next.wish(Place::Elsewhere.id());
                if at_once {
                    next.test()?;
                }
            }
            Action::Pick(edit) => {
                next.history.edit(&edit);
                next.done = done(&edit);
                if matches!(edit, Edit::SetFormat(_)) {
                    // The button that was pressed leaves the page.
                    next.wish("response-tab".into());
                }
            }
            Action::Unpick => {
                next.history.undo();
                next.wish("response-tab".into());
            }
            Action::Progress(serial, bytes) => match &mut next.phase {
                Phase::Running(job) if job.serial == serial => job.received = bytes,
                _ => return None,
            },
            Action::Finish(finished) => match &self.phase {
                Phase::Running(job) if job.serial == finished.serial => {
                    next.phase = Phase::Idle;
                    next.sheet = true;
                    next.last = Some(finished);
                }
                _ => return None,
            },
            Action::Read(reading) if self.is_of_last(&reading) => next.reading = Some(reading),
            Action::Read(_) => return None,
            Action::Probed(serial, answered) => {
                let last = self.last.as_ref().filter(|last| last.serial == serial)?;
                let mut finished = Finished::clone(last);
                finished.around.probe = Some(answered);
                next.last = Some(Rc::new(finished));
            }
            Action::Sheet(open) => next.sheet = open,
            Action::Open(panel) => next.show(Some(panel)),
            Action::Close => next.show(None),
            Action::Import(imported) => next.import(imported),
            Action::SetSecret(text) => {
                next.session.secret = text;
                next.notice = Notice::Nothing;
            }
            Action::Tell(deed) => next.tell(deed),
            Action::Hush(serial) => {
                next.told.take_if(|told| told.serial == serial)?;
            }
            Action::Lacks(serial) => {
                next.lack(serial)?;
            }
            Action::Kept(stamp) => next.stamp = stamp,
            Action::OtherTab(text) => next.banner = Some(Banner::OtherTab(text)),
            Action::TakeOther => next.take_other()?,
            Action::KeepMine => next.keep_mine()?,
        }
        // It stands until something else is done.
        if next.done == self.done && next.draft() != self.draft() {
            next.done = Done::Nothing;
        }
        next.settle(self.draft());
        Some(next)
    }

    /// What follows from the draft and the last response.
    fn settle(&mut self, before: &Draft) {
        if self.draft() != before {
            self.compiled = Compiled::of(self.draft());
            self.notice = Notice::Nothing;
        }
        // The one before stays until the next is read: what shows it lives on.
        if self.last.as_ref().is_none_or(|last| last.received.is_none()) {
            self.reading = None;
        }
    }

    /// Whether this is the last response, read as the draft says.
    fn is_of_last(&self, reading: &Reading) -> bool {
        let received = self.last.as_ref().and_then(|last| last.received.as_ref());
        reading.is_of(received, self.draft().format)
    }

    /// The response that is to be read, where that was not done yet.
    pub fn unread(&self) -> Option<&Rc<Received>> {
        let is_read = self.reading.as_ref().is_some_and(|reading| self.is_of_last(reading));
        self.last.as_ref()?.received.as_ref().filter(|_| !is_read)
    }

    fn wish(&mut self, id: String) {
        self.serial += 1;
        self.focus = Some(Focus { id, serial: self.serial });
    }

    /// Where the keyboard goes after rows came or went.
    fn aim(&mut self, edit: &Edit, before: &Draft) {
        let row = before.next_row;
        let id = match edit {
            Edit::AddField(list) => Place::FieldName(*list, row).id(),
            Edit::AddMapping(path, _) if path.is_empty() => Place::MappingPath(row).id(),
            Edit::AddRoute(status) if status.is_empty() => Place::RouteStatus(row).id(),
            Edit::Declare(name) if name.is_empty() => Place::ParameterName(row).id(),
            Edit::Remove(rows, id) => after_removal(*rows, &row_ids(before, *rows), *id),
            _ => return,
        };
        self.wish(id);
    }

    /// The origin that the draft's request goes to; the page's own where the URL is relative.
    fn origin(&self) -> String {
        Origin::of(&self.compiled.node.draft_request(&Values::new()).url)
            .map_or_else(String::new, |origin| origin.to_string())
    }
}

/// The rows of a list, in their order.
fn row_ids(draft: &Draft, rows: Rows) -> Vec<RowId> {
    match rows {
        Rows::Fields(list) => draft.fields(list).iter().map(|row| row.id).collect(),
        Rows::Mappings => draft.mappings.iter().map(|row| row.id).collect(),
        Rows::Routes => draft.routes.iter().map(|row| row.id).collect(),
        Rows::Parameters => draft.parameters.iter().map(|row| row.id).collect(),
    }
}

/// What a click in the result did.
fn done(edit: &Edit) -> Done {
    match edit {
        Edit::AddMapping(path, parameter) => Done::Mapped(path.clone(), parameter.clone()),
        _ => Done::Nothing,
    }
}

/// The remove button of the row that takes the place of the removed one, or else the add button.
fn after_removal(rows: Rows, ids: &[RowId], removed: RowId) -> String {
    let at = ids.iter().position(|id| *id == removed).unwrap_or_default();
    let next = ids.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| ids.get(before)));
    let list = rows_id(rows);
    next.map_or_else(|| format!("add-{list}"), |id| format!("{list}-{id}-remove"))
}
