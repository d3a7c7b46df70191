//! A test request from the press of the button to what came of it.

use std::rc::Rc;

use switchhook::{Definition, Node, Outcome, Values};

use crate::model::{
    cors::{Cause, Surroundings, cause},
    draft::Text,
};

/// What the studio is doing about a test request.
#[derive(Clone)]
pub enum Phase {
    /// Nothing.
    Idle,
    /// It asks for the values of these parameters.
    Asking(Rc<[Text]>),
    /// It asks for a sample response.
    Sampling,
    /// A request is on its way.
    Running(Job),
}

/// A request on its way.
#[derive(Clone)]
pub struct Job {
    /// Tells this request from those before it.
    pub serial: u32,
    /// The node as it was when the button was pressed.
    pub node: Rc<Node>,
    /// The values it is sent with.
    pub values: Rc<Values>,
    /// The secret that it is signed with.
    pub secret: Text,
    /// The URL of the relay that it goes through, if through one.
    pub relay: Option<Text>,
    /// Bytes of the body so far.
    pub received: u64,
}

/// What there is to show of a request on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnItsWay {
    /// Bytes of the body so far.
    pub received: u64,
    /// Whole seconds that it may take.
    pub timeout: i64,
    /// Whether the flow went on already.
    pub is_async: bool,
}

impl Phase {
    /// The request on its way, where there is one.
    pub fn on_its_way(&self) -> Option<OnItsWay> {
        match self {
            Phase::Running(job) => Some(OnItsWay {
                received: job.received,
                timeout: job.node.definition().timeout_seconds,
                is_async: job.node.is_async(),
            }),
            Phase::Idle | Phase::Asking(_) | Phase::Sampling => None,
        }
    }
}

/// A response that arrived whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The status code.
    pub status: u16,
    /// Names and values, in their order.
    pub headers: Vec<(String, String)>,
    /// The body after content decoding.
    pub body: Vec<u8>,
}

impl Received {
    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// What came of a test request.
#[derive(Clone, Debug, PartialEq)]
pub struct Finished {
    /// Tells this request from others.
    pub serial: u32,
    /// The outcome.
    pub outcome: Outcome,
    /// The response, where one arrived whole.
    pub received: Option<Rc<Received>>,
    /// The definition that was tested.
    pub definition: Definition,
    /// What the page knows of its surroundings.
    pub around: Surroundings,
    /// Whether it went through the relay.
    pub through_relay: bool,
    /// Whether it is a sample, for which nothing was sent.
    pub is_sample: bool,
}

impl Finished {
    /// What a failure without an answer can be.
    pub fn cause(&self) -> Option<Cause> {
        let request = self.outcome.request.as_ref()?;
        let failure = self.outcome.failure.as_ref()?;
        // The relay says in its own words why there was no answer.
        let is_here = failure.reason == switchhook::Reason::Network && !self.through_relay;
        is_here.then(|| cause(request, &self.around))
    }
}
