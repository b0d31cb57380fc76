//! The banner above the conversation: the step, in a sentence, and the quote it rests on.

use ferry_core::{Assessment, Stage};
use ferry_settings::Feature;
use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::icons;
use super::parts::{Result, ShowComment, tone_name};
use super::status::pills;
use crate::app::App;
use crate::browser::document;
use crate::browser::words::{say, t};
use crate::memory;
use crate::model::evidence::leading;
use crate::model::headline::headline;
use crate::model::outcome::Spot;
use crate::model::steps::current;
use crate::model::text::{Text, text};
use crate::{actions, tagging};

#[component]
pub(super) fn Banner(
    /// The height that the content needs.
    height: RwSignal<u32>,
) -> impl IntoView {
    let app = expect_context::<App>();
    let section = NodeRef::<Section>::new();
    measure(section, height);
    on_cleanup(move || height.set(0));
    Effect::new(|_| document::keep_focus("banner-details"));
    view! {
        <main>
        <h1 class="off-screen">{t("sidebar_title")}</h1>
        <section
            class="banner"
            node_ref=section
            aria-label=t("banner_label")
            data-testid="ferry-banner"
            data-stage=move || app.assessment.get().map(|assessment| stage_name(assessment.stage))
            data-tone=move || {
                app.assessment.get().map(|assessment| tone_name(headline(&assessment).tone))
            }
        >
            <span class="banner-mark">{icons::ferry()}</span>
            <div class="banner-text">{move || app.assessment.get().map(|a| words(app, &a))} <Result spot=Spot::Evidence /></div>
            <div class="banner-actions">
                {move || app.assessment.get().map(|assessment| buttons(app, &assessment))}
            </div>
        </section>
        </main>
    }
}

/// A stable name of the stage, for tests and style.
pub(super) fn stage_name(stage: Stage) -> String {
    let name = serde_json::to_value(stage).ok();
    name.and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// No banner is narrower: the frame still has the width of the handle that it was, in which the words
/// are a tower. As long as it has, the banner asks for no room to speak of.
const NARROWEST: f64 = 100.0;

/// Keeps `height` what the content needs, also when the frame becomes narrower.
fn measure(section: NodeRef<Section>, height: RwSignal<u32>) {
    let now = move || {
        if let Some(element) = section.get_untracked() {
            let size = element.get_bounding_client_rect();
            // Heights of a banner are small positive numbers.
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "see above"
            )]
            let needed = match size.width() < NARROWEST {
                true => size.height().min(1.0),
                false => size.height().ceil(),
            } as u32;
            if needed > 0 && needed != height.get_untracked() {
                height.set(needed);
            }
        }
    };
    let resized = Closure::<dyn FnMut()>::new(now);
    let observer = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
    let kept = StoredValue::new_local((observer, resized));
    Effect::new(move |_| {
        let Some(element) = section.get() else { return };
        now();
        kept.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.observe(&element);
            }
        });
    });
    on_cleanup(move || {
        kept.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
}

fn words(app: App, assessment: &Assessment) -> impl IntoView + use<> {
    let quote = app
        .loaded()
        .and_then(|loaded| leading(&app.policy(), &loaded.record, assessment));
    view! {
        <p class="banner-title">
            <strong data-testid="banner-title">{say(&headline(assessment).title)}</strong>
            {pills(app, assessment)}
        </p>
        {quote
            .map(|quote| {
                let comment = quote.comment;
                view! {
                    <p class="banner-quote">
                        <q dir="auto" data-testid="banner-quote">{quote.text}</q>
                        <span class="place">{say(&quote.place)}</span>
                        {comment.map(|comment| view! { <ShowComment comment test_id="banner-show-comment" /> })}
                    </p>
                }
            })}
    }
}

fn buttons(app: App, assessment: &Assessment) -> impl IntoView + use<> {
    let stage = assessment.stage;
    let primary = primary(assessment).filter(|_| match stage {
        Stage::OpenOpsIssue => app.is_set(Feature::OpsIssue),
        Stage::Retag => app.is_set(Feature::TagChange),
        _ => app.is_set(Feature::Draft),
    });
    let dismiss = move |_| {
        if let Some(ticket) = app.ticket() {
            memory::dismiss(app, ticket, true);
        }
    };
    view! {
        {primary
            .map(|name| {
                view! {
                    <button
                        class="primary"
                        type="button"
                        data-testid="banner-primary"
                        on:click=move |_| act(app, stage)
                    >
                        {say(&name)}
                    </button>
                }
            })}
        <button
            id="banner-details"
            type="button"
            data-testid="banner-details"
            on:click=move |_| {
                app.unfolded.set(current(stage));
                app.open.set(true);
            }
        >
            {t("details")}
        </button>
        <button
            class="icon-button"
            type="button"
            data-testid="banner-collapse"
            title=t("collapse")
            aria-label=t("collapse")
            on:click=move |_| memory::collapse(app, true)
        >
            {icons::collapse()}
        </button>
        <button
            class="icon-button"
            type="button"
            data-testid="banner-dismiss"
            title=t("dismiss")
            aria-label=t("dismiss")
            on:click=dismiss
        >
            {icons::close()}
        </button>
    }
}

/// The name of the stage's one action.
fn primary(assessment: &Assessment) -> Option<Text> {
    match assessment.stage {
        Stage::ContactCustomer => Some(text("action_draft")),
        Stage::AwaitCustomer => Some(text("action_remind")),
        Stage::OpenOpsIssue => Some(text("action_open_ops")),
        Stage::Retag => Some(super::retag::button_name(assessment)),
        _ => None,
    }
}

fn act(app: App, stage: Stage) {
    let Some(step) = current(stage) else { return };
    app.open_at(step);
    match stage {
        Stage::OpenOpsIssue => actions::open_ops_issue(app),
        Stage::Retag => tagging::change(app),
        _ => {}
    }
}
