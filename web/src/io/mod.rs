//! What the studio does to the browser. Components call none of it while they draw: effects and callbacks do.

pub(crate) mod listen;

pub(crate) mod clipboard;

pub(crate) mod files;

pub(crate) mod focus;

pub(crate) mod kept;

pub(crate) mod keys;

pub(crate) mod delay;

pub(crate) mod page;

pub(crate) mod probe;

pub mod relay;

pub(crate) mod resize;

pub(crate) mod send;

pub(crate) mod storage;
