//! Step 1: the message to the customer. Never sent by Ferry.

use leptos::prelude::*;

use super::parts::Result;
use crate::actions;
use crate::app::App;
use crate::browser::words::t;
use crate::model::language;
use crate::model::outcome::Spot;

#[component]
pub(super) fn Contact() -> impl IntoView {
    let app = expect_context::<App>();
    let draft = move || {
        // An edit stays the agent's, whatever the assessment says afterwards.
        app.draft.get().or_else(|| {
            let assessment = app.assessment.get()?;
            Some(actions::message(app, &assessment).text)
        })
    };
    let edited = move || app.draft.with(Option::is_some);
    let copy = move |_| {
        if let Some(draft) = actions::draft(app) {
            actions::copy(app, Spot::Contact, draft.text);
        }
    };
    view! {
        <Language />
        <label for="draft">{t("draft_label")}</label>
        <textarea
            id="draft"
            rows="10"
            dir="auto"
            lang=move || actions::language(app)
            spellcheck="true"
            data-testid="draft-text"
            prop:value=move || draft().unwrap_or_default()
            on:input=move |event| app.draft.set(Some(event_target_value(&event)))
        ></textarea>
        <div class="buttons">
            <button
                class="primary"
                type="button"
                data-testid="draft-insert"
                on:click=move |_| actions::insert_draft(app)
            >
                {t("draft_insert")}
            </button>
            <button type="button" data-testid="draft-copy" on:click=copy>
                {t("copy")}
            </button>
            <Show when=edited>
                <button
                    class="link"
                    type="button"
                    data-testid="draft-reset"
                    on:click=move |_| app.draft.set(None)
                >
                    {t("draft_reset")}
                </button>
            </Show>
        </div>
        <p class="hint">{t("draft_hint")}</p>
        <Result spot=Spot::Contact />
    }
}

/// The requester's language, unless the agent knows better. An edited draft stays as it is.
#[component]
fn Language() -> impl IntoView {
    let app = expect_context::<App>();
    let options = move || {
        let policy = app.policy();
        let current = actions::language(app);
        let names = policy.templates.customer_message.keys().map(|code| {
            let selected = *code == current;
            view! { <option value=code.clone() selected=selected>{language::name(code)}</option> }
        });
        names.collect_view()
    };
    view! {
        <div class="facts">
            <label for="draft-language">{t("draft_language")}</label>
            <select
                id="draft-language"
                data-testid="draft-language"
                disabled=move || app.draft.with(Option::is_some)
                on:change=move |event| app.language.set(Some(event_target_value(&event)))
            >
                {options}
            </select>
        </div>
    }
}
