//! A request that got no answer and what a page can know about it in; what it can be, and what the
//! server would have to send, out. Fetch Standard, "CORS protocol"; Mixed Content; Private Network Access.

use switchhook::WebhookRequest;

use crate::model::{
    origin::Origin,
    say::{Said, say},
};

/// What the page knows beside the failure itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The page's own origin.
    pub page: String,
    /// Whether the browser says that there is a network.
    pub online: bool,
    /// Whether the server's address answered a `no-cors` probe; none while that is not known.
    pub probe: Option<bool>,
}

/// What a failure without an answer can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The device has no network.
    Offline,
    /// A page of https may not ask for http.
    MixedContent,
    /// A public page may not ask for a local address.
    LocalAddress,
    /// The server answers, and not to this page.
    Cors,
    /// The page's own server did not answer.
    OwnServer,
    /// Nobody answers at that address.
    Nobody,
    /// The probe has not come back yet.
    Asking,
}

impl Cause {
    /// Whether something else may get an answer: the relay, a shell.
    pub fn can_be_gone_round(self) -> bool {
        !matches!(self, Cause::Asking | Cause::OwnServer | Cause::Offline)
    }
}

/// What a failure without an answer can be, as far as a page can tell.
pub fn cause(request: &WebhookRequest, around: &Surroundings) -> Cause {
    let target = Origin::of(&request.url);
    let page = Origin::of(&around.page);
    let (Some(target), Some(page)) = (target, page) else { return Cause::OwnServer };
    match around.probe {
        _ if !around.online && !target.is_loopback() => Cause::Offline,
        _ if page.scheme == "https" && target.scheme == "http" && !target.is_loopback() => {
            Cause::MixedContent
        }
        _ if page == target => Cause::OwnServer,
        Some(true) => Cause::Cors,
        _ if target.is_local() && !page.is_local() => Cause::LocalAddress,
        Some(false) => Cause::Nobody,
        None => Cause::Asking,
    }
}

/// Whether a probe of the address could tell more.
pub fn wants_probe(request: &WebhookRequest, around: &Surroundings) -> bool {
    cause(request, &Surroundings { probe: None, ..around.clone() }) == Cause::Asking
}

/// A header of the answer without which a browser hides it from this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// What of the request demands it, in words.
    pub because: Said,
}

/// The answer's headers without which a browser hides it from this page.
pub fn needed_headers(request: &WebhookRequest, page: &str) -> Vec<Needed> {
    let mut needed = vec![Needed {
        name: "Access-Control-Allow-Origin",
        value: page.to_owned(),
        because: say!(
            "Allow-Origin names this page; * would do as well, for no credentials are sent."
        ),
    }];
    let method = request.method.name();
    if is_unusual(method) {
        needed.push(Needed {
            name: "Access-Control-Allow-Methods",
            value: method.to_owned(),
            because: say!(
                "Allow-Methods: pages may send GET and POST unasked, not {method}.",
                method
            ),
        });
    }
    let unusual = unusual_headers(request);
    if !unusual.is_empty() {
        let reasons = unusual.iter().map(|name| demand(name, request).to_string());
        let reasons = reasons.collect::<Vec<String>>();
        needed.push(Needed {
            name: "Access-Control-Allow-Headers",
            value: unusual.join(", "),
            because: say!("Allow-Headers: {reasons}.", reasons = &reasons.join("; ")),
        });
    }
    needed
}

/// Why a header has to be allowed by its name.
fn demand(name: &str, request: &WebhookRequest) -> Said {
    let mut headers = request.headers.iter();
    let value = headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    match (name, value) {
        ("content-type", Some(value)) => {
            let kind = value.split(';').next().unwrap_or_default().trim();
            say!("content-type, for {kind} is none of the kinds that forms send", kind)
        }
        ("authorization", _) => say!("authorization, which * does not include"),
        ("accept" | "accept-language" | "content-language", _) => {
            say!("{name}, for its value is long or unusual", name)
        }
        _ => say!("{name} is one of your own", name),
    }
}

fn is_unusual(method: &str) -> bool {
    !matches!(method, "GET" | "HEAD" | "POST")
}

/// Why the browser asks the server before it sends (a preflight), in words; none where it does not.
pub fn preflight(request: &WebhookRequest) -> Option<Said> {
    let method = request.method.name();
    let headers = unusual_headers(request);
    let names = headers.join(", ");
    // A sentence for each: what is put together of parts is put together differently elsewhere.
    Some(match (is_unusual(method), headers.as_slice()) {
        (false, []) => return None,
        (true, []) => say!("The browser asks first, because of the method {method}.", method),
        (false, [_]) => {
            say!("The browser asks first, because of the header {header}.", header = &names)
        }
        (false, _) => {
            say!("The browser asks first, because of the headers {headers}.", headers = &names)
        }
        (true, [_]) => say!(
            "The browser asks first, because of the method {method} and the header {header}.",
            method,
            header = &names
        ),
        (true, _) => say!(
            "The browser asks first, because of the method {method} and the headers {headers}.",
            method,
            headers = &names
        ),
    })
}

