//! URLs apart: scheme, host and port, and whether a host is on this machine or in this network.

/// Scheme, host and port of a URL, as far as they can be read: `https`, `shop.example`, `8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// In lower case, without `:`.
    pub scheme: String,
    /// In lower case; an IPv6 address with its brackets.
    pub host: String,
    /// As written; empty for the scheme's own.
    pub port: String,
}

impl Origin {
    /// The origin of an absolute http(s) URL.
    pub fn of(url: &str) -> Option<Origin> {
        let (scheme, rest) = url.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "http" | "https") {
            return None;
        }
        let authority = rest.split(['/', '?', '#', '\\']).next()?;
        let host_port = authority.rsplit('@').next()?;
        let (host, port) =
            match host_port.rfind(':').filter(|colon| !host_port[*colon..].contains(']')) {
                Some(colon) => (&host_port[..colon], &host_port[colon + 1..]),
                None => (host_port, ""),
            };
        let own = if scheme == "http" { "80" } else { "443" };
        let port = if port == own { "" } else { port };
        (!host.is_empty()).then(|| Origin {
            scheme,
            host: host.to_ascii_lowercase(),
            port: port.to_owned(),
        })
    }

    /// Whether the host is this machine.
    pub fn is_loopback(&self) -> bool {
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || self.host == "[::1]"
            || self.octets().is_some_and(|octets| octets[0] == 127)
    }

    /// Whether the host is this machine or a private network (RFC 1918, RFC 3927, RFC 4193, RFC 6762).
    pub fn is_local(&self) -> bool {
        self.is_loopback()
            || self.host.ends_with(".local")
            || self.host.starts_with("[fc")
            || self.host.starts_with("[fd")
            || self.host.starts_with("[fe80:")
            || self.octets().is_some_and(|octets| {
                matches!(octets, [10, ..] | [192, 168, ..] | [169, 254, ..] | [172, 16..=31, ..])
            })
    }

    fn octets(&self) -> Option<[u8; 4]> {
        let parts: Vec<u8> = self.host.split('.').filter_map(|part| part.parse().ok()).collect();
        (self.host.split('.').count() == 4).then(|| parts.try_into().ok()).flatten()
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}://{}", self.scheme, self.host)?;
        if self.port.is_empty() { Ok(()) } else { write!(formatter, ":{}", self.port) }
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn origins_are_read_from_urls() {
        let rows = [
            ("http://localhost:8080/sample/json?x=1", Some(("http://localhost:8080", true, true))),
            ("HTTPS://Shop.Example:443/a", Some(("https://shop.example", false, false))),
            ("http://user:pass@10.0.0.7/", Some(("http://10.0.0.7", false, true))),
            ("http://[::1]:81", Some(("http://[::1]:81", true, true))),
            ("http://172.32.0.1/", Some(("http://172.32.0.1", false, false))),
            ("http://1.2.3.4.5/", Some(("http://1.2.3.4.5", false, false))),
            ("http://printer.local", Some(("http://printer.local", false, true))),
            ("/sample/json", None),
            ("ftp://a/", None),
            ("http:///x", None),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(url, expected)| {
                let found = Origin::of(url)
                    .map(|origin| (origin.to_string(), origin.is_loopback(), origin.is_local()));
                (url, expected.map(|(text, own, local)| (text.to_owned(), own, local)), found)
            })
            .filter(|(_, expected, found)| expected != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
