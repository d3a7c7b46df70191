//! What the button that tests leads to: a request, a question for values, a refusal, or a sample in place of a response.

use std::rc::Rc;

use switchhook::{Outcome, Values};

use super::{Done, Notice, Studio};
use crate::model::{
    cors::Surroundings,
    draft::{KeptSample, Sample, Text},
    edit::Edit,
    place::Place,
    run::{Finished, Job, Phase},
    words::Through,
};

impl Studio {
    /// Sends the request, asks for what it lacks, or says why it does not.
    pub(super) fn test(&mut self) -> Option<()> {
        if !matches!(self.phase, Phase::Idle) {
            return None;
        }
        if !self.compiled.node.can_send() {
            self.refuse();
            return Some(());
        }
        if self.compiled.node.definition().signing.is_some() && self.session.secret.is_empty() {
            self.notice = Notice::NoSecret;
            self.wish(Place::SigningSecret.id());
            return Some(());
        }
        let values = self.values();
        let missing = self.compiled.node.missing(&values);
        self.notice = Notice::Nothing;
        self.done = Done::Nothing;
        self.phase = if missing.is_empty() {
            self.serial += 1;
            self.handed = Values::new();
            let relay = self.relay.clone().filter(|_| self.through != Through::Browser);
            if self.through == Through::RelayOnce {
                self.through = Through::Browser;
            }
            Phase::Running(Job {
                serial: self.serial,
                node: self.compiled.node.clone(),
                values: Rc::new(values),
                secret: self.session.secret.clone(),
                relay,
                received: 0,
            })
        } else {
            Phase::Asking(missing.iter().map(|name| Text::from(name.as_str())).collect())
        };
        Some(())
    }

    /// Asks for every value that the request reads.
    pub(super) fn ask(&mut self) -> Option<()> {
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

    /// The sample takes the place of a response, and is kept for the exit that it leads to.
    pub(super) fn use_sample(&mut self, sample: Sample, outcome: Outcome) {
        self.phase = Phase::Idle;
        self.serial += 1;
        let node = &self.compiled.node;
        let exit = outcome.exit.name().into();
        self.last = Some(Rc::new(Finished {
            serial: self.serial,
            outcome,
            received: sample.received(self.draft().format).map(Rc::new),
            definition: node.definition().clone(),
            around: Surroundings { page: String::new(), online: true, probe: None },
            through_relay: false,
            is_sample: true,
        }));
        self.sheet = true;
        self.done = Done::Nothing;
        self.history.edit(&Edit::KeepSample(KeptSample { exit, sample }));
        self.wish("response-tab".into());
    }

    /// The last response becomes the sample of the exit that it took.
    pub(super) fn keep_response(&mut self) -> Option<()> {
        let last = self.last.as_ref()?;
        let received = last.received.as_ref()?;
        let body = String::from_utf8_lossy(&received.body);
        let exit: Text = last.outcome.exit.name().into();
        let sample = Sample::Response(received.status, Text::from(&*body));
        self.done = Done::Kept(exit.clone());
        self.history.edit(&Edit::KeepSample(KeptSample { exit, sample }));
        Some(())
    }

    /// Says why nothing is sent, and goes to the first field at fault.
    fn refuse(&mut self) {
        let place = self.compiled.first_error(self.draft()).unwrap_or(Place::Elsewhere);
        self.notice = Notice::Errors(place);
        self.wish(place.id());
    }
}
