//! The studio's whole state and what can happen to it; effects follow from the state, in `app`.

use std::rc::Rc;

use switchhook::{Values, path::Format};

use crate::model::{
    compiled::Compiled,
    draft::{Draft, Text},
    edit::Edit,
    figures::count,
    headline::{Taken, taken, taken_at_once},
    history::History,
    origin::Origin,
    place::{Place, list_id},
    preview::Reading,
    run::{Finished, Job, Phase},
    session::Session,
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
    pub notice: Text,
    /// Whether the result's sheet is pulled up, where it is one.
    pub sheet: bool,
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
    /// The dialog's values.
    Send(Vec<(String, String)>),
    /// The values are to be asked for again, those that are remembered too.
    Ask,
    /// The dialog was closed without sending.
    Dismiss,
    /// So many bytes arrived for the request of this serial.
    Progress(u32, u64),
    /// A request came to its end.
    Finish(Rc<Finished>),
    /// The probe for the request of this serial came back.
    Probed(u32, bool),
    /// The result's sheet is pulled up or pushed down.
    Sheet(bool),
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
            notice: "".into(),
            sheet: false,
            serial: 0,
        }
    }

    /// The present draft.
    pub fn draft(&self) -> &Draft {
        self.history.present()
    }

    /// The values that a test would be sent with now.
    pub fn values(&self) -> Values {
        self.session.values(&self.origin())
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
                next.history.replace(Draft::default());
                next.wish(Place::Label.id());
            }
            Action::Test => next.test()?,
            Action::Send(typed) => {
                next.session.remember(&self.origin(), typed);
                next.phase = Phase::Idle;
                next.test()?;
            }
            Action::Ask => next.ask()?,
            Action::Dismiss => next.phase = Phase::Idle,
            Action::Progress(serial, bytes) => match &mut next.phase {
                Phase::Running(job) if job.serial == serial => job.received = bytes,
                _ => return None,
            },
            Action::Finish(finished) => match &self.phase {
                Phase::Running(job) if job.serial == finished.serial => {
                    next.phase = Phase::Idle;
                    next.sheet = true;
                    next.reading = None;
                    next.last = Some(finished);
                }
                _ => return None,
            },
            Action::Probed(serial, answered) => {
                let last = self.last.as_ref().filter(|last| last.serial == serial)?;
                let mut finished = Finished::clone(last);
                finished.around.probe = Some(answered);
                next.last = Some(Rc::new(finished));
            }
            Action::Sheet(open) => next.sheet = open,
        }
        next.settle(self.draft());
        Some(next)
    }

    /// What follows from the draft and the last response.
    fn settle(&mut self, before: &Draft) {
        if self.draft() != before {
            self.compiled = Compiled::of(self.draft());
            self.notice = "".into();
        }
        let format = self.draft().format;
        let is_stale = |reading: &Rc<Reading>| {
            !reading.is_of(self.last.as_ref().and_then(|last| last.received.as_ref()), format)
        };
        if self.reading.as_ref().is_none_or(is_stale) {
            self.reading = self.read(format);
        }
    }

    fn read(&self, format: Format) -> Option<Rc<Reading>> {
        let received = self.last.as_ref()?.received.clone()?;
        Some(Rc::new(Reading::new(received, format)))
    }

    fn test(&mut self) -> Option<()> {
        if !matches!(self.phase, Phase::Idle) {
            return None;
        }
        if !self.compiled.node.can_send() {
            self.refuse();
            return Some(());
        }
        let values = self.values();
        let missing = self.compiled.node.missing(&values);
        self.notice = "".into();
        self.phase = if missing.is_empty() {
            self.serial += 1;
            Phase::Running(Job {
                serial: self.serial,
                node: self.compiled.node.clone(),
                values: Rc::new(values),
                received: 0,
            })
        } else {
            Phase::Asking(missing.iter().map(|name| Text::from(name.as_str())).collect())
        };
        Some(())
    }

    /// Asks for every value that the request reads.
    fn ask(&mut self) -> Option<()> {
        if !matches!(self.phase, Phase::Idle) {
            return None;
        }
        let names = self.compiled.node.missing(&Values::new());
        if names.is_empty() {
            return self.test();
        }
        self.phase = Phase::Asking(names.iter().map(|name| Text::from(name.as_str())).collect());
        Some(())
    }

    /// Says why nothing is sent, and goes to the first field at fault.
    fn refuse(&mut self) {
        let place = self.compiled.first_error(self.draft()).unwrap_or(Place::Elsewhere);
        let errors = self.compiled.node.definition_errors().count();
        let notes = self.compiled.notes(place);
        let first = notes.first().map_or("", |note| &note.message);
        self.notice =
            format!("Not sent: {} to mend first. {first}", count(errors, "problem")).into();
        self.wish(place.id());
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
            Edit::RemoveField(list, id) => {
                let ids: Vec<_> = before.fields(*list).iter().map(|row| row.id).collect();
                after_removal(list_id(*list), &ids, *id)
            }
            Edit::RemoveMapping(id) => {
                let ids: Vec<_> = before.mappings.iter().map(|row| row.id).collect();
                after_removal("mapping", &ids, *id)
            }
            Edit::RemoveRoute(id) => {
                let ids: Vec<_> = before.routes.iter().map(|row| row.id).collect();
                after_removal("exit", &ids, *id)
            }
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

/// The remove button of the row that takes the place of the removed one, or else the add button.
fn after_removal(list: &str, ids: &[u32], removed: u32) -> String {
    let at = ids.iter().position(|id| *id == removed).unwrap_or_default();
    let next = ids.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| ids.get(before)));
    next.map_or_else(|| format!("add-{list}"), |id| format!("{list}-{id}-remove"))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use switchhook::path::Format;

    use super::{Action, Studio};
    use crate::model::{
        cors::Surroundings,
        draft::{Draft, List},
        edit::Edit,
        run::{Finished, Phase, Received},
        sample::sample,
    };

    fn after(studio: Studio, actions: Vec<Action>) -> Studio {
        actions.into_iter().fold(studio, |studio, action| studio.after(action).unwrap_or(studio))
    }

    fn opened() -> Studio {
        Studio::new(sample("http://127.0.0.1:8080"))
    }

    /// What a server of the sample endpoints would have come to.
    fn finished(studio: &Studio, body: &str) -> Action {
        let Phase::Running(job) = &studio.phase else { panic!("nothing is running") };
        let received = Received { status: 200, headers: vec![], body: body.into() };
        let response = switchhook::ReceivedResponse {
            status: received.status,
            headers: &received.headers,
            body: &received.body,
        };
        Action::Finish(Rc::new(Finished {
            serial: job.serial,
            outcome: job.node.receive(&response),
            definition: job.node.definition().clone(),
            around: Surroundings { page: String::new(), online: true, probe: None },
            received: Some(Rc::new(received)),
        }))
    }

    #[test]
    fn the_sample_is_sent_at_once() {
        let studio = after(opened(), vec![Action::Test]);
        assert!(matches!(studio.phase, Phase::Running(_)));
        let done = finished(&studio, r#"{"data": {"orderId": 7}}"#);
        let studio = after(studio, vec![done]);
        assert!(matches!(studio.phase, Phase::Idle) && studio.is_current() && studio.sheet);
        let edited = after(studio, vec![Action::Edit(Edit::SetLabel("x".into()))]);
        assert!(!edited.is_current());
    }

    #[test]
    fn another_response_type_reads_the_same_response_again() {
        let studio = after(opened(), vec![Action::Test]);
        let done = finished(&studio, "<note><to>Tove</to></note>");
        let studio = after(studio, vec![done]);
        let readable =
            |studio: &Studio| studio.reading.as_ref().map(|reading| reading.document.is_ok());
        assert_eq!(readable(&studio), Some(false));
        let studio = after(studio, vec![Action::Edit(Edit::SetFormat(Format::Xml))]);
        assert_eq!(readable(&studio), Some(true));
        let studio = after(studio, vec![Action::Undo]);
        assert_eq!(readable(&studio), Some(false));
    }

    #[test]
    fn missing_values_are_asked_for_once() {
        let url = Edit::SetUrl("https://shop.example/orders/$ID".into());
        let studio = after(opened(), vec![Action::Edit(url), Action::Test]);
        let Phase::Asking(names) = &studio.phase else { panic!("nothing is asked for") };
        assert_eq!(names.join(","), "ID");
        let typed = vec![("ID".to_owned(), "A 17".to_owned())];
        let studio = after(studio, vec![Action::Send(typed)]);
        let Phase::Running(job) = &studio.phase else { panic!("nothing is running") };
        assert_eq!(
            job.node.request(&job.values).expect("a request").url,
            "https://shop.example/orders/A%2017"
        );
        let done = finished(&studio, "{}");
        let studio = after(studio, vec![done, Action::Test]);
        assert!(matches!(studio.phase, Phase::Running(_)), "the value is remembered");
        // Another server is told nothing of it.
        let done = finished(&studio, "{}");
        let url = Edit::SetUrl("https://other.example/$ID".into());
        let studio = after(studio, vec![done, Action::Edit(url), Action::Test]);
        assert!(matches!(studio.phase, Phase::Asking(_)));
    }

    #[test]
    fn errors_are_gone_to_and_said() {
        let path = Edit::AddMapping("data[".into(), "X".into());
        let studio = after(opened(), vec![Action::Edit(path), Action::Test]);
        assert!(matches!(studio.phase, Phase::Idle));
        assert!(
            studio.notice.starts_with("Not sent: 1 problem to mend first."),
            "{}",
            studio.notice
        );
        let focus = studio.focus.as_ref().map(|focus| focus.id.as_str());
        assert_eq!(focus, Some("mapping-5-path"));
        let mended = after(studio, vec![Action::Edit(Edit::SetMappingPath(5, "data".into()))]);
        assert!(mended.notice.is_empty());
    }

    #[test]
    fn the_keyboard_follows_rows() {
        let focus = |studio: &Studio| studio.focus.clone().map(|focus| focus.id);
        let add = || Action::Edit(Edit::AddField(List::Headers));
        let remove = |id| Action::Edit(Edit::RemoveField(List::Headers, id));
        let studio = after(Studio::new(Draft::default()), vec![add(), add()]);
        assert_eq!(focus(&studio).as_deref(), Some("header-2-name"));
        let studio = after(studio, vec![remove(1)]);
        assert_eq!(focus(&studio).as_deref(), Some("header-2-remove"));
        let studio = after(studio, vec![remove(2)]);
        assert_eq!(focus(&studio).as_deref(), Some("add-header"));
    }

    #[test]
    fn late_news_of_another_request_change_nothing() {
        let studio = after(opened(), vec![Action::Test]);
        assert!(studio.after(Action::Progress(99, 5)).is_none());
        assert!(studio.after(Action::Probed(99, true)).is_none());
        assert!(studio.after(Action::Test).is_none(), "one request at a time");
    }
}
