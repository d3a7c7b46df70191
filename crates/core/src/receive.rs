//! A response in, the outcome out: a body that is there whole, or one that arrives piece by piece.

use switchhook_path::{Document, Format, OnePass, OnePassXml, Pieces, Stream, Unreadable};

use crate::{
    definition::Definition,
    failure::{Failure, Reason},
    limits::BODY_BYTES,
    mapping::{Body, CompiledMapping, Find, Finding},
    outcome::{Exit, MappingState, Outcome},
    received::{Received, Target},
    route::{self, Pattern},
};

/// A response that was received elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct ReceivedResponse<'r> {
    /// The status code.
    pub status: u16,
    /// Names and values, in their order.
    pub headers: &'r [(String, String)],
    /// The body's bytes, after content decoding.
    pub body: &'r [u8],
}

/// Of a body that has more than [`BODY_BYTES`].
const TOO_LARGE: &str = "The body is larger than 32 MiB, the most that is taken.";

/// What a node does with what comes back.
#[derive(Clone, Debug)]
pub(crate) struct Reception {
    format: Format,
    mappings: Vec<CompiledMapping>,
    way: Way,
    routes: Vec<(String, Pattern)>,
    targets: Vec<Target>,
}

/// How a body is read.
#[derive(Clone, Debug)]
enum Way {
    /// No mapping looks into it: not at all.
    Unread,
    /// In one pass that takes what all paths take, also as it arrives.
    OnePass(OnePass),
    /// In one pass where it is plain XML, and else as a document.
    OnePassXml(OnePassXml),
    /// As a document that is asked for each path.
    Document,
}

impl Way {
    fn new(format: Format, mappings: &[CompiledMapping]) -> Way {
        // Where it is not read, it cannot be unreadable either.
        if !mappings.iter().any(CompiledMapping::reads_body) {
            return Way::Unread;
        }
        let paths = mappings.iter().filter_map(|mapping| match &mapping.from {
            Find::Path(path) => Some(path),
            _ => None,
        });
        let one_pass = match format {
            Format::Json => OnePass::compile(paths).map(Way::OnePass),
            Format::Xml => OnePassXml::compile(paths).map(Way::OnePassXml),
        };
        one_pass.unwrap_or(Way::Document)
    }
}

/// Takes a response as it arrives. Where each path of a node leads to one value of JSON at most, the
/// body is read in passing and not kept.
///
/// ```
/// use switchhook::Node;
///
/// let node = Node::read(
///     r#"{ "version": 1, "method": "GET", "url": "https://shop.example",
///          "response": { "type": "json", "mappings": [{ "path": "order.total", "parameter": "TOTAL" }] } }"#,
///     vec![],
/// );
/// let mut receiver = node.receiver();
/// for piece in [&br#"{"order":{"to"#[..], br#"tal":41.50}}"#] {
///     assert!(receiver.feed(piece));
/// }
/// assert_eq!(receiver.finish(200, &[]).parameters["TOTAL"].as_json(), "41.50");
/// ```
#[derive(Debug)]
pub struct Receiver<'n> {
    reception: &'n Reception,
    intake: Intake<'n>,
    is_empty: bool,
}

/// What becomes of a body on its way in.
#[derive(Debug)]
enum Intake<'n> {
    /// No mapping looks into it.
    Unread,
    OnePass(Box<Stream<'n>>),
    Kept(Vec<u8>),
}

impl Receiver<'_> {
    /// Takes the next piece of the body, of any length. False where there is no memory for it.
    pub fn feed(&mut self, piece: &[u8]) -> bool {
        self.is_empty &= piece.is_empty();
        match &mut self.intake {
            Intake::Unread => true,
            Intake::OnePass(stream) => {
                stream.feed(piece);
                true
            }
            Intake::Kept(body) => {
                let fits = body.try_reserve(piece.len()).is_ok();
                if fits {
                    body.extend_from_slice(piece);
                }
                fits
            }
        }
    }

    /// The body is whole: maps and routes the response.
    pub fn finish(self, status: u16, headers: &[(String, String)]) -> Outcome {
        let Receiver { reception, intake, is_empty } = self;
        let kept;
        let body = match intake {
            Intake::Unread => Ok(Body::Empty),
            _ if is_empty => Ok(Body::Empty),
            Intake::OnePass(stream) => stream.finish().map(Body::taken),
            Intake::Kept(body) => {
                kept = body;
                reception.read(&kept)
            }
        };
        reception.outcome(status, headers, body)
    }
}

impl Reception {
    pub(crate) fn new(
        definition: &Definition,
        mappings: Vec<CompiledMapping>,
        routes: Vec<(String, Pattern)>,
    ) -> Reception {
        let format = definition.response.format;
        let way = Way::new(format, &mappings);
        let targets = Target::all(&mappings, definition.status_parameter.as_deref());
        Reception { format, mappings, way, routes, targets }
    }

    pub(crate) fn follows_redirects(&self) -> bool {
        !self.routes.iter().any(|(_, pattern)| pattern.takes_redirects())
    }

