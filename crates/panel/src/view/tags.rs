//! The support-level tags, with what they stand for and what becomes of them.

use leptos::prelude::*;

use crate::app::App;
use crate::browser::words::t;
use crate::model::tags::{Fate, Place, TagRow, rows};

#[component]
pub(super) fn TagList() -> impl IntoView {
    let app = expect_context::<App>();
    let rows = move || -> Vec<TagRow> {
        match (app.loaded(), app.assessment.get()) {
            (Some(loaded), Some(assessment)) => rows(&app.policy(), &loaded.record, &assessment),
            _ => Vec::new(),
        }
    };
    view! {
        <section aria-labelledby="tags-title">
            <h2 id="tags-title">{t("tags_title")}</h2>
            <ul class="tags">{move || rows().into_iter().map(item).collect_view()}</ul>
            <Show when=move || rows().is_empty()>
                <p class="hint">{t("tags_none")}</p>
            </Show>
        </section>
    }
}

fn item(row: TagRow) -> impl IntoView {
    let (fate, word) = match row.fate {
        Fate::Stays => ("stays", None),
        Fate::Goes => ("goes", Some(t("tag_goes"))),
        Fate::Comes => ("comes", Some(t("tag_comes"))),
    };
    let place = match row.place {
        Place::Ticket => None,
        Place::OrganizationOnly => Some(t("tag_organization_only")),
    };
    let tag = row.tag.clone();
    let remarks = [Some(row.meaning), place, word].into_iter().flatten();
    view! {
        <li data-testid="tag-row" data-tag=tag data-fate=fate>
            <code>{row.tag}</code>
            <span class="place">{remarks.collect::<Vec<_>>().join(" · ")}</span>
        </li>
    }
}
