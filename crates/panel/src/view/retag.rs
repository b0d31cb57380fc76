//! Step 4: the tag that does not belong.

use ferry_core::{Assessment, Stage};
use leptos::prelude::*;

use super::parts::Result;
use crate::app::App;
use crate::browser::words::{say, t};
use crate::model::outcome::Spot;
use crate::model::text::{Text, text};
use crate::tagging;

/// What the button does, tags named.
pub(super) fn button_name(assessment: &Assessment) -> Text {
    let (remove, add) = (assessment.remove.join(", "), assessment.add.join(", "));
    if add.is_empty() {
        text("action_remove").with(remove)
    } else if remove.is_empty() {
        text("action_add").with(add)
    } else {
        text("action_replace").with(remove).with(add)
    }
}

/// The safer order, and the way around it.
fn together(app: App, assessment: &Assessment) -> impl IntoView + use<> {
    let (remove, add) = (assessment.remove.join(", "), assessment.add.join(", "));
    let advice = if add.is_empty() {
        text("together_remove").with(remove)
    } else {
        text("together_replace").with(remove).with(add)
    };
    view! {
        <div role="status" class="result" data-tone="warn" data-testid="together">
            <p>{say(&advice)}</p>
            <button
                type="button"
                data-testid="together-anyway"
                on:click=move |_| tagging::change_anyway(app)
            >
                {t("together_anyway")}
            </button>
        </div>
    }
}

#[component]
pub(super) fn Retag() -> impl IntoView {
    let app = expect_context::<App>();
    let wanted = move || {
        let assessment = app.assessment.get();
        assessment.filter(|assessment| assessment.stage == Stage::Retag)
    };
    // Taking back what took back would only be the button above.
    let can_undo = move || {
        let report = app.report.get();
        report.is_some_and(|report| !report.change.undoes() && report.undo().is_ok())
    };
    view! {
        <div class="buttons">
            {move || {
                wanted()
                    .map(|assessment| {
                        view! {
                            <button
                                class="primary"
                                type="button"
                                data-testid="tag-change"
                                disabled=move || app.changing.get()
                                on:click=move |_| tagging::change(app)
                            >
                                {say(&button_name(&assessment))}
                            </button>
                        }
                    })
            }}
            <Show when=can_undo>
                <button
                    type="button"
                    data-testid="tag-undo"
                    disabled=move || app.changing.get()
                    on:click=move |_| tagging::undo(app)
                >
                    {t("undo")}
                </button>
            </Show>
        </div>
        {move || wanted().filter(|_| app.together.get()).map(|assessment| together(app, &assessment))}
        <Show when=move || app.changing.get()>
            <p role="status" class="reading" data-testid="changing">{t("changing")}</p>
        </Show>
        <Show when=move || wanted().is_some()>
            <p class="hint">{t("retag_hint")}</p>
        </Show>
        <Result spot=Spot::Retag />
    }
}
