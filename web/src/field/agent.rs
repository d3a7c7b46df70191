//! What every field may know of the agent: the parameters there are, and how one more is declared.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::draft::Text;

/// The agent's side of a field; handed down as a context.
#[derive(Clone, PartialEq)]
pub(crate) struct Agent {
    /// The names that fields offer.
    pub names: Rc<[Text]>,
    /// Told the name of a parameter that is to be declared.
    pub on_declare: Callback<Text>,
}

/// The names that the field's agent offers.
#[hook]
pub(crate) fn use_names() -> Rc<[Text]> {
    use_context::<Agent>().map_or_else(|| Rc::from([]), |agent| agent.names)
}
