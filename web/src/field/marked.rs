//! A text and what is written in it in; the text with a mark-up of its own around each of those out.

use yew::{prelude::*, virtual_dom::VList};

/// The text. Where the values stand in it is the affair of the words that the page has; one that is not there is left out.
pub(crate) fn marked(text: &str, values: &[&str], mark: impl Fn(AttrValue) -> Html) -> Html {
    let mut pieces = Vec::new();
    let mut rest = text;
    // An empty one would be found forever.
    let values = || values.iter().copied().filter(|value| !value.is_empty());
    while let Some((at, value)) =
        values().filter_map(|value| Some((rest.find(value)?, value))).min()
        && let Some((before, after)) = rest.split_at_checked(at)
    {
        pieces.push(html! { {before} });
        pieces.push(mark(value.to_owned().into()));
        rest = after.strip_prefix(value).unwrap_or_default();
    }
    pieces.push(html! { {rest} });
    VList::with_children(pieces, None).into()
}
