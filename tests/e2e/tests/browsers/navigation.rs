//! Moving between tickets, tabs and sessions.

use anyhow::{Result, ensure};
use ferry_e2e::{Scene, wait};
use ferry_sandbox::{Effect, Event, Fault};

crate::tests!(
    the_banner_follows_the_address,
    two_open_tickets_do_not_mix,
    a_late_answer_for_a_ticket_that_was_left_is_dropped,
    a_signed_out_session_is_told_and_recovers,
    a_dismissed_banner_stays_away,
    forged_messages_get_nothing,
);

async fn hidden(scene: &Scene, why: &str) -> Result<()> {
    wait::holds(why, async || Ok(!scene.panel().is_shown().await?)).await
}

async fn the_banner_follows_the_address(scene: &Scene) -> Result<()> {
    scene.page().open(1001).await?;
    scene.panel().banner("contact_customer").await?;
    scene.page().go_to_ticket(1004).await?;
    scene.panel().banner("await_support_ops").await?;
    scene.page().go_to_ticket(1015).await?;
    hidden(scene, "nothing on an ordinary ticket").await?;
    scene.page().go_to("/agent/dashboard").await?;
    hidden(scene, "nothing outside tickets").await?;
    scene.page().go_to_ticket(1001).await?;
    scene.panel().banner("contact_customer").await.map(drop)
}

async fn two_open_tickets_do_not_mix(scene: &Scene) -> Result<()> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    scene.page().go_to_ticket(1001).await?;
    scene.panel().banner("contact_customer").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().click("draft-insert").await?;
    scene.panel().result(&["done"]).await?;
    scene.page().go_to_ticket(1005).await?;
    let text = scene.page().draft(1005).await?;
    ensure!(text.is_empty(), "the other ticket's composer holds: {text}");
    scene.panel().banner("retag").await.map(drop)
}

async fn a_late_answer_for_a_ticket_that_was_left_is_dropped(scene: &Scene) -> Result<()> {
    let slow = Effect::Latency {
        milliseconds: 1_500,
    };
    scene
        .control()
        .fault(Fault::on("GET", "/api/v2/tickets/1005/comments", slow).times(0));
    scene.page().open(1005).await?;
    scene.called("/api/v2/tickets/1005/comments").await?;
    scene.page().go_to_ticket(1001).await?;
    scene.panel().banner("contact_customer").await?;
    // The call was cancelled, or its answer comes about now.
    for _ in 0..3 {
        scene.page().settled().await?;
    }
    scene.panel().banner("contact_customer").await.map(drop)
}

async fn a_signed_out_session_is_told_and_recovers(scene: &Scene) -> Result<()> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    let before = scene.tags(1005);
    scene.page().type_draft(1005, "Half a sentence").await?;
    scene.control().happen(&Event::SessionExpired);
    scene.panel().click("banner-primary").await?;
    scene.panel().click("together-anyway").await?;
    let said = scene
        .panel()
        .trouble_or_result(&["refused", "failed", "unknown"])
        .await?;
    ensure!(said.to_lowercase().contains("sign"), "it says: {said}");
    ensure!(
        scene.tags(1005) == before,
        "the tags are {:?}",
        scene.tags(1005)
    );
    let text = scene.page().draft(1005).await?;
    ensure!(text == "Half a sentence", "the composer holds: {text}");
    Ok(())
}

async fn a_dismissed_banner_stays_away(scene: &Scene) -> Result<()> {
    scene.page().open(1009).await?;
    scene.panel().banner("expired").await?;
    scene.panel().click("banner-dismiss").await?;
    hidden(scene, "the dismissed banner goes").await?;
    scene.page().open(1009).await?;
    scene.judged(1009).await?;
    ensure!(
        !scene.panel().is_shown().await?,
        "the dismissed banner came back"
    );
    scene.panel().toggle_sidebar().await?;
    scene.panel().click("undismiss").await?;
    scene.panel().click("sidebar-close").await?;
    scene.panel().banner("expired").await.map(drop)
}

async fn forged_messages_get_nothing(scene: &Scene) -> Result<()> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    let before = scene.tags(1005);
    scene.control().clear_requests();
    // What a hostile page could try: every message of the protocol, to everyone it can reach.
    scene
        .page()
        .script(
            r#"
            const forged = [
                {type: "hello", version: 1, secret: ""},
                {type: "call", id: 1, visit: 1, call: {call: "remove_tags", ticket: 1005, csrf: "x",
                    body: {tags: ["sub_sm_premium"], updated_stamp: "", safe_update: "true"}}},
                {type: "insert_reply", id: 2, visit: 1, html: "<b>forged</b>", text: "forged"},
                {type: "command", command: "toggle_sidebar"},
                {type: "ticket", visit: 99, ticket: 1001, host: "gitlab.zendesk.com"},
            ];
            for (const message of forged) {
                window.postMessage(message, "*");
                document.dispatchEvent(new CustomEvent("ferry", {detail: message}));
                for (const frame of document.querySelectorAll("iframe")) frame.contentWindow.postMessage(message, "*");
                for (let i = 0; i < window.length; i++) {
                    window[i].postMessage(message, "*");
                    window[i].postMessage("", "*", [new MessageChannel().port1]);
                }
                try { chrome.runtime.sendMessage("ferry", message); } catch {}
                try { new BroadcastChannel("ferry").postMessage(message); } catch {}
            }
            "#,
        )
        .await?;
    scene.page().settled().await?;
    ensure!(
        scene.tags(1005) == before,
        "the tags are {:?}",
        scene.tags(1005)
    );
    ensure!(
        scene.writes().is_empty(),
        "something was written: {:?}",
        scene.writes()
    );
    ensure!(
        scene.page().draft(1005).await?.is_empty(),
        "something was inserted"
    );
    scene.panel().banner("retag").await.map(drop)
}
