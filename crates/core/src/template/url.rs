//! A URL template in, its parts out: a base or an origin, path segments, query and fragment, each with its escaping.

use std::ops::Range;

use super::{
    Fault, Filling, Illegal, Piece, Place, Template, Token,
    escape::after_scheme,
    host::{is_false_ipv4, is_ipv6},
    tokens,
};
use crate::problem::Code;

/// A URL template, taken apart (WHATWG URL, section 4.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UrlTemplate {
    /// `https://host:port`, a base parameter, or nothing for a relative URL.
    origin: Template,
    /// Whether the URL begins with a parameter.
    has_base: bool,
    /// What stands between the slashes; the first is what stands before the first slash.
    segments: Vec<Template>,
    query: Option<Template>,
    fragment: Option<Template>,
}

/// A character or a parameter, and the bytes that it takes in the template.
#[derive(Clone)]
enum Atom {
    Char(char, Range<usize>),
    Parameter(String, Range<usize>),
}

impl Atom {
    fn range(&self) -> Range<usize> {
        match self {
            Atom::Char(_, range) | Atom::Parameter(_, range) => range.clone(),
        }
    }

    fn is(&self, wanted: char) -> bool {
        matches!(self, Atom::Char(c, _) if *c == wanted)
    }

    fn is_parameter(&self) -> bool {
        matches!(self, Atom::Parameter(..))
    }
}

/// Takes a URL template apart. With faults, what is returned is of no use for sending.
pub(crate) fn url(template: &str) -> (UrlTemplate, Vec<Fault>) {
    let mut faults = Vec::new();
    let atoms = atoms(template);
    let (atoms, whole) = trimmed(&atoms, template);
    if atoms.is_empty() {
        let message =
            "The URL is empty: write the address to call, such as https://api.example.com/orders.";
        return (UrlTemplate::default(), vec![Fault::new(Code::BadUrl, message, whole)]);
    }
    for atom in atoms {
        if let Atom::Char(c, range) = atom
            && (c.is_control() || *c == '\\')
        {
            let message = "A URL has no tabs, line breaks or backslashes: remove it, or write “/”.";
            faults.push(Fault::new(Code::BadUrl, message, range.clone()));
        }
    }

    let text = plain(atoms);
    let (origin, rest, has_base) = if atoms.first().is_some_and(Atom::is_parameter) {
        let (base, rest) = atoms.split_at(1);
        (with_base(base, rest, &mut faults), rest, true)
    } else if let Some(after) = after_scheme(&text) {
        let scheme = text.len() - after.len();
        let end = scheme + position(atoms.get(scheme..).unwrap_or_default(), &['/', '?', '#']);
        let (origin, rest) = atoms.split_at(end);
        (with_authority(origin, scheme, &mut faults), rest, false)
    } else {
        faults.extend(relative(&text, whole));
        (Template::default(), atoms, false)
    };

    let (path, rest) = rest.split_at(position(rest, &['?', '#']));
    let (query, fragment) = rest.split_at(position(rest, &['#']));
    let segments = path.split(|atom| atom.is('/')).map(|part| template_of(part, Place::Segment));
    let url = UrlTemplate {
        origin,
        has_base,
        segments: segments.collect(),
        query: query.split_first().map(|(_, query)| template_of(query, Place::Form)),
        fragment: fragment.split_first().map(|(_, part)| template_of(part, Place::Segment)),
    };
    (url, faults)
}

impl UrlTemplate {
    /// The parts of the URL, in their order.
    pub(crate) fn templates(&self) -> Vec<&Template> {
        let mut templates = vec![&self.origin];
        templates.extend(&self.segments);
        templates.extend(&self.query);
        templates.extend(&self.fragment);
        templates
    }

    /// Whether a value decides which server is called.
    pub(crate) fn has_host_parameter(&self) -> bool {
        self.origin.parameters().next().is_some()
    }

    /// Writes the URL with its values, and the query fields after the query that it has already.
    pub(crate) fn write(&self, filling: &Filling<'_>, fields: &str) -> Result<String, Illegal> {
        let mut url = String::new();
        self.origin.write(filling, &mut url)?;
        for (index, segment) in self.segments.iter().enumerate() {
            if index > 0 {
                url.push('/');
            }
            let start = url.len();
            segment.write(filling, &mut url)?;
            check_segment(segment, url.get(start..).unwrap_or_default())?;
        }
        if self.has_base && (url.starts_with("//") || url.is_empty()) {
            let parameter = self.origin.parameters().next().unwrap_or_default().to_owned();
            let message = format!(
                "${parameter} stands at the start of the URL, and its value makes it no URL."
            );
            return Err(Illegal { parameter, message });
        }
        self.write_query(filling, fields, &mut url)?;
        if let Some(fragment) = &self.fragment {
            url.push('#');
            fragment.write(filling, &mut url)?;
        }
        Ok(url)
    }

