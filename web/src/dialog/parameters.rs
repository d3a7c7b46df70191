//! The panel of the agent's parameters: names, entities, predefined values, and which are secret.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::{
    drawer::row::Row,
    field::{combo::Combo, marked::marked, problems::problems, text::TextBox},
    model::{
        compiled::Compiled,
        draft::{Draft, ParameterRow, Rows, Text},
        edit::Edit,
        known::ENTITIES,
        place::{Place, rows_id},
        say::{say, say_count},
    },
};

/// How a parameter is read.
const NAME: &str = "$NAME";

/// Properties of [`ParametersDialog`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The draft.
    pub draft: Draft,
    /// Its problems, and the uses of its parameters.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told that the panel is to close.
    pub on_close: Callback<()>,
}

/// The panel.
#[component]
pub(crate) fn ParametersDialog(props: &Props) -> Html {
    let Props { draft, compiled, on_edit, on_close } = props;
    let entities: Rc<[Text]> = ENTITIES.map(Text::from).into();
    let on_add = on_edit.reform(|_: MouseEvent| Edit::Declare("".into()));
    let row = |(index, row): (usize, &ParameterRow)| {
        let (id, number) = (row.id, index + 1);
        let place = number.to_string();
        let name_id = AttrValue::from(Place::ParameterName(id).id());
        let value_id = AttrValue::from(Place::ParameterValue(id).id());
        let names = compiled.notes(Place::ParameterName(id));
        let values = compiled.notes(Place::ParameterValue(id));
        let placeholder = if row.secret { say!("never kept") } else { say!("asked for") };
        let secret = row.secret;
        html! {
            <Row
                key={id}
                rows={Rows::Parameters}
                {id}
                {number}
                count={draft.parameters.len()}
                class="parameter-row"
                {on_edit}
            >
                <div class="parameter-fields">
                    <TextBox
                        id={&name_id}
                        name={say!("Parameter name {number}", number = &place)}
                        value={AttrValue::from(row.name.clone())}
                        notes={&names}
                        placeholder={say!("NAME")}
                        machine=true
                        on_type={on_edit.reform(move |text| Edit::SetParameterName(id, text))}
                    />
                    <Combo
                        id={Place::ParameterEntity(id).id()}
                        name={say!("Entity {number}", number = &place)}
                        value={row.entity.clone()}
                        notes={compiled.notes(Place::ParameterEntity(id))}
                        placeholder="sys.any"
                        options={entities.clone()}
                        on_type={on_edit.reform(move |text| Edit::SetParameterEntity(id, text))}
                    />
                    <TextBox
                        id={&value_id}
                        name={say!("Predefined value {number}", number = &place)}
                        value={AttrValue::from(row.value.clone())}
                        notes={&values}
                        {placeholder}
                        hidden={secret}
                        on_type={on_edit.reform(move |text| Edit::SetParameterValue(id, text))}
                    />
                    <button
                        type="button"
                        class="mapping-optional"
                        aria-pressed={secret.to_string()}
                        aria-label={say!("Parameter {number} is secret", number = &place)}
                        title={say!("Shown as •••, never kept in this browser, never exported")}
                        onclick={on_edit.reform(move |_: MouseEvent| Edit::SetParameterSecret(id, !secret))}
                    >
                        {say!("secret")}
                    </button>
                    if !(names.is_empty() && values.is_empty()) {
                        <div class="parameter-words">
                            {problems(&name_id, &names)}
                            {problems(&value_id, &values)}
                        </div>
                    }
                </div>
            </Row>
        }
    };
    html! {
        <Modal title={say!("Parameters")} class="dialog-wide" {on_close}>
            <p class="dialog-note">
                {marked(
                    &say!(
                        "What the conversation knows. Fields read a parameter as {name}; one without a predefined value is asked for when you test.",
                        name = NAME
                    ),
                    &[NAME],
                    |name| html! { <code class="parameter">{name}</code> },
                )}
            </p>
            if !draft.parameters.is_empty() {
                <div class="parameter-columns" aria-hidden="true">
                    <span>{say!("Name")}</span><span>{say!("Entity")}</span><span>{say!("Predefined value")}</span>
                </div>
                <div class="rows">{for draft.parameters.iter().enumerate().map(row)}</div>
            }
            {undeclared(draft, compiled, on_edit)}
            <div class="dialog-actions">
                <button
                    type="button"
                    class="button dialog-first"
                    id={format!("add-{}", rows_id(Rows::Parameters))}
                    onclick={on_add}
                >
                    {say!("Add parameter")}
                </button>
                <button
                    type="button"
                    class="button button-primary"
                    onclick={on_close.reform(|_: MouseEvent| ())}
                >
                    {say!("Done")}
                </button>
            </div>
        </Modal>
    }
}

/// Names that the node uses and nobody declared, each a button that declares it.
fn undeclared(draft: &Draft, compiled: &Compiled, on_edit: &Callback<Edit>) -> Html {
    let is_declared = |name: &str| draft.parameters.iter().any(|row| *row.name == *name);
    let used = compiled.node.parameter_uses().iter().map(|used| used.name.as_str());
    let names: Vec<&str> = used.filter(|name| !is_declared(name)).collect();
    if names.is_empty() {
        return html! {};
    }
    let all: Rc<[Text]> = names.iter().map(|name| Text::from(*name)).collect();
    let on_all = on_edit.reform(move |_: MouseEvent| Edit::DeclareAll(all.clone()));
    let button = |name: &&str| {
        let declared = Text::from(*name);
        let onclick = on_edit.reform(move |_: MouseEvent| Edit::Declare(declared.clone()));
        html! {
            <button type="button" class="chip chip-button" aria-label={say!("Declare {name}", name)} {onclick}>
                {"+ "}{*name}
            </button>
        }
    };
    html! {
        <div class="undeclared">
            <p class="told">
                {say_count!(
                    names.len();
                    "The node uses {count} name that nobody declared:",
                    "The node uses {count} names that nobody declared:"
                )}
            </p>
            <div class="chips">
                {for names.iter().map(button)}
                if names.len() > 1 {
                    <button type="button" class="remedy" onclick={on_all}>{say!("Declare all")}</button>
                }
            </div>
        </div>
    }
}
