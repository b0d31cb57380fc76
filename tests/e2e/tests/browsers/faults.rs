//! Whatever goes wrong ends in a message that says what happened and what to do, and never
//! touches the agent's draft. Here the whole way is walked once for each fault; that the protocol
//! is right in every order of events is proven in `crates/zendesk`.

use anyhow::{Result, ensure};
use ferry_e2e::Scene;
use ferry_sandbox::{Effect, Event, Fault, When};

/// A ticket with one tag to remove.
const TICKET: u64 = 1005;
const HALF_A_DRAFT: &str = "Half a sentence";

/// Results that say: the tags are now as they should be.
const DONE: &[&str] = &["done", "already_done", "done_amid_changes"];
/// Results that say: they are not, or nobody knows. Where the ticket cannot be read any more, the
/// panel says that instead.
const NOT_DONE: &[&str] = &[
    "refused", "failed", "unknown", "not_kept", "put_back", "bare", "not_done",
];

/// Makes a test of each line: its name, the fault, and the results that are right.
macro_rules! faults {
    ($($name:ident: $walk:ident($($argument:expr),+);)+) => {
        $(async fn $name(scene: &Scene) -> Result<()> { $walk(scene, $($argument),+).await })+
        crate::tests!($($name),+);
    };
}

faults! {
    a_slow_answer_to_the_write: writing(Effect::Latency { milliseconds: 1_500 }, DONE);
    no_answer_and_nothing_done: writing(Effect::TimeoutBefore { milliseconds: 300 }, NOT_DONE);
    no_answer_though_it_was_done: writing(Effect::TimeoutAfter { milliseconds: 300 }, DONE);
    unauthorized: writing(status(401), NOT_DONE);
    forbidden: writing(status(403), NOT_DONE);
    not_found: writing(status(404), NOT_DONE);
    unprocessable: writing(status(422), NOT_DONE);
    server_error: writing(status(500), NOT_DONE);
    an_update_conflict_once: writing_once(status(409), DONE);
    a_database_conflict_once: writing_once(Effect::DatabaseConflict, DONE);
    too_many_requests_once: writing_once(wait_and_come_back(429), DONE);
    unavailable_once: writing_once(wait_and_come_back(503), DONE);
    an_old_csrf_token_once: writing_once(status(403), DONE);
    truncated_json: writing(Effect::TruncatedJson, DONE);
    malformed_json: writing(Effect::MalformedJson, DONE);
    html_with_status_200: writing(Effect::Html { status: 200 }, NOT_DONE);
    a_wrong_content_type: writing(Effect::WrongContentType, DONE);
    sent_to_the_sign_in_page: writing(Effect::RedirectToSignIn, NOT_DONE);
    a_write_that_was_not_protected: writing(unprotected(), NOT_DONE);
    another_agent_comes_between: writing_once(before(other_agent()), DONE);
    the_ticket_is_merged_in_between: writing_once(before(Event::Merged { ticket: TICKET, into: 1001 }), NOT_DONE);
    the_ticket_is_deleted_in_between: writing_once(before(Event::Deleted { ticket: TICKET }), NOT_DONE);
    a_trigger_puts_the_tag_back: writing_once(before(trigger()), NOT_DONE);
    the_organization_changes_in_between: writing_once(before(Event::OrganizationSet { ticket: TICKET, organization: None }), DONE);
    a_comment_is_redacted_in_between: writing_once(before(Event::CommentRedacted { ticket: TICKET, position: None }), DONE);
    the_session_ends_in_between: writing_once(before(Event::SessionExpired), NOT_DONE);
    the_ticket_cannot_be_read: reading("/api/v2/tickets/*", status(500));
    the_comments_cannot_be_read: reading("/api/v2/tickets/*/comments", status(500));
    the_comments_are_html: reading("/api/v2/tickets/*/comments", Effect::Html { status: 200 });
    the_comments_break_off: reading("/api/v2/tickets/*/comments", Effect::TruncatedJson);
    the_comments_have_another_shape: reading("/api/v2/tickets/*/comments", Effect::WrongShape);
    the_ticket_is_forbidden: reading("/api/v2/tickets/*", status(403));
    comments_in_another_order: reading_on(Effect::ShuffledPage, true);
    a_page_of_comments_twice: reading_on(Effect::DuplicatePage, false);
    a_page_without_comments: reading_on(Effect::EmptyPage, false);
    comments_without_end: reading_on(Effect::EndlessPages, false);
    a_next_page_on_another_host: reading_on(Effect::ForeignNext { origin: "https://gitlab.com".into() }, true);
}

fn status(status: u16) -> Effect {
    Effect::Status {
        status,
        retry_after: None,
    }
}

