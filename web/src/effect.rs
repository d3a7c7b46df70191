//! The effects that follow from the studio's state: requests, probes, keys, and what is told in passing.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, Element};
use yew::prelude::*;

use crate::{
    io::{
        focus::{self, Scope},
        kept, keys,
        keys::Shortcut,
        listen::listen,
        send::Sending,
    },
    later::{Later, here, later},
    model::{
        cors::wants_probe,
        origin::Origin,
        place::Place,
        run::{Finished, Job, Phase},
        samples::to_json,
        studio::{Action, Panel, Studio},
        words::Through,
    },
    store::Store,
};

/// Milliseconds for which something is told.
const TOLD_FOR: u32 = 6_000;

/// What stops the running request.
pub(crate) type Stop = Rc<RefCell<Option<AbortController>>>;

/// Stops the running request, where there is one.
pub(crate) fn cancel(stop: &Stop, scope: &Scope, store: &Store) {
    if let Some(running) = stop.borrow().as_ref() {
        running.abort();
        // What would send it may be on its way still: then there is nobody yet who could say that it is stopped.
        if here().is_none() {
            store.act(Action::Dismiss);
        }
        // The button that cancelled leaves the page: the keyboard stays in the drawer.
        focus::go(scope, &Place::Elsewhere.id());
    }
}

/// Sends each job once, and stops it where it is wanted no more.
#[hook]
pub(crate) fn use_job(phase: &Phase, store: &Store, stop: &Stop) {
    let job = match phase {
        Phase::Running(job) => Some(job.clone()),
        _ => None,
    };
    let (stop, store) = (stop.clone(), store.clone());
    let serial = job.as_ref().map(|job| job.serial);
    use_effect_with(serial, move |_| {
        let controller = AbortController::new().ok();
        stop.replace(job.as_ref().and(controller.clone()));
        if let Some(job) = job {
            spawn_local(run(job, controller.clone(), store));
        }
        // One that has come to its end does not notice.
        move || controller.iter().for_each(AbortController::abort)
    });
}

async fn run(job: Job, controller: Option<AbortController>, store: Store) {
    let serial = job.serial;
    let on_progress = {
        let store = store.clone();
        move |bytes| store.act(Action::Progress(serial, bytes))
    };
    let signal = controller.map(|controller| controller.signal());
    let Some(later) = later().await else { return store.act(Action::Lacks(Some(serial))) };
    let fetch = store.fetch();
    let sending = Sending { job, fetch, signal, on_progress: Rc::new(on_progress) };
    if let Some(finished) = (later.send)(sending).await {
        store.act(Action::Finish(Rc::new(finished)));
    }
}

/// Reads a response, once for each way of reading it.
#[hook]
pub(crate) fn use_reading(studio: &Studio, store: &Store) {
    let unread = studio.unread().cloned();
    let (store, format) = (store.clone(), studio.draft().format);
    let address = unread.as_ref().map(Rc::as_ptr);
    use_effect_with((address, format), move |_| {
        if let Some(received) = unread {
            spawn_local(async move {
                if let Some(later) = later().await {
                    store.act(Action::Read(Rc::new((later.read)(received, format))));
                }
            });
        }
    });
}

/// The parts that come after the first paint, once they are here. Where they did not come, they are asked for again as
/// soon as a dialog wants them; a test asks by itself.
#[hook]
pub(crate) fn use_later(studio: &Studio, store: &Store) -> Option<&'static Later> {
    let update = use_force_update();
    let is_wanted =
        studio.panel.is_some() || matches!(studio.phase, Phase::Asking(_) | Phase::Sampling);
    use_effect_with(is_wanted, {
        let store = store.clone();
        move |is_wanted| {
            let wanted = Rc::new(Cell::new(*is_wanted));
            if here().is_none() {
                let wanted = wanted.clone();
                spawn_local(async move {
                    match later().await {
                        Some(_) => update.force_update(),
                        None if wanted.get() => store.act(Action::Lacks(None)),
                        None => {}
                    }
                });
            }
            // A dialog that is closed meanwhile misses nothing.
            move || wanted.set(false)
        }
    });
    here()
}

/// Where a request got no answer, asks once whether its server answers at all.
#[hook]
pub(crate) fn use_probe(last: Option<&Rc<Finished>>, store: &Store) {
    let asked = last.filter(|last| {
        let request = last.outcome.request.as_ref();
        last.cause().is_some() && request.is_some_and(|request| wants_probe(request, &last.around))
    });
    let origin = asked
        .and_then(|last| Origin::of(&last.outcome.request.as_ref()?.url))
        .map(|origin| origin.to_string());
    let serial = asked.map(|last| last.serial);
    let store = store.clone();
    use_effect_with(serial, move |serial| {
        if let (Some(serial), Some(origin)) = (*serial, origin) {
            spawn_local(async move {
                if let Some(later) = later().await {
                    let answered = (later.answers)(store.fetch(), origin).await;
                    store.act(Action::Probed(serial, answered));
                }
            });
        }
    });
}

