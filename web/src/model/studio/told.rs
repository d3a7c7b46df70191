//! What the studio tells of itself: why nothing was sent, what a click did, what was done in passing. It is put into
//! words when it is shown, since the page may have others by then.

use std::rc::Rc;

use switchhook::{Failure, Problem};

use super::Studio;
use crate::model::{
    draft::Text,
    import::sentences,
    place::Place,
    say::{self, Said, say, say_count},
};

/// Why the button that tests sent nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Notice {
    /// There is nothing to say.
    #[default]
    Nothing,
    /// A signed request has no secret to be signed with.
    NoSecret,
    /// There are errors, the first one here.
    Errors(Place),
}

/// What a click in the result has just done.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Done {
    /// Nothing, or nothing that has to be said.
    #[default]
    Nothing,
    /// A path became a mapping to a parameter.
    Mapped(Text, Text),
    /// The response became the sample of an exit.
    Kept(Text),
}

/// What was done in passing.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A text is in the clipboard.
    Copied,
    /// The browser has no clipboard for it.
    NotCopied,
    /// There is no command to copy, and why.
    NoCommand(Failure),
    /// A file of this name was handed to the browser.
    Downloaded(String),
    /// The browser takes no file.
    NotDownloaded,
    /// A text was imported; what of it is probably not as it was meant.
    Imported(Vec<Problem>),
    /// What is to be done cannot be, since the code for it did not come.
    Lacks,
}

/// What was done, as it is told for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What was done.
    pub deed: Rc<Deed>,
    /// Tells it from the same deed before.
    pub serial: u32,
}

impl Studio {
    /// Why the button sent nothing, in words; empty where there is nothing to say.
    pub fn notice(&self) -> Said {
        match self.notice {
            Notice::Nothing => Said::default(),
            Notice::NoSecret => say!("Not sent: type the secret that requests are signed with."),
            Notice::Errors(place) => {
                let notes = self.compiled.notes(place);
                let first = notes.first().map_or("", |note| &note.message);
                let errors = self.compiled.node.definition_errors().count();
                say_count!(
                    errors;
                    "Not sent: {count} problem to mend first. {first}",
                    "Not sent: {count} problems to mend first. {first}",
                    first
                )
            }
        }
    }
}

impl Done {
    /// In words; empty for nothing.
    pub fn words(&self) -> Said {
        match self {
            Done::Nothing => Said::default(),
            Done::Mapped(path, parameter) => {
                say!("{path} goes to {parameter} now.", path = path, parameter = parameter)
            }
            Done::Kept(exit) => say!("Kept as the sample of {exit}.", exit = exit),
        }
    }
}

impl Deed {
    /// In words.
    pub fn words(&self) -> Said {
        match self {
            Deed::Copied => say!("Copied"),
            Deed::NotCopied => say!("Not copied: the browser does not allow it"),
            Deed::NoCommand(failure) => {
                say!("Not copied: {why}", why = &say::failure(failure))
            }
            Deed::Downloaded(file) => say!("Downloaded {file}", file = file),
            Deed::NotDownloaded => say!("Not downloaded: the browser does not allow it"),
            Deed::Imported(hints) if hints.is_empty() => say!("Imported"),
            Deed::Imported(hints) => say_count!(
                hints.len();
                "Imported, with {count} hint: {hints}",
                "Imported, with {count} hints: {hints}",
                hints = &sentences(hints)
            ),
            Deed::Lacks => lacks(),
        }
    }
}

/// What [`Deed::Lacks`] says, by itself: all other deeds are put into words by code that comes later.
pub fn lacks() -> Said {
    say!("A part of this could not be loaded: check the connection, and try again.")
}
