//! The page: banner or sidebar, and where the frame stands.

use ferry_protocol::{Shape, Tone};
use ferry_settings::Feature;
use ferry_web::{settings, troubles};
use futures_util::future::join;
use leptos::ev::keydown;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::banner::Banner;
use super::handle::Handle;
use super::sidebar::Sidebar;
use crate::app::{App, Load};
use crate::browser::words::say;
use crate::browser::{badge, document, words};
use crate::link::Link;
use crate::memory;
use crate::model::badge::badge;
use crate::model::headline::{has_banner, headline};

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
        join(app.read_settings(), memory::recall(app)).await;
        if let Some(link) = Link::open(move |message| app.hear(message)).await {
            app.connect(link);
        }
    });

    settings::on_change(move || spawn_local(app.read_settings()));

    let banner = Memo::new(move |_| {
        let dismissed = app.is_dismissed() || !app.is_set(Feature::Banner);
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
        } else if banner.get() && app.collapsed.get() {
            Shape::Handle {
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
        let wanted = app.is_set(Feature::Badge);
        let dismissed = app.is_dismissed();
        if app
            .load
            .with(|load| matches!(load, Some(Load::Ready(_) | Load::Failed(_))))
        {
            app.assessment
                .with(|assessment| badge::show(&badge(assessment.as_ref(), dismissed, wanted)));
        }
    });
    Effect::new(move |_| {
        let kind = match (app.load.get(), app.outcome.get()) {
            (Some(Load::Failed(error)), _) => error.kind(),
            (_, Some((_, outcome))) if outcome.tone == Tone::Warn => outcome.kind,
            _ => return,
        };
        spawn_local(troubles::note(kind));
    });
    // A status that is there before its words are: one that comes with them is not read out.
    let announcement = move || {
        let shown = banner.get() && !app.open.get();
        let assessment = app.assessment.get().filter(|_| shown);
        assessment.map(|assessment| say(&headline(&assessment).title))
    };
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
        <Show when=move || banner.get() && !app.open.get() && !app.collapsed.get()>
            <Banner height />
        </Show>
        <Show when=move || banner.get() && !app.open.get() && app.collapsed.get()>
            <Handle />
        </Show>
        <p role="status" class="off-screen" data-testid="announcement">
            {announcement}
        </p>
    }
}
