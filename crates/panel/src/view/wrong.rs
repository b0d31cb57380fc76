//! "This is wrong": a report that the agent sees, completes and copies.

use leptos::prelude::*;

use super::parts::Result;
use crate::actions;
use crate::app::App;
use crate::browser::words::t;
use crate::model::outcome::Spot;

#[component]
pub(super) fn Wrong() -> impl IntoView {
    let app = expect_context::<App>();
    let written = RwSignal::new(None::<String>);
    let open = move || written.with(Option::is_some);
    let toggle = move |_| {
        written.update(|written| {
            *written = match written {
                Some(_) => None,
                None => actions::wrong_report(app),
            };
        });
    };
    let copy = move |_| {
        if let Some(report) = written.get_untracked() {
            actions::copy(app, Spot::Wrong, report);
        }
    };
    view! {
        <section class="wrong">
            <button
                class="link"
                type="button"
                data-testid="wrong"
                aria-expanded=move || open().to_string()
                on:click=toggle
            >
                {t("wrong_title")}
            </button>
            <Show when=open>
                <label for="wrong-report">{t("wrong_label")}</label>
                <textarea
                    id="wrong-report"
                    rows="10"
                    dir="ltr"
                    lang="en"
                    data-testid="wrong-report"
                    prop:value=move || written.get().unwrap_or_default()
                    on:input=move |event| written.set(Some(event_target_value(&event)))
                ></textarea>
                <p class="hint">{t("wrong_hint")}</p>
                <div class="buttons">
                    <button type="button" data-testid="wrong-copy" on:click=copy>
                        {t("report_copy")}
                    </button>
                </div>
                <Result spot=Spot::Wrong />
            </Show>
        </section>
    }
}
