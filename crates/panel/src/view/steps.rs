//! The four steps, one of them unfolded.

use ferry_settings::Feature;
use leptos::prelude::*;

use super::contact::Contact;
use super::icons;
use super::ops::OpsIssue;
use super::ops::SetUp;
use super::retag::Retag;
use crate::app::App;
use crate::browser::words::{say, t};
use crate::model::steps::{Progress, Step, StepState, current, steps};

#[component]
pub(super) fn Steps() -> impl IntoView {
    let app = expect_context::<App>();
    // What is next is unfolded, until the agent unfolds another one.
    Effect::new(move |_| {
        let next = app
            .assessment
            .get()
            .and_then(|assessment| current(assessment.stage));
        if app.unfolded.get_untracked().is_none() {
            app.unfolded.set(next);
        }
    });
    view! {
        <section aria-labelledby="steps-title">
            <h2 id="steps-title">{t("steps_title")}</h2>
            <ol class="steps">
                {Step::ALL.into_iter().map(|step| view! { <StepItem step /> }).collect_view()}
            </ol>
        </section>
    }
}

#[component]
fn StepItem(step: Step) -> impl IntoView {
    let app = expect_context::<App>();
    let state = Memo::new(move |_| -> Option<StepState> {
        let assessment = app.assessment.get()?;
        steps(&assessment)
            .into_iter()
            .find(|state| state.step == step)
    });
    let progress = move || state.get().map_or(Progress::Later, |state| state.progress);
    let unfolded = Memo::new(move |_| app.unfolded.get() == Some(step));
    let toggle = move |_| {
        app.unfolded
            .set(if unfolded.get() { None } else { Some(step) })
    };
    let body_id = format!("step-{}", step.name());
    let (test_id, controls) = (body_id.clone(), body_id.clone());
    let toggle_id = format!("{body_id}-toggle");
    view! {
        <li
            class="step"
            data-testid=test_id
            data-progress=move || progress().name()
            aria-current=move || (progress() == Progress::Next).then_some("step")
        >
            <button
                class="step-head"
                type="button"
                data-testid=toggle_id
                aria-expanded=move || unfolded.get().to_string()
                aria-controls=controls
                on:click=toggle
            >
                <span class="step-sign">{move || sign(progress(), step)}</span>
                <span class="step-title">{say(&step.title())}</span>
                <span class="step-progress">{move || say(&progress().word())}</span>
                <span class="step-chevron">{icons::chevron()}</span>
            </button>
            <div class="step-body" id=body_id hidden=move || !unfolded.get()>
                <p class="why">{move || state.get().map(|state| say(&state.why))}</p>
                <Show when=move || unfolded.get()>
                    {move || match step {
                        Step::Contact if !app.is_set(Feature::Draft) => off(),
                        Step::OpsIssue if !app.is_set(Feature::OpsIssue) => {
                            view! { <SetUp /> }.into_any()
                        }
                        Step::Retag if !app.is_set(Feature::TagChange) => off(),
                        Step::Contact => view! { <Contact /> }.into_any(),
                        Step::OpsIssue => view! { <OpsIssue /> }.into_any(),
                        Step::SetUp => view! { <SetUp /> }.into_any(),
                        Step::Retag => view! { <Retag /> }.into_any(),
                    }}
                </Show>
            </div>
        </li>
    }
}

/// In place of what the team does not use.
fn off() -> AnyView {
    view! { <p class="hint" data-testid="switched-off">{t("feature_switched_off")}</p> }.into_any()
}

fn sign(progress: Progress, step: Step) -> AnyView {
    match progress {
        Progress::Done => icons::check().into_any(),
        Progress::Waiting => icons::hourglass().into_any(),
        Progress::Unclear => icons::question().into_any(),
        Progress::Next | Progress::Later => {
            let number = Step::ALL.iter().position(|other| *other == step);
            (number.unwrap_or_default() + 1).to_string().into_any()
        }
    }
}
