//! The studio without its page: drafts, history, test runs and their words. Knows no Yew and no browser.

pub mod say;

pub mod draft;

pub mod place;

pub mod literal;

pub mod language;

pub mod format;

pub mod bulk;

pub mod query;

pub mod rename;

pub mod edit;

pub mod apply;

pub mod history;

pub mod figures;

pub mod status;

pub mod origin;

pub mod sample;

pub mod naming;

pub mod completion;

pub mod highlight;

pub mod definition;

pub mod drafted;

pub mod note;

pub mod known;

pub mod compiled;

pub mod session;

pub mod cors;

pub mod run;

pub mod samples;

pub mod preview;

pub mod outline;

pub mod tree;

pub mod typeahead;

pub mod lines;

pub mod find;

pub mod pretty;

pub mod viewport;

pub mod headline;

pub mod taken;

pub mod words;

pub mod no_answer;

pub mod explain;

pub mod stored;

pub mod import;

pub mod studio;
