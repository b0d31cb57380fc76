//! Import, export, reset, and files for administrators.

use ferry_core::policy::{PolicyError, PolicyErrors};
use ferry_settings::{Change, Feature, Mode, Settings, changes, imported, in_force, read_import};
use ferry_web::words::{say, t};
use ferry_web::{clipboard, settings};
use ferry_words::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::page::{Page, Part};
use super::parts::{Mistakes, Result, Said};

#[component]
pub(super) fn Backup() -> impl IntoView {
    view! {
        <Result part=Part::Backup />
        <SetAside />
        <Export />
        <Import />
        <Reset />
    }
}

/// A text to copy or to save as a file.
#[component]
fn Take(
    #[prop(into)] text: Signal<String>,
    file: &'static str,
    test_id: &'static str,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let said = if clipboard::copy(&text).await {
                Said::done(ferry_words::text("copy_done"))
            } else {
                Said::warn(ferry_words::text("copy_failed"))
            };
            page.say(Part::Backup, said);
        });
    };
    let address = move || {
        let text = text.get();
        let encoded = String::from(js_sys::encode_uri_component(&text));
        format!("data:application/json;charset=utf-8,{encoded}")
    };
    view! {
        <pre class="code take" tabindex="0" data-testid=test_id>{move || text.get()}</pre>
        <div class="buttons">
            <a class="button" href=address download=file>
                {t("backup_download")}
            </a>
            <button type="button" on:click=copy>
                {t("copy")}
            </button>
        </div>
    }
}

#[component]
fn Export() -> impl IntoView {
    let page = expect_context::<Page>();
    let text = Signal::derive(move || page.kept.with(|kept| kept.local.to_json()));
    view! {
        <h3>{t("backup_export")}</h3>
        <p class="hint">{t("backup_export_hint")}</p>
        <Take text file="ferry-settings.json" test_id="export" />
    }
}

/// Settings that could not be read when others were stored in their place.
#[component]
fn SetAside() -> impl IntoView {
    let kept = RwSignal::new(None::<String>);
    let look = move || spawn_local(async move { kept.set(settings::set_aside().await) });
    look();
    let forget = move |_| {
        spawn_local(async move {
            settings::forget_set_aside().await;
            look();
        });
    };
    view! {
        <Show when=move || kept.get().is_some()>
            <div class="card" data-tone="warn" data-testid="set-aside">
                <p class="card-title">{t("backup_set_aside")}</p>
                <Take
                    text=Signal::derive(move || kept.get().unwrap_or_default())
                    file="ferry-settings-old.json"
                    test_id="set-aside-text"
                />
                <button type="button" class="link" on:click=forget>
                    {t("options_remove")}
                </button>
            </div>
        </Show>
    }
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq)]
struct Plan {
    settings: Settings,
    changes: Vec<Change>,
}

#[component]
fn Import() -> impl IntoView {
    let page = expect_context::<Page>();
    let typed = RwSignal::new(String::new());
    let mode = RwSignal::new(Mode::Merge);
    let plan = Memo::new(move |_| {
        typed.with(|typed| {
            if typed.trim().is_empty() {
                return Ok(None);
            }
            plan(page, typed, mode.get()).map(Some)
        })
    });
    let mistakes = Signal::derive(move || -> Vec<PolicyError> {
        plan.with(|plan| match plan {
            Err(PolicyErrors(list)) => list.clone(),
            Ok(_) => Vec::new(),
        })
    });
    let planned = move || plan.with(|plan| plan.clone().ok().flatten());
    let open = move |event: leptos::ev::Event| {
        let input: Option<HtmlInputElement> =
            event.target().and_then(|target| target.dyn_into().ok());
        let Some(input) = input else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            match JsFuture::from(file.text()).await {
                Ok(text) => typed.set(text.as_string().unwrap_or_default()),
                Err(_) => page.say(Part::Backup, Said::warn(text("backup_unreadable"))),
            }
            // The same file can be chosen again.
            input.set_value("");
        });
    };
    let apply = move |_| {
        if let Some(plan) = planned() {
            page.save(Part::Backup, plan.settings, text("backup_imported"));
            typed.set(String::new());
        }
    };
    let choice = move |of: Mode, name: &'static str, label: String| {
        view! {
            <label class="known">
                <input
                    type="radio"
                    name="mode"
                    data-testid=name
                    prop:checked=move || mode.get() == of
                    on:change=move |_| mode.set(of)
                />
                {label}
            </label>
        }
    };
    view! {
        <h3>{t("backup_import")}</h3>
        <p class="hint">{t("backup_import_hint")}</p>
        <div class="field">
            <label for="import-file">{t("backup_file")}</label>
            <input id="import-file" type="file" accept=".json,application/json" on:change=open />
        </div>
        <div class="field">
            <label for="import">{t("backup_text")}</label>
            <textarea
                id="import"
                class="code"
                data-testid="import"
                rows="8"
                spellcheck="false"
                prop:value=typed
                aria-invalid=move || (!mistakes.get().is_empty()).then_some("true")
                on:input=move |event| typed.set(event_target_value(&event))
            ></textarea>
        </div>
        <Mistakes list=mistakes />
        <fieldset class="knowns">
            <legend class="off-screen">{t("backup_import")}</legend>
            {choice(Mode::Merge, "merge", t("backup_merge"))}
            {choice(Mode::Replace, "replace", t("backup_replace"))}
        </fieldset>
        {move || planned().map(|plan| view! { <Changes changes=plan.changes /> })}
        <button
            type="button"
            class="primary"
            data-testid="apply-import"
            disabled=move || planned().is_none_or(|plan| plan.changes.is_empty())
            on:click=apply
        >
            {t("backup_apply")}
        </button>
    }
}

