//! The part of Settings that says who asks: the Authorization header, and the signature in it.

use yew::prelude::*;

use crate::{
    field::{
        problems::problems, select::Select, switch::switch, template::TemplateBox, text::TextBox,
    },
    model::{
        compiled::{Compiled, Notes},
        draft::{AuthDraft, AuthKind, Draft, SigningDraft, Text},
        edit::Edit,
        place::Place,
        say::{Said, say},
    },
};

/// Whether a field is one of these.
pub(super) fn is_here(place: Place) -> bool {
    matches!(
        place,
        Place::AuthKind
            | Place::AuthUser
            | Place::AuthPassword
            | Place::AuthToken
            | Place::Signing
            | Place::SigningKey
            | Place::SigningApplication
    )
}

/// Authorization: none, a user and a password, or a token.
pub(super) fn authorization(draft: &Draft, compiled: &Compiled, on_edit: &Callback<Edit>) -> Html {
    let auth = &draft.auth;
    let set = |place: Place, set: fn(&mut AuthDraft, Text)| {
        let auth = auth.clone();
        on_edit.reform(move |text: Text| {
            let mut next = auth.clone();
            set(&mut next, text);
            Edit::SetAuth(next, place)
        })
    };
    let template = |place: Place, label: Said, value: &Text, on_type| {
        let (id, notes) = (AttrValue::from(place.id()), compiled.notes(place));
        html! {
            <div class="field">
                <label for={&id}>{label}</label>
                <TemplateBox id={&id} value={value.clone()} notes={&notes} {on_type} />
                {problems(&id, &notes)}
            </div>
        }
    };
    let (id, notes) = (AttrValue::from(Place::AuthKind.id()), compiled.notes(Place::AuthKind));
    let on_choose = {
        let auth = auth.clone();
        on_edit.reform(move |index: usize| {
            let kind = AuthKind::ALL.get(index).copied().unwrap_or_default();
            Edit::SetAuth(AuthDraft { kind, ..auth.clone() }, Place::AuthKind)
        })
    };
    html! {
        <div class="settings-group">
            <div class="field short">
                <label for={&id}>{say!("Authorization")}</label>
                <Select
                    id={&id}
                    options={AuthKind::ALL.map(|kind| (kind.name(), kind.words())).to_vec()}
                    value={auth.kind.name()}
                    notes={&notes}
                    {on_choose}
                />
            </div>
            {problems(&id, &notes)}
            if auth.kind == AuthKind::Basic {
                <div class="pair">
                    {template(Place::AuthUser, say!("User name"), &auth.username, set(Place::AuthUser, |auth, text| auth.username = text))}
                    {template(Place::AuthPassword, say!("Password"), &auth.password, set(Place::AuthPassword, |auth, text| auth.password = text))}
                </div>
            }
            if auth.kind == AuthKind::Bearer {
                {template(Place::AuthToken, say!("Token"), &auth.token, set(Place::AuthToken, |auth, text| auth.token = text))}
            }
            if auth.kind != AuthKind::None {
                <p class="told">
                    {say!("Text that is written here is part of the definition and of what is exported. A secret parameter is not: write its $NAME.")}
                </p>
            }
        </div>
    }
}

/// Signing: a switch, who signs, and with what.
pub(super) fn signing(
    draft: &Draft,
    compiled: &Compiled,
    on_edit: &Callback<Edit>,
    (secret, on_secret): (&Text, &Callback<Text>),
) -> Html {
    let signing = &draft.signing;
    let set = |place: Place, set: fn(&mut SigningDraft, Text)| {
        let signing = signing.clone();
        on_edit.reform(move |text: Text| {
            let mut next = signing.clone();
            set(&mut next, text);
            Edit::SetSigning(next, place)
        })
    };
    let text = |place: Place, label: Said, value: &Text, placeholder: Said, on_type| {
        let (id, notes) = (AttrValue::from(place.id()), compiled.notes(place));
        html! {
            <div class="field">
                <label for={&id}>{label}</label>
                <TextBox
                    id={&id}
                    value={AttrValue::from(value.clone())}
                    notes={&notes}
                    {placeholder}
                    machine=true
                    {on_type}
                />
                {problems(&id, &notes)}
            </div>
        }
    };
    let on_flip = {
        let signing = signing.clone();
        on_edit.reform(move |on| {
            Edit::SetSigning(SigningDraft { on, ..signing.clone() }, Place::Signing)
        })
    };
    let id = Place::Signing.id();
    html! {
        <div class="settings-group">
            {switch(id.clone(), say!("Sign requests"), signing.on, on_flip)}
            {problems(&id, &compiled.notes(Place::Signing))}
            if signing.on {
                <div class="pair">
                    {text(Place::SigningKey, say!("API key"), &signing.api_key, Said::Static("a1b2c3d4"), set(Place::SigningKey, |signing, text| signing.api_key = text))}
                    {text(Place::SigningApplication, say!("Application id"), &signing.application, say!("none"), set(Place::SigningApplication, |signing, text| signing.application = text))}
                </div>
                <div class="field">
                    <label for={Place::SigningSecret.id()}>{say!("Signature secret")}</label>
                    <TextBox
                        id={Place::SigningSecret.id()}
                        value={AttrValue::from(secret.clone())}
                        notes={Notes::from([])}
                        hidden=true
                        on_type={on_secret}
                    />
                    <p class="told">{say!("For tests in this session only: it is no part of the definition, and kept nowhere.")}</p>
                </div>
            }
        </div>
    }
}
