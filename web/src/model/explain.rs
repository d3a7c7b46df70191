//! What came of a test in, the words that say so out: what happened, why as far as it is known, what to do.

use switchhook::{Exit, Failure, MappingState, Outcome, Reason, limits::TIMEOUT_MAX, path::Format};

use crate::model::{
    cors::{Cause, needed_headers, preflight_reason},
    edit::Edit,
    figures::{count, duration, size, status_line},
    origin::Origin,
    run::{Finished, Received},
};

/// A failure in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// What happened.
    pub title: String,
    /// Why, as far as it is known.
    pub why: String,
    /// What was looked at, and what it said.
    pub checks: Vec<Check>,
    /// Text to hand to whoever runs the server, and what it is.
    pub snippet: Option<(String, String)>,
    /// Changes that mend it, and what their buttons say.
    pub remedies: Vec<(String, Edit)>,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Whether it is so; none where it plays no part.
    pub mark: Option<bool>,
    /// The finding.
    pub finding: String,
    /// What that rests on.
    pub ground: String,
}

/// The line beside the exit's name: its first words strong, the rest quiet.
pub fn headline(finished: &Finished) -> (String, Vec<String>) {
    let outcome = &finished.outcome;
    let title = match (outcome.status, &outcome.failure) {
        (Some(status), failure)
            if !failure.as_ref().is_some_and(|failure| is_about_transfer(failure.reason)) =>
        {
            status_line(status)
        }
        (_, Some(failure)) => short(failure, finished.cause()).to_owned(),
        _ => "Sent".to_owned(),
    };
    let mut rest = Vec::new();
    rest.extend(outcome.failure.as_ref().map(|failure| reason_words(failure.reason).to_owned()));
    rest.extend(outcome.elapsed_ms.map(duration));
    rest.extend(outcome.received_bytes.map(size));
    let ran = outcome.mappings.iter().any(|mapping| mapping.state != MappingState::NotRun);
    if ran {
        let mapped =
            outcome.mappings.iter().filter(|mapping| mapping.state == MappingState::Mapped);
        rest.push(format!("{} of {} mapped", mapped.count(), outcome.mappings.len()));
    }
    (title, rest)
}

/// What the port of the node card says about the exit that was taken.
pub fn port_words(finished: &Finished, is_current: bool) -> String {
    let what = match (&finished.outcome.failure, finished.outcome.status) {
        _ if finished.definition.r#async => "at once".to_owned(),
        (Some(failure), _) if is_about_transfer(failure.reason) => {
            short(failure, None).to_lowercase()
        }
        (Some(failure), None) => short(failure, None).to_lowercase(),
        (_, Some(status)) => status.to_string(),
        (None, None) => String::new(),
    };
    format!("{what} {}", if is_current { "just now" } else { "earlier" }).trim_start().to_owned()
}

/// The exit that the flow takes: an asynchronous node's is "default", whatever comes of its request.
pub fn exit(finished: &Finished) -> Exit {
    if finished.definition.r#async { Exit::Default } else { finished.outcome.exit.clone() }
}

