//! Line drawings for buttons; the button says what they stand for.

use yew::prelude::*;

/// A drawing.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Icon {
    /// A cross.
    Remove,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A triangle that unfolds.
    Twist,
    /// A bracket that opens a sheet.
    Chevron,
    /// Three dots that open a menu.
    More,
    /// Dots to take hold of.
    Grip,
}

/// The drawing; nothing for ears.
pub(crate) fn drawing(icon: Icon) -> Html {
    let path = match icon {
        Icon::Remove => "M3.5 3.5l7 7m0-7l-7 7",
        Icon::Up => "M7 11.5v-9M3 6.5l4-4 4 4",
        Icon::Down => "M7 2.5v9M3 7.5l4 4 4-4",
        Icon::Twist => "M4.5 2.5l6 4.5-6 4.5z",
        Icon::Chevron => "M2.5 9l4.5-4.5L11.5 9",
        Icon::More => "M2.5 7h.01M7 7h.01M11.5 7h.01",
        Icon::Grip => "M5 3h.01M9 3h.01M5 7h.01M9 7h.01M5 11h.01M9 11h.01",
    };
    html! { <svg viewBox="0 0 14 14" aria-hidden="true"><path d={path} /></svg> }
}
