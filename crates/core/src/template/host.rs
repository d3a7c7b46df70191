//! A host or a port in, whether a URL can have it out (WHATWG URL, section 3).

use std::net::Ipv6Addr;

use unicode_general_category::get_general_category;

/// A host name or address.
pub(super) fn host(text: &str) -> Result<&str, String> {
    let name = text.strip_suffix('.').unwrap_or(text);
    let is_name = name.split('.').all(|label| !label.is_empty() && label.chars().all(is_host_char));
    if is_ipv6(text) || (is_name && !is_false_ipv4(text)) {
        Ok(text)
    } else {
        Err("is the host of the URL, and its value is no host name or address.".to_owned())
    }
}

/// A part of one label of a host name.
pub(super) fn host_label(text: &str) -> Result<&str, String> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        Ok(text)
    } else {
        Err("is part of a host name, so its value can only have letters, digits and “-”."
            .to_owned())
    }
}

/// The digits of a port.
pub(super) fn port(text: &str) -> Result<&str, String> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.parse::<u16>().is_ok() {
        Ok(text)
    } else {
        Err("is the port of the URL, so its value must be a number from 0 to 65535.".to_owned())
    }
}

/// An IPv6 address in its brackets.
pub(super) fn is_ipv6(text: &str) -> bool {
    let address = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    address.is_some_and(|address| address.parse::<Ipv6Addr>().is_ok())
}

/// Whether a URL's parser takes a host for an IPv4 address, and then finds that it is none: `10.0.0.256`.
pub(super) fn is_false_ipv4(host: &str) -> bool {
    ends_in_number(host) && !is_ipv4(host)
}

/// Whether the last label of a host is a number, so that all of it has to be an IPv4 address.
fn ends_in_number(host: &str) -> bool {
    let last = labels(host).last().copied().unwrap_or_default();
    let is_decimal = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    is_decimal || number(last).is_some()
}

/// One to four numbers, the last of which fills the bytes that are left: `127.1` is `127.0.0.1`.
fn is_ipv4(host: &str) -> bool {
    let numbers: Option<Vec<u64>> = labels(host).into_iter().map(number).collect();
    let Some((last, bytes)) = numbers.as_deref().and_then(<[u64]>::split_last) else {
        return false;
    };
    let left = 4_usize.checked_sub(bytes.len()).filter(|left| *left > 0);
    left.is_some_and(|left| *last < 1 << (8 * left)) && bytes.iter().all(|byte| *byte < 256)
}

/// A decimal, octal (`017`) or hexadecimal (`0x1f`) number.
fn number(label: &str) -> Option<u64> {
    let (digits, radix) = match label.as_bytes() {
        [] => return None,
        [b'0', b'x' | b'X', ..] => (label.get(2..)?, 16),
        [b'0', _, ..] => (label.get(1..)?, 8),
        _ => (label, 10),
    };
    digits.chars().try_fold(0_u64, |number, digit| {
        let digit = digit.to_digit(radix)?.into();
        Some(number.saturating_mul(radix.into()).saturating_add(digit))
    })
}

/// The labels of a host, without the empty one behind a dot at its end.
fn labels(host: &str) -> Vec<&str> {
    host.strip_suffix('.').unwrap_or(host).split('.').collect()
}

/// Letters with their marks, digits and hyphens, in any script (IDNA is the URL parser's).
fn is_host_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_' || (!c.is_ascii() && is_of_words(c))
}

fn is_of_words(c: char) -> bool {
    let category = get_general_category(c).abbreviation();
    category.starts_with(['L', 'M', 'N'])
}
