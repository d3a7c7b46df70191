//! Status codes: patterns in, and for a response's status the exit that is taken (DESIGN: mapping, routing, outcome).

use crate::outcome::Exit;

/// An individual code, or a class of a hundred codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// `404`.
    Code(u16),
    /// `4xx`, as 4.
    Class(u16),
}

impl Pattern {
    /// Reads `404` or `4xx`; codes from 200 to 599, since 1xx never arrives.
    pub(crate) fn parse(text: &str) -> Option<Pattern> {
        let pattern = match text.strip_suffix("xx") {
            Some(class) => Pattern::Class(class.parse().ok()?),
            None => Pattern::Code(text.parse().ok()?),
        };
        let class = match pattern {
            Pattern::Code(code) => code / 100,
            Pattern::Class(class) => class,
        };
        // `0404` is a number too; with a sign, three characters are none of these classes.
        ((2..=5).contains(&class) && text.len() == 3).then_some(pattern)
    }

    /// Whether a status is of this pattern.
    fn takes(self, status: u16) -> bool {
        match self {
            Pattern::Code(code) => code == status,
            Pattern::Class(class) => class == status / 100,
        }
    }

    /// Whether a redirect's status is of this pattern.
    pub(crate) fn takes_redirects(self) -> bool {
        matches!(self, Pattern::Class(3) | Pattern::Code(300..=399))
    }

    /// Whether a browser keeps responses of this pattern from a page (Fetch Standard, redirect status).
    pub(crate) fn is_followed_by_browsers(self) -> bool {
        matches!(self, Pattern::Class(3) | Pattern::Code(301 | 302 | 303 | 307 | 308))
    }
}

/// The exit for a status: an individual code wins over a class, a class over the default, 2xx without either is the
/// default, everything else has failed.
pub(crate) fn exit<'r>(
    routes: impl Iterator<Item = (&'r str, Pattern)> + Clone,
    status: u16,
) -> Exit {
    let matching = routes.filter(|(_, pattern)| pattern.takes(status));
    let code = matching.clone().find(|(_, pattern)| matches!(pattern, Pattern::Code(_)));
    match code.or_else(|| matching.clone().next()) {
        Some((name, _)) => Exit::Route(name.to_owned()),
        None if (200..300).contains(&status) => Exit::Default,
        None => Exit::Failed,
    }
}
