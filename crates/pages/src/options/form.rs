//! The policy by form: what there is to fill in, as a table, and how it is drawn.

use ferry_web::words::{say, t};
use ferry_words::text;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::fields::{Field, Kind};
use super::page::Page;
use super::parts::{FieldMistakes, Locked};
use super::paths;

/// A list of the policy: its name there, its title, its columns, and what a new entry begins as.
struct List {
    name: &'static str,
    title: fn() -> String,
    columns: &'static [Column],
    blank: fn() -> Value,
}

/// A field of each entry: its name there, its label, and what it holds.
struct Column(&'static str, fn() -> String, Kind);

const LISTS: &[List] = &[
    List {
        name: "tags",
        title: || t("policy_tags"),
        columns: &[
            Column("tag", || t("field_tag"), Kind::Text),
            Column(
                "offering",
                || t("field_offering"),
                Kind::Offering { open: false },
            ),
            Column("level", || t("field_level"), Kind::Level),
            Column("scheme", || t("field_scheme"), Kind::Scheme),
            Column("legacy", || t("field_legacy"), Kind::Switch),
        ],
        blank: || json!({ "tag": "", "offering": "", "level": "", "scheme": "current" }),
    },
    List {
        name: "forms",
        title: || t("policy_forms"),
        columns: &[
            Column("id", || t("field_form_id"), Kind::Number),
            Column("name", || t("field_name"), Kind::Text),
            Column(
                "offering",
                || t("field_about"),
                Kind::Offering { open: true },
            ),
        ],
        blank: || json!({ "id": "", "name": "", "offering": null }),
    },
    List {
        name: "offerings",
        title: || t("policy_offerings"),
        columns: &[
            Column("id", || t("field_id"), Kind::Text),
            Column("name", || t("field_name"), Kind::Text),
            Column("short", || t("field_short"), Kind::Text),
            Column("names", || t("field_names"), Kind::Lines),
            Column("described_as", || t("field_described_as"), Kind::Lines),
            Column("levels", || t("field_levels"), Kind::Lines),
        ],
        blank: || {
            json!({
                "id": "", "name": "", "short": "", "names": [], "described_as": [], "levels": [],
            })
        },
    },
    List {
        name: "levels",
        title: || t("policy_levels"),
        columns: &[
            Column("id", || t("field_id"), Kind::Text),
            Column("name", || t("field_name"), Kind::Text),
            Column("names", || t("field_names"), Kind::Lines),
        ],
        blank: || json!({ "id": "", "name": "", "names": [] }),
    },
];

#[component]
pub(super) fn Form() -> impl IntoView {
    view! {
        <Field path="name" label=t("field_policy_name") kind=Kind::Text />
        {LISTS.iter().map(|list| view! { <Entries list /> }).collect_view()}
        <Fold name="untouched_tags" title=t("policy_untouched_tags")>
            <Field path="untouched_tags" label=t("field_lines") kind=Kind::Lines />
        </Fold>
        <Fold name="foreign_products" title=t("policy_foreign_products")>
            <Field path="foreign_products" label=t("field_lines") kind=Kind::Lines />
        </Fold>
        <Fold name="ops" title=t("policy_ops")>
            <div class="entry">
                <Field path="ops.base" label=t("field_ops_base") kind=Kind::Text />
                <Field path="ops.project" label=t("field_ops_project") kind=Kind::Text />
                <Field path="ops.template" label=t("field_ops_template") kind=Kind::Maybe />
                <Field path="ops.url_budget" label=t("field_ops_budget") kind=Kind::Number />
                <Field path="ops.trackers" label=t("field_ops_trackers") kind=Kind::Lines />
            </div>
        </Fold>
        <Fold name="links" title=t("policy_links")>
            <div class="entry">
                <Field path="links.channel.name" label=t("field_channel_name") kind=Kind::Text />
                <Field path="links.channel.url" label=t("field_channel_url") kind=Kind::Text />
                <Field path="links.handbook.name" label=t("field_handbook_name") kind=Kind::Text />
                <Field path="links.handbook.url" label=t("field_handbook_url") kind=Kind::Text />
            </div>
        </Fold>
    }
}

/// A part of the form that unfolds; it says from outside whether something in it is wrong.
#[component]
fn Fold(name: &'static str, title: String, children: ChildrenFn) -> impl IntoView {
    let page = expect_context::<Page>();
    let wrong = move || {
        let mistakes = page.mistakes.get();
        mistakes
            .iter()
            .filter(|error| paths::is_at(&error.field, name))
            .count()
    };
    let locked = move || page.now.get().locked_fields.contains(name);
    view! {
        <details class="fold" data-testid="fold" data-name=name>
            <summary>
                <span>{title}</span>
                <Show when=locked>
                    <Locked />
                </Show>
                <Show when=move || { wrong() > 0 }>
                    <span class="pill wrong">
                        {move || say(&text("options_mistakes").with(wrong()))}
                    </span>
                </Show>
            </summary>
            <div class="fold-body">{children()}</div>
        </details>
    }
}

#[component]
fn Entries(list: &'static List) -> impl IntoView {
    let page = expect_context::<Page>();
    let length = Memo::new(move |_| {
        page.draft
            .with(|draft| draft[list.name].as_array().map_or(0, Vec::len))
    });
    let locked = Memo::new(move |_| page.now.get().locked_fields.contains(list.name));
    let add = move |_| {
        page.draft.update(|draft| {
            if let Some(entries) = draft[list.name].as_array_mut() {
                entries.push((list.blank)());
            }
        });
    };
    let row = move |index: usize| view! { <Entry list index locked /> };
    view! {
        <Fold name=list.name title=(list.title)()>
            <div>{move || (0..length.get()).map(row).collect_view()}</div>
            <FieldMistakes path=list.name itself=true />
            <button
                type="button"
                data-testid="add-entry"
                disabled=locked
                on:click=add
            >
                {t("options_add")}
            </button>
        </Fold>
    }
}

#[component]
fn Entry(list: &'static List, index: usize, locked: Memo<bool>) -> impl IntoView {
    let page = expect_context::<Page>();
    let path = format!("{}[{index}]", list.name);
    let name = {
        let path = path.clone();
        move || {
            page.draft.with(|draft| {
                let entry = paths::get(draft, &path);
                let key = list.columns.first().map_or("", |Column(key, ..)| key);
                entry.map_or_else(String::new, |entry| match &entry[key] {
                    Value::String(name) => name.clone(),
                    other => other.to_string(),
                })
            })
        }
    };
    let remove = {
        let path = path.clone();
        move |_| page.draft.update(|draft| paths::remove(draft, &path))
    };
    let fields = list.columns.iter().map(|Column(key, label, kind)| {
        view! { <Field path=format!("{path}.{key}") label=label() kind=*kind /> }
    });
    view! {
        <fieldset class="entry" data-list=list.name data-testid="entry">
            <legend class="off-screen">{name.clone()}</legend>
            {fields.collect_view()}
            <FieldMistakes path=path.clone() itself=true />
            <button
                type="button"
                class="link remove"
                data-testid="remove-entry"
                disabled=locked
                aria-label=move || say(&text("options_remove_named").with(name()))
                on:click=remove
            >
                {t("options_remove")}
            </button>
        </fieldset>
    }
}
