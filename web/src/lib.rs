//! The Switchhook studio: a webhook node's drawer, its card in the flow and the result of its tests.
#![cfg_attr(not(feature = "split"), forbid(unsafe_code))]

// Each module uses only those above it.
pub mod model;

mod io;

mod store;

mod deed;

mod field;

mod toolbar;

mod banner;

mod node_card;

mod drawer;

mod dialog;

mod result;

mod samples;

mod overlay;

mod later;

mod effect;

mod acts;

mod kept;

mod app;

mod embedded;

pub use app::App;
pub use embedded::{Embedded, Props as EmbeddedProps};
pub use io::relay;
pub use store::Store;
