//! A value and its place in, the text that is written there out, so that no value can break out of its place.

use std::fmt::Write;

use switchhook_path::Json;

use super::{
    Markup, Place,
    host::{host, host_label, port},
};

/// Writes a value as its place demands; the error says what the value is not, to follow the parameter's name.
pub(super) fn escape(place: Place, value: &Json, out: &mut String) -> Result<(), String> {
    let text = value.as_text();
    match place {
        Place::Text => out.push_str(&text),
        Place::Base => out.push_str(base(&text)?),
        Place::Host => out.push_str(host(&text)?),
        Place::HostLabel => out.push_str(host_label(&text)?),
        Place::Port => out.push_str(port(&text)?),
        Place::Segment => percent_encode(&text, is_segment_byte, out),
        Place::Form => form_encode(&text, out),
        Place::Header => out.push_str(header(&text)?),
        Place::JsonString => out.push_str(inside_quotes(Json::string(&text).as_json())),
        Place::JsonValue => out.push_str(value.as_json()),
        Place::Markup(kind) => markup(kind, &text, out)?,
        Place::BasicUser => out.push_str(basic_user(&text)?),
        Place::Cdata => cdata(&text, out)?,
    }
    Ok(())
}

/// Writes text as `application/x-www-form-urlencoded` has it (WHATWG URL, section 5.2).
pub(crate) fn form_encode(text: &str, out: &mut String) {
    for (index, words) in text.split(' ').enumerate() {
        if index > 0 {
            out.push('+');
        }
        percent_encode(words, is_form_byte, out);
    }
}

/// Bytes that the form serialiser leaves as they are (WHATWG URL, application/x-www-form-urlencoded percent-encode set).
fn is_form_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"*-._".contains(&byte)
}

/// Bytes that stay as they are in a path segment: those of form data, and RFC 3986 unreserved and harmless marks.
fn is_segment_byte(byte: u8) -> bool {
    is_form_byte(byte) || b"~!'()".contains(&byte)
}

fn percent_encode(text: &str, keep: fn(u8) -> bool, out: &mut String) {
    for byte in text.bytes() {
        if keep(byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// An absolute http(s) URL or the start of a relative one; neither user info, query nor fragment.
fn base(text: &str) -> Result<&str, String> {
    let refuse = |why: &str| Err(format!("stands at the start of the URL, and its value {why}."));
    if text.contains(|c: char| c.is_control() || c == '\\' || c == ' ') {
        return refuse("has a space, a backslash or a control character");
    }
    if text.contains(['?', '#']) {
        return refuse("has a query or a fragment: write those into the URL");
    }
    match after_scheme(text) {
        Some(rest) => {
            let authority = rest.split('/').next().unwrap_or_default();
            if authority.contains('@') {
                return refuse("has a user name: use the Authorization setting");
            }
            // A colon inside the brackets of an IPv6 address begins no port.
            let colon = authority.rfind(':').filter(|colon| authority.rfind(']') < Some(*colon));
            let (name, digits) = authority.split_at(colon.unwrap_or(authority.len()));
            if host(name).is_err() || port(digits.strip_prefix(':').unwrap_or("0")).is_err() {
                return refuse("has no proper host, or no proper port");
            }
            Ok(text)
        }
        None if text.is_empty() || (text.starts_with('/') && !text.starts_with("//")) => Ok(text),
        None => refuse("begins neither with http:// or https:// nor with one slash"),
    }
}

/// What follows `http://` or `https://`, in any case of letters.
pub(super) fn after_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// A header's value (RFC 9110, section 5.5).
fn header(text: &str) -> Result<&str, String> {
    if text.contains(is_refused_in_header) {
        return Err(
            "has a line break or another control character, which no header can carry.".to_owned()
        );
    }
    Ok(text)
}

/// Control characters other than tab.
pub(super) fn is_refused_in_header(c: char) -> bool {
    c.is_ascii_control() && c != '\t'
}

/// What stands between the quotes of a JSON string.
fn inside_quotes(literal: &str) -> &str {
    literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_default()
}

fn markup(kind: Markup, text: &str, out: &mut String) -> Result<(), String> {
    match kind {
        Markup::Xml => xml_characters(text)?,
        Markup::Html if text.contains('\0') => {
            return Err("has a NUL character, which HTML cannot carry.".to_owned());
        }
        Markup::Html => (),
    }
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser would turn these into spaces or line feeds.
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' if kind == Markup::Xml => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            other => out.push(other),
        }
    }
    // With what stands around the value this could become `]]>`, which XML does not allow in text.
    if kind == Markup::Xml && out.ends_with(']') {
        out.pop();
        out.push_str("&#93;");
    }
    Ok(())
}

/// Text of a CDATA section: a new section wherever the value, or the value and what stands beside it, would end one.
fn cdata(text: &str, out: &mut String) -> Result<(), String> {
    const SPLIT: &str = "]]><![CDATA[";
    xml_characters(text)?;
    if text.is_empty() || text.starts_with('>') || text.starts_with("]>") {
        out.push_str(SPLIT);
    }
    // A parser would turn a carriage return into a line feed, and a section has no escape for it.
    let text = text.replace("]]>", "]]]]><![CDATA[>").replace('\r', "]]>&#13;<![CDATA[");
    out.push_str(&text);
    if text.ends_with(']') {
        out.push_str(SPLIT);
    }
    Ok(())
}

/// The user's name of basic authorization, which ends at the first colon (RFC 7617, section 2).
fn basic_user(text: &str) -> Result<&str, String> {
    if text.contains(':') {
        return Err(
            "is the user's name, and its value has a colon, which begins the password.".to_owned()
        );
    }
    header(text)
}

/// XML 1.0, production 2 (Char).
fn xml_characters(text: &str) -> Result<(), String> {
    let forbidden = |c: char| {
        (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
    };
    if text.contains(forbidden) {
        return Err("has a control character that XML cannot carry.".to_owned());
    }
    Ok(())
}
