//! The whole studio: its state at the root, its parts around it, and the effects that follow from the state.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    dialog::ValuesDialog,
    drawer::Drawer,
    effect::{Stop, cancel, use_job, use_kept, use_keys, use_probe},
    io::{clipboard, focus, page, storage},
    model::{
        draft::Text,
        edit::Edit,
        run::Phase,
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

/// The studio.
#[component]
pub fn App() -> Html {
    let studio = use_reducer(open);
    let stop: Stop = use_mut_ref(|| None);
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
    let running = studio.phase.on_its_way();
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
                    taken={studio.taken()}
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
