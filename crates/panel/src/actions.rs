//! What the agent's clicks do, apart from changing tags.

use ferry_core::draft::{
    Draft, FALLBACK_LANGUAGE, IssueForm, MessageInput, Migration, NoteInput, OpsInput, OpsIssue,
    customer_message, customer_reminder, internal_note, ops_issue, template_language,
};
use ferry_core::{Assessment, Stage};
use ferry_protocol::Tone;
use ferry_zendesk::tags::Page;
use leptos::prelude::{Get, GetUntracked, Set};
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::app::App;
use crate::browser::{chrome, clipboard, clock, document};
use crate::model::health::off;
use crate::model::outcome::{self, Outcome, Spot};
use crate::model::report;
use crate::model::text::text;

/// How long a page may take until what is not there counts as missing.
const DRAWING_MS: u32 = 2_500;

/// The message that fits the stage: the first one, or a reminder.
pub(crate) fn message(app: App, assessment: &Assessment) -> Draft {
    let input = MessageInput {
        migration: Migration::from(assessment),
        locale: Some(language(app)),
    };
    match assessment.stage {
        Stage::AwaitCustomer => customer_reminder(&app.policy(), &input),
        _ => customer_message(&app.policy(), &input),
    }
}

/// The language of the message: the agent's choice, or what the requester's locale comes to.
pub(crate) fn language(app: App) -> String {
    let requesters = || {
        let loaded = app.loaded()?;
        let locale = loaded.record.requester()?.locale.clone()?;
        let policy = app.policy();
        template_language(&policy.templates.customer_message, &locale).map(str::to_owned)
    };
    let chosen = app.language.get();
    chosen
        .or_else(requesters)
        .unwrap_or_else(|| FALLBACK_LANGUAGE.to_owned())
}

/// The draft as the agent left it.
pub(crate) fn draft(app: App) -> Option<Draft> {
    let written = app.draft.get_untracked().map(Draft::from_text);
    let assessment = app.assessment.get_untracked()?;
    Some(written.unwrap_or_else(|| message(app, &assessment)))
}

/// Puts the draft into the reply composer.
pub(crate) fn insert_draft(app: App) {
    let (Some(page), Some(draft), Some(screen)) =
        (app.page(), draft(app), app.screen.get_untracked())
    else {
        return;
    };
    spawn_local(async move {
        let insertion = page.insert(draft.html, draft.text).await;
        if app.is_on(screen.visit) {
            tell(app, Spot::Contact, outcome::of_insertion(&insertion));
        }
    });
}

/// Copies a text and says so in its place.
pub(crate) fn copy(app: App, spot: Spot, copied: String) {
    spawn_local(async move {
        let outcome = copied_outcome(clipboard::copy(&copied).await);
        tell(app, spot, outcome);
    });
}

fn copied_outcome(worked: bool) -> Outcome {
    if worked {
        outcome::plain(Tone::Done, "copied", text("copy_done"))
    } else {
        outcome::plain(Tone::Warn, "not_copied", text("copy_failed"))
    }
}

fn tell(app: App, spot: Spot, outcome: Outcome) {
    app.outcome.set(Some((spot, outcome)));
}

/// The ops issue as things stand; `None` where this Zendesk has none.
pub(crate) fn issue(app: App, assessment: &Assessment) -> Option<OpsIssue> {
    let policy = app.policy();
    let host = app.screen.get_untracked()?.host;
    let host = policy.host(&host).filter(|host| host.ops_issue)?;
    let organization = app
        .loaded()
        .and_then(|loaded| loaded.record.ticket.organization_id);
    Some(ops_issue(
        &policy,
        &OpsInput {
            host,
            ticket: assessment.ticket_id,
            organization,
            migration: Migration::from(assessment),
        },
    ))
}

/// Opens the prefilled issue in a new tab; what is too long for an address goes by the clipboard.
pub(crate) fn open_ops_issue(app: App) {
    let Some(assessment) = app.assessment.get_untracked() else {
        return;
    };
    let missing = Migration::from(&assessment).missing(&app.policy());
    if !missing.is_empty() {
        let outcome = outcome::plain(Tone::Warn, "missing", text("ops_missing"));
        tell(app, Spot::OpsIssue, outcome);
        document::focus_id("facts");
        return;
    }
    let Some(issue) = issue(app, &assessment) else {
        let outcome = outcome::plain(Tone::Warn, "no_ops_issue", text("ops_by_hand"));
        return tell(app, Spot::OpsIssue, outcome);
    };
    spawn_local(async move {
        let outcome = match &issue.form {
            IssueForm::Prefilled { .. } => outcome::plain(Tone::Done, "opened", text("ops_opened")),
            IssueForm::PasteDescription { .. } if clipboard::copy(&issue.description).await => {
                outcome::plain(Tone::Done, "opened_copied", text("ops_opened_copied"))
            }
            IssueForm::PasteDescription { .. } => copied_outcome(false),
        };
        let opened = open_tab(issue.form.url()).await;
        let failed = || outcome::plain(Tone::Warn, "not_opened", text("ops_not_opened"));
        tell(app, Spot::OpsIssue, if opened { outcome } else { failed() });
    });
}

/// The note for colleagues, with what was done to the tags.
pub(crate) fn note(app: App, assessment: &Assessment) -> String {
    let input = NoteInput {
        migration: Migration::from(assessment),
        agreed_by: None,
        scope: None,
        ops_issue: assessment.ops_issue.clone(),
    };
    let note = internal_note(&app.policy(), &input).text;
    let journal = app.journal.get_untracked().note(assessment.ticket_id);
    match journal {
        Some(journal) => format!("{note}\n\n{journal}"),
        None => note,
    }
}

/// Shows a comment in the page.
pub(crate) fn show_comment(app: App, comment: (u64, Option<u64>)) {
    let Some(page) = app.page() else { return };
    spawn_local(async move {
        if !page.scroll_to(comment.0, comment.1).await {
            let outcome = outcome::plain(Tone::Warn, "not_found", text("comment_not_found"));
            tell(app, Spot::Evidence, outcome);
        }
    });
}

/// Opens an address in a new tab; says whether that worked.
pub(crate) async fn open_tab(url: &str) -> bool {
    match chrome::open_tab(url) {
        Ok(opened) => JsFuture::from(opened).await.is_ok(),
        Err(_) => false,
    }
}

/// Looks at what can be found on the page; once more after a moment, because it may still be drawn.
pub(crate) fn look_at_page(app: App) {
    let (Some(page), Some(screen)) = (app.page(), app.screen.get_untracked()) else {
        return;
    };
    spawn_local(async move {
        for last in [false, true] {
            let Some(seen) = page.look().await else {
                return;
            };
            if !app.is_on(screen.visit) {
                return;
            }
            if last || off(&seen.state).is_empty() {
                return app.page_state.set(Some(seen.state));
            }
            clock::sleep(DRAWING_MS).await;
        }
    });
}

/// The report that the assessment is wrong.
pub(crate) fn wrong_report(app: App) -> Option<String> {
    let (assessment, screen) = (app.assessment.get_untracked()?, app.screen.get_untracked()?);
    let (policy, reading) = (app.policy(), app.loaded()?);
    let (choices, page) = (app.choices.get_untracked(), app.page_state.get_untracked());
    Some(report::report(&report::Input {
        version: &chrome::version(),
        browser: &document::user_agent(),
        host: &screen.host,
        policy: &policy,
        reading: &reading,
        assessment: &assessment,
        choices: &choices,
        page: page.as_ref(),
    }))
}
