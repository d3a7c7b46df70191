//! XML 1.0 with namespaces: text to a tree, a tree as paths see it.

pub(crate) mod guard;

pub(crate) mod source;

mod name;

mod text;

pub(crate) mod siblings;

pub(crate) mod children;

pub(crate) mod node;

mod value;
