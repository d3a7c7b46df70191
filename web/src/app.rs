//! The whole studio: its state at the root, its parts around it, and the effects that follow from the state.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::{
    banner::banner,
    dialog::{ExportDialog, ImportDialog, ParametersDialog, ValuesDialog, shortcuts_dialog},
    drawer::Drawer,
    effect::{Stop, cancel, use_hush, use_job, use_kept_beside, use_keys, use_probe},
    field::agent::Agent,
    io::{
        clipboard, files,
        focus::{self, Scope},
    },
    kept::{open, use_kept},
    model::{
        draft::Text,
        edit::Edit,
        known,
        naming::file_name,
        run::Phase,
        samples::exits,
        studio::{Action, Panel, Studio},
        words::{Remedy, Through},
    },
    node_card::NodeCard,
    result::TestResult,
    samples::SampleDialog,
    store::{Store, use_store},
    toolbar::toolbar,
};

/// What is around the drawer.
pub(crate) enum Frame {
    /// The studio's own page, and where it keeps the draft, in words.
    Page(AttrValue),
    /// A page of somebody else's.
    Embedded,
}

/// The studio on a page of its own.
#[component]
pub fn App() -> Html {
    let store = use_memo((), |()| Store::new(open(), Callback::noop()));
    let studio = use_store(&store);
    let on_action = use_callback(Store::clone(&store), |action, store| store.act(action));
    let kept = use_kept(&studio, &on_action);
    use_kept_beside(&studio);
    use_frame(&store, &studio, Frame::Page(kept))
}

