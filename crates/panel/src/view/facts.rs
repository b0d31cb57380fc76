//! What is known of the migration; the agent may know better.

use ferry_core::policy::Offering;
use ferry_core::{Assessment, LevelId, OfferingId};
use leptos::prelude::*;

use crate::app::App;
use crate::browser::words::t;
use crate::model::judgement::Choices;

#[component]
pub(super) fn Facts() -> impl IntoView {
    let app = expect_context::<App>();
    let chosen = move || app.choices.with(|choices| *choices != Choices::default());
    view! {
        <section aria-labelledby="facts-title">
            <h2 id="facts-title">{t("facts_title")}</h2>
            <div class="facts">
                <OfferingField
                    id="facts"
                    test_id="facts-from"
                    label=t("facts_from")
                    read=|assessment| assessment.from.clone()
                    write=|choices, value| choices.from = value
                />
                <OfferingField
                    id="facts-to"
                    test_id="facts-to"
                    label=t("facts_to")
                    read=|assessment| assessment.to.clone()
                    write=|choices, value| choices.to = value
                />
                <LevelField />
                <DateField />
                <OfferingField
                    id="facts-problem"
                    test_id="problem-offering"
                    label=t("facts_problem")
                    read=|assessment| assessment.problem_offering.clone()
                    write=|choices, value| choices.problem = value
                />
                <p class="hint" data-testid="problem-source">{move || t(problem_source(app))}</p>
            </div>
            <Show when=chosen>
                <button
                    class="link"
                    type="button"
                    data-testid="facts-reset"
                    on:click=move |_| app.choices.set(Choices::default())
                >
                    {t("facts_reset")}
                </button>
            </Show>
        </section>
    }
}

/// Where the problem offering comes from.
fn problem_source(app: App) -> &'static str {
    if app.choices.with(|choices| choices.problem.is_some()) {
        return "problem_chosen";
    }
    let assessment = app.assessment.get();
    let sources = assessment
        .iter()
        .flat_map(|assessment| &assessment.evidence);
    let mut problem = sources.filter(|e| e.supports == ferry_core::Conclusion::ProblemOffering);
    match problem.next().map(|evidence| &evidence.source) {
        Some(ferry_core::Source::TicketForm) => "problem_form",
        Some(_) => "problem_text",
        None => "problem_unknown",
    }
}

#[component]
fn OfferingField(
    id: &'static str,
    test_id: &'static str,
    label: String,
    read: fn(&Assessment) -> Option<OfferingId>,
    write: fn(&mut Choices, Option<OfferingId>),
) -> impl IntoView {
    let app = expect_context::<App>();
    let value = Memo::new(move |_| {
        app.assessment
            .get()
            .and_then(|assessment| read(&assessment))
    });
    let options = move || {
        let offerings = app.policy().offerings.clone();
        let value = value.get();
        let option = move |Offering { id, short, .. }: Offering| {
            let selected = value.as_ref() == Some(&id);
            view! { <option value=id.0 selected=selected>{short}</option> }
        };
        offerings.into_iter().map(option).collect_view()
    };
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let chosen = (!chosen.is_empty()).then_some(OfferingId(chosen));
        app.choices.update(|choices| write(choices, chosen));
    };
    view! {
        <label for=id>{label}</label>
        <select id=id data-testid=test_id on:change=choose>
            <option value="" selected=move || value.get().is_none()>{t("unknown")}</option>
            {options}
        </select>
    }
}

#[component]
fn LevelField() -> impl IntoView {
    let app = expect_context::<App>();
    let value = Memo::new(move |_| app.assessment.get().and_then(|assessment| assessment.level));
    let options = move || {
        let policy = app.policy();
        let to = app.assessment.get().and_then(|assessment| assessment.to);
        let levels = match to.and_then(|to| policy.offering(&to)) {
            Some(offering) => policy.levels_on_sale(offering),
            None => policy.levels.iter().collect(),
        };
        let value = value.get();
        let options = levels.into_iter().map(|level| {
            let selected = value.as_ref() == Some(&level.id);
            view! { <option value=level.id.0.clone() selected=selected>{level.name.clone()}</option> }
        });
        options.collect_view()
    };
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let chosen = (!chosen.is_empty()).then_some(LevelId(chosen));
        app.choices.update(|choices| choices.level = chosen);
    };
    view! {
        <label for="facts-level">{t("facts_level")}</label>
        <select id="facts-level" data-testid="facts-level" on:change=choose>
            <option value="" selected=move || value.get().is_none()>{t("unknown")}</option>
            {options}
        </select>
    }
}

#[component]
fn DateField() -> impl IntoView {
    let app = expect_context::<App>();
    let value = move || {
        let date = app
            .assessment
            .get()
            .and_then(|assessment| assessment.target_date);
        date.map(|date| date.to_string()).unwrap_or_default()
    };
    let choose = move |event| {
        let date = ferry_core::ticket::day(&event_target_value(&event));
        app.choices.update(|choices| choices.date = date);
    };
    view! {
        <label for="facts-date">{t("facts_date")}</label>
        <input id="facts-date" type="date" data-testid="facts-date" prop:value=value on:change=choose />
    }
}
