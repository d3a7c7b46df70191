//! The URL of a command in; the URL, query rows and user info of a definition out.

use super::{
    cursor::partly,
    draft::Said,
    form::{decoded, rows},
    marked::{MARK, template},
};
use crate::{definition::Field, problem::Problem};

/// The parts of a URL as a definition has them.
pub(super) struct Address {
    pub(super) url: String,
    pub(super) query: Vec<Field>,
    /// User and password, marked.
    pub(super) user_info: Option<String>,
}

/// Takes a URL apart; `more` is what other options add to its query.
pub(super) fn address(url: &Said, more: &[&Said], warnings: &mut Vec<Problem>) -> Address {
    let url = url.text.trim();
    warn_of_globs(url, warnings);
    let (url, fragment) = split_before(url, &['#']);
    let (start, query) = split_before(url, &['?']);
    let start = with_scheme(start, warnings);
    let (start, user_info) = without_user_info(&start);

    let mut query = query.to_owned();
    for said in more.iter().filter(|said| !said.text.is_empty()) {
        let joint = match query.as_str() {
            "" => "?",
            "?" => "",
            _ => "&",
        };
        query = format!("{query}{joint}{}", said.text);
    }
    let fields = query.strip_prefix('?').filter(|query| !query.is_empty());
    let fields = fields.and_then(|query| rows(query, false));
    if fields.is_some() {
        query.clear();
    }
    let url = template(&format!("{start}{query}{fragment}"));
    Address { url, query: fields.unwrap_or_default(), user_info }
}

/// Where nothing is said, curl calls http.
fn with_scheme(start: &str, warnings: &mut Vec<Problem>) -> String {
    // A parameter and a slash are a base: the scheme is in its value.
    let mut pieces = start.splitn(3, MARK);
    let is_base = pieces.next() == Some("") && pieces.next().is_some();
    let is_base =
        is_base && pieces.next().is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if start.contains("://") || is_base {
        return start.to_owned();
    }
    let message =
        "The URL names no scheme, so that curl calls http://: write https:// if the server has it.";
    warnings.push(partly("/url", message));
    format!("http://{start}")
}

/// Cuts `user:password@` out of what stands between the scheme and the path.
fn without_user_info(start: &str) -> (String, Option<String>) {
    let cut = || {
        let (scheme, rest) = start.split_once("://")?;
        let (authority, path) = split_before(rest, &['/']);
        let (user_info, host) = authority.rsplit_once('@')?;
        // A plus is a plus here, not a space.
        let decoded = decoded(&user_info.replace('+', "%2B"))?;
        Some((format!("{scheme}://{host}{path}"), Some(decoded)))
    };
    cut().unwrap_or_else(|| (start.to_owned(), None))
}

/// `[1-3]` and `{a,b}` make curl send several requests.
fn warn_of_globs(url: &str, warnings: &mut Vec<Problem>) {
    let inside = |open: char, close: char| {
        url.split(open)
            .skip(1)
            .filter_map(move |after| after.split_once(close))
            .map(|(inside, _)| inside)
    };
    let is_range = |inside: &str| {
        let ends = inside.split_once('-');
        ends.is_some_and(|(from, to)| !from.is_empty() && !to.is_empty())
    };
    if inside('[', ']').any(is_range) || inside('{', '}').any(|inside| inside.contains(',')) {
        let message = "Without --globoff curl sends a request for each of what stands in these brackets: a node sends one, with the brackets in its URL.";
        warnings.push(partly("/url", message));
    }
}

/// What stands before the first of some characters, and the rest with it.
fn split_before<'t>(text: &'t str, marks: &[char]) -> (&'t str, &'t str) {
    text.split_at_checked(text.find(marks).unwrap_or(text.len())).unwrap_or((text, ""))
}
