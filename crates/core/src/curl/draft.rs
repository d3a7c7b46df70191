//! The options of a command in, what they say together out: one URL, headers, data, authorization, time.

use std::ops::Range;

use super::{
    arguments::Argument,
    cursor::{partly, refused},
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
    /// Seconds.
    pub(super) max_time: Option<f64>,
    pub(super) connect_timeout: Option<f64>,
    pub(super) warnings: Vec<Problem>,
}

/// Puts together what the options say.
pub(super) fn draft(arguments: Vec<Argument>, warnings: Vec<Problem>) -> Result<Draft, Problem> {
    let mut draft = Draft { warnings, ..Draft::default() };
    for argument in arguments {
        draft.take(argument)?;
    }
    Ok(draft)
}

impl Draft {
    fn take(&mut self, argument: Argument) -> Result<(), Problem> {
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
            Meaning::MaxTime => self.max_time = Some(seconds(&name, &said)?),
            Meaning::ConnectTimeout => self.connect_timeout = Some(seconds(&name, &said)?),
            Meaning::Nothing => (),
            Meaning::LeftOut(why) => {
                self.warnings.push(partly("", format!("{name} is not imported: {why}.")));
            }
            Meaning::Refused(why) => return Err(refused(why, said.range)),
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

fn no_file(name: &str, said: &Said) -> Result<(), Problem> {
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
fn url_encoded(name: &str, said: &Said) -> Result<String, Problem> {
    if let Some((field, content)) = said.text.split_once('=') {
        let equals = if field.is_empty() { "" } else { "=" };
        return Ok(format!("{field}{equals}{}", url_encode(content)));
    }
    match said.text.contains('@') {
        true => Err(refused(file(name), said.range.clone())),
        false => Ok(url_encode(&said.text)),
    }
}

fn method(said: &Said) -> Result<Method, Problem> {
    let found =
        Method::ALL.into_iter().find(|method| method.name().eq_ignore_ascii_case(&said.text));
    found.ok_or_else(|| {
        let message = "A node sends GET, POST, PUT, DELETE and PATCH: write one of these.";
        refused(message, said.range.clone())
    })
}

fn seconds(name: &str, said: &Said) -> Result<f64, Problem> {
    let seconds =
        said.text.parse().ok().filter(|seconds: &f64| *seconds >= 0.0 && seconds.is_finite());
    let wrong = || refused(format!("{name} takes seconds: write a number."), said.range.clone());
    seconds.ok_or_else(wrong)
}
