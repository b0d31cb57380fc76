//! The collapsed panel: a handle at the window's edge that tells the step, and opens the banner.

use leptos::prelude::*;

use super::icons;
use super::parts::tone_name;
use crate::app::App;
use crate::browser::document;
use crate::browser::words::{say, t};
use crate::memory;
use crate::model::badge::sign;
use crate::model::headline::headline;
use crate::model::text::text;

#[component]
pub(super) fn Handle() -> impl IntoView {
    let app = expect_context::<App>();
    Effect::new(|_| document::keep_focus("handle"));
    let handle = move || {
        let assessment = app.assessment.get()?;
        let headline = headline(&assessment);
        let name = say(&text("expand").with(say(&headline.title)));
        let title = name.clone();
        Some(view! {
            <button
                id="handle"
                class="handle"
                type="button"
                data-testid="ferry-handle"
                data-tone=tone_name(headline.tone)
                title=title
                on:click=move |_| memory::collapse(app, false)
            >
                {icons::ferry()}
                <span>{sign(assessment.stage)}</span>
                <span class="off-screen">{name}</span>
            </button>
        })
    };
    view! {
        <main>
            <h1 class="off-screen">{t("sidebar_title")}</h1>
            {handle}
        </main>
    }
}