/// Names of headers that are not CORS-safelisted, in lower case (Fetch Standard, 2.2.2).
fn unusual_headers(request: &WebhookRequest) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (name, value) in &request.headers {
        let name = name.to_ascii_lowercase();
        if !is_safelisted(&name, &value.to_ascii_lowercase())
            && let Err(place) = names.binary_search(&name)
        {
            names.insert(place, name);
        }
    }
    names
}

fn is_safelisted(name: &str, value: &str) -> bool {
    let plain = value.len() <= 128 && !value.bytes().any(is_unsafe);
    let is_language = |byte: u8| byte.is_ascii_alphanumeric() || b" *,-.;=".contains(&byte);
    match name {
        "accept" => plain,
        "accept-language" | "content-language" => plain && value.bytes().all(is_language),
        "content-type" => {
            let essence = value.split(';').next().unwrap_or_default().trim();
            let simple = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];
            plain && simple.contains(&essence)
        }
        _ => false,
    }
}

/// A CORS-unsafe request-header byte.
fn is_unsafe(byte: u8) -> bool {
    byte < 0x20 && byte != b'\t' || byte == 0x7f || b"\"():<>?@[\\]{}".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::{Cause, Surroundings, cause, needed_headers, preflight};
    use switchhook::{Method, WebhookRequest};

    fn request(method: Method, url: &str, headers: &[(&str, &str)]) -> WebhookRequest {
        let headers =
            headers.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        WebhookRequest { url: url.into(), method, headers, body: None }
    }

    #[test]
    fn causes_are_told_apart() {
        let local = "http://127.0.0.1:8080";
        let hosted = "https://studio.example";
        let rows = [
            ("http://localhost:8080/x", local, true, Some(true), Cause::Cors),
            ("http://localhost:9/x", local, true, Some(false), Cause::Nobody),
            ("http://localhost:9/x", local, false, Some(false), Cause::Nobody),
            ("http://localhost:9/x", local, true, None, Cause::Asking),
            ("http://127.0.0.1:8080/x", local, true, None, Cause::OwnServer),
            ("https://shop.example/", local, false, None, Cause::Offline),
            ("http://shop.example/", hosted, true, None, Cause::MixedContent),
            ("https://192.168.0.4/", hosted, true, None, Cause::LocalAddress),
            ("/orders", hosted, true, None, Cause::OwnServer),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(url, page, online, probe, expected)| {
                let around = Surroundings { page: page.into(), online, probe };
                (url, expected, cause(&request(Method::Get, url, &[]), &around))
            })
            .filter(|(_, expected, found)| expected != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_preflight_needs_more_headers() {
        let simple = request(Method::Post, "https://a/", &[("Content-Type", "text/plain")]);
        assert_eq!(preflight(&simple), None);
        assert_eq!(needed_headers(&simple, "http://p").len(), 1);
        let json = request(
            Method::Put,
            "https://a/",
            &[("X-Trace", "1"), ("Accept", "*/*"), ("Content-Type", "application/json")],
        );
        let words = "The browser asks first, because of the method PUT and the headers content-type, x-trace.";
        assert_eq!(preflight(&json).as_deref(), Some(words));
        let needed = needed_headers(&json, "http://p");
        let lines: Vec<_> =
            needed.iter().map(|needed| format!("{}: {}", needed.name, needed.value)).collect();
        assert_eq!(
            lines[1..],
            [
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Headers: content-type, x-trace"
            ]
        );
        assert_eq!(
            needed[2].because,
            "Allow-Headers: content-type, for application/json is none of the kinds that forms send; \
             x-trace is one of your own."
        );
    }

    #[test]
    fn values_may_need_a_preflight_too() {
        let rows = [
            ("Accept", "application/json, */*;q=0.5", None),
            ("Accept", "a(b)", Some("accept")),
            ("Accept-Language", "de, en;q=0.5", None),
            ("Accept-Language", "de_CH", Some("accept-language")),
            ("Authorization", "Bearer x", Some("authorization")),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(name, value, expected)| {
                let found = preflight(&request(Method::Get, "https://a/", &[(name, value)]));
                let words = |name| format!("The browser asks first, because of the header {name}.");
                (name, value, expected.map(words), found.map(|said| said.to_string()))
            })
            .filter(|(_, _, expected, found)| expected != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
