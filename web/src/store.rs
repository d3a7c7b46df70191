//! The studio's state outside of the components: who holds it acts on it and looks at it at once, and the component
//! that shows it follows.

use std::{cell::RefCell, rc::Rc};

use js_sys::Function;
use yew::prelude::*;

use crate::model::studio::{Action, Studio};

/// The state, shared by all who hold it.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    studio: RefCell<Rc<Studio>>,
    fetch: RefCell<Option<Function>>,
    shown: RefCell<Option<UseForceUpdateHandle>>,
    heard: Callback<(Rc<Studio>, Rc<Studio>)>,
}

impl Store {
    /// A store that begins here. `heard` is told the states before and after each action that changed something.
    pub fn new(studio: Studio, heard: Callback<(Rc<Studio>, Rc<Studio>)>) -> Store {
        Store(Rc::new(Inner {
            studio: RefCell::new(Rc::new(studio)),
            fetch: RefCell::default(),
            shown: RefCell::default(),
            heard,
        }))
    }

    /// The present state.
    pub fn studio(&self) -> Rc<Studio> {
        self.0.studio.borrow().clone()
    }

    /// Something happens.
    pub fn act(&self, action: Action) {
        let before = self.studio();
        if let Some(after) = before.after(action) {
            self.put(after);
            self.0.heard.emit((before, self.studio()));
        }
    }

    /// Puts another state in place of the present one, of which nobody is told: it comes from outside.
    pub fn put(&self, studio: Studio) {
        self.0.studio.replace(Rc::new(studio));
        if let Some(shown) = &*self.0.shown.borrow() {
            shown.force_update();
        }
    }

    /// A callback that lets something happen. A pointer, since a closure for each would weigh more.
    pub(crate) fn on<T: 'static>(&self, action: fn(T) -> Action) -> Callback<T> {
        let store = self.clone();
        Callback::from(move |told| store.act(action(told)))
    }

    /// A callback that does something with the store.
    pub(crate) fn with<T: 'static>(&self, deed: fn(T, &Store)) -> Callback<T> {
        let store = self.clone();
        Callback::from(move |told| deed(told, &store))
    }

    /// The function that sends test requests; none for the browser's own.
    pub fn fetch(&self) -> Option<Function> {
        self.0.fetch.borrow().clone()
    }

    /// Sends test requests through this function from now on.
    pub fn set_fetch(&self, fetch: Option<Function>) {
        self.0.fetch.replace(fetch);
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The present state; the component is rendered again whenever it changes. One component at a time shows a store.
#[hook]
pub(crate) fn use_store(store: &Store) -> Rc<Studio> {
    let update = use_force_update();
    let rendered = store.studio();
    use_effect_with(store.clone(), move |store| {
        // What happened before this effect is on no screen yet.
        if !Rc::ptr_eq(&rendered, &store.studio()) {
            update.force_update();
        }
        store.0.shown.replace(Some(update));
        let store = store.clone();
        move || drop(store.0.shown.take())
    });
    store.studio()
}
