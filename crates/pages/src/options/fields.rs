//! One field of the policy, by its path, with what is wrong with it.

use ferry_web::words::t;
use leptos::prelude::*;
use serde_json::Value;

use super::page::Page;
use super::parts::FieldMistakes;
use super::paths;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// Text of several lines.
    Long,
    Number,
    Switch,
    /// A list of texts, one a line.
    Lines,
    /// The id of an offering; it may be left open.
    Offering {
        open: bool,
    },
    /// The id of a level.
    Level,
    /// A set of tags.
    Scheme,
    /// Text, or nothing.
    Maybe,
}

/// An input with its label.
#[component]
pub(super) fn Field(
    #[prop(into)] path: String,
    label: String,
    kind: Kind,
    /// Only for screen readers, where a column's head says it for all rows.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let id = format!("field-{}", path.replace(['.', '[', ']'], "-"));
    let top = path.split(['.', '[']).next().unwrap_or_default().to_owned();
    let locked = Memo::new(move |_| page.now.get().locked_fields.contains(&top));
    let value = {
        let path = path.clone();
        Memo::new(move |_| {
            page.draft
                .with(|draft| paths::get(draft, &path).cloned())
                .unwrap_or_default()
        })
    };
    let wrong = {
        let path = path.clone();
        Memo::new(move |_| {
            let mistakes = page.mistakes.get();
            mistakes
                .iter()
                .any(|error| paths::is_at(&error.field, &path))
        })
    };
    let invalid = move || wrong.get().then_some("true");
    let shown = move || value.with(|value| in_words(kind, value));
    let write = {
        let path = path.clone();
        move |text: String| page.edit(&path, from_words(kind, &text))
    };
    let data_path = path.clone();
    let mistakes_id = format!("{id}-wrong");
    let input = match kind {
        Kind::Switch => view! {
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=move || value.get() == Value::Bool(true)
                disabled=locked
                on:change=move |event| write(event_target_checked(&event).to_string())
            />
        }
        .into_any(),
        Kind::Long | Kind::Lines => view! {
            <textarea
                id=id.clone()
                rows=if kind == Kind::Long { 8 } else { 3 }
                spellcheck=if kind == Kind::Long { "true" } else { "false" }
                prop:value=shown
                disabled=locked
                aria-invalid=invalid
                aria-describedby=mistakes_id.clone()
                on:input=move |event| write(event_target_value(&event))
            ></textarea>
        }
        .into_any(),
        Kind::Offering { .. } | Kind::Level | Kind::Scheme => {
            let options = move || choices(page, kind, &shown());
            view! {
                <select
                    id=id.clone()
                    prop:value=shown
                    disabled=locked
                    aria-invalid=invalid
                    aria-describedby=mistakes_id.clone()
                    on:change=move |event| write(event_target_value(&event))
                >
                    {move || {
                        options()
                            .into_iter()
                            .map(|(id, name)| {
                                let chosen = id == value.with_untracked(|value| in_words(kind, value));
                                view! { <option value=id selected=chosen>{name}</option> }
                            })
                            .collect_view()
                    }}
                </select>
            }
            .into_any()
        }
        Kind::Text | Kind::Number | Kind::Maybe => view! {
            <input
                type="text"
                id=id.clone()
                inputmode=(kind == Kind::Number).then_some("numeric")
                spellcheck="false"
                autocomplete="off"
                prop:value=shown
                disabled=locked
                aria-invalid=invalid
                aria-describedby=mistakes_id.clone()
                on:input=move |event| write(event_target_value(&event))
            />
        }
        .into_any(),
    };
    view! {
        <div class="field" class:check=kind == Kind::Switch data-path=data_path>
            <label for=id class:off-screen=quiet>
                {label}
            </label>
            {input}
            <div id=mistakes_id>
                <FieldMistakes path />
            </div>
        </div>
    }
}

/// The value as it stands in an input.
fn in_words(kind: Kind, value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(entries) if kind == Kind::Lines => {
            let lines: Vec<&str> = entries.iter().filter_map(Value::as_str).collect();
            lines.join("\n")
        }
        _ => String::new(),
    }
}

/// What an input's text says; where it is not what the field holds, the policy's check says so.
fn from_words(kind: Kind, text: &str) -> Value {
    match kind {
        Kind::Switch => (text == "true").into(),
        Kind::Number => text
            .trim()
            .parse::<u64>()
            .map_or_else(|_| text.into(), Value::from),
        // An empty last line is the beginning of the next entry, not one.
        Kind::Lines => text.split('\n').map(Value::from).collect::<Vec<_>>().into(),
        Kind::Offering { open: true } | Kind::Maybe if text.is_empty() => Value::Null,
        _ => text.into(),
    }
}

/// What can be chosen: ids with names. An id that there is none of stays to be seen.
fn choices(page: Page, kind: Kind, chosen: &str) -> Vec<(String, String)> {
    let named = |list: &str, name: &str| -> Vec<(String, String)> {
        page.draft.with(|draft| {
            let entries = draft[list].as_array().into_iter().flatten();
            let entry = |entry: &Value| {
                let part = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
                (part("id"), part(name))
            };
            entries.map(entry).collect()
        })
    };
    let mut choices = match kind {
        Kind::Offering { open } => {
            let mut choices = named("offerings", "short");
            if open {
                choices.insert(0, (String::new(), t("field_open")));
            }
            choices
        }
        Kind::Level => named("levels", "name"),
        _ => vec![
            ("current".to_owned(), t("field_scheme_current")),
            ("plain".to_owned(), t("field_scheme_plain")),
        ],
    };
    if choices.iter().all(|(id, _)| id != chosen) {
        choices.push((chosen.to_owned(), chosen.to_owned()));
    }
    choices
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_typed_becomes_what_the_field_holds() {
        assert_eq!(from_words(Kind::Number, " 12 "), json!(12));
        assert_eq!(from_words(Kind::Number, "twelve"), json!("twelve"));
        assert_eq!(from_words(Kind::Lines, "a\nb"), json!(["a", "b"]));
        assert_eq!(from_words(Kind::Offering { open: true }, ""), Value::Null);
        assert_eq!(from_words(Kind::Maybe, "x"), json!("x"));
        assert_eq!(from_words(Kind::Switch, "true"), json!(true));
    }

    #[test]
    fn what_is_held_is_shown() {
        assert_eq!(in_words(Kind::Lines, &json!(["a", "b"])), "a\nb");
        assert_eq!(in_words(Kind::Number, &json!(7)), "7");
        assert_eq!(in_words(Kind::Maybe, &Value::Null), "");
    }
}