/// What would change, field by field.
#[component]
fn Changes(changes: Vec<Change>) -> impl IntoView {
    if changes.is_empty() {
        return view! { <p data-testid="no-changes">{t("backup_no_changes")}</p> }.into_any();
    }
    let count = say(&text("backup_changes").with(changes.len()));
    let side = |text: Option<String>, class: &'static str| {
        text.map(|text| view! { <span class=class>{text}</span> })
    };
    let item = |change: Change| {
        let field = change.field.clone();
        view! {
            <li data-testid="change" data-field=field>
                <code>{change.field}</code>
                {side(change.before, "goes")}
                {side(change.after, "comes")}
            </li>
        }
    };
    view! {
        <h4>{count}</h4>
        <ul class="changes">{changes.into_iter().map(item).collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn Reset() -> impl IntoView {
    let page = expect_context::<Page>();
    let asking = RwSignal::new(false);
    let nothing = move || {
        page.kept
            .with(|kept| kept.local.is_empty() && kept.unread.is_none())
    };
    let reset = move |_| {
        asking.set(false);
        let before = page.kept.with_untracked(|kept| kept.local.clone());
        page.before_reset.set(Some(before));
        page.save(Part::Backup, Settings::default(), text("backup_reset_done"));
    };
    let undo = move |_| {
        if let Some(before) = page.before_reset.get_untracked() {
            page.before_reset.set(None);
            page.save(Part::Backup, before, text("options_saved"));
        }
    };
    view! {
        <h3>{t("backup_reset")}</h3>
        <p class="hint">{t("backup_reset_hint")}</p>
        <div class="buttons">
            <Show
                when=move || asking.get()
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            data-testid="reset"
                            disabled=nothing
                            on:click=move |_| asking.set(true)
                        >
                            {t("backup_reset")}
                        </button>
                    }
                }
            >
                <button type="button" class="primary" data-testid="reset-sure" on:click=reset>
                    {t("backup_reset_sure")}
                </button>
                <button type="button" on:click=move |_| asking.set(false)>
                    {t("backup_keep")}
                </button>
            </Show>
            <Show when=move || page.before_reset.get().is_some()>
                <button type="button" data-testid="reset-undo" on:click=undo>
                    {t("undo")}
                </button>
            </Show>
        </div>
    }
}

/// Reads a text and says what would change by it.
fn plan(page: Page, typed: &str, mode: Mode) -> std::result::Result<Plan, PolicyErrors> {
    let now = page.now.get();
    page.kept.with(|kept| {
        let import = read_import(typed, &now)?;
        let settings = imported(&import, mode, &now, &kept.managed, &kept.local)?;
        let after = in_force(&ferry_core::Policy::gitlab(), &kept.managed, &settings);
        let mut all = changes(&now.policy, &after.policy);
        for feature in Feature::ALL {
            let (before, after) = (now.is_on(feature), after.is_on(feature));
            if before != after {
                all.push(Change {
                    field: format!("features.{}", feature.name()),
                    before: Some(before.to_string()),
                    after: Some(after.to_string()),
                });
            }
        }
        Ok(Plan {
            settings,
            changes: all,
        })
    })
}
