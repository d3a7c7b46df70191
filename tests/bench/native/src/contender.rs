//! What a contender does with a body in; out come the run that is timed, and the values that are checked before.

use std::hint::black_box;

use serde_json::Value;

type Timed = Box<dyn Fn(&[u8])>;
type Checked = Box<dyn Fn(&[u8]) -> Option<Vec<Value>>>;

/// One who takes part.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    /// Bytes in, and whatever the library gives for the five values out.
    pub(crate) run: Timed,
    /// The same as JSON; none where there are no values.
    pub(crate) values: Checked,
}

/// A contender, from what it takes of a body and from how that becomes JSON, which is not timed.
pub(crate) fn contender<T: 'static>(
    name: &'static str,
    take: impl Fn(&[u8]) -> T + Clone + 'static,
    into_json: impl Fn(T) -> Option<Vec<Value>> + 'static,
) -> Contender {
    let again = take.clone();
    Contender {
        name,
        run: Box::new(move |bytes| {
            black_box(take(bytes));
        }),
        values: Box::new(move |bytes| into_json(again(bytes))),
    }
}
