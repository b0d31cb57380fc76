//! The page: banner or sidebar, and where the frame stands.

use ferry_protocol::Shape;
use leptos::ev::keydown;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::banner::Banner;
use super::sidebar::Sidebar;
use crate::app::{App, Load};
use crate::browser::{badge, document, words};
use crate::link::Link;
use crate::memory;
use crate::model::badge::badge;
use crate::model::headline::has_banner;

/// Puts the panel into the page and opens the channel to the adapter.
pub(crate) fn mount() {
    document::set_root("lang", &words::language());
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    let app = App::new();
    provide_context(app);
    let height = RwSignal::new(0_u32);
    spawn_local(async move {
        memory::recall(app).await;
        if let Some(link) = Link::open(move |message| app.hear(message)).await {
            app.connect(link);
        }
    });

    let banner = Memo::new(move |_| {
        let dismissed = app.is_dismissed();
        app.assessment.with(|assessment| {
            assessment
                .as_ref()
                .is_some_and(|a| has_banner(a, dismissed))
        })
    });
    Effect::new(move |_| {
        // A new visit begins with a hidden frame, whatever was shown before.
        app.screen.track();
        app.show(if app.open.get() {
            Shape::Sidebar {
                side: app.side.get(),
            }
        } else if banner.get() && height.get() > 0 {
            Shape::Banner {
                height: height.get(),
            }
        } else {
            Shape::Hidden
        });
    });
    Effect::new(move |_| {
        let dismissed = app.is_dismissed();
        if app
            .load
            .with(|load| matches!(load, Some(Load::Ready(_) | Load::Failed(_))))
        {
            app.assessment
                .with(|assessment| badge::show(&badge(assessment.as_ref(), dismissed)));
        }
    });
    let escape = window_event_listener(keydown, move |event| {
        if event.key() == "Escape" && app.open.get_untracked() {
            app.open.set(false);
        }
    });
    on_cleanup(move || escape.remove());

    view! {
        <Show when=move || app.open.get()>
            <Sidebar />
        </Show>
        <Show when=move || banner.get() && !app.open.get()>
            <Banner height />
        </Show>
    }
}
