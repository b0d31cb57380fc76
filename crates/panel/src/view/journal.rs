//! What was done to the ticket in this session, and the note for colleagues.

use ferry_zendesk::tags::Entry;
use leptos::prelude::*;

use super::parts::Result;
use crate::actions;
use crate::app::App;
use crate::browser::words::{say, t};
use crate::model::outcome::{Spot, told};

#[component]
pub(super) fn JournalList() -> impl IntoView {
    let app = expect_context::<App>();
    let entries = move || -> Vec<Entry> {
        let ticket = app.screen.get().map(|screen| screen.ticket);
        let of = |ticket| {
            app.journal
                .with(|journal| journal.of(ticket).cloned().collect())
        };
        ticket.map(of).unwrap_or_default()
    };
    let copy = move |_| {
        if let Some(assessment) = app.assessment.get_untracked() {
            actions::copy(app, Spot::Note, actions::note(app, &assessment));
        }
    };
    view! {
        <section aria-labelledby="journal-title">
            <h2 id="journal-title">{t("journal_title")}</h2>
            <ul class="journal">
                {move || entries().into_iter().map(item).collect_view()}
            </ul>
            <button type="button" data-testid="note-copy" on:click=copy>
                {t("note_copy")}
            </button>
            <Result spot=Spot::Note />
        </section>
    }
}

fn item(entry: Entry) -> impl IntoView {
    let told: Vec<String> = told(&entry.report).iter().map(say).collect();
    view! {
        <li data-testid="journal-entry" data-kind=entry.report.kind()>
            <time>{entry.at}</time>
            <span>{told.join(" ")}</span>
        </li>
    }
}
