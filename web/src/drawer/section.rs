//! A section of the drawer: its name, what it counts, and its button.

use yew::prelude::*;

/// Properties of [`Section`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Its name, which is the region's too.
    pub title: AttrValue,
    /// How many rows it has, and what else there is to say.
    #[prop_or_default]
    pub about: AttrValue,
    /// How many errors there are in it.
    #[prop_or_default]
    pub errors: usize,
    /// What stands at the right of its head.
    #[prop_or_default]
    pub action: Html,
    /// What it holds.
    #[prop_or_default]
    pub children: Html,
}

/// The section.
#[component]
pub(crate) fn Section(props: &Props) -> Html {
    html! {
        <section class="section" aria-label={&props.title}>
            <div class="section-head">
                <h3>{&props.title}</h3>
                <span class="section-count">
                    {&props.about}
                    if props.errors > 0 {
                        if !props.about.is_empty() { {" · "} }
                        <em>{crate::model::figures::count(props.errors, "problem")}</em>
                    }
                </span>
                {props.action.clone()}
            </div>
            <div class="section-body">{props.children.clone()}</div>
        </section>
    }
}

/// Properties of [`AddButton`].
#[derive(PartialEq, Properties)]
pub(crate) struct AddProps {
    /// The id.
    pub id: AttrValue,
    /// What it says.
    pub label: AttrValue,
    /// Told that it was pressed.
    pub on_add: Callback<()>,
}

/// The button of a section that adds a row.
#[component]
pub(crate) fn AddButton(props: &AddProps) -> Html {
    let onclick = props.on_add.reform(|_: MouseEvent| ());
    html! { <button type="button" class="link" id={&props.id} {onclick}>{&props.label}</button> }
}
