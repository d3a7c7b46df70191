//! JSON (RFC 8259): bytes to a tape, a tape to values.

pub(crate) mod string;

pub(crate) mod number;

pub(crate) mod tape;

pub(crate) mod write;

pub(crate) mod value;

pub(crate) mod object;

pub(crate) mod node;
