//! A task in; it runs after a while, or when the page is left before that.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;

use super::listen::{Listener, listen};

/// What is to be done later: one task at most.
#[derive(Clone, Default)]
pub(crate) struct Delay(Rc<RefCell<Option<Task>>>);

struct Task {
    run: Box<dyn FnOnce()>,
    _timeout: Timeout,
}

impl Delay {
    /// Runs this task so many milliseconds from now, in place of the one that has not run yet.
    pub(crate) fn put(&self, milliseconds: u32, task: impl FnOnce() + 'static) {
        let delay = self.clone();
        let timeout = Timeout::new(milliseconds, move || delay.run());
        self.0.replace(Some(Task { run: Box::new(task), _timeout: timeout }));
    }

    /// Runs the task now, where there is one.
    fn run(&self) {
        // What it does may come back here: the task is taken out first.
        let task = self.0.take();
        if let Some(task) = task {
            (task.run)();
        }
    }

    /// Drops the task.
    pub(crate) fn forget(&self) {
        self.0.take();
    }

    /// Runs the task when the page is left, while the listener is there. Browsers ask for time to add and to remove such
    /// a listener: one serves all tasks.
    pub(crate) fn listen(&self) -> Option<Listener> {
        let delay = self.clone();
        Some(listen(web_sys::window()?.into(), "pagehide", move |_| delay.run()))
    }
}
