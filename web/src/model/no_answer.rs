//! A request that got no answer in, what it can be and what the server would have to send out, in words.

use crate::model::{
    cors::{Cause, needed_headers, preflight},
    origin::Origin,
    run::Finished,
    say::{Said, say},
    words::{Check, Remedy, Words, relay},
};

/// The failure in words.
pub fn no_answer(finished: &Finished) -> Words {
    let Some(request) = &finished.outcome.request else { return Words::default() };
    let target = Origin::of(&request.url);
    let host =
        target.as_ref().map_or_else(|| say!("The server"), |target| target.host.as_str().into());
    let page = finished.around.page.as_str();
    let check = |mark, finding, ground| Check { mark, finding, ground };
    let not_the_cause =
        || check(None, say!("Not the cause: mixed content, offline."), Said::default());
    let (title, why, checks) = match finished.cause().unwrap_or(Cause::Nobody) {
        Cause::Cors => (
            say!("The server answers, but not to web pages (CORS)"),
            say!(
                "Once in production, this node is sent by a server, where this rule does not apply. \
                 Here, in the browser, the server would first have to allow this page."
            ),
            vec![
                check(
                    Some(true),
                    say!("{host} answers.", host),
                    say!("A probe of its address came back."),
                ),
                check(
                    Some(false),
                    say!("It does not allow {page}.", page),
                    preflight(request)
                        .unwrap_or_else(|| say!("The answer came without the header below.")),
                ),
                not_the_cause(),
            ],
        ),
        Cause::Nobody => (
            say!("Nobody answers at this address"),
            say!(
                "The name may be misspelt, the server may be down, or a firewall may be in the way. If it \
                 does answer elsewhere, its CORS rules or its certificate may keep this page out."
            ),
            vec![
                check(
                    Some(false),
                    say!("{host} does not answer.", host),
                    say!("A probe of its address failed too."),
                ),
                not_the_cause(),
            ],
        ),
        Cause::Asking => {
            (say!("No answer"), say!("Asking whether {host} answers at all …", host), Vec::new())
        }
        Cause::OwnServer => (
            say!("This page’s own server does not answer"),
            say!(
                "The URL belongs to the server that this page came from: it may have been stopped, or it \
                 broke off the connection."
            ),
            Vec::new(),
        ),
        Cause::Offline => (
            say!("This device has no network"),
            say!("The browser says that it is offline. Connect it, and test again."),
            vec![check(Some(false), say!("Offline."), say!("Nothing was sent."))],
        ),
        Cause::MixedContent => (
            say!("A page of https may not ask for http"),
            say!(
                "Browsers block this as mixed content. Write https:// if {host} answers there; a \
                 server that sends this node may use http.",
                host
            ),
            vec![check(Some(false), say!("Mixed content."), say!("Nothing was sent."))],
        ),
        Cause::LocalAddress => (
            say!("A public page asked for a local address"),
            say!(
                "{host} is in this machine’s own network, and browsers keep public pages out of it \
                 until you allow this page to look for devices there. Nobody outside could reach it \
                 either: in production the node needs a public address.",
                host
            ),
            vec![check(
                Some(false),
                say!("{host} did not answer this page.", host),
                Said::default(),
            )],
        ),
    };
    let needs_headers = finished.cause() == Some(Cause::Cors);
    let needed = if needs_headers { needed_headers(request, page) } else { Vec::new() };
    let lines: Vec<String> =
        needed.iter().map(|needed| format!("{}: {}", needed.name, needed.value)).collect();
    let snippet = needs_headers.then(|| {
        let asked = needed.len() > 1;
        let about = if asked {
            say!("The headers it would have to send, with its answer to OPTIONS too:")
        } else {
            say!("The header it would have to send:")
        };
        (about, lines.join("\n"))
    });
    let because = needed.into_iter().map(|needed| needed.because).collect();
    let mut remedies = Vec::new();
    if finished.cause().is_some_and(Cause::can_be_gone_round) {
        remedies = relay();
        remedies.push((say!("Copy as cURL"), Remedy::Curl));
        remedies.push((say!("Use a sample response"), Remedy::Sample));
    }
    Words { title, why, checks, snippet, because, remedies }
}