    fn write_query(
        &self,
        filling: &Filling<'_>,
        fields: &str,
        url: &mut String,
    ) -> Result<(), Illegal> {
        let mut query = String::new();
        if let Some(template) = &self.query {
            template.write(filling, &mut query)?;
        }
        if !query.is_empty() && !fields.is_empty() && !query.ends_with('&') {
            query.push('&');
        }
        query.push_str(fields);
        if self.query.is_some() || !query.is_empty() {
            url.push('?');
            url.push_str(&query);
        }
        Ok(())
    }
}

/// A segment that its values turn into nothing, `.` or `..` would call another address.
fn check_segment(segment: &Template, written: &str) -> Result<(), Illegal> {
    let Some(parameter) = segment.parameters().next() else { return Ok(()) };
    let why = match written.to_ascii_lowercase().replace("%2e", ".").as_str() {
        "" => "is empty",
        "." | ".." => "is a dot segment",
        _ => return Ok(()),
    };
    let message = format!(
        "${parameter} is a part of the URL's path, and there its value {why}: the request would go to another address."
    );
    Err(Illegal { parameter: parameter.to_owned(), message })
}

/// What a parameter at the very start of the URL may be followed by.
fn with_base(base: &[Atom], rest: &[Atom], faults: &mut Vec<Fault>) -> Template {
    if let Some(next) = rest.first()
        && !['/', '?', '#'].into_iter().any(|c| next.is(c))
    {
        let message =
            "A parameter at the start of the URL is its base: let “/”, “?” or “#” follow.";
        faults.push(Fault::new(Code::BadPlace, message, next.range()));
    }
    template_of(base, Place::Base)
}

/// Scheme, host and port.
fn with_authority(origin: &[Atom], scheme: usize, faults: &mut Vec<Fault>) -> Template {
    let (scheme, authority) = origin.split_at(scheme);
    let mut template = template_of(scheme, Place::Text);
    if let Some(at) = authority.iter().rposition(|atom| atom.is('@')) {
        let message = "A URL here has no user name or password: use the Authorization setting.";
        let credentials = authority.get(..=at).unwrap_or_default();
        faults.push(Fault::new(misplaced(credentials), message, span(credentials)));
        return template;
    }
    // A colon inside the brackets of an IPv6 address begins no port.
    let closing = authority.iter().rposition(|atom| atom.is(']')).unwrap_or(0);
    let colon = authority.iter().rposition(|atom| atom.is(':')).filter(|colon| *colon > closing);
    let (host, port) = authority.split_at(colon.unwrap_or(authority.len()));
    template.pieces.extend(host_template(host, span(origin), faults).pieces);
    if let Some((colon, digits)) = port.split_first() {
        check_port(digits, faults);
        template.pieces.extend(template_of(std::slice::from_ref(colon), Place::Text).pieces);
        template.pieces.extend(template_of(digits, Place::Port).pieces);
    }
    template
}

fn host_template(host: &[Atom], whole: Range<usize>, faults: &mut Vec<Fault>) -> Template {
    if host.is_empty() {
        let message = "The URL has no host: write it after “://”, such as https://api.example.com.";
        faults.push(Fault::new(Code::BadUrl, message, whole));
    }
    if let [Atom::Parameter(..)] = host {
        return template_of(host, Place::Host);
    }
    if host.first().is_some_and(|atom| atom.is('[')) {
        return address_template(host, faults);
    }
    for atom in host {
        if let Atom::Char(c, range) = atom
            && " <>^|%\"`{}[]:".contains(*c)
        {
            let message = format!("“{c}” cannot be part of a host name: remove it.");
            faults.push(Fault::new(Code::BadUrl, message, range.clone()));
        }
    }
    // A dot at the end only says that the name is whole; IDNA has three more characters for it.
    let is_dot = |atom: &Atom| ['.', '。', '．', '｡'].into_iter().any(|dot| atom.is(dot));
    let last_label = host.rsplit(is_dot).find(|label| !label.is_empty()).unwrap_or_default();
    for atom in last_label.iter().filter(|atom| atom.is_parameter()) {
        let message = "A parameter here could choose another domain: make it the whole host, or move it before the last “.”.";
        faults.push(Fault::new(Code::BadPlace, message, atom.range()));
    }
    if is_false_ipv4(&plain(host)) {
        let message = "A host that ends in a number is a whole IP address: correct it, or make it one parameter.";
        faults.push(Fault::new(misplaced(host), message, span(host)));
    }
    template_of(host, Place::HostLabel)
}