/// A failure with its grounds and remedies; none where the outcome is none.
pub fn words(finished: &Finished) -> Option<Words> {
    let outcome = &finished.outcome;
    let failure = outcome.failure.as_ref()?;
    let why = failure.message.clone();
    Some(match failure.reason {
        Reason::Network if outcome.status.is_none() => no_answer(finished),
        Reason::Network => Words {
            title: "The connection broke off".into(),
            why: format!("{why} The server had begun to answer ({}).", answered(outcome)),
            ..Words::default()
        },
        Reason::Timeout => too_slow(finished, why),
        Reason::Aborted => Words {
            title: "You cancelled the request".into(),
            why: "The server may have received it all the same.".into(),
            ..Words::default()
        },
        Reason::TooLarge => Words {
            title: "The response is too large".into(),
            why: format!(
                "{why} Ask the server for less, with a filter or a page size in the query."
            ),
            ..Words::default()
        },
        Reason::Redirect => {
            Words { title: "The redirect was not followed".into(), why, ..Words::default() }
        }
        Reason::Status => Words {
            title: format!("There is no exit for {}", outcome.status.unwrap_or_default()),
            why: format!(
                "The server answered {}. Without a status code of its own, everything but 2xx leaves by failed.",
                answered(outcome)
            ),
            remedies: exits_for(outcome.status.unwrap_or_default()),
            ..Words::default()
        },
        Reason::UnreadableBody => Words {
            title: format!("The response is not {}", finished.definition.response.format.name()),
            why,
            remedies: other_format(finished).into_iter().collect(),
            ..Words::default()
        },
        Reason::MissingValue => Words {
            title: "A mapping found nothing".into(),
            why: format!("{why} Choose a value in the response, or make the mapping optional."),
            ..Words::default()
        },
        Reason::WrongEntity => {
            Words { title: "A value does not fit its parameter".into(), why, ..Words::default() }
        }
        Reason::MissingParameters | Reason::InvalidRequest | Reason::Blocked => {
            Words { title: "Nothing was sent".into(), why, ..Words::default() }
        }
    })
}

/// What the response says it is, where that is not what it is read as.
pub fn disagreement(received: &Received, format: Format) -> Option<(String, Format)> {
    let declared = received.header("content-type")?;
    let essence = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let of = |word: &str| {
        essence == format!("application/{word}")
            || essence == format!("text/{word}")
            || essence.ends_with(&format!("+{word}"))
    };
    let says = if of("json") {
        Format::Json
    } else if of("xml") && !essence.contains("html") {
        Format::Xml
    } else {
        return None;
    };
    (says != format).then(|| {
        (
            format!(
                "The server says that it sent {essence}, and Response type is {}.",
                format.name()
            ),
            says,
        )
    })
}

/// Whether it was the transfer that failed, so that a status says little.
fn is_about_transfer(reason: Reason) -> bool {
    matches!(reason, Reason::Network | Reason::Timeout | Reason::Aborted | Reason::TooLarge)
}

fn short(failure: &Failure, cause: Option<Cause>) -> &'static str {
    match failure.reason {
        Reason::Network => match cause {
            Some(Cause::Cors) => "The browser hid the answer",
            Some(Cause::Offline) => "No network",
            Some(Cause::MixedContent | Cause::LocalAddress) => "The browser did not send it",
            _ => "No answer",
        },
        Reason::Timeout => "Too slow",
        Reason::Aborted => "Cancelled",
        Reason::TooLarge => "Too large",
        Reason::Redirect => "Redirected",
        _ => "Not sent",
    }
}

fn reason_words(reason: Reason) -> &'static str {
    match reason {
        Reason::Status => "no exit for this status",
        Reason::UnreadableBody => "the response cannot be read",
        Reason::MissingValue => "a mapping found nothing",
        Reason::WrongEntity => "a value does not fit",
        Reason::MissingParameters => "values are missing",
        Reason::InvalidRequest => "a value made the request invalid",
        Reason::TooLarge => "too large",
        other => other.name(),
    }
}

fn answered(outcome: &Outcome) -> String {
    outcome.status.map_or_else(String::new, status_line)
}

fn too_slow(finished: &Finished, why: String) -> Words {
    let now = finished.definition.timeout_seconds;
    let longer = (now < TIMEOUT_MAX)
        .then(|| (format!("Wait up to {TIMEOUT_MAX} s"), Edit::SetTimeout(TIMEOUT_MAX)));
    Words {
        title: "The answer took too long".into(),
        why: format!("{why} The timeout counts from sending to the last byte of the body."),
        remedies: longer.into_iter().collect(),
        ..Words::default()
    }
}

fn exits_for(status: u16) -> Vec<(String, Edit)> {
    let class = format!("{}xx", status / 100);
    let add = |code: String| (format!("Give {code} an exit"), Edit::AddRoute(code.as_str().into()));
    vec![add(status.to_string()), add(class)]
}

