//! Small pieces that several parts share.

use ferry_core::policy::{PolicyError, Position};
use ferry_web::words::{say, t};
use ferry_words::{Text, text};
use leptos::prelude::*;

use super::page::{Page, Part};
use super::paths;
use super::problems::say_problem;

/// What became of the last action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    text: Text,
    tone: &'static str,
}

impl Said {
    pub(super) fn done(text: Text) -> Self {
        Self { text, tone: "done" }
    }

    pub(super) fn warn(text: Text) -> Self {
        Self { text, tone: "warn" }
    }
}

/// What became of the last action of this part; screen readers hear it.
#[component]
pub(super) fn Result(part: Part) -> impl IntoView {
    let page = expect_context::<Page>();
    let said = move || page.said.get().filter(|(of, _)| *of == part);
    view! {
        <div role="status" class="result-place">
            {move || {
                said()
                    .map(|(_, said)| {
                        view! {
                            <p class="result" data-testid="result" data-tone=said.tone>
                                {say(&said.text)}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// All mistakes of a list, each with its field and place.
#[component]
pub(super) fn Mistakes(
    #[prop(into)] list: Signal<Vec<PolicyError>>,
    /// Goes to the place of a mistake.
    #[prop(optional, into)]
    go: Option<Callback<Position>>,
) -> impl IntoView {
    let item = move |error: PolicyError| {
        let place = error.position.map(|position| {
            let place = say(&text("mistake_place")
                .with(position.line)
                .with(position.column));
            match go {
                Some(go) => view! {
                    <button class="link" type="button" on:click=move |_| go.run(position)>
                        {place}
                    </button>
                }
                .into_any(),
                None => view! { <span class="place">{place}</span> }.into_any(),
            }
        });
        let field = error.field.clone();
        view! {
            <li data-testid="mistake" data-field=field>
                {(!error.field.is_empty()).then(|| view! { <code>{error.field}</code> })}
                <span>{say_problem(&error.problem)}</span>
                {place}
            </li>
        }
    };
    view! {
        <div role="status">
            <Show when=move || list.with(|list| !list.is_empty())>
                <ul class="mistakes">{move || list.get().into_iter().map(item).collect_view()}</ul>
            </Show>
        </div>
    }
}

/// What is wrong with a field of the policy, below it.
#[component]
pub(super) fn FieldMistakes(
    #[prop(into)] path: Signal<String>,
    /// Not of what is in the field.
    #[prop(optional)]
    itself: bool,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let problems = move || {
        let path = path.get();
        let mistakes = page.mistakes.get();
        let here = mistakes.iter().filter(|error| match itself {
            true => error.field == path,
            false => paths::is_at(&error.field, &path),
        });
        here.map(|error| say_problem(&error.problem))
            .collect::<Vec<_>>()
    };
    view! {
        {move || {
            problems()
                .into_iter()
                .map(|problem| view! { <p class="mistake" data-testid="field-mistake">{problem}</p> })
                .collect_view()
        }}
    }
}

/// Says that an administrator has set this.
#[component]
pub(super) fn Locked() -> impl IntoView {
    view! { <span class="pill" data-testid="locked">{t("options_locked")}</span> }
}

/// Saves or gives up what is being edited.
#[component]
pub(super) fn SaveBar(part: Part) -> impl IntoView {
    let page = expect_context::<Page>();
    let wrong = move || page.mistakes.with(|mistakes| mistakes.len());
    view! {
        <Show when=move || page.edited.get()>
            <div class="save-bar" data-testid="save-bar">
                <p>
                    {move || match wrong() {
                        0 => t("options_unsaved"),
                        wrong => say(&text("options_mistakes").with(wrong)),
                    }}
                </p>
                <div class="buttons">
                    <button
                        class="primary"
                        type="button"
                        data-testid="save"
                        disabled=move || { wrong() > 0 }
                        on:click=move |_| page.save_draft(part)
                    >
                        {t("options_save")}
                    </button>
                    <button
                        type="button"
                        data-testid="discard"
                        on:click=move |_| page.discard()
                    >
                        {t("options_discard")}
                    </button>
                </div>
            </div>
        </Show>
        <Result part />
    }
}
