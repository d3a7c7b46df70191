//! A response that nobody sent in, what the node makes of it out; and the samples that are kept, one for
//! each exit. DESIGN, section 8.

use switchhook::{
    Exit, Failure, Node, Outcome, Reason, ReceivedResponse,
    path::{Format, Json},
};

use crate::model::{
    draft::{Draft, KeptSample, Sample, Text},
    run::Received,
    say::{Said, say},
};

/// Most bytes of all samples together that the browser is asked to keep: the draft needs room, too.
pub(crate) const KEPT: usize = 1_000_000;

impl Sample {
    /// What a designer may begin with, so that an exit is taken.
    pub fn for_exit(exit: &str, format: Format) -> Sample {
        let body = match format {
            Format::Json => "{\n  \n}",
            Format::Xml => "<response>\n  \n</response>",
        };
        match (exit, exit.parse()) {
            ("failed", _) => Sample::NoAnswer,
            (_, Ok(status)) => Sample::Response(status, body.into()),
            _ => {
                let class = exit.bytes().next().filter(|first| (b'2'..=b'5').contains(first));
                let class = class.map_or(2, |first| first - b'0');
                // The usual one of its class.
                let status = [200, 301, 404, 500][usize::from(class - 2)];
                Sample::Response(status, body.into())
            }
        }
    }

    /// The response, where there is one.
    pub fn received(&self, format: Format) -> Option<Received> {
        let Sample::Response(status, body) = self else { return None };
        let kind = match format {
            Format::Json => "application/json",
            Format::Xml => "application/xml",
        };
        Some(Received {
            status: *status,
            headers: vec![("content-type".into(), kind.into())],
            body: body.as_bytes().to_vec(),
        })
    }

    /// What the node makes of it.
    pub fn outcome(&self, node: &Node) -> Outcome {
        let fail = |reason, message: String| node.fail(Failure::new(reason, message), None);
        let seconds = node.definition().timeout_seconds;
        match self.received(node.definition().response.format) {
            Some(Received { status, headers, body }) => {
                let response = ReceivedResponse { status, headers: &headers, body: &body };
                let mut outcome = node.receive(&response);
                outcome.received_bytes = Some(body.len() as u64);
                outcome
            }
            None if *self == Sample::TooSlow => {
                fail(Reason::Timeout, format!("No answer in {seconds} s."))
            }
            None => fail(Reason::Network, "Nobody answered.".into()),
        }
    }

    /// In a few words: `404 · 1.2 kB`.
    pub fn about(&self) -> Said {
        match self {
            Sample::Response(status, body) => {
                format!("{status} · {}", crate::model::figures::size(body.len() as u64)).into()
            }
            Sample::NoAnswer => say!("no answer"),
            Sample::TooSlow => say!("too slow"),
        }
    }
}

/// The exits of a draft, by name, in the order of the card.
pub fn exits(draft: &Draft) -> Vec<Text> {
    let routes = draft.routes.iter().filter(|route| !route.status.is_empty());
    let mut exits: Vec<Text> = vec!["default".into()];
    exits.extend(routes.map(|route| route.status.clone()));
    exits.push(Exit::Failed.name().into());
    exits
}

/// The samples as JSON text, those that fit.
pub fn to_json(samples: &[KeptSample]) -> String {
    let mut room = KEPT;
    let fits = |kept: &&KeptSample| match &kept.sample {
        Sample::Response(_, body) => match room.checked_sub(body.len()) {
            Some(left) => {
                room = left;
                true
            }
            None => false,
        },
        _ => true,
    };
    let samples = samples.iter().filter(fits).map(|kept| {
        let exit = ("exit", Json::string(&kept.exit));
        match &kept.sample {
            Sample::Response(status, body) => {
                Json::object([exit, ("status", (*status).into()), ("body", Json::string(body))])
            }
            Sample::NoAnswer => Json::object([exit, ("no", Json::string("answer"))]),
            Sample::TooSlow => Json::object([exit, ("no", Json::string("time"))]),
        }
    });
    Json::array(samples).as_json().to_owned()
}

/// The samples of a JSON text; what is none is left out.
pub fn from_json(json: &str) -> Vec<KeptSample> {
    let elements = Json::parse(json).ok().and_then(|json| json.elements()).unwrap_or_default();
    elements.iter().filter_map(kept).collect()
}

fn kept(json: &Json) -> Option<KeptSample> {
    let members = json.members()?;
    let member = |name: &str| members.iter().find(|(known, _)| known == name).map(|(_, json)| json);
    let text = |name: &str| Some(Text::from(&*member(name)?.as_text()));
    let sample = match (member("status"), text("no").as_deref()) {
        (Some(status), _) => {
            Sample::Response(u16::try_from(status.as_whole()?).ok()?, text("body")?)
        }
        (None, Some("answer")) => Sample::NoAnswer,
        (None, Some("time")) => Sample::TooSlow,
        _ => return None,
    };
    Some(KeptSample { exit: text("exit")?, sample })
}

#[cfg(test)]
mod tests {
    use switchhook::{Node, path::Format};

    use super::{exits, from_json, to_json};
    use crate::model::{
        draft::{KeptSample, Sample},
        sample::sample,
    };

    #[test]
    fn every_exit_has_a_sample_to_begin_with() {
        let node = Node::read(
            r#"{"version": 1, "method": "GET", "url": "https://a/", "routes": [
                {"status": "404"}, {"status": "4xx"}, {"status": "3xx"}, {"status": "5xx"}]}"#,
            vec![],
        );
        let table = ["default", "404", "3xx", "5xx", "failed"];
        let wrong: Vec<_> = table
            .into_iter()
            .map(|exit| {
                let outcome = Sample::for_exit(exit, Format::Json).outcome(&node);
                (exit, outcome.exit.name().to_owned())
            })
            .filter(|(exit, taken)| exit != taken)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_sample_is_mapped_as_a_response_is() {
        let draft = sample("http://localhost");
        let node = &crate::model::compiled::Compiled::of(&draft).node;
        let body = r#"{"data": {"orderId": 4634343214213523454, "state": "x", "customer": {"name": "Ada"}}}"#;
        let outcome = Sample::Response(200, body.into()).outcome(node);
        assert_eq!(outcome.exit.name(), "default");
        assert_eq!(outcome.parameters["ORDER_NO"].as_json(), "4634343214213523454");
        let outcome = Sample::Response(200, "{}".into()).outcome(node);
        assert_eq!(outcome.failure.map(|failure| failure.reason.name()), Some("missing-value"));
        let outcome = Sample::TooSlow.outcome(node);
        assert_eq!(outcome.failure.map(|failure| failure.reason.name()), Some("timeout"));
        assert_eq!(exits(&draft).join(" "), "default 4xx failed");
    }

    #[test]
    fn samples_are_kept_and_come_back() {
        let kept = |exit: &str, sample| KeptSample { exit: exit.into(), sample };
        let samples = vec![
            kept("default", Sample::Response(200, "{\"a\": \"\u{e9}\"}".into())),
            kept("4xx", Sample::TooSlow),
            kept("failed", Sample::NoAnswer),
        ];
        assert_eq!(from_json(&to_json(&samples)), samples);
        let long = kept("404", Sample::Response(404, "x".repeat(1_000_001).into()));
        assert_eq!(from_json(&to_json(&[long])), []);
        assert_eq!(from_json("{"), []);
        assert_eq!(from_json(r#"[{"exit": "x"}, {"exit": "y", "no": "answer"}]"#).len(), 1);
    }
}
