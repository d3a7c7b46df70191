//! What the first paint does without: the result of a test, the dialogs, and what reads, sends and imports. The studio's
//! page loads its code by itself, right after the first paint; whoever needs it waits for it.

use std::{cell::Cell, future::Future, pin::Pin, rc::Rc};

use js_sys::Function;
use switchhook::path::Format;
use yew::prelude::*;

use crate::{
    deed::copy_command,
    io::{
        probe,
        send::{Sending, send},
    },
    model::{
        import::{Imported, Refusal, import},
        preview::Reading,
        run::{Finished, Received},
        say::Said,
        studio::{Deed, Studio},
    },
    overlay::overlay,
    result::{
        answer::{self, Answer},
        words::outcome_words,
    },
    store::Store,
};

/// Something that takes its time, on this thread.
type Coming<T> = Pin<Box<dyn Future<Output = T>>>;

/// The parts that come later. They are called by pointer, so that whoever holds none has none of their code.
pub(crate) struct Later {
    /// The words of the line on top of the result.
    pub outcome: fn(&Studio) -> Html,
    /// What came of a test.
    pub answer: fn(answer::Props) -> Html,
    /// The dialog that the state asks for.
    pub overlay: fn(&Studio, &Store) -> Html,
    /// What was done in passing, in words.
    pub told: fn(&Deed) -> Said,
    /// Reads a definition, or a cURL command.
    pub import: fn(&str) -> Result<Imported, Refusal>,
    /// Copies the request as a cURL command, or tells why there is none.
    pub copy_command: fn(&Store),
    /// Reads a response's body.
    pub read: fn(Rc<Received>, Format) -> Reading,
    /// Sends a request.
    pub send: fn(Sending) -> Coming<Option<Finished>>,
    /// Asks whether a server answers at all.
    pub answers: fn(Option<Function>, String) -> Coming<bool>,
}

static LATER: Later = Later {
    outcome: outcome_words,
    answer: |props| html! { <Answer ..props /> },
    overlay,
    told: Deed::words,
    import,
    copy_command,
    read: Reading::new,
    send: |sending| Box::pin(send(sending)),
    answers: |fetch, origin| Box::pin(async move { probe::answers(fetch, &origin).await }),
};

thread_local! {
    static HERE: Cell<Option<&'static Later>> = const { Cell::new(None) };
}

/// The parts, where they are here already.
pub(crate) fn here() -> Option<&'static Later> {
    if cfg!(feature = "split") { HERE.get() } else { Some(&LATER) }
}

/// The parts, once they are here; none where they do not come.
pub(crate) async fn later() -> Option<&'static Later> {
    #[cfg(feature = "split")]
    {
        let later = table().await.ok()?;
        HERE.set(Some(later));
        Some(later)
    }
    #[cfg(not(feature = "split"))]
    Some(&LATER)
}

#[cfg(feature = "split")]
#[allow(
    unsafe_code,
    reason = "the macro declares what the other module has; the tool that takes it apart links it"
)]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn table() -> Result<&'static Later, wasm_split_helpers::SplitLoaderError> {
    Ok(&LATER)
}
