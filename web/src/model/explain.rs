//! What came of a test in; out, where it failed, what happened, why as far as it is known, and what to do.

use switchhook::{Outcome, Reason, limits::TIMEOUT_MAX, path::Format};

use crate::model::{
    cors::Cause,
    edit::Edit,
    no_answer::no_answer,
    run::{Finished, Received},
    say::{self, Said, say},
    status::status_line,
    words::{Remedy, Through, Words, relay},
};

/// A failure with its grounds and remedies; none where the outcome is none.
pub fn words(finished: &Finished) -> Option<Words> {
    let outcome = &finished.outcome;
    let failure = outcome.failure.as_ref()?;
    let why = say::failure(failure);
    Some(match failure.reason {
        Reason::Network if finished.is_sample => Words {
            title: say!("No answer came"),
            why: say!(
                "So the sample has it: the flow leaves by failed, and no parameter is filled in."
            ),
            ..Words::default()
        },
        Reason::Network if finished.through_relay && outcome.status.is_none() => Words {
            title: say!("The relay has no answer"),
            why,
            remedies: vec![
                (say!("Send straight from the browser"), Remedy::Relay(Through::Browser)),
                (say!("Copy as cURL"), Remedy::Curl),
                (say!("Use a sample response"), Remedy::Sample),
            ],
            ..Words::default()
        },
        Reason::Network if outcome.status.is_none() => no_answer(finished),
        Reason::Network => Words {
            title: say!("The connection broke off"),
            why: say!(
                "{why} The server had begun to answer ({status}).",
                why,
                status = &answered(outcome)
            ),
            ..Words::default()
        },
        Reason::Timeout => too_slow(finished, why),
        Reason::Aborted => Words {
            title: say!("You cancelled the request"),
            why: say!("The server may have received it all the same."),
            ..Words::default()
        },
        Reason::TooLarge => Words {
            title: say!("The response is too large"),
            why: say!(
                "{why} Ask the server for less, with a filter or a page size in the query.",
                why
            ),
            ..Words::default()
        },
        Reason::Redirect => Words {
            title: say!("The redirect was not followed"),
            why,
            remedies: if finished.through_relay { Vec::new() } else { relay() },
            ..Words::default()
        },
        Reason::Status => Words {
            title: say!(
                "There is no exit for {status}",
                status = &outcome.status.unwrap_or_default().to_string()
            ),
            why: say!(
                "The server answered {status}. Without a status code of its own, everything but 2xx leaves by failed.",
                status = &answered(outcome)
            ),
            remedies: exits_for(outcome.status.unwrap_or_default()),
            ..Words::default()
        },
        Reason::UnreadableBody => Words {
            title: say!(
                "The response is not {format}",
                format = finished.definition.response.format.name()
            ),
            why,
            remedies: other_format(finished).into_iter().collect(),
            ..Words::default()
        },
        // There is nothing to choose in a response without a body.
        Reason::MissingValue if is_empty(finished) => Words {
            title: say!("A mapping found nothing"),
            why: say!(
                "{why} The response has no body: give its status an exit of its own, or make the mapping optional.",
                why
            ),
            remedies: exits_for(outcome.status.unwrap_or_default()),
            ..Words::default()
        },
        Reason::MissingValue => Words {
            title: say!("A mapping found nothing"),
            why: say!("{why} Choose a value in the response, or make the mapping optional.", why),
            ..Words::default()
        },
        Reason::WrongEntity => {
            Words { title: say!("A value does not fit its parameter"), why, ..Words::default() }
        }
        Reason::MissingParameters | Reason::InvalidRequest | Reason::Blocked => {
            Words { title: say!("Nothing was sent"), why, ..Words::default() }
        }
    })
}

/// Whether a sample is among the remedies.
pub fn offers_sample(finished: &Finished) -> bool {
    let outcome = &finished.outcome;
    let is_silent = outcome.status.is_none() && !finished.is_sample;
    match &outcome.failure {
        Some(failure) if failure.reason == Reason::Network && is_silent => {
            finished.through_relay || finished.cause().is_some_and(Cause::can_be_gone_round)
        }
        _ => false,
    }
}

/// What the response says it is, where that is not what it is read as.
pub fn disagreement(received: &Received, format: Format) -> Option<(Said, Format)> {
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
            say!(
                "The server says that it sent {essence}, and Response type is {format}.",
                essence,
                format = format.name()
            ),
            says,
        )
    })
}

