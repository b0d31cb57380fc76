//! A switch for each feature.

use ferry_settings::Feature;
use ferry_web::words::{say, t};
use ferry_words::{Text, text};
use leptos::prelude::*;

use super::page::{Page, Part};
use super::parts::{Locked, Result};

#[component]
pub(super) fn Features() -> impl IntoView {
    view! {
        <p class="lead">{t("options_features_hint")}</p>
        <ul class="switches">
            {Feature::ALL.map(|feature| view! { <Switch feature /> }).collect_view()}
        </ul>
        <Result part=Part::Features />
    }
}

#[component]
fn Switch(feature: Feature) -> impl IntoView {
    let page = expect_context::<Page>();
    let locked = move || page.now.get().locked_features.contains(&feature);
    let (title, hint) = words(feature);
    let flip = move |event| {
        let on = event_target_checked(&event);
        let kept = page.kept.get_untracked();
        let mut own = kept.local.clone();
        own.switch(&kept.managed, feature, on);
        let title = say(&words(feature).0);
        let done = if on {
            text("options_on")
        } else {
            text("options_off")
        };
        page.save(Part::Features, own, done.with(title));
    };
    let id = format!("feature-{}", feature.name());
    view! {
        <li class="switch-row">
            <input
                type="checkbox"
                role="switch"
                class="switch"
                id=id.clone()
                data-testid=id.clone()
                aria-describedby=format!("{id}-hint")
                prop:checked=move || page.now.get().is_on(feature)
                disabled=locked
                on:change=flip
            />
            <div>
                <label for=id.clone()>{say(&title)}</label>
                <p class="hint" id=format!("{id}-hint")>
                    {say(&hint)}
                </p>
            </div>
            <Show when=locked>
                <Locked />
            </Show>
        </li>
    }
}

fn words(feature: Feature) -> (Text, Text) {
    match feature {
        Feature::Banner => (text("feature_banner"), text("feature_banner_hint")),
        Feature::Badge => (text("feature_badge"), text("feature_badge_hint")),
        Feature::Draft => (text("feature_draft"), text("feature_draft_hint")),
        Feature::OpsIssue => (text("feature_ops_issue"), text("feature_ops_issue_hint")),
        Feature::TagChange => (text("feature_tag_change"), text("feature_tag_change_hint")),
        Feature::Keyboard => (text("feature_keyboard"), text("feature_keyboard_hint")),
        Feature::Welcome => (text("feature_welcome"), text("feature_welcome_hint")),
    }
}
