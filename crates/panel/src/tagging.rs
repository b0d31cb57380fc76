//! The one thing that Ferry writes, by the protocol of `ferry_zendesk::tags`.

use ferry_settings::Feature;
use ferry_zendesk::Client;
use ferry_zendesk::tags::{self, Entry, Page, TagChange, better_together};
use leptos::prelude::{GetUntracked, Set, Update};
use leptos::task::spawn_local;

use crate::app::App;
use crate::browser::clock;
use crate::loading;
use crate::model::outcome::{self, Outcome, Spot};
use crate::model::trouble;
use ferry_protocol::Tone;

/// The change that the assessment calls for, or why there is none.
pub(crate) fn planned(app: App) -> Result<TagChange, Outcome> {
    let refused = |sentence| Err(outcome::plain(Tone::Warn, "refused", sentence));
    let (Some(loaded), Some(assessment)) = (app.loaded(), app.assessment.get_untracked()) else {
        return refused(crate::model::text::text("reason_nothing_to_do"));
    };
    let policy = app.policy();
    tags::plan(&policy, &loaded.record.ticket, &assessment)
        .or_else(|reason| refused(trouble::of_reason(&reason)))
}

/// Changes the tags as the assessment says. Where something is waiting to be submitted that would
/// bring the tag back, the safer order is offered first.
pub(crate) fn change(app: App) {
    let (Ok(change), Some(page), Some(loaded)) = (planned(app), app.page(), app.loaded()) else {
        return change_anyway(app);
    };
    spawn_local(async move {
        let seen = page.look().await;
        let tags = &loaded.record.ticket.tags;
        if seen.is_some_and(|seen| better_together(&change, &seen.state, tags)) {
            app.together.set(true);
        } else {
            change_anyway(app);
        }
    });
}

/// Changes the tags, whatever is waiting in the page.
pub(crate) fn change_anyway(app: App) {
    match planned(app) {
        Ok(change) => carry_out(app, change),
        Err(outcome) => app.outcome.set(Some((Spot::Retag, outcome))),
    }
}

/// Takes the last change back.
pub(crate) fn undo(app: App) {
    let undo = app.report.get_untracked().map(|report| report.undo());
    match undo {
        Some(Ok(change)) => carry_out(app, change),
        Some(Err(reason)) => {
            let sentence = trouble::of_reason(&reason);
            let outcome = outcome::plain(Tone::Warn, "refused", sentence);
            app.outcome.set(Some((Spot::Retag, outcome)));
        }
        None => {}
    }
}

fn carry_out(app: App, change: TagChange) {
    let (Some(page), Some(screen)) = (app.page(), app.screen.get_untracked()) else {
        return;
    };
    if app.changing.get_untracked() || !app.is_set(Feature::TagChange) {
        return;
    }
    app.changing.set(true);
    app.together.set(false);
    app.outcome.set(None);
    let client = Client::new(page.clone(), screen.host);
    spawn_local(async move {
        let report = tags::run(&client, &page, &app.pause(), &change).await;
        app.journal
            .update(|journal| journal.push(Entry::new(clock::time(), &report)));
        // The journal keeps what happened to a ticket that was left meanwhile.
        if !app.is_on(screen.visit) {
            return;
        }
        let outcome = outcome::of_report(&report);
        app.report.set(Some(report));
        app.outcome.set(Some((Spot::Retag, outcome)));
        app.changing.set(false);
        loading::read_again(app);
    });
}
