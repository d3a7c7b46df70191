//! What fuzzing asks of each part: a function for each target takes bytes, and panics where what comes
//! out does not hold. The files in `targets` hand them what libFuzzer makes up.

#[path = "../../crates/path/tests/oracle/mod.rs"]
mod oracle;

mod curl;

mod evaluate;

mod json;

mod path;

mod take;

mod token;

mod xml;

pub use curl::curl;
pub use evaluate::evaluate;
pub use json::json;
pub use path::path;
pub use take::take;
pub use token::token;
pub use xml::xml;
