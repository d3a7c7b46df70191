//! Why a node failed: a reason from the contract, and words that name parameters but never their values.

/// Why the outcome is "failed".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The request still lacks values; nothing was sent.
    MissingParameters,
    /// A value made the request illegal; nothing was sent.
    InvalidRequest,
    /// No answer: DNS, refused, CORS, offline.
    Network,
    /// A redirect that may not be followed.
    Redirect,
    /// The caller refused the URL; nothing was sent there.
    Blocked,
    /// The whole body was not there in time.
    Timeout,
    /// The caller cancelled.
    Aborted,
    /// The body exceeded the caller's limit.
    TooLarge,
    /// Non-2xx, and no route for it.
    Status,
    /// The body is not well-formed for the response type.
    UnreadableBody,
    /// A required mapping found nothing.
    MissingValue,
    /// A value does not fit its parameter's entity.
    WrongEntity,
}

impl Reason {
    /// The name of the JavaScript contract: `missing-parameters`.
    pub fn name(self) -> &'static str {
        match self {
            Reason::MissingParameters => "missing-parameters",
            Reason::InvalidRequest => "invalid-request",
            Reason::Network => "network",
            Reason::Redirect => "redirect",
            Reason::Blocked => "blocked",
            Reason::Timeout => "timeout",
            Reason::Aborted => "aborted",
            Reason::TooLarge => "too-large",
            Reason::Status => "status",
            Reason::UnreadableBody => "unreadable-body",
            Reason::MissingValue => "missing-value",
            Reason::WrongEntity => "wrong-entity",
        }
    }
}

/// Why the outcome is "failed", in words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// What kind of failure it is.
    pub reason: Reason,
    /// A sentence that names parameters, never their values.
    pub message: String,
    /// The parameters it is about.
    pub parameters: Vec<String>,
}

impl Failure {
    /// A failure that is about no parameter.
    pub fn new(reason: Reason, message: impl Into<String>) -> Failure {
        Failure { reason, message: message.into(), parameters: Vec::new() }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
