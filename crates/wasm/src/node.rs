//! The compiled node behind `WebhookNode`.

use std::rc::Rc;

use js_sys::Promise;
use switchhook::{
    Mapping, Node, ReceivedResponse, Source,
    path::{Json, JsonObject},
};
use switchhook_boundary::{
    decode::{self, Body},
    encode,
    error::{failed, invalid_definition, with_problems},
};
use switchhook_fetch::{in_windows, readable, run};
use switchhook_wire as wire;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;

use crate::{
    exchange::answer,
    options::{options, shows_secrets},
};

/// A compiled node.
#[wasm_bindgen]
pub struct NodeHandle {
    // A run goes on where the node is freed meanwhile.
    node: Rc<Node>,
}

#[wasm_bindgen]
impl NodeHandle {
    /// Compiles a definition; throws with every error in it.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &JsValue, declarations: &JsValue) -> Result<NodeHandle, JsValue> {
        let json = decode::definition(definition)?;
        let node = Node::read(&json, decode::declarations(declarations)?);
        if node.can_send() {
            return Ok(NodeHandle { node: Rc::new(node) });
        }
        Err(invalid_definition(node.definition_errors(), node.definition()))
    }

    /// Compiles what a cURL command says; throws with the place at fault in the command.
    #[wasm_bindgen(js_name = fromCurl)]
    pub fn from_curl(command: &JsValue) -> Result<NodeHandle, JsValue> {
        let command = decode::text(command, "A cURL command")?;
        let node = Node::from_curl(&command).map_err(|problem| {
            let problems = Json::array([encode::problem_of_text(&problem, &command)]);
            with_problems(problem.code.name(), &problem.message, &problems)
        })?;
        Ok(NodeHandle { node: Rc::new(node) })
    }

    /// The definition with its defaults, as JSON text.
    pub fn definition(&self) -> String {
        encode::definition(&self.node)
    }

    /// Warnings, and errors that the declarations make visible.
    pub fn problems(&self) -> JsValue {
        encode::plain(&encode::problems(self.node.problems().iter(), self.node.definition()))
    }

    /// Which fields read and write which parameters.
    #[wasm_bindgen(js_name = parameterUses)]
    pub fn parameter_uses(&self) -> JsValue {
        encode::plain(&encode::parameter_uses(&self.node))
    }

    /// Parameters without a value.
    pub fn missing(&self, values: &JsValue) -> Result<JsValue, JsValue> {
        let names = self.node.missing(&decode::values(values)?);
        Ok(serde_wasm_bindgen::to_value(&names)?)
    }

    /// The request as it is sent, which the host's `Request` takes.
    pub fn request(&self, values: &JsValue) -> Result<JsValue, JsValue> {
        let request = self.node.request(&decode::values(values)?);
        let request = request.and_then(|request| readable(&request.url).map(|()| request));
        request.map(|request| encode::request(&request)).map_err(|failure| failed(&failure))
    }

    /// A command for a POSIX shell that sends the same request.
    #[wasm_bindgen(js_name = toCurl)]
    pub fn to_curl(&self, values: &JsValue, options: &JsValue) -> Result<String, JsValue> {
        let command = self.node.to_curl(&decode::values(values)?, shows_secrets(options)?);
        command.map_err(|failure| failed(&failure))
    }

    /// The outcome of a response that was received elsewhere, as `wire` has it.
    pub fn receive(&self, response: &JsValue) -> Result<String, JsValue> {
        let decode::Response { status, headers, body } = decode::response(response)?;
        Ok(match body {
            Body::Text(text) => {
                let pieces = |take: &mut dyn FnMut(&[u8])| take(text.as_bytes());
                wire::outcome(&self.node.receive_pieces(status, &headers, text.len(), &pieces))
            }
            Body::Bytes(bytes) => {
                let pieces = |take: &mut dyn FnMut(&[u8])| {
                    in_windows(&bytes, &mut |piece| {
                        take(piece);
                        true
                    });
                };
                let length = bytes.length() as usize;
                wire::outcome(&self.node.receive_pieces(status, &headers, length, &pieces))
            }
        })
    }

    /// The same for so many bytes in the room of the `exchange`, and for a node that asks for no headers. The answer is
    /// there as well.
    #[wasm_bindgen(js_name = receiveHere)]
    pub fn receive_here(&self, status: u16, length: usize) -> *const u8 {
        answer(length, |body, out| {
            let response = ReceivedResponse { status, headers: &[], body };
            wire::receive(&self.node, &response, out);
        })
    }

    /// A promise of the outcome of a request, as `wire` has it.
    pub fn run(&self, values: &JsValue, given: &JsValue) -> Result<Promise, JsValue> {
        let (values, options) = (decode::values(values)?, options(given)?);
        let node = Rc::clone(&self.node);
        Ok(future_to_promise(async move {
            Ok(wire::outcome(&run(&node, &values, &options).await.outcome).into())
        }))
    }

    /// What the mappings say, as JSON text: path, parameter, and whether it looks into headers.
    pub fn mappings(&self) -> String {
        let mapping = |mapping: &Mapping| {
            let mut json = JsonObject::new();
            json.text("path", &mapping.path);
            json.text("parameter", &mapping.parameter);
            json.put("inHeaders", &(mapping.from == Source::Header).into());
            Json::from(json)
        };
        Json::array(self.node.definition().response.mappings.iter().map(mapping)).to_string()
    }

    /// Whether the flow goes on at once.
    #[wasm_bindgen(js_name = isAsync)]
    pub fn is_async(&self) -> bool {
        self.node.is_async()
    }

    /// The outcome with which the flow goes on at once, as `wire` has it.
    pub fn accepted(&self) -> String {
        wire::outcome(&self.node.accepted())
    }
}
