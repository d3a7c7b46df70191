//! A response as text: of rows without number, those in view.

use std::rc::Rc;

use yew::prelude::*;

use super::window::use_window;
use crate::model::lines::Lines;

/// Properties of [`TextView`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What the text is, for ears.
    pub name: AttrValue,
    /// The text.
    pub lines: Rc<Lines>,
    /// The row that was found, and the number of the finding.
    pub hit: Option<(u32, u32)>,
}

/// The text.
#[component]
pub(crate) fn TextView(props: &Props) -> Html {
    let window = use_window(props.lines.len(), props.lines.text());
    // In rows of another length, what was at the top stays there.
    let before = use_mut_ref(|| props.lines.clone());
    let before = before.replace(props.lines.clone());
    let is_new = !Rc::ptr_eq(&before, &props.lines);
    let kept = is_new.then(|| before.row_in(&props.lines, window.top(before.len()))).flatten();
    use_effect_with(props.lines.clone(), {
        let window = window.clone();
        move |_| kept.iter().for_each(|row| window.put_at_top(*row))
    });
    // Each finding is gone to once: rows of another length are no news of it.
    let revealed = use_mut_ref(|| 0);
    use_effect_with(props.hit, {
        let window = window.clone();
        move |hit| {
            if let Some((row, finding)) = *hit
                && revealed.replace(finding) != finding
            {
                window.reveal(row as usize);
            }
        }
    });
    let row = |row: usize| {
        let is_hit = props.hit.is_some_and(|(hit, _)| hit as usize == row);
        html! {
            <div key={row as u64} class="text-row" data-hit={is_hit.then_some("")}>
                {props.lines.row(row).to_owned()}
            </div>
        }
    };
    html! {
        <div
            ref={window.scroller}
            class="listing text-rows"
            role="group"
            aria-label={&props.name}
            tabindex="0"
            onscroll={window.onscroll}
        >
            <div ref={window.space}>
                <div ref={window.block} class="listing-block">{for window.range.map(row)}</div>
            </div>
        </div>
    }
}
