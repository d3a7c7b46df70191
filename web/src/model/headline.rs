//! What came of a test in, the few words that the outcome's line and the node's port have room for out.

use switchhook::{Exit, Failure, MappingState, Reason};

use crate::model::{
    cors::Cause,
    figures::{duration, size, status_line},
    run::Finished,
};

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
    if finished.is_sample {
        rest.push("sample".to_owned());
    }
    if finished.through_relay {
        rest.push("through the relay".to_owned());
    }
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

/// The exit that a test took, in the few words that a port has room for.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The exit.
    pub exit: Exit,
    /// What came: `200`, `no answer`.
    pub what: String,
    /// Whether that is so short that `when` has room too.
    pub is_brief: bool,
    /// Whether the node is still what was tested.
    pub when: &'static str,
}

/// The exit that a finished test took.
pub fn taken(finished: &Finished, is_current: bool) -> Taken {
    let outcome = &finished.outcome;
    let (what, is_brief) = match (&outcome.failure, outcome.status) {
        _ if finished.definition.r#async => ("at once".to_owned(), false),
        (Some(failure), status) if status.is_none() || is_about_transfer(failure.reason) => {
            (short(failure, None).to_ascii_lowercase(), false)
        }
        (_, status) => (status.map_or_else(String::new, |status| status.to_string()), true),
    };
    Taken {
        exit: exit(finished),
        what,
        is_brief,
        when: if is_current { "just now" } else { "earlier" },
    }
}

/// The exit that an asynchronous node takes while its request is on its way.
pub fn taken_at_once() -> Taken {
    Taken { exit: Exit::Default, what: "at once".to_owned(), is_brief: false, when: "just now" }
}

/// The exit that the flow takes: an asynchronous node's is "default", whatever comes of its request.
pub fn exit(finished: &Finished) -> Exit {
    if finished.definition.r#async { Exit::Default } else { finished.outcome.exit.clone() }
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
