//! The agent's own changes of the policy as text.

use ferry_core::Policy;
use ferry_core::policy::{PolicyErrors, Position};
use ferry_web::words::t;
use leptos::html::Textarea;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::page::{Page, Part};
use super::parts::{Mistakes, Result};

#[component]
pub(super) fn AsText() -> impl IntoView {
    let page = expect_context::<Page>();
    let area = NodeRef::<Textarea>::new();
    let stored = Memo::new(move |_| {
        let own = page.kept.with(|kept| kept.local.policy.clone());
        format!("{:#}", Value::Object(own))
    });
    // What is typed stays while it is wrong, also where something else is stored meanwhile.
    let typed = RwSignal::new(None::<String>);
    let shown = move || typed.get().unwrap_or_else(|| stored.get());
    let read = Memo::new(move |_| Policy::merge(&page.now.get().base, &shown()));
    let mistakes = Signal::derive(move || match read.get() {
        Ok(_) => Vec::new(),
        Err(PolicyErrors(list)) => list,
    });
    let save = move |_| {
        let text = shown();
        if let Ok(Value::Object(patch)) = serde_json::from_str::<Value>(&text) {
            page.save_patch(Part::Policy, as_written(patch));
            typed.set(None);
        }
    };
    let go = Callback::new(move |position: Position| {
        if let Some(area) = area.get_untracked() {
            let (start, end) = line_of(&shown(), position);
            let _ = area.focus();
            let _ = area.set_selection_range(start, end);
        }
    });
    view! {
        <p class="hint">{t("options_text_hint")}</p>
        <label for="policy-text" class="off-screen">
            {t("options_as_text")}
        </label>
        <textarea
            id="policy-text"
            class="code"
            data-testid="policy-text"
            node_ref=area
            rows="18"
            spellcheck="false"
            prop:value=shown
            aria-invalid=move || (!mistakes.get().is_empty()).then_some("true")
            on:input=move |event| {
                page.said.set(None);
                typed.set(Some(event_target_value(&event)));
            }
        ></textarea>
        <Mistakes list=mistakes go />
        <Show when=move || typed.get().is_some()>
            <div class="save-bar" data-testid="save-bar">
                <p>{t("options_unsaved")}</p>
                <div class="buttons">
                    <button
                        class="primary"
                        type="button"
                        data-testid="save"
                        disabled=move || !mistakes.get().is_empty()
                        on:click=save
                    >
                        {t("options_save")}
                    </button>
                    <button type="button" data-testid="discard" on:click=move |_| typed.set(None)>
                        {t("options_discard")}
                    </button>
                </div>
            </div>
        </Show>
        <Result part=Part::Policy />
    }
}

/// The patch as it was written, but for fields that change nothing.
fn as_written(mut patch: Map<String, Value>) -> Map<String, Value> {
    patch.retain(|_, change| !change.as_object().is_some_and(Map::is_empty));
    patch
}

/// Where the line of a place begins and ends, in the units that browsers count text in.
fn line_of(text: &str, position: Position) -> (u32, u32) {
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let before: usize = text
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = text[before..].lines().next().unwrap_or_default();
    let start = units(&text[..before]);
    (start, start + units(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_selects_its_line() {
        let text = "{\n  \"ä\": \"😀\",\n  \"b\": 1\n}";
        let line = |line| line_of(text, Position { line, column: 1 });
        assert_eq!(line(1), (0, 1));
        assert_eq!(line(2), (2, 14));
        assert_eq!(line(3), (15, 23));
        assert_eq!(line(9), (25, 25));
    }
}
