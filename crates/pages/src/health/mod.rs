//! The health page: what works, on which page, with which permissions; and all of it as a report
//! that holds no text of any ticket.
#![allow(
    unreachable_pub,
    reason = "the component macro makes each component's properties as visible as it can"
)]

mod facts;
mod report;

use ferry_web::words::{self, t};
use ferry_web::{clipboard, document};
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::facts::{Facts, Page};

/// Puts the page's content into it.
pub(crate) fn mount() {
    document::set_root("lang", &words::language());
    document::set_title(&t("health_title"));
    document::follow_theme();
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    let facts = RwSignal::new(None::<Facts>);
    let copied = RwSignal::new(None::<bool>);
    let look = move || {
        copied.set(None);
        facts.set(None);
        spawn_local(async move { facts.set(Some(Facts::gather().await)) });
    };
    look();
    let copy = move |_| {
        let report = facts.get_untracked().map(|facts| report::report(&facts));
        spawn_local(async move {
            if let Some(report) = report {
                copied.set(Some(clipboard::copy(&report).await));
            }
        });
    };
    let result = move || {
        copied.get().map(|worked| {
            let (tone, words) = match worked {
                true => ("done", t("copy_done")),
                false => ("warn", t("copy_failed")),
            };
            view! { <p class="result" data-testid="health-copied" data-tone=tone>{words}</p> }
        })
    };
    view! {
        <main class="own-page" data-testid="health">
            <h1>{t("health_title")}</h1>
            <p class="lead">{t("health_lead")}</p>
            <div class="buttons">
                <button class="primary" type="button" data-testid="health-copy" on:click=copy>
                    {t("report_copy")}
                </button>
                <button type="button" data-testid="health-again" on:click=move |_| look()>
                    {t("look_again")}
                </button>
            </div>
            <div role="status">{result}</div>
            {move || match facts.get() {
                None => view! { <p class="reading">{t("popup_looking")}</p> }.into_any(),
                Some(facts) => shown(facts).into_any(),
            }}
        </main>
    }
}

fn shown(facts: Facts) -> impl IntoView {
    let pages = facts.pages.iter().map(page);
    let troubles = facts.troubles.iter().map(|trouble| {
        view! {
            <li>
                <time>{trouble.at.clone()}</time>
                " "
                <code>{trouble.kind.clone()}</code>
            </li>
        }
    });
    let no_page = facts.pages.is_empty().then(|| {
        view! {
            <div class="card" data-tone="wait">
                <p class="card-title">{t("popup_no_page")}</p>
                <p>{t("popup_no_page_why")}</p>
            </div>
        }
    });
    let no_trouble = facts
        .troubles
        .is_empty()
        .then(|| view! { <p>{t("health_no_troubles")}</p> });
    view! {
        <section aria-labelledby="health-what" data-testid="health-facts">
            <h2 id="health-what">{t("health_what")}</h2>
            <dl class="pairs">
                <dt>"Ferry"</dt>
                <dd data-testid="health-version">{facts.version.clone()}</dd>
                <dt>{t("health_browser")}</dt>
                <dd>{facts.browser.clone()}</dd>
                <dt>{t("health_language")}</dt>
                <dd>{facts.language.clone()}</dd>
                <dt>{t("health_permissions")}</dt>
                <dd data-testid="health-permissions">{facts.permissions.join(", ")}</dd>
            </dl>
        </section>
        <section aria-labelledby="health-pages">
            <h2 id="health-pages">{t("health_pages")}</h2>
            {no_page}
            {pages.collect_view()}
        </section>
        <section aria-labelledby="health-troubles">
            <h2 id="health-troubles">{t("health_troubles")}</h2>
            {no_trouble}
            <ul data-testid="health-troubles-list">{troubles.collect_view()}</ul>
        </section>
    }
}

fn page(page: &Page) -> impl IntoView + use<> {
    let Page { host, state } = page;
    let Some(state) = state else {
        return view! {
            <div class="card" data-tone="wait" data-testid="health-page">
                <p class="card-title">{host.clone()}</p>
                <p>{t("health_no_ticket")}</p>
            </div>
        }
        .into_any();
    };
    let missing = state
        .selectors
        .iter()
        .any(|selector| selector.matched.is_none());
    let rows = state.selectors.iter().map(|selector| {
        let found = match selector.matched {
            None => t("health_not_found"),
            Some(0) => t("health_found"),
            Some(_) => t("health_found_otherwise"),
        };
        view! {
            <tr data-found=selector.matched.is_some().to_string()>
                <th scope="row">
                    <code>{selector.name.clone()}</code>
                </th>
                <td>{found}</td>
            </tr>
        }
    });
    let layout = state.layout.clone().unwrap_or_else(|| t("unknown"));
    view! {
        <div class="card" data-tone=if missing { "warn" } else { "done" } data-testid="health-page">
            <p class="card-title">{host.clone()}</p>
            <p>{t("health_layout")} ": " <code data-testid="health-layout">{layout}</code></p>
            <table>
                <caption class="off-screen">{t("health_selectors")}</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
