//! Where the ticket stands, or why that cannot be said.

use ferry_core::assessment::AMBIGUOUS_DATE;
use ferry_core::{Assessment, Stage};
use ferry_zendesk::Error;
use leptos::prelude::*;

use super::banner::stage_name;
use super::parts::tone_name;
use crate::app::{App, Load};
use crate::browser::clock;
use crate::browser::words::{say, t};
use crate::model::headline::{direction, headline};
use crate::model::text::text;
use crate::model::trouble;
use crate::{loading, memory};

#[component]
pub(super) fn Status() -> impl IntoView {
    let app = expect_context::<App>();
    let failed = move || match app.load.get() {
        Some(Load::Failed(error)) => Some(error),
        _ => None,
    };
    view! {
        <div role="status">
            <Show when=move || loading::is_reading(app)>
                <p class="reading" data-testid="reading">{t("reading")}</p>
            </Show>
            {move || failed().map(|error| trouble_card(app, &error))}
            {move || app.assessment.get().map(|assessment| card(app, &assessment))}
        </div>
    }
}

fn trouble_card(app: App, error: &Error) -> impl IntoView + use<> {
    view! {
        <div class="card" data-tone="warn" data-testid="trouble" data-kind=error.kind()>
            <p>{say(&trouble::of_error(error))}</p>
            <button type="button" data-testid="retry" on:click=move |_| loading::retry(app)>
                {t("retry")}
            </button>
        </div>
    }
}

fn card(app: App, assessment: &Assessment) -> impl IntoView + use<> {
    let headline = headline(assessment);
    view! {
        <div
            class="card"
            data-tone=tone_name(headline.tone)
            data-testid="sidebar-status"
            data-stage=stage_name(assessment.stage)
        >
            <p class="card-title">{say(&headline.title)}</p>
            <p class="pills">{pills(app, assessment)}</p>
            {(assessment.stage == Stage::NoAction).then(|| view! { <p>{t("start_by_hand")}</p> })}
            {dismissal(app)}
        </div>
        {remarks(app, assessment)}
    }
}

/// Direction, level and date, as far as they are known.
pub(super) fn pills(app: App, assessment: &Assessment) -> impl IntoView + use<> {
    let policy = app.policy();
    let level = assessment.level.as_ref().and_then(|id| policy.level(id));
    let date = assessment.target_date.map(clock::date_in_words);
    let pills = [
        direction(&policy, assessment).map(|direction| say(&direction)),
        level.map(|level| level.name.clone()),
        date.map(|date| say(&text("until").with(date))),
    ];
    let pills = pills.into_iter().flatten();
    pills
        .map(|pill| view! { <span class="pill">{pill}</span> })
        .collect_view()
}

/// The way back from "not a migration".
fn dismissal(app: App) -> impl IntoView + use<> {
    let again = move |_| {
        if let Some(ticket) = app.ticket() {
            memory::dismiss(app, ticket, false);
        }
    };
    app.is_dismissed().then(|| {
        view! {
            <p>
                {t("dismissed")} " "
                <button class="link" type="button" data-testid="undismiss" on:click=again>
                    {t("undismiss")}
                </button>
            </p>
        }
    })
}

/// What limits the assessment.
fn remarks(app: App, assessment: &Assessment) -> impl IntoView + use<> {
    let loaded = app.loaded();
    let organization = loaded.as_ref().map(|loaded| {
        if loaded.organization_hidden {
            Some(t("organization_hidden"))
        } else if loaded.record.organization.is_none() {
            Some(t("organization_none"))
        } else {
            None
        }
    });
    let incomplete = loaded.is_some_and(|loaded| loaded.incomplete);
    let remarks = organization
        .flatten()
        .into_iter()
        .chain(incomplete.then(|| t("comments_incomplete")))
        .chain(assessment.warnings.iter().map(|warning| in_words(warning)));
    let remarks = remarks.map(|remark| view! { <li dir="auto">{remark}</li> });
    view! { <ul class="remarks" data-testid="remarks">{remarks.collect_view()}</ul> }
}

/// The core's warning in the agent's language.
fn in_words(warning: &str) -> String {
    match warning {
        AMBIGUOUS_DATE => t("warning_ambiguous_date"),
        other => other.to_owned(),
    }
}
