//! What came of a test in; out, where it failed, what happened, why as far as it is known, and what to do.

use switchhook::{Outcome, Reason, limits::TIMEOUT_MAX, path::Format};

use crate::model::{
    cors::Cause,
    edit::Edit,
    figures::status_line,
    no_answer::no_answer,
    run::{Finished, Received},
    words::{Remedy, Through, Words, relay},
};

/// A failure with its grounds and remedies; none where the outcome is none.
pub fn words(finished: &Finished) -> Option<Words> {
    let outcome = &finished.outcome;
    let failure = outcome.failure.as_ref()?;
    let why = failure.message.clone();
    Some(match failure.reason {
        Reason::Network if finished.is_sample => Words {
            title: "No answer came".into(),
            why: "So the sample has it: the flow leaves by failed, and no parameter is filled in."
                .into(),
            ..Words::default()
        },
        Reason::Network if finished.through_relay && outcome.status.is_none() => Words {
            title: "The relay has no answer".into(),
            why,
            remedies: vec![
                ("Send straight from the browser".into(), Remedy::Relay(Through::Browser)),
                ("Copy as cURL".into(), Remedy::Curl),
                ("Use a sample response".into(), Remedy::Sample),
            ],
            ..Words::default()
        },
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
        Reason::Redirect => Words {
            title: "The redirect was not followed".into(),
            why,
            remedies: if finished.through_relay { Vec::new() } else { relay() },
            ..Words::default()
        },
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

fn answered(outcome: &Outcome) -> String {
    outcome.status.map_or_else(String::new, status_line)
}

fn too_slow(finished: &Finished, why: String) -> Words {
    let now = finished.definition.timeout_seconds;
    let longer = (now < TIMEOUT_MAX).then(|| {
        (format!("Wait up to {TIMEOUT_MAX} s"), Remedy::Edit(Edit::SetTimeout(TIMEOUT_MAX)))
    });
    Words {
        title: "The answer took too long".into(),
        why: format!("{why} The timeout counts from sending to the last byte of the body."),
        remedies: longer.into_iter().collect(),
        ..Words::default()
    }
}

fn exits_for(status: u16) -> Vec<(String, Remedy)> {
    let class = format!("{}xx", status / 100);
    let add = |code: String| {
        let exit = Remedy::Edit(Edit::AddRoute(code.as_str().into()));
        (format!("Give {code} an exit"), exit)
    };
    vec![add(status.to_string()), add(class)]
}

fn other_format(finished: &Finished) -> Option<(String, Remedy)> {
    let format = finished.definition.response.format;
    let (_, other) = disagreement(finished.received.as_ref()?, format)?;
    Some((format!("Read it as {}", other.name()), Remedy::Edit(Edit::SetFormat(other))))
}

#[cfg(test)]
mod tests {
    use switchhook::{Definition, Failure, Node, Reason, WebhookRequest};

    use super::{offers_sample, words};
    use crate::model::{cors::Surroundings, run::Finished, words::Remedy};

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
