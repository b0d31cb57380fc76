//! The page's frame: its parts by name, and the one that is open.

use ferry_web::document;
use ferry_web::words::t;
use leptos::ev::hashchange;
use leptos::prelude::*;

use super::backup::Backup;
use super::features::Features;
use super::hosts::Hosts;
use super::managed::Managed;
use super::page::{Page, Part};
use super::policy::PolicyPart;
use super::templates::Templates;
use super::tryout::TryOut;

#[component]
pub(super) fn Root() -> impl IntoView {
    let page = Page::new();
    provide_context(page);
    page.read();
    // The open part is in the address, so that reload and links lead to it.
    let follow = move || {
        let name = document::secret();
        let part = Part::ALL.into_iter().find(|part| part.name() == name);
        page.part.set(part.unwrap_or(Part::Hosts));
    };
    follow();
    let listening = window_event_listener(hashchange, move |_| follow());
    on_cleanup(move || listening.remove());

    let link = move |part: Part| {
        let current = move || (page.part.get() == part).then_some("page");
        view! {
            <li>
                <a href=format!("#{}", part.name()) aria-current=current data-part=part.name()>
                    {part.title()}
                </a>
            </li>
        }
    };
    view! {
        <div class="options">
            <header class="options-head">
                <img src="icons/ferry-48.png" alt="" width="32" height="32" />
                <h1>{t("options_title")}</h1>
            </header>
            <nav aria-label=t("options_title")>
                <ul>{Part::ALL.map(link).collect_view()}</ul>
            </nav>
            <main>
                <Managed />
                {move || {
                    let part = page.part.get();
                    let content = match part {
                        Part::Hosts => view! { <Hosts /> }.into_any(),
                        Part::Features => view! { <Features /> }.into_any(),
                        Part::Policy => view! { <PolicyPart /> }.into_any(),
                        Part::Templates => view! { <Templates /> }.into_any(),
                        Part::TryIt => view! { <TryOut /> }.into_any(),
                        Part::Backup => view! { <Backup /> }.into_any(),
                    };
                    view! {
                        <section aria-labelledby="part-title" data-testid="part" data-part=part.name()>
                            <h2 id="part-title">{part.title()}</h2>
                            {content}
                        </section>
                    }
                }}
            </main>
        </div>
    }
}
