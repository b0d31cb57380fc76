//! What an administrator ships, and what is set and cannot be used.

use ferry_core::policy::PolicyError;
use ferry_settings::Layer;
use ferry_web::clipboard;
use ferry_web::words::{say, t};
use ferry_words::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::{Page, Part};
use super::parts::Mistakes;

#[component]
pub(super) fn Managed() -> impl IntoView {
    let page = expect_context::<Page>();
    let shipped = move || {
        page.kept.with(|kept| {
            let features = kept.managed.settings.features.keys();
            let features = features.map(|feature| format!("features.{}", feature.name()));
            let fields = kept.managed.settings.policy.keys();
            let fields = fields.map(|field| format!("policy.{field}"));
            fields.chain(features).collect::<Vec<_>>()
        })
    };
    let lead = move || match page.kept.with(|kept| kept.managed.lock) {
        true => t("options_managed"),
        false => t("options_managed_default"),
    };
    let wrong = move |layer| {
        let now = page.now.get();
        let mistakes = now.mistakes.iter().filter(|mistake| mistake.layer == layer);
        mistakes
            .map(|mistake| mistake.error.clone())
            .collect::<Vec<_>>()
    };
    let shipped_wrong = Signal::derive(move || wrong(Layer::Managed));
    let own_wrong = Signal::derive(move || -> Vec<PolicyError> {
        let unread = page.kept.with(|kept| kept.mistakes.clone());
        unread.into_iter().chain(wrong(Layer::Local)).collect()
    });
    view! {
        <Show when=move || !shipped().is_empty()>
            <div class="card" data-tone="act" data-testid="managed">
                <p class="card-title">{lead}</p>
                <p>
                    {move || {
                        let names = shipped().into_iter();
                        names.map(|name| view! { <code class="pill">{name}</code> " " }).collect_view()
                    }}
                </p>
            </div>
        </Show>
        <Show when=move || !shipped_wrong.get().is_empty()>
            <div class="card" data-tone="warn" data-testid="managed-wrong">
                <p class="card-title">{t("options_managed_wrong")}</p>
                <Mistakes list=shipped_wrong />
            </div>
        </Show>
        <Show when=move || !own_wrong.get().is_empty()>
            <div class="card" data-tone="warn" data-testid="own-wrong">
                <p class="card-title">{t("options_own_wrong")}</p>
                <Mistakes list=own_wrong />
                <Repair />
            </div>
        </Show>
    }
}

/// Ways out for settings that cannot be used.
#[component]
fn Repair() -> impl IntoView {
    let page = expect_context::<Page>();
    let copied = RwSignal::new(None);
    let copy = move |_| {
        let text = page
            .kept
            .with_untracked(|kept| kept.unread.clone().unwrap_or_else(|| kept.local.to_json()));
        spawn_local(async move { copied.set(Some(clipboard::copy(&text).await)) });
    };
    let drop_unused = move |_| {
        let unused = &page.now.get_untracked().unused;
        let mut own = page.kept.with_untracked(|kept| kept.local.policy.clone());
        own.retain(|field, _| !unused.contains_key(field));
        page.save_patch(page.part.get_untracked(), own);
    };
    view! {
        <div class="buttons">
            <button type="button" data-testid="own-copy" on:click=copy>
                {t("options_copy_settings")}
            </button>
            <button type="button" data-testid="own-drop" on:click=drop_unused>
                {t("options_drop_unused")}
            </button>
            <a href=format!("#{}", Part::Backup.name())>{t("options_backup")}</a>
        </div>
        <p role="status" class="hint">
            {move || {
                copied
                    .get()
                    .map(|copied| {
                        say(&if copied { text("copy_done") } else { text("copy_failed") })
                    })
            }}
        </p>
    }
}
