//! What came of a test in, what the node's card says beside the exit that was taken out.

use switchhook::Exit;

use crate::model::{
    headline::{exit, is_about_transfer, short},
    run::Finished,
};

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
