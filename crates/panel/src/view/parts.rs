//! Small pieces that several views share.

use leptos::prelude::*;

use crate::actions;
use crate::app::App;
use crate::browser::words::{say, t};
pub(super) use crate::model::headline::tone_name;
use crate::model::outcome::{Outcome, Spot};

/// The button that scrolls the page to the comment that a quote comes from.
#[component]
pub(super) fn ShowComment(comment: (u64, Option<u64>), test_id: &'static str) -> impl IntoView {
    let app = expect_context::<App>();
    view! {
        <button
            class="link"
            type="button"
            data-testid=test_id
            on:click=move |_| actions::show_comment(app, comment)
        >
            {t("show_comment")}
        </button>
    }
}

/// What became of the last action of this place; screen readers hear it.
#[component]
pub(super) fn Result(spot: Spot) -> impl IntoView {
    let app = expect_context::<App>();
    let outcome = move || {
        app.outcome
            .get()
            .filter(|(of, _)| *of == spot)
            .map(|(_, outcome)| outcome)
    };
    view! {
        <div role="status" class="result-place">
            {move || outcome().map(|outcome| view! { <ResultText outcome /> })}
        </div>
    }
}

#[component]
fn ResultText(outcome: Outcome) -> impl IntoView {
    let sentences = outcome
        .sentences
        .iter()
        .map(|sentence| view! { <p>{say(sentence)}</p> });
    view! {
        <div
            class="result"
            data-testid="result"
            data-kind=outcome.kind
            data-tone=tone_name(outcome.tone)
        >
            {sentences.collect_view()}
        </div>
    }
}

/// A countdown with a way out, while Zendesk asks to wait.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    let app = expect_context::<App>();
    let cancel = move |_| {
        app.countdown.update(|countdown| {
            if let Some(countdown) = countdown {
                countdown.cancelled = true;
            }
        });
    };
    let seconds = move || app.countdown.get().map(|countdown| countdown.seconds);
    view! {
        <Show when=move || seconds().is_some()>
            <div class="result" data-tone="wait" data-testid="countdown">
                <p role="timer">
                    {move || {
                        let seconds = seconds().unwrap_or_default();
                        say(&crate::model::text::text("wait_seconds").with(seconds))
                    }}
                </p>
                <button class="link" type="button" data-testid="countdown-cancel" on:click=cancel>
                    {t("wait_cancel")}
                </button>
            </div>
        </Show>
    }
}

/// An address that opens in a new tab, which cannot reach back.
#[component]
pub(super) fn External(url: String, name: String) -> impl IntoView {
    // Links of texts and policies may be anything: only the web is opened.
    if !url.starts_with("https://") {
        return view! { <span>{name}</span> }.into_any();
    }
    view! {
        <a href=url target="_blank" rel="noopener noreferrer">
            {name}
        </a>
    }
    .into_any()
}
