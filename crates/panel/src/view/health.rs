//! What of the page was not found, and what works anyway.

use leptos::prelude::*;

use crate::actions;
use crate::app::App;
use crate::browser::words::{say, t};
use crate::model::health::off;

#[component]
pub(super) fn Health() -> impl IntoView {
    let app = expect_context::<App>();
    Effect::new(move |_| {
        // Once for each ticket that was read, while the sidebar is there.
        if app.assessment.with(Option::is_some) {
            actions::look_at_page(app);
        }
    });
    let found = move || {
        let off = app.page_state.get().as_ref().map(off);
        off.filter(|off| !off.is_empty())
    };
    view! {
        <div role="status">
            {move || {
                found()
                    .map(|off| {
                        let functions = off.iter().map(|function| view! { <li>{say(function)}</li> });
                        view! {
                            <div class="card" data-tone="warn" data-testid="page-health">
                                <ul>{functions.collect_view()}</ul>
                                <p>{t("off_but_copying")}</p>
                                <button
                                    class="link"
                                    type="button"
                                    data-testid="page-health-again"
                                    on:click=move |_| actions::look_at_page(app)
                                >
                                    {t("look_again")}
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