/// Keys that work anywhere: on the page, where it is the studio's, or else in the studio. Dialogs have their own.
#[hook]
pub(crate) fn use_keys(store: &Store, owns_page: bool, scope: &Scope, stop: &Stop) {
    let (stop, scope) = (stop.clone(), scope.clone());
    use_effect_with(store.clone(), move |store| {
        let place = if owns_page { keys::page() } else { scope.0.get().map(Into::into) };
        let store = store.clone();
        let hear = move |shortcut| {
            // What is so when the key is pressed counts, and not what the page shows yet.
            let (studio, has_dialogs) = (store.studio(), here().is_some());
            let action = match (shortcut, &studio.phase) {
                (Shortcut::Stop, _) if studio.panel.is_some() && !has_dialogs => Action::Close,
                (Shortcut::Stop, Phase::Asking(_) | Phase::Sampling) if !has_dialogs => {
                    Action::Dismiss
                }
                _ if studio.panel.is_some() => return false,
                (_, Phase::Asking(_) | Phase::Sampling) => return false,
                (Shortcut::Stop, Phase::Running(_)) => {
                    cancel(&stop, &scope, &store);
                    return true;
                }
                (Shortcut::Stop, _) if studio.sheet && owns_page => {
                    leave_sheet(&scope);
                    Action::Sheet(false)
                }
                (Shortcut::Stop, _) => return false,
                (Shortcut::Test, _) => Action::Test,
                (Shortcut::Undo, _) => Action::Undo,
                (Shortcut::Redo, _) => Action::Redo,
                (Shortcut::Help, _) => Action::Open(Panel::Shortcuts),
            };
            store.act(action);
            true
        };
        let listener = place.map(|place| keys::hear(place, hear));
        move || drop(listener)
    });
}

/// What has the keyboard in the result's sheet goes away with it: the sheet's edge, which stays, has it then.
fn leave_sheet(scope: &Scope) {
    let studio = scope.0.cast::<Element>();
    if studio.is_some_and(|studio| matches!(studio.query_selector(".result :focus"), Ok(Some(_)))) {
        focus::go(scope, "result-handle");
    }
}

/// What is told in passing goes away by itself.
#[hook]
pub(crate) fn use_hush(studio: &Studio, on_action: &Callback<Action>) {
    let serial = studio.told.as_ref().map(|told| told.serial);
    let on_action = on_action.clone();
    use_effect_with(serial, move |serial| {
        let timeout = serial
            .map(|serial| Timeout::new(TOLD_FOR, move || on_action.emit(Action::Hush(serial))));
        move || drop(timeout)
    });
}

/// Keeps what is no part of the draft's definition: samples, and the way that tests take.
#[hook]
pub(crate) fn use_kept_beside(studio: &Studio) {
    use_effect_with(studio.draft().samples.clone(), |samples| {
        if !samples.is_empty() || kept::samples().is_some() {
            kept::keep_samples(&to_json(samples));
        }
    });
    use_effect_with(studio.through, |through| kept::keep_relay(*through == Through::Relay));
}

/// Where the result is a sheet over the drawer, it goes down for a field behind it that gets the keyboard: what has the
/// keyboard is to be seen (WCAG 2.2, 2.4.11).
#[hook]
pub(crate) fn use_uncovered(sheet: bool, scope: &Scope, store: &Store) {
    let (scope, store) = (scope.clone(), store.clone());
    use_effect_with(sheet, move |sheet| {
        let studio = scope.0.cast::<Element>().filter(|_| *sheet);
        let listener = studio.map(|studio| {
            listen(studio.clone().into(), "focusin", move |event| {
                let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if field.is_some_and(|field| is_behind(&studio, &field)) {
                    store.act(Action::Sheet(false));
                }
            })
        });
        move || drop(listener)
    });
}

/// Whether a field of the drawer is behind the result, or is about to be scrolled there.
fn is_behind(studio: &Element, field: &Element) -> bool {
    let is_in = |selector| matches!(field.closest(selector), Ok(Some(_)));
    let Ok(Some(result)) = studio.query_selector(".result") else { return false };
    let (result, field) = (result.get_bounding_client_rect(), field.get_bounding_client_rect());
    is_in(".drawer")
        && !is_in(".drawer-top")
        && field.left() < result.right()
        && field.right() > result.left()
        && field.bottom() > result.top()
}
