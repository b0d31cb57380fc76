//! The sidebar beside the ticket: the whole workflow.

use leptos::prelude::*;

use super::evidence::EvidenceList;
use super::facts::Facts;
use super::health::Health;
use super::icons;
use super::journal::JournalList;
use super::parts::{External, Waiting};
use super::status::Status;
use super::steps::Steps;
use super::tags::TagList;
use super::wrong::Wrong;
use crate::app::App;
use crate::browser::document;
use crate::browser::words::t;
use crate::memory;

#[component]
pub(super) fn Sidebar() -> impl IntoView {
    let app = expect_context::<App>();
    // Whoever opened it wants to be in it.
    Effect::new(|_| document::focus_id("sidebar-title"));
    view! {
        <main class="sidebar" data-testid="ferry-sidebar" aria-labelledby="sidebar-title">
            <header class="bar">
                <span class="bar-mark">{icons::ferry()}</span>
                <h1 id="sidebar-title" tabindex="-1">
                    {t("sidebar_title")}
                </h1>
                <button
                    class="icon-button"
                    type="button"
                    data-testid="sidebar-side"
                    title=t("switch_side")
                    aria-label=t("switch_side")
                    on:click=move |_| memory::switch_side(app)
                >
                    {icons::switch_side()}
                </button>
                <button
                    class="icon-button"
                    type="button"
                    data-testid="sidebar-collapse"
                    title=t("collapse")
                    aria-label=t("collapse")
                    on:click=move |_| memory::collapse(app, true)
                >
                    {icons::collapse()}
                </button>
                <button
                    class="icon-button"
                    type="button"
                    data-testid="sidebar-close"
                    title=t("close")
                    aria-label=t("close")
                    on:click=move |_| app.open.set(false)
                >
                    {icons::close()}
                </button>
            </header>
            <div class="content">
                <Status />
                <Waiting />
                <Health />
                <Show when=move || app.assessment.with(Option::is_some)>
                    <Steps />
                    <Facts />
                    <TagList />
                    <EvidenceList />
                    <JournalList />
                    <Wrong />
                    <Links />
                </Show>
            </div>
        </main>
    }
}

/// Where agents read and ask.
#[component]
fn Links() -> impl IntoView {
    let links = expect_context::<App>().policy().links.clone();
    view! {
        <footer class="links">
            <External url=links.handbook.url name=links.handbook.name />
            <External url=links.channel.url name=links.channel.name />
        </footer>
    }
}
