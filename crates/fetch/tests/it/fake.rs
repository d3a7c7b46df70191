//! JavaScript source becomes a fetch function, or anything else that a test hands in.

use js_sys::{Function, Object, Reflect};
use switchhook::{Failure, Method, WebhookRequest};
use switchhook_fetch::{Answer, Refused, SendOptions, send};
use wasm_bindgen::{JsCast, JsValue};

/// Longer than any test that does not wait for it.
pub(crate) const PLENTY: u32 = 10_000;

/// A fetch function, and what it noted down in `state`.
pub(crate) struct Fake {
    pub(crate) fetch: Function,
    pub(crate) state: Object,
}

impl Fake {
    /// `body` is the body of the function; it sees `url`, `init` and `state`, whose `calls` counts.
    pub(crate) fn new(body: &str) -> Fake {
        let state = Object::new();
        let source =
            format!("state.calls = 0; return (url, init) => {{ state.calls += 1; {body} }};");
        let made = Function::new_with_args("state", &source).call1(&JsValue::UNDEFINED, &state);
        Fake { fetch: made.unwrap().unchecked_into(), state }
    }

    pub(crate) fn options(&self) -> SendOptions {
        SendOptions::new(self.fetch.clone())
    }

    /// What an expression over `state` gives.
    pub(crate) fn look(&self, expression: &str) -> JsValue {
        let function = Function::new_with_args("state", &format!("return {expression};"));
        function.call1(&JsValue::UNDEFINED, &self.state).unwrap()
    }

    pub(crate) fn text(&self, expression: &str) -> String {
        self.look(&format!("String({expression})")).as_string().unwrap()
    }

    pub(crate) async fn send(&self) -> Result<Answer, Refused> {
        send(&get(), PLENTY, true, &self.options()).await
    }
}

/// What an expression gives.
pub(crate) fn js<T: JsCast>(expression: &str) -> T {
    let function = Function::new_no_args(&format!("return {expression};"));
    function.call0(&JsValue::UNDEFINED).unwrap().unchecked_into()
}

/// A property.
pub(crate) fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

pub(crate) fn get() -> WebhookRequest {
    let url = "https://shop.example/orders?id=7".to_owned();
    WebhookRequest { url, method: Method::Get, headers: Vec::new(), body: None }
}

/// Reason and message in one line, for tables.
pub(crate) fn told(failure: &Failure) -> String {
    format!("{}: {}", failure.reason.name(), failure.message)
}

/// Fails with all rows whose two columns differ.
pub(crate) fn assert_rows(rows: &[(String, String, String)]) {
    let wrong = rows.iter().filter(|(_, got, want)| got != want);
    let wrong: Vec<String> =
        wrong.map(|(name, got, want)| format!("{name}\n   got {got}\n  want {want}")).collect();
    assert!(
        !rows.is_empty() && wrong.is_empty(),
        "{} rows differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