    pub(crate) fn receiver(&self) -> Receiver<'_> {
        let intake = match &self.way {
            Way::Unread => Intake::Unread,
            Way::OnePass(one_pass) => Intake::OnePass(Box::new(Stream::new(one_pass))),
            Way::OnePassXml(_) | Way::Document => Intake::Kept(Vec::new()),
        };
        Receiver { reception: self, intake, is_empty: true }
    }

    // This and what it calls are inlined where they are called, so that a caller that is built for speed has them so.
    #[inline(always)]
    pub(crate) fn receive<'r>(&'r self, response: &ReceivedResponse<'r>) -> Received<'r> {
        let ReceivedResponse { status, headers, body } = *response;
        let body = self.read(body);
        self.received(status, headers, body)
    }

    pub(crate) fn receive_pieces(
        &self,
        status: u16,
        headers: &[(String, String)],
        length: usize,
        pieces: &Pieces<'_>,
    ) -> Outcome {
        if length > BODY_BYTES {
            return self.fail(Failure::new(Reason::TooLarge, TOO_LARGE), Some(status));
        }
        let mut kept = Vec::new();
        let body = match &self.way {
            Way::Unread => Ok(Body::Empty),
            Way::OnePass(one_pass) if length > 0 => one_pass.take_pieces(pieces).map(Body::taken),
            _ => {
                kept.reserve(length);
                pieces(&mut |piece| kept.extend_from_slice(piece));
                self.read(&kept)
            }
        };
        self.outcome(status, headers, body)
    }

    /// Reads a body that is there whole.
    #[inline(always)]
    fn read<'r>(&'r self, body: &'r [u8]) -> Result<Body<'r>, Unreadable> {
        match &self.way {
            _ if body.is_empty() => Ok(Body::Empty),
            Way::Unread => Ok(Body::Empty),
            Way::OnePass(one_pass) => one_pass.find(body).map(Body::Found),
            Way::OnePassXml(one_pass) => match one_pass.find(body) {
                Some(found) => Ok(Body::FoundXml(found.into_iter())),
                None => self.document(body),
            },
            Way::Document => self.document(body),
        }
    }

    #[inline(never)]
    fn document(&self, body: &[u8]) -> Result<Body<'static>, Unreadable> {
        Document::parse(self.format, body).map(Body::Document)
    }

    pub(crate) fn fail(&self, failure: Failure, status: Option<u16>) -> Outcome {
        self.nothing_read(Exit::Failed, Some(failure), status).into()
    }

    pub(crate) fn accepted(&self) -> Outcome {
        self.nothing_read(Exit::Default, None, None).into()
    }

    fn nothing_read(
        &self,
        exit: Exit,
        failure: Option<Failure>,
        status: Option<u16>,
    ) -> Received<'_> {
        let findings = self.mappings.iter().map(|_| Finding::none(MappingState::NotRun)).collect();
        let (mappings, targets) = (&self.mappings, &self.targets);
        Received { exit, failure, status, findings, mappings, targets }
    }

    /// What comes of a body that was not there whole.
    #[inline(never)]
    fn outcome(
        &self,
        status: u16,
        headers: &[(String, String)],
        body: Result<Body<'_>, Unreadable>,
    ) -> Outcome {
        self.received(status, headers, body).into()
    }

    #[inline(always)]
    fn received<'r>(
        &'r self,
        status: u16,
        headers: &[(String, String)],
        body: Result<Body<'r>, Unreadable>,
    ) -> Received<'r> {
        let routes = self.routes.iter().map(|(name, pattern)| (name.as_str(), *pattern));
        let mut exit = route::exit(routes, status);
        let mut failure = None;
        let mut body = body.unwrap_or_else(|unreadable| {
            failure = Some(Failure::new(Reason::UnreadableBody, unreadable.message));
            Body::Unreadable
        });
        let run = |mapping: &CompiledMapping| mapping.run(&mut body, headers);
        let findings: Vec<Finding<'_>> = self.mappings.iter().map(run).collect();
        failure = match exit {
            Exit::Default => failure.or_else(|| self.unmet(&findings)),
            Exit::Route(_) => None,
            Exit::Failed => Some(no_exit(status)),
        };
        if failure.is_some() {
            exit = Exit::Failed;
        }
        let (mappings, targets) = (&self.mappings, &self.targets);
        Received { exit, failure, status: Some(status), findings, mappings, targets }
    }

    /// Why the default exit cannot be taken: the required mappings that have no value, those of one kind together.
    #[inline(never)]
    fn unmet(&self, findings: &[Finding<'_>]) -> Option<Failure> {
        const KINDS: [(MappingState, Reason, &str); 3] = [
            (MappingState::Missing, Reason::MissingValue, "found nothing in the response"),
            (
                MappingState::TooComplex,
                Reason::MissingValue,
                "selects more than can be looked at: make the path more precise",
            ),
            (
                MappingState::WrongEntity,
                Reason::WrongEntity,
                "has a value that its parameter's entity cannot hold",
            ),
        ];
        if findings.iter().all(|finding| finding.state == MappingState::Mapped) {
            return None;
        }
        KINDS.into_iter().find_map(|(state, reason, what)| {
            let pairs = self.mappings.iter().zip(findings);
            let unmet: Vec<&CompiledMapping> = pairs
                .filter(|(mapping, finding)| !mapping.optional && finding.state == state)
                .map(|(mapping, _)| mapping)
                .collect();
            let mappings: Vec<String> = unmet
                .iter()
                .map(|mapping| format!("“{}” for ${}", mapping.path, mapping.parameter))
                .collect();
            (!unmet.is_empty()).then(|| Failure {
                reason,
                message: format!("{} {what}.", mappings.join(", ")),
                parameters: unmet.iter().map(|mapping| mapping.parameter.to_string()).collect(),
            })
        })
    }
}

#[inline(never)]
fn no_exit(status: u16) -> Failure {
    let message = format!("The server answered {status}, and no exit is set for that status.");
    Failure::new(Reason::Status, message)
}