fn answered(outcome: &Outcome) -> String {
    outcome.status.map_or_else(String::new, status_line)
}

fn too_slow(finished: &Finished, why: Said) -> Words {
    let now = finished.definition.timeout_seconds;
    let longer = (now < TIMEOUT_MAX).then(|| {
        let wait = say!("Wait up to {seconds} s", seconds = &TIMEOUT_MAX.to_string());
        (wait, Remedy::Edit(Edit::SetTimeout(TIMEOUT_MAX)))
    });
    Words {
        title: say!("The answer took too long"),
        why: say!("{why} The timeout counts from sending to the last byte of the body.", why),
        remedies: longer.into_iter().collect(),
        ..Words::default()
    }
}

fn is_empty(finished: &Finished) -> bool {
    finished.received.as_ref().is_some_and(|received| received.body.is_empty())
}

fn exits_for(status: u16) -> Vec<(Said, Remedy)> {
    let class = format!("{}xx", status / 100);
    let add = |code: String| {
        let exit = Remedy::Edit(Edit::AddRoute(code.as_str().into()));
        (say!("Give {code} an exit", code), exit)
    };
    vec![add(status.to_string()), add(class)]
}

fn other_format(finished: &Finished) -> Option<(Said, Remedy)> {
    let format = finished.definition.response.format;
    let (_, other) = disagreement(finished.received.as_ref()?, format)?;
    let read = say!("Read it as {format}", format = other.name());
    Some((read, Remedy::Edit(Edit::SetFormat(other))))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use switchhook::{Definition, Failure, Node, Reason, WebhookRequest};

    use super::{offers_sample, words};
    use crate::model::{
        cors::Surroundings,
        run::{Finished, Received},
        words::Remedy,
    };

    fn failed(reason: Reason, url: &str, around: Surroundings, through_relay: bool) -> Finished {
        let definition = Definition { url: url.to_owned(), ..Definition::default() };
        let node = Node::compile(definition.clone(), vec![]);
        let mut outcome = node.fail(Failure::new(reason, "It did not come."), None);
        outcome.request = Some(WebhookRequest {
            url: url.to_owned(),
            method: definition.method,
            headers: vec![],
            body: None,
        });
        let (serial, received) = (1, None);
        Finished { serial, outcome, received, definition, around, through_relay, is_sample: false }
    }

    #[test]
    fn a_response_without_a_body_has_nothing_to_choose() {
        let around = Surroundings { page: String::new(), online: true, probe: None };
        let mut finished = failed(Reason::MissingValue, "https://shop.example/", around, false);
        let received = |body: &[u8]| {
            let (status, headers, body) = (204, vec![], body.to_vec());
            Some(Rc::new(Received { status, headers, body }))
        };
        finished.outcome.status = Some(204);
        let rows = [(&b""[..], false, 2), (b"{}", true, 0)];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(body, chooses, remedies)| {
                finished.received = received(body);
                let words = words(&finished).expect("it failed");
                let found = (words.why.contains("Choose a value"), words.remedies.len());
                (found, (*chooses, *remedies))
            })
            .filter(|(found, expected)| found != expected)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_sample_is_offered_where_the_words_offer_it() {
        let around = |online, probe| Surroundings {
            page: "http://127.0.0.1:8080".to_owned(),
            online,
            probe,
        };
        let (shop, own) = ("https://shop.example/", "http://127.0.0.1:8080/x");
        let rows = [
            (failed(Reason::Network, shop, around(true, Some(true)), false), true),
            (failed(Reason::Network, shop, around(true, Some(false)), false), true),
            (failed(Reason::Network, shop, around(true, None), false), false),
            (failed(Reason::Network, shop, around(false, None), false), false),
            (failed(Reason::Network, own, around(true, None), false), false),
            (failed(Reason::Network, shop, around(true, None), true), true),
            (failed(Reason::Timeout, shop, around(true, None), false), false),
            (failed(Reason::Aborted, shop, around(true, None), false), false),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(finished, offers)| {
                let words = words(finished).expect("it failed");
                let in_words = words.remedies.iter().any(|(_, way)| *way == Remedy::Sample);
                (offers_sample(finished), in_words, *offers)
            })
            .enumerate()
            .filter(|(_, (offered, in_words, offers))| offered != offers || in_words != offers)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
