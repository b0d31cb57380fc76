//! The popup of the toolbar button: the ticket in front, and the agent's migrations.
#![allow(
    unreachable_pub,
    reason = "the component macro makes each component's properties as visible as it can"
)]

mod finding;
mod list;
mod migrations;

use std::rc::Rc;
use std::sync::Arc;

use ferry_core::Policy;
use ferry_web::document;
use ferry_web::settings::Kept;
use ferry_web::words::{self, say, t};
use ferry_words::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::finding::Search;
use self::list::Migrations;
use crate::browser;
use crate::desk::{self, Desk};

/// Puts the page's content into it.
pub(crate) fn mount() {
    document::set_root("lang", &words::language());
    document::follow_theme();
    leptos::mount::mount_to_body(Root);
}

/// What is known of the open agent pages.
#[derive(Clone)]
enum Pages {
    Looking,
    /// With the policy in force.
    Open(Arc<Policy>, Vec<(Rc<Desk>, Search)>),
}

#[component]
fn Root() -> impl IntoView {
    let pages = RwSignal::new_local(Pages::Looking);
    spawn_local(async move {
        let policy = Kept::read().await.in_force().policy;
        let mut desks: Vec<(Rc<Desk>, Search)> = Vec::new();
        for desk in desk::open_desks().await {
            if desks.iter().all(|(known, _)| known.host != desk.host) {
                desks.push((desk, Search::new()));
            }
        }
        pages.set(Pages::Open(Arc::clone(&policy), desks.clone()));
        for (desk, search) in desks {
            spawn_local(finding::run(desk, Arc::clone(&policy), search));
        }
    });
    let content = move || match pages.get() {
        Pages::Looking => view! { <p class="reading">{t("popup_looking")}</p> }.into_any(),
        Pages::Open(policy, desks) if desks.is_empty() => no_page(&policy).into_any(),
        Pages::Open(policy, desks) => {
            let front = desks.iter().find(|(desk, _)| desk.in_front);
            let front = front.map(|(desk, _)| this_ticket(Rc::clone(desk)));
            let several = desks.len() > 1;
            let lists = desks.into_iter().map(|(desk, search)| {
                let host = several.then(|| desk.host.clone());
                view! { <Migrations policy=Arc::clone(&policy) search host /> }
            });
            view! {
                {front}
                {lists.collect_view()}
            }
            .into_any()
        }
    };
    view! {
        <main class="popup" data-testid="popup">
            <header class="bar">
                <h1>{t("popup_title")}</h1>
            </header>
            <div class="content">{content}</div>
            <footer class="links">
                <button class="link" type="button" data-testid="popup-options" on:click=|_| browser::open_options()>
                    {t("options_link")}
                </button>
                <button class="link" type="button" data-testid="popup-health" on:click=|_| browser::open_own("health.html")>
                    {t("health_link")}
                </button>
                <button class="link" type="button" data-testid="popup-welcome" on:click=|_| browser::open_own("welcome.html")>
                    {t("welcome_link")}
                </button>
            </footer>
        </main>
    }
}

/// Opens the sidebar of the ticket that is on screen.
fn this_ticket(desk: Rc<Desk>) -> Option<impl IntoView> {
    let ticket = desk.ticket?;
    let desk = StoredValue::new_local(desk);
    let open = move |_| {
        spawn_local(async move {
            desk.get_value().toggle_sidebar().await;
            browser::close();
        });
    };
    Some(view! {
        <button class="primary" type="button" data-testid="popup-sidebar" on:click=open>
            {say(&text("popup_sidebar").with(ticket))}
        </button>
    })
}

/// Without an agent page there is nobody to ask.
fn no_page(policy: &Policy) -> impl IntoView + use<> {
    let links = policy.hosts.iter().map(|host| {
        let address = format!("https://{}/agent", host.host);
        view! {
            <li>
                <a href=address target="_blank" rel="noopener noreferrer">
                    {host.name.clone()}
                </a>
                " "
                <span class="place">{host.host.clone()}</span>
            </li>
        }
    });
    view! {
        <div class="card" data-tone="wait" data-testid="popup-no-page">
            <p class="card-title">{t("popup_no_page")}</p>
            <p>{t("popup_no_page_why")}</p>
            <ul class="hosts">{links.collect_view()}</ul>
        </div>
    }
}
