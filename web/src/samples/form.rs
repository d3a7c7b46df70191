//! What the sample dialog's fields hold, and the sample that this is.

use switchhook::path::Format;

use crate::model::{
    draft::{KeptSample, Sample, Text},
    say::{Said, say},
};

/// The fields of the dialog.
#[derive(Clone, PartialEq)]
pub(super) struct Form {
    /// The exit whose sample it began with.
    pub exit: Text,
    /// Whether a response comes, none, or one too late.
    pub came: Came,
    /// The status as it is typed.
    pub status: String,
    /// The body.
    pub body: Text,
}

/// What comes of the request.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Came {
    Response,
    NoAnswer,
    TooSlow,
}

/// Each with the id of its field, and its words.
pub(super) fn all() -> [(Came, &'static str, Said); 3] {
    [
        (Came::Response, "came-response", say!("A response")),
        (Came::NoAnswer, "came-nothing", say!("No answer")),
        (Came::TooSlow, "came-late", say!("Too slow")),
    ]
}

impl Form {
    /// The sample that is kept for an exit, or one to begin with.
    pub(super) fn of(exit: &Text, samples: &[KeptSample], format: Format) -> Form {
        let kept = samples.iter().find(|kept| kept.exit == *exit);
        let sample =
            kept.map_or_else(|| Sample::for_exit(exit, format), |kept| kept.sample.clone());
        let form = |came, status: u16, body| Form {
            exit: exit.clone(),
            came,
            status: status.to_string(),
            body,
        };
        match sample {
            Sample::Response(status, body) => form(Came::Response, status, body),
            Sample::NoAnswer => form(Came::NoAnswer, 200, "".into()),
            Sample::TooSlow => form(Came::TooSlow, 200, "".into()),
        }
    }

    /// The sample; none while the status is no status.
    pub(super) fn sample(&self) -> Option<Sample> {
        Some(match self.came {
            Came::NoAnswer => Sample::NoAnswer,
            Came::TooSlow => Sample::TooSlow,
            Came::Response => {
                let status = self.status.trim().parse().ok();
                let status = status.filter(|status| (200..=599).contains(status))?;
                Sample::Response(status, self.body.clone())
            }
        })
    }
}
