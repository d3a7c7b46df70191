//! Why a token is refused: a ground with its stable name, and a sentence that holds nothing of the secret.

/// On what ground a token is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ground {
    /// It is no compact HS256 JWT with the claims of a signed request.
    BadToken,
    /// Another secret made its signature, or it was changed.
    BadSignature,
    /// It was made for another body.
    BadPayload,
    /// Its time is over, or has not come.
    Expired,
}

impl Ground {
    /// The name of the JavaScript contract: `bad-token`.
    pub fn name(self) -> &'static str {
        match self {
            Ground::BadToken => "bad-token",
            Ground::BadSignature => "bad-signature",
            Ground::BadPayload => "bad-payload",
            Ground::Expired => "expired",
        }
    }
}

/// A token that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// What is wrong, for programs.
    pub ground: Ground,
    /// What is wrong, for people.
    pub message: String,
}

impl Refusal {
    pub(super) fn new(ground: Ground, message: impl Into<String>) -> Refusal {
        Refusal { ground, message: message.into() }
    }

    pub(super) fn bad_token(message: impl Into<String>) -> Refusal {
        Refusal::new(Ground::BadToken, message)
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
