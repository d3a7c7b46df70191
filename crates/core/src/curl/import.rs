//! A pasted cURL command in; a definition that sends what the command sends, and what of it is left out, out.

use std::ops::Range;

use switchhook_path::Format;

use super::{
    address::address,
    arguments::arguments,
    body::body,
    command::command,
    cursor::{partly, refused},
    draft::{Draft, Said, draft},
    headers::{Header, auth, fields, headers},
};
use crate::{
    definition::{Definition, Field, Method},
    limits::{TIMEOUT_DEFAULT, TIMEOUT_MAX, TIMEOUT_MIN},
    node::{Node, accept},
    problem::Problem,
};

/// What a command becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// A definition without errors.
    pub definition: Definition,
    /// Warnings: what is left out, or taken otherwise than the command has it.
    pub problems: Vec<Problem>,
}

/// Reads a cURL command as browsers, Postman, Insomnia and the pages of APIs write it: for a POSIX shell, PowerShell or
/// the command prompt of Windows. Nothing is expanded, run or read: `"$NAME"` becomes a parameter.
///
/// ```
/// use switchhook::curl;
///
/// let imported = curl::import(r#"curl https://shop.example/orders -d '{"id":1}' -H 'Content-Type: application/json'"#)?;
/// assert_eq!(imported.definition.method.name(), "POST");
/// assert_eq!(imported.problems, []);
///
/// let refused = curl::import("curl -F file=@photo.png https://shop.example").unwrap_err();
/// assert_eq!((refused.code.name(), refused.range), ("bad-curl", Some(5..7)));
/// # Ok::<(), switchhook::Problem>(())
/// ```
///
/// # Errors
/// A problem with the code `bad-curl`: why no node can send this, and which bytes of the command are at fault.
pub fn import(command: &str) -> Result<Imported, Problem> {
    let split = self::command(command)?;
    let draft = draft(arguments(split.words)?, split.warnings)?;
    let Some(url) = draft.url.clone() else {
        return Err(refused(
            "The command names no URL: write the address to call.",
            0..command.len(),
        ));
    };
    let (imported, places) = imported(draft, &url)?;
    let node = Node::compile(imported.definition.clone(), Vec::new());
    match node.definition_errors().next() {
        Some(error) => Err(refused(&error.message, place(&places, &error.pointer, url.range))),
        None => Ok(imported),
    }
}

/// Members of a definition, as pointers, with the bytes of the command that say them.
type Places = Vec<(String, Range<usize>)>;

fn imported(mut draft: Draft, url: &Said) -> Result<(Imported, Places), Problem> {
    let mut places = Vec::new();
    let mut headers = headers(&mut draft)?;
    let method = method(&draft)?;
    let data = draft.data.clone().filter(|_| draft.is_query);
    let more: Vec<Said> = [draft.query.take(), data].into_iter().flatten().collect();
    let more: Vec<&Said> = more.iter().collect();
    let address = address(url, &more, &mut draft.warnings);
    let user_info = address.user_info.map(|text| Said { text, range: url.range.clone() });
    let auth = auth(&mut draft, user_info, &mut headers);
    if let Some(data) = &draft.data {
        places.push(("/body".to_owned(), data.range.clone()));
    }
    let body = body(&mut draft, method, &mut headers);
    let (auth, place) = auth.unzip();
    places.extend(place.map(|range| ("/auth".to_owned(), range)));
    let format = format(&mut headers, &mut draft.warnings);
    let timeout_seconds = timeout(&mut draft);

    let (headers, ranges): (Vec<Field>, Vec<_>) = fields(&headers).into_iter().unzip();
    let of_headers = ranges.into_iter().enumerate();
    places.extend(of_headers.map(|(index, range)| (format!("/headers/{index}"), range)));
    let mut definition = Definition {
        method,
        url: address.url,
        query: address.query,
        headers,
        auth,
        body,
        timeout_seconds,
        ..Definition::default()
    };
    definition.response.format = format;
    Ok((Imported { definition, problems: draft.warnings }, places))
}

fn method(draft: &Draft) -> Result<Method, Problem> {
    let data = draft.data.as_ref().filter(|_| !draft.is_query);
    match (draft.method, data) {
        (Some(Method::Get), Some(data)) => {
            let message = "A GET request cannot carry a body: add -G to send this as the query, or choose another method.";
            Err(refused(message, data.range.clone()))
        }
        (Some(method), _) => Ok(method),
        (None, Some(_)) => Ok(Method::Post),
        (None, None) => Ok(Method::Get),
    }
}

/// JSON unless the Accept header asks for XML first; a header that the node sends by itself is taken out.
fn format(headers: &mut Vec<Header>, warnings: &mut Vec<Problem>) -> Format {
    let is_accept = |header: &Header| header.name.eq_ignore_ascii_case("accept");
    let mut given = headers.iter().filter(|header| is_accept(header));
    let value = given.next().and_then(|header| header.value.as_deref()).unwrap_or_default();
    let first = value.split([',', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let asks_xml =
        first.ends_with("/xml") || (first.ends_with("+xml") && first != "application/xhtml+xml");
    let format = if asks_xml { Format::Xml } else { Format::Json };
    let is_own = value == accept(format) && given.next().is_none();
    if headers.iter().any(|header| is_accept(header) && header.value.is_none()) {
        warnings.push(partly(
            "/headers",
            "A node always sends an Accept header, by its response type.",
        ));
    }
    if is_own {
        headers.retain(|header| !is_accept(header));
    }
    format
}

/// Whole seconds within what a node can have.
fn timeout(draft: &mut Draft) -> i64 {
    let Some(seconds) = draft.max_time.or(draft.connect_timeout).filter(|seconds| *seconds > 0.0)
    else {
        return TIMEOUT_DEFAULT;
    };
    // Beyond its range, a conversion gives the nearest number.
    let whole = seconds.ceil() as i64;
    let within = whole.clamp(TIMEOUT_MIN, TIMEOUT_MAX);
    if within as f64 != seconds {
        let message = format!(
            "The command waits {seconds} s, and a node whole seconds from {TIMEOUT_MIN} to {TIMEOUT_MAX}: the timeout is {within} s."
        );
        draft.warnings.push(partly("/timeoutSeconds", message));
    }
    within
}

/// The bytes that say the member at a pointer; what no other option says is the URL's.
fn place(places: &Places, pointer: &str, url: Range<usize>) -> Range<usize> {
    let said = places.iter().find(|(member, _)| {
        pointer
            .strip_prefix(member.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    said.map_or(url, |(_, range)| range.clone())
}
