//! The whole studio: its state at the root, its parts around it, and the effects that follow from the state.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    acts::Acts,
    banner::banner,
    dialog::{ExportDialog, ImportDialog, ParametersDialog, ValuesDialog, shortcuts_dialog},
    drawer::Drawer,
    effect::{Stop, use_hush, use_job, use_kept_beside, use_keys, use_probe, use_uncovered},
    field::agent::Agent,
    io::focus::{self, Scope},
    kept::{open, use_kept},
    model::{
        draft::Text,
        known,
        run::Phase,
        samples::exits,
        studio::{Panel, Studio},
        words::Through,
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
    let acts = use_memo(store.clone(), |store| Acts::of(store, &stop, &scope));

    let kept = match &frame {
        Frame::Page(kept) => Some(kept),
        Frame::Embedded => None,
    };
    use_job(&studio.phase, store, &stop);
    use_probe(studio.last.as_ref(), store);
    use_keys(store, kept.is_some(), &scope, &stop);
    use_effect_with((studio.focus.clone(), scope.clone()), |(wish, scope)| {
        if let Some(wish) = wish {
            focus::go(scope, &wish.id);
        }
    });
    use_hush(studio, &acts.on_action);
    use_uncovered(studio.sheet, &scope, &acts.on_sheet);

    let line =
        use_memo((studio.compiled.clone(), studio.session.clone()), |_| request_line(studio));
    let draft = studio.draft();
    let running = studio.phase.on_its_way();
    let used = studio.compiled.node.parameter_uses().iter().map(|used| used.name.as_str());
    let names = known::names(draft, used).into();
    html! {
        <ContextProvider<Scope> context={Scope::clone(&scope)}>
        <ContextProvider<Agent> context={Agent { names, on_declare: acts.on_declare.clone() }}>
        <div class="studio" ref={scope.0.clone()}>
            {toolbar(studio, kept.map(AttrValue::as_str), &acts.on_action, &acts.on_curl)}
            if let Some(asked) = &studio.banner {
                {banner(asked, &acts.on_action, &acts.on_download)}
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
                    on_edit={&acts.on_edit}
                    on_test={&acts.on_test}
                    on_cancel={&acts.on_cancel}
                    on_import={&acts.on_import}
                    secret={studio.session.secret.clone()}
                    on_secret={&acts.on_secret}
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
                    on_edit={&acts.on_pick}
                    on_copy={&acts.on_copy}
                    on_sheet={&acts.on_sheet}
                    on_ask={&acts.on_ask}
                    on_remedy={&acts.on_remedy}
                    on_keep={&acts.on_keep}
                    on_undo={&acts.on_undo}
                />
            </@>
            if let Phase::Asking(names) = &studio.phase {
                <ValuesDialog
                    names={names.clone()}
                    secret={secrets(studio)}
                    typed={studio.typed()}
                    through_relay={studio.through != Through::Browser}
                    on_send={&acts.on_send}
                    on_cancel={&acts.on_dismiss}
                />
            }
            if let Phase::Sampling = &studio.phase {
                <SampleDialog
                    compiled={studio.compiled.clone()}
                    exits={exits(draft)}
                    samples={draft.samples.clone()}
                    first={studio.taken().map_or("default".into(), |taken| Text::from(taken.exit.name()))}
                    on_use={&acts.on_use}
                    on_remove={&acts.on_forget}
                    on_cancel={&acts.on_dismiss}
                />
            }
            {match &studio.panel {
                None => html! {},
                Some(Panel::Parameters) => html! {
                    <ParametersDialog
                        draft={draft.clone()}
                        compiled={studio.compiled.clone()}
                        on_edit={&acts.on_edit}
                        on_close={&acts.on_close}
                    />
                },
                Some(Panel::Import(problem)) => html! {
                    <ImportDialog problem={problem.clone()} on_import={&acts.on_import} on_file={&acts.on_file} on_close={&acts.on_close} />
                },
                Some(Panel::Export) => html! {
                    <ExportDialog
                        definition={Text::from(studio.compiled.node.definition().to_json())}
                        has_errors={!studio.compiled.node.can_send()}
                        on_download={&acts.on_download}
                        on_copy={&acts.on_copy}
                        on_close={&acts.on_close}
                    />
                },
                Some(Panel::Shortcuts) => shortcuts_dialog(&acts.on_close),
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
