//! An Authorization header in, a token out; a secret, a body and a time in, the token's claims out, or why it is
//! refused (RFC 7519 §7.2).

use switchhook_path::{Json, Kind};

use super::{
    Ground, Refusal, Secret,
    jws::{Parts, json},
    payload::hash,
};

/// A token that nobody has verified yet: nothing that it says is to be believed.
#[derive(Clone, Debug)]
pub struct Token {
    parts: Parts,
    claims: Json,
    api_key: String,
}

/// When a token holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// The time now, in seconds since 1970.
    pub now: f64,
    /// Oldest that a token may be, in seconds.
    pub max_age_seconds: f64,
    /// By how much the clocks of sender and receiver may differ, in seconds.
    pub tolerance_seconds: f64,
}

/// What a signed request says of itself, to be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claims {
    /// The account's API key.
    pub api_key: String,
    /// What no other token has.
    pub jti: String,
    /// When it was signed, in whole seconds since 1970.
    pub iat: i64,
    /// All claims, as an object.
    pub json: Json,
}

impl Terms {
    /// The usual terms: five minutes old at most, and clocks that differ by a minute at most.
    pub fn at(now: f64) -> Terms {
        Terms { now, max_age_seconds: 300.0, tolerance_seconds: 60.0 }
    }
}

impl Token {
    /// Reads the value of an Authorization header, with or without `Bearer ` (RFC 6750 §2.1).
    ///
    /// # Errors
    /// `BadToken` where it is no compact HS256 JWT whose claims name an API key.
    pub fn read(authorization: &str) -> Result<Token, Refusal> {
        let token = match authorization.split_at_checked("Bearer ".len()) {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("Bearer ") => {
                rest.trim_start_matches(' ')
            }
            _ => authorization,
        };
        let parts = Parts::read(token)?;
        let claims = json(&parts.payload, "payload")?;
        let api_key = text(&claims, "api_key")?;
        Ok(Token { parts, claims, api_key })
    }

    /// Whose secret the token has to be verified with.
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// Verifies the token, for a request with this body as it came; nothing where it had none. A request without a body
    /// may have query parameters: then this is their JSON text (see [`super::payload`]).
    ///
    /// # Errors
    /// In this order: `BadSignature`, `BadToken` for a claim that is missing or of the wrong kind, `BadPayload`,
    /// `Expired`.
    pub fn verify(&self, secret: &Secret, body: &[u8], terms: &Terms) -> Result<Claims, Refusal> {
        self.parts.verify(secret)?;
        let jti = text(&self.claims, "jti")?;
        let iat = seconds(&self.claims, "iat")?.ok_or_else(|| wrong("iat", "missing"))?;
        for name in ["iss", "application_id"] {
            self.claims.member(name).map(|_| text(&self.claims, name)).transpose()?;
        }
        self.check_payload(body)?;
        self.check_time(iat, terms)?;
        Ok(Claims { api_key: self.api_key.clone(), jti, iat, json: self.claims.clone() })
    }

    /// A hash of nothing may be left out, and a hash of something may not.
    fn check_payload(&self, body: &[u8]) -> Result<(), Refusal> {
        let message = match self.claims.member("payload_hash") {
            None if body.is_empty() => return Ok(()),
            None => "The request has a body, and the token says of none.",
            // What is hashed is known to everyone who sees the request: comparing it takes no care.
            Some(claim) if claim == Json::from(hash(body)) => return Ok(()),
            Some(claim) if claim.kind() != Kind::String => {
                return Err(wrong("payload_hash", "no text"));
            }
            Some(_) => {
                "The body is not the one that was signed: hand in its bytes as they came, not what JSON they say."
            }
        };
        Err(Refusal::new(Ground::BadPayload, message))
    }

    fn check_time(&self, iat: i64, terms: &Terms) -> Result<(), Refusal> {
        let Terms { now, max_age_seconds, tolerance_seconds } = *terms;
        let (exp, nbf) = (seconds(&self.claims, "exp")?, seconds(&self.claims, "nbf")?);
        let earliest = nbf.map_or(iat, |nbf| nbf.max(iat)) as f64;
        // Written so that a time that is no number does not hold.
        let has_begun = earliest <= now + tolerance_seconds;
        let is_young = now - iat as f64 <= max_age_seconds + tolerance_seconds;
        let is_over = |exp: i64| !(exp >= iat && now - tolerance_seconds < exp as f64);
        let message = if !has_begun {
            "The token is from the future: the clock of its sender or of this receiver is wrong."
        } else if !is_young {
            "The token is too old."
        } else if exp.is_some_and(is_over) {
            "The token has expired."
        } else {
            return Ok(());
        };
        Err(Refusal::new(Ground::Expired, message))
    }
}

/// A claim that every token has, and that says something.
fn text(claims: &Json, name: &str) -> Result<String, Refusal> {
    let claim = claims.member(name).ok_or_else(|| wrong(name, "missing"))?;
    let text = (claim.kind() == Kind::String).then(|| claim.as_text().into_owned());
    text.filter(|text| !text.is_empty()).ok_or_else(|| wrong(name, "no text, or an empty one"))
}

/// A claim that is a time, in whole seconds since 1970.
fn seconds(claims: &Json, name: &str) -> Result<Option<i64>, Refusal> {
    let Some(claim) = claims.member(name) else { return Ok(None) };
    let seconds = claim.as_whole().filter(|seconds| *seconds >= 0);
    seconds.map(Some).ok_or_else(|| wrong(name, "no whole number of seconds since 1970"))
}

fn wrong(claim: &str, what: &str) -> Refusal {
    Refusal::bad_token(format!("The token's claim “{claim}” is {what}."))
}
