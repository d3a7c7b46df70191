//! Why a node failed: a reason from the contract, and words that name parameters but never their values.

/// Declares every reason once: variant, name in the JavaScript contract, and when it is given.
macro_rules! reasons {
    ($($variant:ident $name:literal $about:literal;)*) => {
        /// Why the outcome is "failed".
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reason {
            $(#[doc = $about] $variant,)*
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Reason] = &[$(Reason::$variant),*];

            /// The name of the JavaScript contract: `missing-parameters`.
            pub fn name(self) -> &'static str {
                match self { $(Reason::$variant => $name),* }
            }
        }
    };
}

reasons! {
    MissingParameters "missing-parameters" "The request still lacks values; nothing was sent.";
    InvalidRequest "invalid-request" "A value made the request illegal; nothing was sent.";
    Network "network" "No answer: DNS, refused, CORS, offline.";
    Redirect "redirect" "A redirect that may not be followed.";
    Blocked "blocked" "The caller refused the URL; nothing was sent there.";
    Timeout "timeout" "The whole body was not there in time.";
    Aborted "aborted" "The caller cancelled.";
    TooLarge "too-large" "The body exceeded the caller's limit.";
    Status "status" "Non-2xx, and no route for it.";
    UnreadableBody "unreadable-body" "The body is not well-formed for the response type.";
    MissingValue "missing-value" "A required mapping found nothing.";
    WrongEntity "wrong-entity" "A value does not fit its parameter's entity.";
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
