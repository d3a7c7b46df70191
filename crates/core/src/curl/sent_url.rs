//! The URL of a request in, as it goes out of `fetch` out: dot segments resolved, and percent-encoded what no URL holds
//! (WHATWG URL, sections 1.3 and 4.4). curl does neither.

use std::fmt::Write;

/// The absolute URL without its fragment, which nobody sends; none for a relative one.
pub(super) fn sent_url(url: &str) -> Option<String> {
    let url = url.split('#').next().unwrap_or_default();
    let (scheme, rest) = url.split_once("://")?;
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let (rest, query) =
        rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let (authority, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    let mut sent = format!("{scheme}://{authority}");
    for segment in segments(path) {
        sent.push('/');
        encode(segment, " \"<>`{}", &mut sent);
    }
    if let Some(query) = query {
        sent.push('?');
        encode(query, " \"<>'", &mut sent);
    }
    Some(sent)
}

/// What stands behind each slash, without segments that lead back.
fn segments(path: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let mut parts = path.split('/').skip(1).peekable();
    while let Some(part) = parts.next() {
        let dots = part.to_ascii_lowercase().replace("%2e", ".");
        match dots.as_str() {
            "." => (),
            ".." => _ = segments.pop(),
            _ => segments.push(part),
        }
        if matches!(dots.as_str(), "." | "..") && parts.peek().is_none() {
            segments.push("");
        }
    }
    segments
}

fn encode(text: &str, unsafe_characters: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_control() && !unsafe_characters.contains(c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}
