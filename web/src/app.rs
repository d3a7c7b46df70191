//! The whole studio: its state at the root, its parts around it, and the effects that follow from the state.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    dialog::ValuesDialog,
    drawer::Drawer,
    effect::{Stop, cancel, use_job, use_kept, use_kept_beside, use_keys, use_probe},
    io::{clipboard, focus, kept, page, storage},
    model::{
        draft::Text,
        edit::Edit,
        run::Phase,
        sample::sample,
        samples::{exits, from_json},
        stored,
        studio::{Action, Studio},
        words::{Remedy, Through},
    },
    node_card::NodeCard,
    result::TestResult,
    samples::SampleDialog,
    toolbar::toolbar,
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
    let on_pick = use_callback(on_action.clone(), |edit: Edit, act| act.emit(Action::Pick(edit)));
    let on_undo = use_callback(on_action.clone(), |(), act| act.emit(Action::Unpick));
    let on_keep = use_callback(on_action.clone(), |(), act| act.emit(Action::KeepResponse));
    let on_use = use_callback(on_action.clone(), |sample, act| act.emit(Action::UseSample(sample)));
    let on_forget = use_callback(on_edit.clone(), |exit, act| act.emit(Edit::RemoveSample(exit)));
    let on_copy = use_callback((), |text: Text, ()| {
        spawn_local(async move {
            clipboard::copy(&text).await;
        });
    });
    let on_remedy = {
        // The command is of the request that failed, and of the values that it was sent with.
        let (node, values) = (studio.compiled.node.clone(), studio.values());
        let (on_action, on_copy) = (on_action.clone(), on_copy.clone());
        Callback::from(move |remedy: Remedy| match remedy {
            Remedy::Edit(edit) => on_action.emit(Action::Edit(edit)),
            Remedy::Relay(through) => {
                on_action.emit(Action::Through(through, through != Through::Browser));
            }
            Remedy::Sample => on_action.emit(Action::ChooseSample),
            Remedy::Curl => {
                let command = node.to_curl(&values, false);
                on_copy.emit(command.unwrap_or_else(|failure| failure.message).into());
            }
        })
    };
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
    use_kept_beside(&studio);

    let line =
        use_memo((studio.compiled.clone(), studio.session.clone()), |_| request_line(&studio));
    let draft = studio.draft();
    let running = studio.phase.on_its_way();
    html! {
        <div class="studio">
            {toolbar(&studio.history, &kept, &on_action)}
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
                    done={studio.done.clone()}
                    through={studio.through}
                    has_values={!studio.typed().is_empty()}
                    on_edit={on_pick}
                    {on_copy}
                    {on_sheet}
                    {on_ask}
                    {on_remedy}
                    {on_keep}
                    {on_undo}
                />
            </main>
            if let Phase::Asking(names) = &studio.phase {
                <ValuesDialog
                    names={names.clone()}
                    typed={studio.typed()}
                    through_relay={studio.through != Through::Browser}
                    {on_send}
                    on_cancel={&on_dismiss}
                />
            }
            if let Phase::Sampling = &studio.phase {
                <SampleDialog
                    compiled={studio.compiled.clone()}
                    exits={exits(draft)}
                    samples={draft.samples.clone()}
                    first={studio.taken().map_or("default".into(), |taken| Text::from(taken.exit.name()))}
                    {on_use}
                    on_remove={on_forget}
                    on_cancel={on_dismiss}
                />
            }
        </div>
    }
}

/// The draft that was kept, or the sample.
fn open() -> Studio {
    let sample = || sample(&page::origin());
    let mut draft = match storage::kept() {
        None => sample(),
        Some(kept) => stored::draft(&kept).unwrap_or_else(|| {
            storage::put_aside();
            sample()
        }),
    };
    draft.samples = Rc::new(kept::samples().map(|json| from_json(&json)).unwrap_or_default());
    let mut studio = Studio::new(draft);
    if kept::uses_relay() {
        studio.through = Through::Relay;
    }
    studio
}

fn request_line(studio: &Studio) -> Text {
    let request = studio.compiled.node.draft_request(&studio.values());
    format!("{} {}", request.method.name(), request.url).into()
}
