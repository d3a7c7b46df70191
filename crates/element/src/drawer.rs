//! The drawer of one element: its state as long as the element lives, and what is on the page while it is connected.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Promise};
use switchhook::{Definition, Failure, Node, Problem, Reason, Severity};
use switchhook_boundary::{
    decode, encode,
    error::{invalid_definition, thrown},
};
use switchhook_studio::{
    Embedded, EmbeddedProps, Store,
    model::{
        draft::Draft,
        run::Phase,
        say::speak,
        studio::{Action, Studio},
    },
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::{
    strings::speaker,
    told::changes,
    waiting::{Waiting, plain},
};

/// The drawer of one element.
#[wasm_bindgen]
pub struct DrawerHandle {
    store: Store,
    waiting: Waiting,
    shown: RefCell<Option<AppHandle<Embedded>>>,
}

#[wasm_bindgen]
impl DrawerHandle {
    /// A drawer with an empty definition. `tell` is called with the name of each event, and its detail as JSON text.
    #[wasm_bindgen(constructor)]
    pub fn new(tell: Function) -> DrawerHandle {
        let waiting = Waiting::default();
        let settling = waiting.clone();
        let heard = Callback::from(move |(before, after): (Rc<Studio>, Rc<Studio>)| {
            changes(&before, &after, &tell);
            settling.settle(&before, &after);
        });
        let store = Store::new(Studio::new(Draft::default()), heard);
        DrawerHandle { store, waiting, shown: RefCell::default() }
    }

    /// Shows the drawer in an element of the page.
    pub fn mount(&self, root: Element) {
        let props = EmbeddedProps { store: self.store.clone() };
        let shown = Renderer::<Embedded>::with_root_and_props(root, props).render();
        self.shown.replace(Some(shown));
    }

    /// Takes it off the page, and gives up the test that is under way.
    pub fn unmount(&self) {
        self.store.act(Action::Dismiss);
        if let Some(shown) = self.shown.take() {
            shown.destroy();
        }
    }

    /// The definition with its defaults, as JSON text.
    pub fn definition(&self) -> String {
        encode::definition(&self.node())
    }

    /// Puts a definition into the drawer; nothing for an empty one. Throws where it cannot be read: one that is read
    /// and has errors is what the drawer is for.
    #[wasm_bindgen(js_name = setDefinition)]
    pub fn set_definition(&self, definition: &JsValue) -> Result<(), JsValue> {
        let definition = match is_nothing(definition) {
            true => Definition::default(),
            false => {
                let (read, problems) = Definition::read(&decode::definition(definition)?);
                let is_error = |problem: &&Problem| problem.severity() == Severity::Error;
                let mut errors = problems.iter().filter(is_error).peekable();
                if errors.peek().is_some() {
                    return Err(invalid_definition(errors, &read));
                }
                read
            }
        };
        self.put(self.store.studio().with_definition(&definition));
        Ok(())
    }

    /// The parameters of the agent, as JSON text.
    pub fn parameters(&self) -> String {
        encode::declarations(&self.node())
    }

    /// Puts other parameters into the drawer; nothing for none.
    #[wasm_bindgen(js_name = setParameters)]
    pub fn set_parameters(&self, parameters: &JsValue) -> Result<(), JsValue> {
        let parameters = decode::declarations(parameters)?;
        self.put(self.store.studio().with_parameters(&parameters));
        Ok(())
    }

    /// Everything that is wrong with the definition.
    pub fn problems(&self) -> JsValue {
        let node = self.node();
        encode::plain(&encode::problems(node.problems().iter(), node.definition()))
    }

    /// The URL of the relay; nothing for none.
    #[wasm_bindgen(js_name = setRelay)]
    pub fn set_relay(&self, relay: Option<String>) {
        let mut next = Studio::clone(&self.store.studio());
        next.relay = relay.map(Into::into);
        self.put(Some(next));
    }

    /// The function that sends test requests; nothing for the browser's own.
    #[wasm_bindgen(js_name = setFetch)]
    pub fn set_fetch(&self, fetch: Option<Function>) {
        self.store.set_fetch(fetch);
    }

    /// The function that has the page's words for a text and its values; nothing for English.
    #[wasm_bindgen(js_name = setStrings)]
    pub fn set_strings(&self, say: Option<Function>) {
        speak(say.map(speaker));
        self.put(Some(self.store.studio().reworded()));
    }

    /// Presses the button. The promise is of the outcome; the person at the drawer may have to type values before.
    pub fn test(&self, values: &JsValue) -> Result<Promise, JsValue> {
        let values = decode::values(values)?;
        if self.shown.borrow().is_none() {
            let message =
                "The element is in no page: it tests its node where people can see it do so.";
            return Err(thrown("not-connected", message));
        }
        if matches!(self.store.studio().phase, Phase::Sampling) {
            self.store.act(Action::Dismiss);
        }
        if !matches!(self.store.studio().phase, Phase::Idle) {
            return Err(thrown("busy", "A test is under way: wait for its outcome."));
        }
        self.store.act(Action::TestWith(values));
        let studio = self.store.studio();
        let node = &studio.compiled.node;
        if !matches!(studio.phase, Phase::Idle) {
            return Ok(self.waiting.promise());
        }
        if !node.can_send() {
            return Err(invalid_definition(node.definition_errors(), node.definition()));
        }
        let failure = Failure::new(Reason::InvalidRequest, &*studio.notice());
        Ok(Promise::resolve(&plain(&node.fail(failure, None))))
    }

    fn node(&self) -> Rc<Node> {
        Rc::clone(&self.store.studio().compiled.node)
    }

    /// What comes from outside is no event.
    fn put(&self, next: Option<Studio>) {
        if let Some(next) = next {
            let before = self.store.studio();
            self.store.put(next);
            self.waiting.settle(&before, &self.store.studio());
        }
    }
}

fn is_nothing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}
