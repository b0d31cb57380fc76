//! The quotes that the conclusions rest on.

use leptos::prelude::*;

use super::parts::{Result, ShowComment};
use crate::app::App;
use crate::browser::words::{say, t};
use crate::model::evidence::{Quote, quotes};
use crate::model::outcome::Spot;

#[component]
pub(super) fn EvidenceList() -> impl IntoView {
    let app = expect_context::<App>();
    let list = move || -> Vec<Quote> {
        let form_counts = app.choices.with(|choices| choices.problem.is_none());
        match (app.loaded(), app.assessment.get()) {
            (Some(loaded), Some(assessment)) => {
                quotes(&app.policy(), &loaded.record, &assessment, form_counts)
            }
            _ => Vec::new(),
        }
    };
    view! {
        <Show when=move || !list().is_empty()>
            <section aria-labelledby="evidence-title">
                <h2 id="evidence-title">{t("evidence_title")}</h2>
                <ul class="quotes">
                    {move || list().into_iter().map(item).collect_view()}
                </ul>
                <Result spot=Spot::Evidence />
            </section>
        </Show>
    }
}

fn item(quote: Quote) -> impl IntoView {
    let comment = quote.comment;
    view! {
        <li data-testid="quote">
            <span class="proves">{say(&quote.proves)}</span>
            <q dir="auto">{quote.text}</q>
            <span class="place">{say(&quote.place)}</span>
            {comment.map(|comment| view! { <ShowComment comment test_id="quote-show" /> })}
        </li>
    }
}
