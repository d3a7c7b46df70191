//! The options of curl: a name in, what it says about a request out (curl's manual page).

/// What an option says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Url,
    UrlQuery,
    Method,
    Header,
    Data,
    RawData,
    EncodedData,
    JsonData,
    DataAsQuery,
    User,
    Bearer,
    Cookie,
    UserAgent,
    Referer,
    MaxTime,
    ConnectTimeout,
    /// Makes no difference to what is sent.
    Nothing,
    /// Is left out, and why.
    LeftOut(&'static str),
    /// Cannot be imported, and why.
    Refused(&'static str),
}

/// Each meaning with whether its options take a value, and their names: long ones, with `:` and a letter where there is
/// a short one.
const OPTIONS: &[(Meaning, bool, &str)] = &[
    (Meaning::Url, true, "url"),
    (Meaning::UrlQuery, true, "url-query"),
    (Meaning::Method, true, "request:X"),
    (Meaning::Header, true, "header:H"),
    (Meaning::Data, true, "data:d data-ascii data-binary"),
    (Meaning::RawData, true, "data-raw"),
    (Meaning::EncodedData, true, "data-urlencode"),
    (Meaning::JsonData, true, "json"),
    (Meaning::DataAsQuery, false, "get:G"),
    (Meaning::User, true, "user:u"),
    (Meaning::Bearer, true, "oauth2-bearer"),
    (Meaning::Cookie, true, "cookie:b"),
    (Meaning::UserAgent, true, "user-agent:A"),
    (Meaning::Referer, true, "referer:e"),
    (Meaning::MaxTime, true, "max-time:m"),
    (Meaning::ConnectTimeout, true, "connect-timeout"),
    (
        Meaning::Nothing,
        false,
        "basic buffer compressed compressed-ssh create-dirs disable:q fail:f fail-early fail-with-body globoff:g \
         http0.9 http1.0:0 http1.1 http2 http2-prior-knowledge http3 http3-only include:i ipv4:4 ipv6:6 keepalive \
         location:L location-trusted no-buffer:N no-clobber parallel:Z path-as-is post301 post302 post303 \
         progress-bar:# progress-meter raw remote-time:R sessionid show-error:S silent:s ssl ssl-no-revoke ssl-reqd \
         ssl-revoke-best-effort styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tlsv1:1 tlsv1.0 tlsv1.1 \
         tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time verbose:v alpn npn xattr",
    ),
    (
        Meaning::Nothing,
        true,
        "ciphers curves expect100-timeout happy-eyeballs-timeout-ms keepalive-time limit-rate max-filesize max-redirs \
         proto proto-default proto-redir rate retry-delay retry-max-time speed-limit:Y speed-time:y stderr tls-max \
         tls13-ciphers trace trace-ascii write-out:w",
    ),
    (
        Meaning::LeftOut("certificates are always checked"),
        false,
        "insecure:k doh-insecure proxy-insecure",
    ),
    (
        Meaning::LeftOut("a node saves nothing"),
        false,
        "remote-name:O remote-name-all remote-header-name:J",
    ),
    (
        Meaning::LeftOut("a node saves nothing"),
        true,
        "output:o output-dir cookie-jar:c dump-header:D",
    ),
    (Meaning::LeftOut("a node sends once"), true, "retry"),
    (Meaning::LeftOut("a node sends once"), false, "retry-all-errors retry-connrefused"),
    (
        Meaning::LeftOut("a node takes its own way to the server"),
        true,
        "proxy:x proxy-user:U proxy-header preproxy noproxy socks4 socks4a socks5 socks5-hostname resolve connect-to \
         interface local-port dns-servers dns-interface dns-ipv4-addr dns-ipv6-addr doh-url cacert capath pinnedpubkey",
    ),
    (Meaning::LeftOut("a node takes its own way to the server"), false, "proxytunnel:p"),
    (
        Meaning::Refused("a node cannot send HEAD: write -X GET for the same headers"),
        false,
        "head:I",
    ),
    (
        Meaning::Refused(
            "a node cannot send multipart forms or files: its bodies are JSON, XML, HTML, text and simple forms",
        ),
        true,
        "form:F form-string upload-file:T",
    ),
    (Meaning::Refused("an import reads no files"), true, "config:K netrc-file variable"),
    (Meaning::Refused("an import reads no files"), false, "netrc:n netrc-optional"),
    (
        Meaning::Refused("a node has no client certificates"),
        true,
        "cert:E cert-type key key-type pass",
    ),
    (
        Meaning::Refused("of authorizations a node knows basic and bearer"),
        false,
        "anyauth digest negotiate ntlm ntlm-wb",
    ),
    (
        Meaning::Refused("of authorizations a node knows basic and bearer"),
        true,
        "aws-sigv4 delegation",
    ),
    (Meaning::Refused("import the commands one by one"), false, "next::"),
    (Meaning::Refused("write the header Range instead"), true, "range:r continue-at:C"),
    (
        Meaning::Refused("a node calls http and https alone"),
        true,
        "unix-socket abstract-unix-socket",
    ),
];

/// What an option says, and whether it takes a value.
pub(super) type Found = (Meaning, bool);

/// An option by what stands behind `--`.
pub(super) fn long(name: &str) -> Option<Found> {
    let known = find(|long, _| long == name);
    // `--no-…` takes back what an option without a value says.
    known.or_else(|| {
        let positive = name.strip_prefix("no-")?;
        find(|long, _| long == positive).filter(|(_, takes_value)| !takes_value)?;
        Some((Meaning::Nothing, false))
    })
}

/// An option by its letter.
pub(super) fn short(letter: char) -> Option<Found> {
    find(|_, short| short == Some(letter))
}

fn find(is_it: impl Fn(&str, Option<char>) -> bool) -> Option<Found> {
    OPTIONS.iter().find_map(|(meaning, takes_value, names)| {
        let mut names = names.split_ascii_whitespace();
        let found = names.any(|name| {
            let (long, short) = name.split_once(':').unwrap_or((name, ""));
            is_it(long, short.chars().next())
        });
        found.then_some((*meaning, *takes_value))
    })
}
