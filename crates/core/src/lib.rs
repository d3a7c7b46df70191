//! The webhook node of a conversation flow: a definition in, problems, requests and outcomes out.
//!
//! A definition is compiled once into a [`Node`], together with everything that is wrong with it. The node then makes
//! requests from the values of parameters, and outcomes (mapped values and the exit that is taken) from responses.
//! There is no clock, no network and no randomness in here: who sends the request hands the response in.
//!
//! ```
//! use switchhook::{Node, ReceivedResponse, Values, path::Json};
//!
//! let node = Node::read(
//!     r#"{ "version": 1, "method": "GET", "url": "https://shop.example/orders/$ORDER_ID",
//!          "response": { "type": "json", "mappings": [{ "path": "order.total", "parameter": "TOTAL" }] },
//!          "routes": [{ "status": "4xx" }] }"#,
//!     vec![],
//! );
//! let values = Values::from([("ORDER_ID".into(), Json::string("A 17"))]);
//! assert_eq!(node.request(&values).unwrap().url, "https://shop.example/orders/A%2017");
//!
//! let response = ReceivedResponse { status: 200, headers: &[], body: br#"{"order":{"total":41.50}}"# };
//! let outcome = node.receive(&response);
//! assert_eq!(outcome.exit.name(), "default");
//! assert_eq!(outcome.parameters["TOTAL"].as_json(), "41.50");
//! ```
#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

pub use switchhook_path as path;

mod problem;

mod failure;

pub mod limits;

mod decimal;

mod percent;

mod header;

mod parameter;

mod definition;

mod template;

mod request;

pub mod sign;

mod outcome;

mod mapping;

mod route;

mod check;

mod received;

mod receive;

mod node;

mod curl;

pub use definition::{
    Auth, Body, Definition, Field, Mapping, Method, Response, Route, Signing, Source, Unknown,
};
pub use failure::{Failure, Reason};
pub use header::header_text;
pub use mapping::{Finding, Held, Raw};
pub use node::{Node, ParameterUse};
pub use outcome::{Exit, MappingResult, MappingState, Outcome};
pub use parameter::{Entity, MASK, ParameterDeclaration, Values, is_parameter_name};
pub use percent::percent_decode;
#[doc(hidden)]
pub use problem::pointer_step;
pub use problem::{Code, Problem, Severity};
pub use receive::{ReceivedResponse, Receiver};
pub use received::{Origin, Received};
pub use request::WebhookRequest;
pub use template::parameter_ranges;

/// The examples of the crate's README, as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
