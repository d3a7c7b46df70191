//! What fuzzing asks of each part: a function for each target takes bytes, and panics where what comes
//! out does not hold. The files in `targets` hand them what libFuzzer makes up.

#[path = "../../crates/path/tests/oracle/mod.rs"]
mod oracle;

#[path = "../../crates/core/tests/oracle/mod.rs"]
mod built;

mod curl;

mod definition;

mod evaluate;

mod json;

mod path;

mod receive;

mod take;

mod template;

mod token;

mod xml;

#[cfg(test)]
mod replay;

pub use curl::curl;
pub use definition::definition;
pub use evaluate::evaluate;
pub use json::json;
pub use path::path;
pub use receive::receive;
pub use take::take;
pub use template::template;
pub use token::token;
pub use xml::xml;