/// An IPv6 address in its brackets (RFC 3986, section 3.2.2).
fn address_template(host: &[Atom], faults: &mut Vec<Fault>) -> Template {
    if !is_ipv6(&plain(host)) {
        let message =
            "Brackets hold a whole IPv6 address, such as [::1], and no parameter: correct it.";
        faults.push(Fault::new(Code::BadUrl, message, span(host)));
    }
    template_of(host, Place::HostLabel)
}

fn check_port(digits: &[Atom], faults: &mut Vec<Fault>) {
    let text: String =
        digits.iter().map(|atom| if let Atom::Char(c, _) = atom { *c } else { '0' }).collect();
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let has_parameter = digits.iter().any(Atom::is_parameter);
    if !is_number || (!text.is_empty() && !has_parameter && text.parse::<u16>().is_err()) {
        let message = "A port is a number from 0 to 65535: correct it, or remove it with its “:”.";
        faults.push(Fault::new(Code::BadUrl, message, span(digits)));
    } else if has_parameter && digits.len() > 1 {
        let message = "A parameter must be the whole port: remove the digits beside it.";
        faults.push(Fault::new(Code::BadPlace, message, span(digits)));
    }
}

/// What a URL without scheme and without base is: a path of the page's own origin, or a mistake.
fn relative(text: &str, range: Range<usize>) -> Option<Fault> {
    if text.starts_with('/') && !text.starts_with("//") {
        let message = "This URL has no host: it works only inside a page, on the page's own server. Begin with https:// to call another.";
        return Some(Fault::new(Code::RelativeUrl, message, range));
    }
    let scheme = text.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    let message = match scheme {
        Some(scheme) if matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") => {
            format!("Two slashes follow “{scheme}:”: write “{scheme}://”.")
        }
        Some(scheme) if !scheme.contains('.') && scheme != "localhost" => {
            format!("“{scheme}:” cannot be called: begin the URL with https:// or http://.")
        }
        _ => "The URL has no “https://”: begin with it.".to_owned(),
    };
    Some(Fault::new(Code::BadUrl, message, range))
}

fn atoms(template: &str) -> Vec<Atom> {
    let mut atoms = Vec::new();
    for token in tokens(template) {
        match token {
            Token::Parameter { name, range } => atoms.push(Atom::Parameter(name, range)),
            // A `$$` is one character that takes two bytes.
            Token::Text { text, range } if text.len() != range.len() => {
                atoms.extend(text.chars().map(|c| Atom::Char(c, range.clone())));
            }
            Token::Text { text, range } => atoms.extend(text.char_indices().map(|(at, c)| {
                let start = range.start + at;
                Atom::Char(c, start..start + c.len_utf8())
            })),
        }
    }
    atoms
}

/// The atoms without white space around them, and the bytes that they take.
fn trimmed<'a>(atoms: &'a [Atom], template: &str) -> (&'a [Atom], Range<usize>) {
    let is_space = |atom: &Atom| matches!(atom, Atom::Char(c, _) if c.is_whitespace());
    let start = atoms.iter().position(|atom| !is_space(atom)).unwrap_or(atoms.len());
    let end = atoms.iter().rposition(|atom| !is_space(atom)).map_or(start, |last| last + 1);
    match atoms.get(start..end) {
        Some(inner) if !inner.is_empty() => (inner, span(inner)),
        _ => (&[], 0..template.len()),
    }
}

/// The characters as text, with NUL for each parameter.
fn plain(atoms: &[Atom]) -> String {
    atoms.iter().map(|atom| if let Atom::Char(c, _) = atom { *c } else { '\0' }).collect()
}

/// Where the first of some characters stands, or the end.
fn position(atoms: &[Atom], wanted: &[char]) -> usize {
    let found = atoms.iter().position(|atom| wanted.iter().any(|c| atom.is(*c)));
    found.unwrap_or(atoms.len())
}

/// The code of what cannot stand somewhere: a parameter is one thing, text another.
fn misplaced(atoms: &[Atom]) -> Code {
    if atoms.iter().any(Atom::is_parameter) { Code::BadPlace } else { Code::BadUrl }
}

fn span(atoms: &[Atom]) -> Range<usize> {
    let start = atoms.first().map_or(0, |atom| atom.range().start);
    start..atoms.last().map_or(start, |atom| atom.range().end)
}

fn template_of(atoms: &[Atom], place: Place) -> Template {
    let mut template = Template::default();
    for atom in atoms {
        match (atom, template.pieces.last_mut()) {
            (Atom::Parameter(name, _), _) => {
                template.pieces.push(Piece::Parameter { name: name.clone(), place });
            }
            (Atom::Char(c, _), Some(Piece::Literal(text))) => text.push(*c),
            (Atom::Char(c, _), _) => template.pieces.push(Piece::Literal(c.to_string())),
        }
    }
    template
}
