//! The whole studio: its state at the root, its parts around it, and the effects that follow from the state.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use yew::prelude::*;

use crate::{
    dialog::ValuesDialog,
    drawer::Drawer,
    io::{clipboard, focus, keys, keys::Shortcut, page, probe, send, storage},
    model::{
        cors::wants_probe,
        draft::Text,
        edit::Edit,
        origin::Origin,
        place::Place,
        run::{Finished, Job, Phase},
        sample::sample,
        stored,
        studio::{Action, Studio},
    },
    node_card::NodeCard,
    result::TestResult,
    toolbar::Toolbar,
};

impl Reducible for Studio {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.after(action).map_or(self, Rc::new)
    }
}

/// What stops the running request.
type Stop = Rc<RefCell<Option<AbortController>>>;

/// The studio.
#[component]
pub fn App() -> Html {
    let studio = use_reducer(open);
    let stop = use_mut_ref(|| None::<AbortController>);
    let dispatcher = studio.dispatcher();
    let on_action = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let on_edit = use_callback(on_action.clone(), |edit: Edit, act| act.emit(Action::Edit(edit)));
    let on_test = use_callback(on_action.clone(), |(), act| act.emit(Action::Test));
    let on_sheet = use_callback(on_action.clone(), |open, act| act.emit(Action::Sheet(open)));
    let on_ask = use_callback(on_action.clone(), |(), act| act.emit(Action::Ask));
    let on_send = use_callback(on_action.clone(), |typed, act| act.emit(Action::Send(typed)));
    let on_dismiss = use_callback(on_action.clone(), |(), act| act.emit(Action::Dismiss));
    let on_copy = use_callback((), |text: Text, ()| {
        spawn_local(async move {
            clipboard::copy(&text).await;
        });
    });
    let on_cancel = use_callback((), {
        let stop = stop.clone();
        move |(), ()| cancel(&stop)
    });

    use_job(&studio.phase, &stop, &on_action);
    use_probe(studio.last.as_ref(), &on_action);
    use_keys(&studio, &stop, &on_action);
    use_effect_with(studio.focus.clone(), |wish| {
        if let Some(wish) = wish {
            focus::go(&wish.id);
        }
    });
    let kept = use_kept(&studio);

    let line =
        use_memo((studio.compiled.clone(), studio.session.clone()), |_| request_line(&studio));
    let draft = studio.draft();
    let running = match &studio.phase {
        Phase::Running(job) => Some(job.received),
        _ => None,
    };
    html! {
        <div class="studio">
            <Toolbar
                can_undo={studio.history.can_undo()}
                can_redo={studio.history.can_redo()}
                {kept}
                on_action={&on_action}
            />
            <main class="stage">
                <NodeCard
                    label={draft.label.clone()}
                    method={draft.method}
                    url={draft.url.clone()}
                    routes={draft.routes.clone()}
                    last={studio.last.clone()}
                    is_current={studio.is_current()}
                />
                <Drawer
                    draft={draft.clone()}
                    compiled={studio.compiled.clone()}
                    request_line={Text::clone(&line)}
                    reading={studio.reading.clone()}
                    notice={studio.notice.clone()}
                    running={running.is_some()}
                    on_edit={&on_edit}
                    {on_test}
                    {on_cancel}
                />
                <TestResult
                    last={studio.last.clone()}
                    reading={studio.reading.clone()}
                    mappings={&draft.mappings}
                    {running}
                    open={studio.sheet}
                    has_values={!studio.typed().is_empty()}
                    {on_edit}
                    {on_copy}
                    {on_sheet}
                    {on_ask}
                />
            </main>
            if let Phase::Asking(names) = &studio.phase {
                <ValuesDialog
                    names={names.clone()}
                    typed={studio.typed()}
                    {on_send}
                    on_cancel={on_dismiss}
                />
            }
        </div>
    }
}

/// The draft that was kept, or the sample.
fn open() -> Studio {
    let sample = || sample(&page::origin());
    let Some(kept) = storage::kept() else { return Studio::new(sample()) };
    Studio::new(stored::draft(&kept).unwrap_or_else(|| {
        storage::put_aside();
        sample()
    }))
}

