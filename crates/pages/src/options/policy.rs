//! The policy, by form or as text.

use ferry_web::words::t;
use leptos::prelude::*;

use super::form::Form;
use super::page::{Page, Part};
use super::parts::{Mistakes, SaveBar};
use super::text::AsText;

#[component]
pub(super) fn PolicyPart() -> impl IntoView {
    let page = expect_context::<Page>();
    let as_text = RwSignal::new(false);
    // What the form has no field for, such as a language without a message, is told here.
    let mistakes = Signal::derive(move || page.mistakes.get().as_ref().clone());
    let tab = move |text: bool, title: String, test_id: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (as_text.get() == text).to_string()
                data-testid=test_id
                on:click=move |_| as_text.set(text)
            >
                {title}
            </button>
        }
    };
    view! {
        <p class="lead">{t("options_policy_hint")}</p>
        <div class="buttons tabs">
            {tab(false, t("options_by_form"), "by-form")}
            {tab(true, t("options_as_text"), "as-text")}
        </div>
        <Show when=move || as_text.get() fallback=move || view! {
            <Form />
            <Mistakes list=mistakes />
            <SaveBar part=Part::Policy />
        }>
            <AsText />
        </Show>
    }
}
