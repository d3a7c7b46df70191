//! The whole studio: its state at the root, its parts around it, and the effects that follow from the state.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    acts::Acts,
    banner::banner,
    drawer::Drawer,
    effect::{
        Stop, use_hush, use_job, use_kept_beside, use_keys, use_later, use_probe, use_reading,
        use_uncovered,
    },
    field::agent::Agent,
    io::focus::{self, Scope},
    kept::{open, use_kept},
    later::Later,
    model::{
        draft::Text,
        known,
        say::Said,
        studio::{Deed, Studio, lacks},
    },
    node_card::NodeCard,
    result::{Came, answer, test_result},
    store::{Store, use_store},
    toolbar::toolbar,
};

/// What is around the drawer: nothing on a page of somebody else's.
#[derive(Default)]
pub(crate) struct Frame {
    /// On the studio's own page, where it keeps the draft, in words.
    pub kept: Option<AttrValue>,
    /// What is to be decided first.
    pub banner: Html,
    /// The node in the flow.
    pub card: Html,
}

/// The studio on a page of its own.
#[component]
pub fn App() -> Html {
    let store = use_memo((), |()| Store::new(open(), Callback::noop()));
    let studio = use_store(&store);
    let on_action = use_callback(Store::clone(&store), |action, store| store.act(action));
    let kept = use_kept(&studio, &on_action);
    use_kept_beside(&studio);
    let banner = studio.banner.as_ref().map(|asked| banner(asked, &store));
    let draft = studio.draft();
    let card = html! {
        <NodeCard
            label={draft.label.clone()}
            method={draft.method}
            url={draft.url.clone()}
            routes={draft.routes.clone()}
            taken={studio.taken()}
        />
    };
    let frame = Frame { kept: Some(kept), banner: banner.unwrap_or_default(), card };
    use_frame(&store, &studio, frame)
}

/// The studio in its frame.
#[hook]
pub(crate) fn use_frame(store: &Store, studio: &Rc<Studio>, frame: Frame) -> Html {
    let stop: Stop = use_mut_ref(|| None);
    let scope = use_memo((), |()| Scope::default());
    // Whoever is told something says something, too: with other words, all of that is drawn anew.
    let acts =
        use_memo((store.clone(), studio.wording), |(store, _)| Acts::of(store, &stop, &scope));

    let Frame { kept, banner, card } = frame;
    use_job(&studio.phase, store, &stop);
    use_probe(studio.last.as_ref(), store);
    use_reading(studio, store);
    let later = use_later(studio, store);
    use_keys(store, kept.is_some(), &scope, &stop);
    use_effect_with((studio.focus.clone(), scope.clone()), |(wish, scope)| {
        if let Some(wish) = wish {
            focus::go(scope, &wish.id);
        }
    });
    use_hush(studio, &acts.on_action);
    use_uncovered(studio.sheet, &scope, store);

    let line =
        use_memo((studio.compiled.clone(), studio.session.clone()), |_| request_line(studio));
    let draft = studio.draft();
    let used = studio.compiled.node.parameter_uses().iter().map(|used| used.name.as_str());
    let names = known::names(draft, used).into();
    html! {
        <ContextProvider<Scope> context={Scope::clone(&scope)}>
        <ContextProvider<Agent> context={Agent { names, on_declare: acts.on_declare.clone() }}>
        <div class="studio" ref={scope.0.clone()}>
            {toolbar(studio, kept.as_deref(), &acts.on_action, &acts.on_curl)}
            {banner}
            <@{if kept.is_some() { "main" } else { "div" }} class="stage">
                {card}
                <Drawer
                    draft={draft.clone()}
                    compiled={studio.compiled.clone()}
                    request_line={Text::clone(&line)}
                    reading={studio.reading.clone()}
                    notice={studio.notice()}
                    running={studio.phase.on_its_way().is_some()}
                    on_edit={&acts.on_edit}
                    on_test={&acts.on_test}
                    on_cancel={&acts.on_cancel}
                    on_import={&acts.on_import}
                    secret={studio.session.secret.clone()}
                    on_secret={&acts.on_secret}
                />
                {test_result(studio, store, came(later, studio, store))}
            </@>
            // One child in any case: with another one among them, those before would be made anew.
            {later.map_or_else(Html::default, |later| (later.overlay)(studio, store))}
            <p class="toast" role="status">{studio.told.as_ref().and_then(|told| in_words(&told.deed, later))}</p>
        </div>
        </ContextProvider<Agent>>
        </ContextProvider<Scope>>
    }
}

/// What comes of tests; nothing while the code of that is not here.
fn came(later: Option<&Later>, studio: &Studio, store: &Store) -> Came {
    let Some(later) = later else { return Came::default() };
    let answer = studio.last.clone().map(|last| {
        (later.answer)(answer::Props {
            last,
            reading: studio.reading.clone(),
            mappings: studio.draft().mappings.clone(),
            has_relay: studio.relay.is_some(),
            has_values: !studio.typed().is_empty(),
            wording: studio.wording,
            store: store.clone(),
        })
    });
    Came { outcome: (later.outcome)(studio), answer }
}

/// What was done in passing. That the code for something did not come is said without that code.
fn in_words(deed: &Deed, later: Option<&Later>) -> Option<Said> {
    match deed {
        Deed::Lacks => Some(lacks()),
        deed => Some((later?.told)(deed)),
    }
}

fn request_line(studio: &Studio) -> Text {
    let request = studio.compiled.node.draft_request(&studio.values());
    format!("{} {}", request.method.name(), request.url).into()
}
