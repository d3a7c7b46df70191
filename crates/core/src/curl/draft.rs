//! The options of a command in, what they say together out: one URL, headers, data, authorization, time.

use std::ops::Range;

use super::{
    arguments::Argument,
    cursor::{Refused, partly, refused},
    form::url_encode,
    marked::has_parameter,
    option::Meaning,
};
use crate::{definition::Method, problem::Problem};

/// Marked text, and the bytes of the command that say it.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

/// A time.
#[derive(Debug)]
pub(super) struct Seconds {
    /// Rounded up.
    pub(super) up: i64,
    pub(super) is_whole: bool,
    /// As the command has it.
    pub(super) text: String,
}

/// What a command says.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) url: Option<Said>,
    /// What `--url-query` adds to the URL.
    pub(super) query: Option<Said>,
    pub(super) method: Option<Method>,
    pub(super) headers: Vec<Said>,
    pub(super) data: Option<Said>,
    pub(super) is_json: bool,
    pub(super) is_query: bool,
    pub(super) user: Option<Said>,
    pub(super) bearer: Option<Said>,
    pub(super) cookie: Option<Said>,
    pub(super) user_agent: Option<Said>,
    pub(super) referer: Option<Said>,
    pub(super) max_time: Option<Seconds>,
    pub(super) connect_timeout: Option<Seconds>,
    pub(super) warnings: Vec<Problem>,
}

/// Puts together what the options say.
pub(super) fn draft(arguments: Vec<Argument>, warnings: Vec<Problem>) -> Result<Draft, Refused> {
    let mut draft = Draft { warnings, ..Draft::default() };
    for argument in arguments {
        draft.take(argument)?;
    }
    Ok(draft)
}

impl Draft {
    fn take(&mut self, argument: Argument) -> Result<(), Refused> {
        let Argument { name, meaning, value, range } = argument;
        let said = Said { text: value, range };
        match meaning {
            Meaning::Url if self.url.is_some() => {
                let message = "This is a second URL, and a node calls one: remove it, or put quotes around text with spaces.";
                return Err(refused(message, said.range));
            }
            Meaning::Url => self.url = Some(said),
            Meaning::UrlQuery => {
                let part = match said.text.strip_prefix('+') {
                    Some(raw) => raw.to_owned(),
                    None => url_encoded(&name, &said)?,
                };
                join(&mut self.query, "&", part, said.range);
            }
            Meaning::Method => self.method = Some(method(&said)?),
            Meaning::Header => {
                no_file(&name, &said)?;
                self.headers.push(said);
            }
            Meaning::Data => {
                no_file(&name, &said)?;
                join(&mut self.data, "&", said.text, said.range);
            }
            Meaning::RawData => join(&mut self.data, "&", said.text, said.range),
            Meaning::EncodedData => {
                join(&mut self.data, "&", url_encoded(&name, &said)?, said.range);
            }
            Meaning::JsonData => {
                no_file(&name, &said)?;
                self.is_json = true;
                join(&mut self.data, "", said.text, said.range);
            }
            Meaning::DataAsQuery => self.is_query = true,
            Meaning::User => self.user = Some(said),
            Meaning::Bearer => self.bearer = Some(said),
            Meaning::Cookie if !said.text.contains('=') && !has_parameter(&said.text) => {
                let message = format!(
                    "{name} names a file here, and an import reads none: write the cookies as name=value."
                );
                return Err(refused(message, said.range));
            }
            Meaning::Cookie => join(&mut self.cookie, ";", said.text, said.range),
            Meaning::UserAgent => self.user_agent = Some(said),
            Meaning::Referer => self.referer = Some(said),
            Meaning::MaxTime => self.max_time = Some(seconds(&name, said)?),
            Meaning::ConnectTimeout => self.connect_timeout = Some(seconds(&name, said)?),
            Meaning::Nothing => (),
            Meaning::LeftOut(why) => {
                self.warnings.push(partly("", format!("{name} is not imported: {why}.")));
            }
            Meaning::Refused(why) => {
                return Err(refused(format!("{name} cannot be imported: {why}."), said.range));
            }
        }
        Ok(())
    }
}

/// Adds to what was said before.
fn join(whole: &mut Option<Said>, between: &str, part: String, range: Range<usize>) {
    match whole {
        Some(said) => {
            said.text.push_str(between);
            said.text.push_str(&part);
            said.range.end = range.end;
        }
        None => *whole = Some(Said { text: part, range }),
    }
}

fn no_file(name: &str, said: &Said) -> Result<(), Refused> {
    match said.text.strip_prefix('@') {
        Some(_) => Err(refused(file(name), said.range.clone())),
        None => Ok(()),
    }
}

fn file(name: &str) -> String {
    format!(
        "{name} reads a file here, and an import reads none: write the text itself into the command."
    )
}

/// One of the forms of `--data-urlencode`: `content`, `=content`, `name=content`, and two that read files.
fn url_encoded(name: &str, said: &Said) -> Result<String, Refused> {
    if let Some((field, content)) = said.text.split_once('=') {
        let equals = if field.is_empty() { "" } else { "=" };
        return Ok(format!("{field}{equals}{}", url_encode(content)));
    }
    match said.text.contains('@') {
        true => Err(refused(file(name), said.range.clone())),
        false => Ok(url_encode(&said.text)),
    }
}

fn method(said: &Said) -> Result<Method, Refused> {
    let found =
        Method::ALL.into_iter().find(|method| method.name().eq_ignore_ascii_case(&said.text));
    found.ok_or_else(|| {
        let message = "A node sends GET, POST, PUT, DELETE and PATCH: write one of these.";
        refused(message, said.range.clone())
    })
}

/// Seconds, with or without a fraction.
fn seconds(name: &str, said: Said) -> Result<Seconds, Refused> {
    let (whole, fraction) = said.text.split_once('.').unwrap_or((&said.text, "0"));
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return Err(refused(format!("{name} takes seconds: write a number."), said.range));
    }
    let is_whole = fraction.bytes().all(|byte| byte == b'0');
    // What has too many digits is too long anyway.
    let up: i64 = whole.parse().unwrap_or(i64::MAX);
    Ok(Seconds { up: up.saturating_add(i64::from(!is_whole)), is_whole, text: said.text })
}
