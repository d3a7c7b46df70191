//! Text in, whether it is an IPv6 address out (RFC 4291, section 2.2).

/// Groups of 16 bits in an address.
const GROUPS: usize = 8;

/// Whether a text is an IPv6 address, its last part perhaps written as IPv4; without brackets and without a zone.
pub(super) fn is_ipv6(text: &str) -> bool {
    let Some(text) = without_half_gaps(text) else { return false };
    let parts: Vec<&str> = text.split(':').collect();
    let mut groups = 0;
    let mut gaps = 0;
    let last = parts.len().saturating_sub(1);
    for (place, part) in parts.into_iter().enumerate() {
        match part {
            "" => gaps += 1,
            _ if is_group(part) => groups += 1,
            _ if place == last && is_ipv4(part) => groups += 2,
            _ => return false,
        }
    }
    match gaps {
        0 => groups == GROUPS,
        // The zeros are one group at least.
        1 => groups < GROUPS,
        _ => false,
    }
}

/// At an end, one of the two colons of a gap parts nothing; none of a single colon there, or of no text.
fn without_half_gaps(text: &str) -> Option<&str> {
    let text = match text.strip_prefix(':') {
        None if text.is_empty() => return None,
        None => text,
        Some(rest) => rest.starts_with(':').then_some(rest)?,
    };
    match text.strip_suffix(':') {
        None => Some(text),
        Some(rest) => (rest.is_empty() || rest.ends_with(':')).then_some(rest),
    }
}

fn is_group(part: &str) -> bool {
    part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_ipv4(part: &str) -> bool {
    let is_byte = |digits: &str| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        plain && digits.parse::<u8>().is_ok_and(|_| digits == "0" || !digits.starts_with('0'))
    };
    part.split('.').count() == 4 && part.split('.').all(is_byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv6Addr;

    /// Every address of up to nine of these parts, and what the standard library says of it.
    #[test]
    fn addresses_are_those_of_the_standard_library() {
        const PARTS: [&str; 3] = ["", "fe0", "1.2.3.4"];
        let mut texts = vec![String::new()];
        let mut next = 0;
        while let Some(text) = texts.get(next).cloned() {
            next += 1;
            if text.matches(':').count() < 9 {
                texts.extend(PARTS.map(|part| format!("{text}:{part}")));
                texts.extend(
                    PARTS
                        .map(|part| format!("{part}{text}"))
                        .into_iter()
                        .skip(1)
                        .filter(|_| text.is_empty()),
                );
            }
        }
        texts.extend(
            [
                "::12345",
                "::g",
                "::1.2.3",
                "::1.2.3.4.5",
                "::01.2.3.4",
                "::1.2.3.256",
                "::1%eth0",
                " ::1",
            ]
            .map(str::to_owned),
        );
        let wrong: Vec<_> =
            texts.iter().filter(|text| is_ipv6(text) != text.parse::<Ipv6Addr>().is_ok()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(texts.iter().any(|text| is_ipv6(text)));
    }
}
