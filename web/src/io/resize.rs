//! An element in; told out whenever it has another size (Resize Observer).

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Watches until it is dropped.
pub(crate) struct Watch {
    observer: ResizeObserver,
    _heard: Closure<dyn FnMut()>,
}

/// Tells each change of an element's size, and first of all that it has one.
pub(crate) fn watch(element: &Element, heard: impl Fn() + 'static) -> Option<Watch> {
    let heard = Closure::<dyn FnMut()>::new(heard);
    let observer = ResizeObserver::new(heard.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Watch { observer, _heard: heard })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
