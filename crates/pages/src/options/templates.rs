//! The texts that Ferry drafts, each with a preview on a sample ticket.

use ferry_core::draft::{
    AgreedBy, Draft, MessageInput, Migration, NoteInput, OpsInput, customer_message,
    customer_reminder, fields, internal_note, ops_issue,
};
use ferry_core::{NaiveDate, OfferingId, Policy};
use ferry_web::words::{say, t};
use ferry_words::text;
use leptos::html::Textarea;
use leptos::prelude::*;
use serde_json::Value;

use super::page::{Page, Part};
use super::parts::{FieldMistakes, Locked, SaveBar};
use super::{paths, rich};

/// A template: its path in the policy.
type Path = String;

/// What is known on the sample ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sample {
    to: bool,
    level: bool,
    date: bool,
}

#[component]
pub(super) fn Templates() -> impl IntoView {
    let page = expect_context::<Page>();
    let chosen = RwSignal::new("templates.customer_message.en".to_owned());
    let sample = RwSignal::new(Sample {
        to: true,
        level: false,
        date: false,
    });
    let locked = Memo::new(move |_| page.now.get().locked_fields.contains("templates"));
    let all = Memo::new(move |_| page.draft.with(templates));
    let shown = move || {
        page.draft.with(|draft| {
            let text = paths::get(draft, &chosen.get()).and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        })
    };
    let option = move |path: Path| {
        let wrong = {
            let path = path.clone();
            move || {
                let mistakes = page.mistakes.get();
                mistakes
                    .iter()
                    .any(|error| paths::is_at(&error.field, &path))
            }
        };
        let name = title(&path);
        view! {
            <option value=path.clone() selected=path == chosen.get_untracked()>
                {move || if wrong() { format!("⚠ {name}") } else { name.clone() }}
            </option>
        }
    };
    let area = NodeRef::<Textarea>::new();
    view! {
        <p class="lead">
            {t("options_templates_hint")} " " <Show when=move || locked.get()>
                <Locked />
            </Show>
        </p>
        <div class="template-choice">
            <div class="field">
                <label for="template">{t("template")}</label>
                <select
                    id="template"
                    data-testid="template"
                    prop:value=chosen
                    on:change=move |event| chosen.set(event_target_value(&event))
                >
                    {move || all.get().into_iter().map(option).collect_view()}
                </select>
            </div>
            <Languages chosen locked />
        </div>
        <div class="two">
            <div class="field">
                <label for="template-text">{t("template_text")}</label>
                <textarea
                    id="template-text"
                    class="code"
                    data-testid="template-text"
                    node_ref=area
                    rows="16"
                    prop:value=shown
                    disabled=locked
                    aria-describedby="template-wrong"
                    on:input=move |event| {
                        page.edit(&chosen.get_untracked(), event_target_value(&event).into());
                    }
                ></textarea>
                <div id="template-wrong" role="status">
                    <FieldMistakes path=Signal::derive(move || chosen.get()) />
                </div>
                <details class="fold">
                    <summary>{t("template_fields")}</summary>
                    <dl class="fold-body field-list">
                        {move || {
                            let path = chosen.get();
                            known_fields(&path)
                                .iter()
                                .map(|field| {
                                    view! {
                                        <dt>
                                            <code>{format!("{{{field}}}")}</code>
                                        </dt>
                                        <dd>{meaning(&path, field).map(t)}</dd>
                                    }
                                })
                                .collect_view()
                        }}
                    </dl>
                </details>
            </div>
            <Preview chosen sample />
        </div>
        <SaveBar part=Part::Templates />
    }
}

