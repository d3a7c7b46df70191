//! What is to be decided about drafts that were kept: one that cannot be read, one of another tab.

use yew::prelude::*;

use crate::model::{
    draft::Text,
    studio::{Action, Banner},
};

/// The banner, with its ways out.
pub(crate) fn banner(
    banner: &Banner,
    on_action: &Callback<Action>,
    on_download: &Callback<Text>,
) -> Html {
    let button = |name: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="button button-small" {onclick}>{name}</button> }
    };
    let act = |action: Action| on_action.reform(move |_: MouseEvent| action.clone());
    let (words, ways) = match banner {
        Banner::OtherTab(_) => (
            "This node was changed in another tab, which keeps its own draft now. Here, nothing is saved until you choose."
                .to_owned(),
            html! {
                <>
                    {button("Show the other draft", act(Action::TakeOther))}
                    {button("Keep this one", act(Action::KeepMine))}
                </>
            },
        ),
        Banner::Unreadable(why, text) => {
            let text = text.clone();
            let on_save = on_download.reform(move |_: MouseEvent| text.clone());
            (
                format!("The draft that was kept here could not be read, and is kept aside: {why}"),
                html! {
                    <>
                        {button("Download it", on_save)}
                        {button("Go on without it", act(Action::KeepMine))}
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
