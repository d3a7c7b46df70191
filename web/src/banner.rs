//! What is to be decided about drafts that were kept: one that cannot be read, one of another tab.

use yew::prelude::*;

use crate::{
    deed,
    model::studio::{Action, Banner},
    store::Store,
};

/// The banner, with its ways out.
pub(crate) fn banner(banner: &Banner, store: &Store) -> Html {
    let button = |name: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="button button-small" {onclick}>{name}</button> }
    };
    let take_other = store.on(|_: MouseEvent| Action::TakeOther);
    let keep_mine = store.on(|_: MouseEvent| Action::KeepMine);
    let (words, ways) = match banner {
        Banner::OtherTab(_) => (
            "This node was changed in another tab, which keeps its own draft now. Here, nothing is saved until you choose."
                .to_owned(),
            html! {
                <>
                    {button("Show the other draft", take_other)}
                    {button("Keep this one", keep_mine)}
                </>
            },
        ),
        Banner::Unreadable(why, text) => {
            let (text, store) = (text.clone(), store.clone());
            let on_save = Callback::from(move |_: MouseEvent| deed::download(&store, &text));
            (
                format!("The draft that was kept here could not be read, and is kept aside: {why}"),
                html! {
                    <>
                        {button("Download it", on_save)}
                        {button("Go on without it", keep_mine)}
                    </>
                },
            )
        }
    };
    html! {
        <div class="banner" role="alert">
            <p>{words}</p>
            <div class="banner-ways">{ways}</div>
        </div>
    }
}