/// Adds a language to the chosen message, or takes the chosen one away.
#[component]
fn Languages(chosen: RwSignal<Path>, locked: Memo<bool>) -> impl IntoView {
    let page = expect_context::<Page>();
    let language = RwSignal::new(String::new());
    let by_language = move || chosen.with(|path| path.rsplit_once('.').map(split));
    let message = move || by_language().filter(|(_, language)| language.is_some());
    let add = move |_| {
        let new = language.get_untracked().trim().to_lowercase();
        if let Some((around, Some(_))) = by_language()
            && !new.is_empty()
        {
            let path = format!("{around}.{new}");
            let there = page
                .draft
                .with_untracked(|draft| paths::get(draft, &path).is_some());
            if !there {
                let copied = page.draft.with_untracked(|draft| {
                    paths::get(draft, &chosen.get_untracked())
                        .cloned()
                        .unwrap_or_default()
                });
                page.edit(&path, copied);
            }
            chosen.set(path);
            language.set(String::new());
        }
    };
    let remove = move |_| {
        if let Some((around, Some(_))) = by_language() {
            let path = chosen.get_untracked();
            chosen.set(format!("{around}.en"));
            page.draft.update(|draft| paths::remove(draft, &path));
        }
    };
    view! {
        <Show when=move || message().is_some()>
            <div class="field">
                <label for="new-language">{t("template_language")}</label>
                <div class="buttons">
                    <input
                        id="new-language"
                        class="short"
                        type="text"
                        placeholder="fr"
                        spellcheck="false"
                        autocomplete="off"
                        data-testid="new-language"
                        prop:value=language
                        disabled=locked
                        on:input=move |event| language.set(event_target_value(&event))
                    />
                    <button type="button" data-testid="add-language" disabled=locked on:click=add>
                        {t("options_add")}
                    </button>
                    <Show when=move || !chosen.with(|path| path.ends_with(".en"))>
                        <button
                            type="button"
                            data-testid="remove-language"
                            disabled=locked
                            on:click=remove
                        >
                            {move || {
                                say(&text("options_remove_named").with(title(&chosen.get())))
                            }}
                        </button>
                    </Show>
                </div>
            </div>
        </Show>
    }
}