/// The studio in its frame.
#[hook]
pub(crate) fn use_frame(store: &Store, studio: &Rc<Studio>, frame: Frame) -> Html {
    let stop: Stop = use_mut_ref(|| None);
    let scope = use_memo((), |()| Scope::default());
    let on_action = use_callback(store.clone(), |action: Action, store| store.act(action));
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
    let on_copy = use_callback(on_action.clone(), |text: Text, act| {
        let act = act.clone();
        spawn_local(async move {
            let is_copied = clipboard::copy(&text).await;
            let words =
                if is_copied { "Copied" } else { "Not copied: the browser does not allow it" };
            act.emit(Action::Tell(words.into()));
        });
    });
    let on_import = use_callback(on_action.clone(), |text, act| act.emit(Action::Import(text)));
    let on_file = use_callback(on_action.clone(), |file: File, act| {
        let act = act.clone();
        spawn_local(async move {
            act.emit(match files::text(&file).await {
                Some(text) => Action::Import(text),
                None => Action::Open(Panel::Import(Some("This file cannot be read.".into()))),
            });
        });
    });
    let file = file_name(&studio.draft().label);
    let on_download = use_callback((file, on_action.clone()), |text: Text, (file, act)| {
        let is_done = files::download(file, &text).is_some();
        let words = if is_done {
            format!("Downloaded {file}")
        } else {
            "Not downloaded: the browser does not allow it".to_owned()
        };
        act.emit(Action::Tell(words.into()));
    });
    let on_curl = {
        let (command, on_copy, on_action) = (studio.command(), on_copy.clone(), on_action.clone());
        Callback::from(move |()| match &command {
            Ok(command) => on_copy.emit(command.clone()),
            Err(why) => on_action.emit(Action::Tell(why.clone())),
        })
    };
    let on_secret = use_callback(on_action.clone(), |text, act| act.emit(Action::SetSecret(text)));
    let on_close = use_callback(on_action.clone(), |(), act| act.emit(Action::Close));
    let on_declare = use_callback(on_edit.clone(), |name, edit| edit.emit(Edit::Declare(name)));
    let on_remedy = {
        let (on_action, on_curl) = (on_action.clone(), on_curl.clone());
        Callback::from(move |remedy: Remedy| match remedy {
            Remedy::Edit(edit) => on_action.emit(Action::Edit(edit)),
            Remedy::Relay(through) => {
                on_action.emit(Action::Through(through, through != Through::Browser));
            }
            Remedy::Sample => on_action.emit(Action::ChooseSample),
            Remedy::Curl => on_curl.emit(()),
        })
    };
    let on_cancel = use_callback((), {
        let (stop, scope) = (stop.clone(), scope.clone());
        move |(), ()| cancel(&stop, &scope)
    });

    let kept = match &frame {
        Frame::Page(kept) => Some(kept),
        Frame::Embedded => None,
    };
    use_job(&studio.phase, store, &stop);
    use_probe(studio.last.as_ref(), store);
    use_keys(studio, kept.is_some(), &scope, &stop, &on_action);
    use_effect_with((studio.focus.clone(), scope.clone()), |(wish, scope)| {
        if let Some(wish) = wish {
            focus::go(scope, &wish.id);
        }
    });
    use_hush(studio, &on_action);

    let line =
        use_memo((studio.compiled.clone(), studio.session.clone()), |_| request_line(studio));
    let draft = studio.draft();
    let running = studio.phase.on_its_way();
    let used = studio.compiled.node.parameter_uses().iter().map(|used| used.name.as_str());
    let names = known::names(draft, used).into();
    html! {
        <ContextProvider<Scope> context={Scope::clone(&scope)}>
        <ContextProvider<Agent> context={Agent { names, on_declare }}>
        <div class="studio" ref={scope.0.clone()}>
            {toolbar(studio, kept.map(AttrValue::as_str), &on_action, &on_curl)}
            if let Some(asked) = &studio.banner {
                {banner(asked, &on_action, &on_download)}
            }
            <@{if kept.is_some() { "main" } else { "div" }} class="stage">
                if kept.is_some() {
                    <NodeCard
                        label={draft.label.clone()}
                        method={draft.method}
                        url={draft.url.clone()}
                        routes={draft.routes.clone()}
                        taken={studio.taken()}
                    />
                }
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
                    on_import={&on_import}
                    secret={studio.session.secret.clone()}
                    {on_secret}
                />
                <TestResult
                    last={studio.last.clone()}
                    reading={studio.reading.clone()}
                    mappings={&draft.mappings}
                    {running}
                    open={studio.sheet}
                    done={studio.done.clone()}
                    through={studio.through}
                    has_relay={studio.relay.is_some()}
                    has_values={!studio.typed().is_empty()}
                    on_edit={on_pick}
                    on_copy={&on_copy}
                    {on_sheet}
                    {on_ask}
                    {on_remedy}
                    {on_keep}
                    {on_undo}
                />
            </@>
            if let Phase::Asking(names) = &studio.phase {
                <ValuesDialog
                    names={names.clone()}
                    secret={secrets(studio)}
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
            {match &studio.panel {
                None => html! {},
                Some(Panel::Parameters) => html! {
                    <ParametersDialog
                        draft={draft.clone()}
                        compiled={studio.compiled.clone()}
                        {on_edit}
                        {on_close}
                    />
                },
                Some(Panel::Import(problem)) => html! {
                    <ImportDialog problem={problem.clone()} {on_import} {on_file} {on_close} />
                },
                Some(Panel::Export) => html! {
                    <ExportDialog
                        definition={Text::from(studio.compiled.node.definition().to_json())}
                        has_errors={!studio.compiled.node.can_send()}
                        {on_download}
                        {on_copy}
                        {on_close}
                    />
                },
                Some(Panel::Shortcuts) => shortcuts_dialog(&on_close),
            }}
            <p class="toast" role="status">{studio.told.as_ref().map(|told| AttrValue::from(told.text.clone()))}</p>
        </div>
        </ContextProvider<Agent>>
        </ContextProvider<Scope>>
    }
}

/// The parameters that are marked secret.
fn secrets(studio: &Studio) -> Rc<[Text]> {
    let rows = studio.draft().parameters.iter().filter(|row| row.secret);
    rows.map(|row| row.name.clone()).collect()
}

fn request_line(studio: &Studio) -> Text {
    let request = studio.compiled.node.draft_request(&studio.values());
    format!("{} {}", request.method.name(), request.url).into()
}