fn request_line(studio: &Studio) -> Text {
    let request = studio.compiled.node.draft_request(&studio.values());
    format!("{} {}", request.method.name(), request.url).into()
}

fn cancel(stop: &Stop) {
    if let Some(running) = stop.borrow().as_ref() {
        running.abort();
        // The button that cancelled leaves the page: the keyboard stays in the drawer.
        focus::go(&Place::Elsewhere.id());
    }
}

/// Sends each job once.
#[hook]
fn use_job(phase: &Phase, stop: &Stop, on_action: &Callback<Action>) {
    let job = match phase {
        Phase::Running(job) => Some(job.clone()),
        _ => None,
    };
    let (stop, on_action) = (stop.clone(), on_action.clone());
    let serial = job.as_ref().map(|job| job.serial);
    use_effect_with(serial, move |_| {
        let controller = AbortController::new().ok();
        stop.replace(job.as_ref().and(controller.clone()));
        if let Some(job) = job {
            spawn_local(run(job, controller, on_action));
        }
    });
}

async fn run(job: Job, controller: Option<AbortController>, on_action: Callback<Action>) {
    let serial = job.serial;
    let on_progress = on_action.reform(move |bytes| Action::Progress(serial, bytes));
    let signal = controller.map(|controller| controller.signal());
    if let Some(finished) = send::send(&job, signal, move |bytes| on_progress.emit(bytes)).await {
        on_action.emit(Action::Finish(Rc::new(finished)));
    }
}

/// Where a request got no answer, asks once whether its server answers at all.
#[hook]
fn use_probe(last: Option<&Rc<Finished>>, on_action: &Callback<Action>) {
    let asked = last.filter(|last| {
        let request = last.outcome.request.as_ref();
        last.cause().is_some() && request.is_some_and(|request| wants_probe(request, &last.around))
    });
    let origin = asked
        .and_then(|last| Origin::of(&last.outcome.request.as_ref()?.url))
        .map(|origin| origin.to_string());
    let serial = asked.map(|last| last.serial);
    let on_action = on_action.clone();
    use_effect_with(serial, move |serial| {
        if let (Some(serial), Some(origin)) = (*serial, origin) {
            spawn_local(async move {
                let answered = probe::answers(&origin).await;
                on_action.emit(Action::Probed(serial, answered));
            });
        }
    });
}

/// Keys that work anywhere. The dialog has its own.
#[hook]
fn use_keys(studio: &Studio, stop: &Stop, on_action: &Callback<Action>) {
    let is_asking = matches!(studio.phase, Phase::Asking(_));
    let is_running = matches!(studio.phase, Phase::Running(_));
    let sheet = studio.sheet;
    let (stop, on_action) = (stop.clone(), on_action.clone());
    use_effect_with((is_asking, is_running, sheet), move |_| {
        let listener = keys::listen(move |shortcut| {
            let action = match shortcut {
                _ if is_asking => return false,
                Shortcut::Stop if is_running => {
                    cancel(&stop);
                    return true;
                }
                Shortcut::Stop if sheet => Action::Sheet(false),
                Shortcut::Stop => return false,
                Shortcut::Test => Action::Test,
                Shortcut::Undo => Action::Undo,
                Shortcut::Redo => Action::Redo,
            };
            on_action.emit(action);
            true
        });
        move || drop(listener)
    });
}

/// Keeps the draft in the browser whenever it changes, and says so.
#[hook]
fn use_kept(studio: &Studio) -> AttrValue {
    let words = use_state(|| AttrValue::from(""));
    let compiled = studio.compiled.clone();
    let is_touched = studio.history.can_undo() || studio.history.can_redo();
    {
        let words = words.clone();
        use_effect_with((compiled, is_touched), move |(compiled, is_touched)| {
            if *is_touched {
                let is_kept = storage::keep(&compiled.node.definition().to_json());
                words.set(
                    if is_kept { "Saved in this browser" } else { "Not saved: no room" }.into(),
                );
            }
        });
    }
    (*words).clone()
}