fn other_format(finished: &Finished) -> Option<(String, Edit)> {
    let format = finished.definition.response.format;
    let (_, other) = disagreement(finished.received.as_ref()?, format)?;
    Some((format!("Read it as {}", other.name()), Edit::SetFormat(other)))
}

fn no_answer(finished: &Finished) -> Words {
    let Some(request) = &finished.outcome.request else { return Words::default() };
    let target = Origin::of(&request.url);
    let host = target.as_ref().map_or("The server", |target| target.host.as_str());
    let page = finished.around.page.as_str();
    let check =
        |mark, finding: String, ground: &str| Check { mark, finding, ground: ground.into() };
    let not_the_cause = |what: &str| check(None, format!("Not the cause: {what}."), "");
    let (title, why, checks) = match finished.cause().unwrap_or(Cause::Nobody) {
        Cause::Cors => (
            "The server answers, but not to web pages (CORS)",
            "Once in production, this node is sent by a server, where this rule does not apply. \
             Here, in the browser, the server would first have to allow this page."
                .to_owned(),
            vec![
                check(Some(true), format!("{host} answers."), "A probe of its address came back."),
                check(
                    Some(false),
                    format!("It does not allow {page}."),
                    &preflight_reason(request).map_or_else(
                        || "The answer came without the header below.".into(),
                        |reason| format!("The browser asks first, because of {reason}."),
                    ),
                ),
                not_the_cause("mixed content, offline"),
            ],
        ),
        Cause::Nobody => (
            "Nobody answers at this address",
            "The name may be misspelt, the server may be down, or a firewall may be in the way. If it \
             does answer elsewhere, its CORS rules or its certificate may keep this page out."
                .to_owned(),
            vec![
                check(Some(false), format!("{host} does not answer."), "A probe of its address failed too."),
                not_the_cause("mixed content, offline"),
            ],
        ),
        Cause::Asking => (
            "No answer",
            format!("Asking whether {host} answers at all …"),
            Vec::new(),
        ),
        Cause::OwnServer => (
            "The studio’s own server does not answer",
            "The URL belongs to the server that this page came from: it may have been stopped, or it \
             broke off the connection."
                .to_owned(),
            Vec::new(),
        ),
        Cause::Offline => (
            "This device has no network",
            "The browser says that it is offline. Connect it, and test again.".to_owned(),
            vec![check(Some(false), "Offline.".into(), "Nothing was sent.")],
        ),
        Cause::MixedContent => (
            "A page of https may not ask for http",
            format!(
                "Browsers block this as mixed content. Write https:// if {host} answers there; a \
                 server that sends this node may use http."
            ),
            vec![check(Some(false), "Mixed content.".into(), "Nothing was sent.")],
        ),
        Cause::LocalAddress => (
            "A public page asked for a local address",
            format!(
                "{host} is in this machine's own network, and browsers keep public pages out of it \
                 unless the server allows that. Nobody else could reach it either."
            ),
            vec![check(Some(false), format!("{host} did not answer this page."), "")],
        ),
    };
    let needs_headers = finished.cause() == Some(Cause::Cors);
    let snippet = needs_headers.then(|| {
        let headers = needed_headers(request, page);
        let lines: Vec<String> =
            headers.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
        ("The headers it would have to send:".to_owned(), lines.join("\n"))
    });
    Words { title: title.into(), why, checks, snippet, remedies: Vec::new() }
}

/// How many mappings found nothing, for the tab of the mappings.
pub fn unmet(outcome: &Outcome) -> Option<String> {
    let unmet = outcome
        .mappings
        .iter()
        .filter(|mapping| !matches!(mapping.state, MappingState::Mapped | MappingState::NotRun))
        .count();
    (unmet > 0).then(|| format!("{} without a value", count(unmet, "mapping")))
}
