//! The first page: what happens, in four pictures, and whether Ferry may do it.
#![allow(
    unreachable_pub,
    reason = "the component macro makes each component's properties as visible as it can"
)]

mod pictures;

use ferry_web::document;
use ferry_web::words::{self, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;

/// Puts the page's content into it.
pub(crate) fn mount() {
    document::set_root("lang", &words::language());
    document::set_title(&t("welcome_title"));
    document::follow_theme();
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    let steps = [
        (
            pictures::banner().into_any(),
            t("welcome_banner"),
            t("welcome_banner_more"),
        ),
        (
            pictures::sidebar().into_any(),
            t("welcome_sidebar"),
            t("welcome_sidebar_more"),
        ),
        (
            pictures::tags().into_any(),
            t("welcome_tags"),
            t("welcome_tags_more"),
        ),
        (
            pictures::list().into_any(),
            t("welcome_list"),
            t("welcome_list_more"),
        ),
    ];
    let steps = steps.into_iter().map(|(picture, title, more)| {
        view! {
            <li class="welcome-step" data-testid="welcome-step">
                {picture}
                <h2>{title}</h2>
                <p>{more}</p>
            </li>
        }
    });
    view! {
        <main class="own-page" data-testid="welcome">
            <h1>{t("welcome_title")}</h1>
            <p class="lead">{t("welcome_lead")}</p>
            <Permission />
            <ol class="welcome-steps">{steps.collect_view()}</ol>
            <section aria-labelledby="welcome-promise">
                <h2 id="welcome-promise">{t("welcome_promise")}</h2>
                <p>{t("welcome_promise_more")}</p>
            </section>
            <div class="buttons">
                <button type="button" data-testid="welcome-options" on:click=|_| browser::open_options()>
                    {t("options_link")}
                </button>
                <button
                    type="button"
                    data-testid="welcome-health"
                    on:click=|_| browser::open_own("health.html")
                >
                    {t("health_link")}
                </button>
            </div>
        </main>
    }
}

/// Where the browser keeps Ferry from Zendesk's pages, how to let it.
#[component]
fn Permission() -> impl IntoView {
    let missing = RwSignal::new(Vec::<String>::new());
    let look = move || spawn_local(async move { missing.set(browser::missing_hosts().await) });
    look();
    let allow = move |_| {
        // The browser asks only within the click.
        let asked = browser::ask_for_hosts(&missing.get_untracked());
        spawn_local(async move {
            asked.await;
            look();
        });
    };
    view! {
        <Show when=move || !missing.with(Vec::is_empty)>
            <section class="card" data-tone="warn" data-testid="welcome-permission">
                <h2>{t("welcome_permission")}</h2>
                <p>{t("welcome_permission_more")}</p>
                <ul>
                    {move || {
                        let hosts = missing.get().into_iter();
                        hosts.map(|host| view! { <li><code>{host}</code></li> }).collect_view()
                    }}
                </ul>
                <button class="primary" type="button" data-testid="welcome-allow" on:click=allow>
                    {t("welcome_allow")}
                </button>
            </section>
        </Show>
    }
}
