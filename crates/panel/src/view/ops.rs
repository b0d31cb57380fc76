//! Steps 2 and 3: asking Support Ops, and waiting for them.

use ferry_core::draft::{Migration, Missing};
use leptos::prelude::*;

use super::parts::{External, Result};
use crate::actions;
use crate::app::App;
use crate::browser::words::t;
use crate::model::outcome::Spot;

#[component]
pub(super) fn OpsIssue() -> impl IntoView {
    let app = expect_context::<App>();
    let issue = move || {
        let assessment = app.assessment.get()?;
        actions::issue(app, &assessment)
    };
    let copy = move |_| {
        if let Some(issue) = issue() {
            let text = format!("{}\n\n{}", issue.title, issue.description);
            actions::copy(app, Spot::OpsIssue, text);
        }
    };
    view! {
        <Show when=move || issue().is_some() fallback=ByHand>
            <MissingFacts />
            <div class="buttons">
                <button
                    class="primary"
                    type="button"
                    data-testid="ops-open"
                    on:click=move |_| actions::open_ops_issue(app)
                >
                    {t("action_open_ops")}
                </button>
                <button type="button" data-testid="ops-copy" on:click=copy>
                    {t("copy")}
                </button>
            </div>
            <p class="hint">{t("ops_hint")}</p>
        </Show>
        <Result spot=Spot::OpsIssue />
    }
}

/// What Support Ops must be told and nobody has said yet.
#[component]
fn MissingFacts() -> impl IntoView {
    let app = expect_context::<App>();
    let missing = move || {
        let assessment = app.assessment.get();
        assessment.map(|assessment| Migration::from(&assessment).missing(&app.policy()))
    };
    let names = move || {
        missing().unwrap_or_default().into_iter().map(|fact| {
            let name = match fact {
                Missing::NewOffering => t("missing_offering"),
                Missing::Level => t("missing_level"),
                Missing::TargetDate => t("missing_date"),
            };
            view! { <li>{name}</li> }
        })
    };
    view! { <ul class="missing" data-testid="ops-missing">{move || names().collect_view()}</ul> }
}

/// A Zendesk whose organizations are changed by hand.
#[component]
fn ByHand() -> impl IntoView {
    view! {
        <p>{t("ops_by_hand")}</p>
        <Channel />
    }
}

#[component]
fn Channel() -> impl IntoView {
    let channel = expect_context::<App>().policy().links.channel.clone();
    view! { <External url=channel.url name=channel.name /> }
}

#[component]
pub(super) fn SetUp() -> impl IntoView {
    let app = expect_context::<App>();
    let issue = move || {
        app.assessment
            .get()
            .and_then(|assessment| assessment.ops_issue)
    };
    view! {
        {move || {
            issue()
                .map(|url| view! { <p class="address"><External url=url.clone() name=url /></p> })
        }}
        <p>{t("ask_in")} " " <Channel /></p>
    }
}