#[component]
fn Preview(chosen: RwSignal<Path>, sample: RwSignal<Sample>) -> impl IntoView {
    let page = expect_context::<Page>();
    let draft = Memo::new(move |_| {
        let policy = page
            .draft
            .with(|draft| serde_json::from_value::<Policy>(draft.clone()).ok());
        policy.map(|policy| preview(&policy, &chosen.get(), sample.get()))
    });
    let known = move |name: &'static str,
                      label: String,
                      get: fn(&Sample) -> bool,
                      set: fn(&mut Sample, bool)| {
        view! {
            <label class="known">
                <input
                    type="checkbox"
                    data-testid=name
                    prop:checked=move || sample.with(get)
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        sample.update(|sample| set(sample, on));
                    }
                />
                {label}
            </label>
        }
    };
    view! {
        <div>
            <h3>{t("template_preview")}</h3>
            <fieldset class="knowns">
                <legend>{t("template_known")}</legend>
                {known("known-to", t("facts_to"), |sample| sample.to, |sample, on| sample.to = on)}
                {known(
                    "known-level",
                    t("facts_level"),
                    |sample| sample.level,
                    |sample, on| sample.level = on,
                )}
                {known(
                    "known-date",
                    t("facts_date"),
                    |sample| sample.date,
                    |sample, on| sample.date = on,
                )}
            </fieldset>
            <div class="preview" data-testid="preview" dir="auto" tabindex="0" role="region" aria-label=t("template_preview")>
                {move || match draft.get() {
                    Some(draft) if chosen.with(|path| path.starts_with("templates.ops")) => {
                        view! { <pre>{draft.text}</pre> }.into_any()
                    }
                    Some(draft) => rich::view_of(&draft.html),
                    None => view! { <p class="hint">{t("options_has_mistakes")}</p> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// All templates' paths.
fn templates(draft: &Value) -> Vec<Path> {
    let by_language = |name: &str| -> Vec<Path> {
        let languages = draft["templates"][name].as_object();
        let languages = languages.into_iter().flat_map(|languages| languages.keys());
        languages
            .map(|language| format!("templates.{name}.{language}"))
            .collect()
    };
    let single = ["internal_note", "ops_title", "ops_description"];
    [
        by_language("customer_message"),
        by_language("customer_reminder"),
        single.map(|name| format!("templates.{name}")).to_vec(),
    ]
    .concat()
}

/// The template around a language, and the language.
fn split((around, last): (&str, &str)) -> (String, Option<String>) {
    let is_language = around != "templates";
    (around.to_owned(), is_language.then(|| last.to_owned()))
}

fn title(path: &str) -> String {
    let mut names = path.split('.').skip(1);
    let (name, language) = (names.next().unwrap_or_default(), names.next());
    let title = match name {
        "customer_message" => t("template_message"),
        "customer_reminder" => t("template_reminder"),
        "internal_note" => t("template_note"),
        "ops_title" => t("template_ops_title"),
        _ => t("template_ops_description"),
    };
    language.map_or_else(|| title.clone(), |language| format!("{title} ({language})"))
}

fn known_fields(path: &str) -> &'static [&'static str] {
    if path.starts_with("templates.customer") {
        fields::MESSAGE
    } else if path.starts_with("templates.ops") {
        fields::OPS
    } else {
        fields::NOTE
    }
}

/// The text that says what a field stands for.
fn meaning(path: &str, field: &str) -> Option<&'static str> {
    Some(match field {
        "current_offering" => "meaning_current_offering",
        "new_offering" => "meaning_new_offering",
        "level" => "meaning_level",
        "noted_level" => "meaning_noted_level",
        "level_choices" => "meaning_level_choices",
        // Customers read it written out, colleagues as a number.
        "date" if path.starts_with("templates.customer") => "meaning_date_in_words",
        "date" => "meaning_date",
        "n" => "meaning_n",
        "questions" => "meaning_questions",
        "noted" => "meaning_noted",
        "agreed_by" => "meaning_agreed_by",
        "scope" => "meaning_scope",
        "ops_issue" => "meaning_ops_issue",
        "handbook_url" => "meaning_handbook_url",
        "ticket" => "meaning_ticket",
        "ticket_url" => "meaning_ticket_url",
        "organization" => "meaning_organization",
        "organization_url" => "meaning_organization_url",
        "zendesk" => "meaning_zendesk",
        "tag" => "meaning_tag",
        _ => return None,
    })
}

/// The draft that the template makes for a customer who moves between the policy's first two
/// offerings.
fn preview(policy: &Policy, path: &str, sample: Sample) -> Draft {
    let id = |index: usize| -> Option<OfferingId> {
        policy
            .offerings
            .get(index)
            .map(|offering| offering.id.clone())
    };
    let target = policy.offerings.get(1);
    let migration = Migration {
        from: id(0),
        to: id(1).filter(|_| sample.to),
        level: target
            .and_then(|offering| offering.levels.last().cloned())
            .filter(|_| sample.level),
        target_date: NaiveDate::from_ymd_opt(2027, 3, 31).filter(|_| sample.date),
    };
    let locale = path.splitn(3, '.').nth(2).map(str::to_owned);
    let input = MessageInput {
        migration: migration.clone(),
        locale,
    };
    if path.starts_with("templates.customer_message") {
        return customer_message(policy, &input);
    }
    if path.starts_with("templates.customer_reminder") {
        return customer_reminder(policy, &input);
    }
    if path.starts_with("templates.internal_note") {
        let input = NoteInput {
            migration,
            agreed_by: Some(AgreedBy::Customer),
            scope: None,
            ops_issue: Some(format!(
                "{}/{}/-/issues/1",
                policy.ops.base, policy.ops.project
            )),
        };
        return internal_note(policy, &input);
    }
    let Some(host) = policy.hosts.first() else {
        return Draft::from_text("");
    };
    let input = OpsInput {
        host,
        ticket: 4711,
        organization: Some(815),
        migration,
    };
    let issue = ops_issue(policy, &input);
    Draft::from_text(if path.ends_with("ops_title") {
        issue.title
    } else {
        issue.description
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::page::as_json;

    #[test]
    fn every_template_has_a_preview() {
        let policy = Policy::gitlab();
        let all = templates(&as_json(&policy));
        assert!(all.len() >= 5);
        let sample = Sample {
            to: true,
            level: true,
            date: true,
        };
        for path in all {
            assert!(!preview(&policy, &path, sample).text.is_empty(), "{path}");
        }
    }

    #[test]
    fn every_field_has_a_meaning() {
        for path in [
            "templates.customer_message.en",
            "templates.internal_note",
            "templates.ops_title",
        ] {
            for field in known_fields(path) {
                assert!(meaning(path, field).is_some(), "{path}: {field}");
            }
        }
    }
}
