//! Header lines of a command in; header fields, and the Authorization setting where one of them says it, out.

use std::ops::Range;

use base64ct::{Base64, Encoding};

use super::{
    cursor::{partly, refused},
    draft::{Draft, Said},
    marked::{has_parameter, template},
};
use crate::{
    definition::{Auth, Field},
    problem::Problem,
};

/// A header, or one that is taken away.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) name: String,
    /// Marked text; none where curl is told not to send the header.
    pub(super) value: Option<String>,
    pub(super) range: Range<usize>,
}

/// The headers of a command, those of its other options included.
pub(super) fn headers(draft: &mut Draft) -> Result<Vec<Header>, Problem> {
    let mut headers = Vec::new();
    for said in std::mem::take(&mut draft.headers) {
        if let Some(header) = header(said, &mut draft.warnings)? {
            headers.push(header);
        }
    }
    let referer = draft.referer.take().map(|mut said| {
        // curl writes the header by itself when it follows a redirect.
        said.text = said.text.trim_end_matches(";auto").to_owned();
        said
    });
    let of_json = |value: &str| {
        let data = draft.data.as_ref().filter(|_| draft.is_json)?;
        Some(Said { text: value.to_owned(), range: data.range.clone() })
    };
    let more = [
        ("Cookie", draft.cookie.take()),
        ("User-Agent", draft.user_agent.take()),
        ("Referer", referer),
        ("Accept", of_json("application/json")),
        ("Content-Type", of_json("application/json")),
    ];
    for (name, said) in more {
        // A header that is written out wins.
        if let Some(said) = said.filter(|said| !said.text.is_empty() && !has(&headers, name)) {
            headers.push(Header {
                name: name.to_owned(),
                value: Some(said.text),
                range: said.range,
            });
        }
    }
    Ok(headers)
}

/// Whether a header is said, if only to be taken away.
pub(super) fn has(headers: &[Header], name: &str) -> bool {
    headers.iter().any(|header| header.name.eq_ignore_ascii_case(name))
}

fn header(said: Said, warnings: &mut Vec<Problem>) -> Result<Option<Header>, Problem> {
    let Said { text, range } = said;
    let header = match (text.split_once(':'), text.strip_suffix(';')) {
        (Some((name, value)), _) => {
            let value = value.trim_matches([' ', '\t', '\r', '\n']);
            let value = Some(value.to_owned()).filter(|value| !value.is_empty());
            Header { name: name.to_owned(), value, range }
        }
        (None, Some(name)) => Header { name: name.to_owned(), value: Some(String::new()), range },
        (None, None) => {
            let message = "curl sends no header without a colon: write Name: value.";
            return Err(refused(message, range));
        }
    };
    if has_parameter(&header.name) {
        let message = "A header's name cannot come from a parameter: write it out.";
        return Err(refused(message, header.range));
    }
    let is_framing = ["content-length", "transfer-encoding"]
        .iter()
        .any(|name| header.name.eq_ignore_ascii_case(name));
    if is_framing {
        let message =
            format!("{} is not imported: whatever sends the request writes it.", header.name);
        warnings.push(partly("", message));
        return Ok(None);
    }
    Ok(Some(header))
}

/// The Authorization setting of a command, and the bytes that say it.
pub(super) fn auth(
    draft: &mut Draft,
    user_info: Option<Said>,
    headers: &mut Vec<Header>,
) -> Option<(Auth, Range<usize>)> {
    if has(headers, "authorization") {
        let mut of_name = headers
            .iter()
            .enumerate()
            .filter(|(_, header)| header.name.eq_ignore_ascii_case("authorization"));
        let (index, header) = of_name.next()?;
        let found = (header.value.as_deref().and_then(setting)?, header.range.clone());
        if of_name.next().is_some() {
            return None;
        }
        headers.remove(index);
        return Some(found);
    }
    if let Some(said) = draft.bearer.take() {
        return Some((Auth::Bearer { token: template(&said.text) }, said.range));
    }
    let said = draft.user.take().or(user_info)?;
    let (username, password) = said.text.split_once(':').unwrap_or_else(|| {
        let message = "curl would ask for the password: write it into the Authorization setting.";
        draft.warnings.push(partly("/auth/password", message));
        (&said.text, "")
    });
    let auth = Auth::Basic { username: template(username), password: template(password) };
    Some((auth, said.range))
}

/// The setting that is sent as this value of an Authorization header, byte for byte.
fn setting(value: &str) -> Option<Auth> {
    if let Some(token) = value.strip_prefix("Bearer ") {
        let is_whole = !token.starts_with([' ', '\t']) && !token.is_empty();
        return is_whole.then(|| Auth::Bearer { token: template(token) });
    }
    let encoded = value.strip_prefix("Basic ")?;
    let pair = String::from_utf8(Base64::decode_vec(encoded).ok()?).ok()?;
    let (username, password) = pair.split_once(':').filter(|_| !pair.contains(char::is_control))?;
    Some(Auth::Basic { username: template(username), password: template(password) })
}

/// The fields of a definition.
pub(super) fn fields(headers: &[Header]) -> Vec<(Field, Range<usize>)> {
    let sent = headers.iter().filter_map(|header| Some((header, header.value.as_deref()?)));
    sent.map(|(header, value)| {
        let field =
            Field { name: header.name.clone(), value: Some(template(value)), enabled: true };
        (field, header.range.clone())
    })
    .collect()
}