fn wait_and_come_back(status: u16) -> Effect {
    Effect::Status {
        status,
        retry_after: Some(1),
    }
}

fn unprotected() -> Effect {
    Effect::ApiWarn {
        keys: vec!["tags".into(), "updated_stamp".into(), "safe_update".into()],
    }
}

fn before(what: Event) -> Effect {
    Effect::Happens {
        when: When::Before,
        what,
    }
}

fn other_agent() -> Event {
    Event::OtherAgent {
        ticket: TICKET,
        add_tags: vec!["vip".into()],
        remove_tags: Vec::new(),
        status: None,
        note: None,
        reply: None,
    }
}

fn trigger() -> Event {
    Event::Trigger {
        ticket: Some(TICKET),
        add_tags: vec!["sub_sm_ultimate".into()],
        remove_tags: Vec::new(),
    }
}

/// The fault meets every try to remove the tag.
async fn writing(scene: &Scene, effect: Effect, right: &[&str]) -> Result<()> {
    change_under(
        scene,
        Fault::on("DELETE", "/api/v2/tickets/*/tags", effect).times(0),
        right,
    )
    .await
}

/// The fault meets the first try only.
async fn writing_once(scene: &Scene, effect: Effect, right: &[&str]) -> Result<()> {
    change_under(
        scene,
        Fault::on("DELETE", "/api/v2/tickets/*/tags", effect),
        right,
    )
    .await
}

async fn change_under(scene: &Scene, fault: Fault, right: &[&str]) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    scene.page().type_draft(TICKET, HALF_A_DRAFT).await?;
    let before = scene.tags(TICKET);
    scene.control().fault(fault);
    scene.panel().click("banner-primary").await?;
    // The safer order is offered first, because there is a draft.
    scene.panel().click("together-anyway").await?;
    let said = if std::ptr::eq(right, DONE) {
        scene.panel().result(right).await?
    } else {
        scene.panel().trouble_or_result(right).await?
    };
    ensure!(
        said.split_whitespace().count() >= 4,
        "the message is too short: {said}"
    );

    if scene.control().ticket(TICKET).is_none() {
        // Deleted: nothing of it is left to compare.
        return draft_is_untouched(scene).await;
    }
    let after = scene.tags(TICKET);
    let named = scene.seed(TICKET)?.remove;
    let kept = before
        .iter()
        .filter(|tag| !named.contains(tag))
        .all(|tag| after.contains(tag));
    ensure!(
        kept,
        "another tag than {named:?} is gone: {before:?} became {after:?}"
    );
    let gone = named.iter().all(|tag| !after.contains(tag));
    ensure!(
        gone == std::ptr::eq(right, DONE),
        "the message says \"{said}\", the tags are {after:?}"
    );
    draft_is_untouched(scene).await
}

/// The fault meets every try to read; once it is over, "try again" brings the banner.
async fn reading(scene: &Scene, path: &str, effect: Effect) -> Result<()> {
    scene
        .control()
        .fault(Fault::on("GET", path, effect).times(0));
    scene.page().open(TICKET).await?;
    scene.page().type_draft(TICKET, HALF_A_DRAFT).await?;
    scene.panel().toggle_sidebar().await?;
    let said = scene.panel().wait_for_text("trouble").await?;
    ensure!(
        said.split_whitespace().count() >= 4,
        "the message is too short: {said}"
    );
    scene.control().clear_faults();
    scene.panel().click("retry").await?;
    scene.panel().sidebar("retag").await?;
    draft_is_untouched(scene).await
}

/// Comments that come in a strange way, on a ticket with several pages of them: the right result,
/// or one that says what it lacks, but no waiting for ever, and no call of another host.
async fn reading_on(scene: &Scene, effect: Effect, whole: bool) -> Result<()> {
    const LONG: u64 = 1013;
    scene
        .control()
        .fault(Fault::on("GET", "/api/v2/tickets/*/comments", effect).times(0));
    scene.page().open(LONG).await?;
    scene.page().type_draft(LONG, HALF_A_DRAFT).await?;
    scene.panel().toggle_sidebar().await?;
    scene.panel().wait_for_text("sidebar-status").await?;
    if whole {
        scene.panel().sidebar("retag").await?;
    }
    let remarks = scene.panel().text("remarks").await?.unwrap_or_default();
    ensure!(
        whole != remarks.contains("Not all comments"),
        "the remarks are: {remarks}"
    );
    let draft = scene.page().draft(LONG).await?;
    ensure!(draft == HALF_A_DRAFT, "the composer holds: {draft}");
    Ok(())
}

async fn draft_is_untouched(scene: &Scene) -> Result<()> {
    let draft = scene.page().draft(TICKET).await?;
    ensure!(draft == HALF_A_DRAFT, "the composer holds: {draft}");
    Ok(())
}
