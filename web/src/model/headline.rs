//! What came of a test in, the few words that the outcome's line has room for out.

use switchhook::{Exit, Failure, MappingState, Reason};

use crate::model::{
    cors::Cause,
    figures::{duration, size},
    run::Finished,
    say::{Said, say},
    status::status_line,
};

/// The line beside the exit's name: its first words strong, the rest quiet.
pub fn headline(finished: &Finished) -> (Said, Vec<Said>) {
    let outcome = &finished.outcome;
    let title = match (outcome.status, &outcome.failure) {
        (Some(status), failure)
            if !failure.as_ref().is_some_and(|failure| is_about_transfer(failure.reason)) =>
        {
            status_line(status).into()
        }
        (_, Some(failure)) => short(failure, finished.cause()),
        _ => say!("Sent"),
    };
    let mut rest = Vec::new();
    if finished.is_sample {
        rest.push(say!("sample"));
    }
    if finished.through_relay {
        rest.push(say!("through the relay"));
    }
    rest.extend(outcome.failure.as_ref().map(|failure| reason_words(failure.reason)));
    rest.extend(outcome.elapsed_ms.map(duration));
    rest.extend(outcome.received_bytes.map(size));
    let ran = outcome.mappings.iter().any(|mapping| mapping.state != MappingState::NotRun);
    if ran {
        let mapped =
            outcome.mappings.iter().filter(|mapping| mapping.state == MappingState::Mapped);
        let (mapped, all) = (mapped.count().to_string(), outcome.mappings.len().to_string());
        rest.push(say!("{mapped} of {all} mapped", mapped, all));
    }
    (title, rest)
}

/// The exit that the flow takes: an asynchronous node's is "default", whatever comes of its request.
pub fn exit(finished: &Finished) -> Exit {
    if finished.definition.r#async { Exit::Default } else { finished.outcome.exit.clone() }
}

/// Whether it was the transfer that failed, so that a status says little.
pub(super) fn is_about_transfer(reason: Reason) -> bool {
    matches!(reason, Reason::Network | Reason::Timeout | Reason::Aborted | Reason::TooLarge)
}

/// A failure in two or three words.
pub(super) fn short(failure: &Failure, cause: Option<Cause>) -> Said {
    match failure.reason {
        Reason::Network => match cause {
            Some(Cause::Cors) => say!("The browser hid the answer"),
            Some(Cause::Offline) => say!("No network"),
            Some(Cause::MixedContent | Cause::LocalAddress) => say!("The browser did not send it"),
            _ => say!("No answer"),
        },
        Reason::Timeout => say!("Too slow"),
        Reason::Aborted => say!("Cancelled"),
        Reason::TooLarge => say!("Too large"),
        Reason::Redirect => say!("Redirected"),
        _ => say!("Not sent"),
    }
}

fn reason_words(reason: Reason) -> Said {
    match reason {
        Reason::Status => say!("no exit for this status"),
        Reason::UnreadableBody => say!("the response cannot be read"),
        Reason::MissingValue => say!("a mapping found nothing"),
        Reason::WrongEntity => say!("a value does not fit"),
        Reason::MissingParameters => say!("values are missing"),
        Reason::InvalidRequest => say!("a value made the request invalid"),
        Reason::TooLarge => say!("too large"),
        Reason::Network => say!("network"),
        Reason::Redirect => say!("redirect"),
        Reason::Blocked => say!("blocked"),
        Reason::Timeout => say!("timeout"),
        Reason::Aborted => say!("aborted"),
    }
}
