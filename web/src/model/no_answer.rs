//! A request that got no answer in, what it can be and what the server would have to send out, in words.

use crate::model::{
    cors::{Cause, needed_headers, preflight_reason},
    origin::Origin,
    run::Finished,
    words::{Check, Remedy, Words, relay},
};

/// The failure in words.
pub fn no_answer(finished: &Finished) -> Words {
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
                "{host} is in this machine’s own network, and browsers keep public pages out of it \
                 until you allow this page to look for devices there. Nobody outside could reach it \
                 either: in production the node needs a public address."
            ),
            vec![check(Some(false), format!("{host} did not answer this page."), "")],
        ),
    };
    let needs_headers = finished.cause() == Some(Cause::Cors);
    let needed = if needs_headers { needed_headers(request, page) } else { Vec::new() };
    let lines: Vec<String> =
        needed.iter().map(|needed| format!("{}: {}", needed.name, needed.value)).collect();
    let snippet = needs_headers.then(|| {
        let asked = needed.len() > 1;
        let about = if asked {
            "The headers it would have to send, with its answer to OPTIONS too:"
        } else {
            "The header it would have to send:"
        };
        (about.to_owned(), lines.join("\n"))
    });
    let because = needed.into_iter().map(|needed| needed.because).collect();
    let mut remedies = Vec::new();
    if finished.cause().is_some_and(Cause::can_be_gone_round) {
        remedies = relay();
        remedies.push(("Copy as cURL".into(), Remedy::Curl));
        remedies.push(("Use a sample response".into(), Remedy::Sample));
    }
    Words { title: title.into(), why, checks, snippet, because, remedies }
}
