//! The first two actions: the customer message, and the ops issue.

use anyhow::{Result, ensure};
use ferry_e2e::Scene;

crate::tests!(
    the_draft_goes_into_the_reply_composer_and_is_not_sent,
    an_edited_draft_is_inserted_as_edited,
    a_draft_is_one_undo_step,
    text_that_the_agent_typed_is_never_touched,
    an_internal_note_takes_no_customer_message,
    the_ops_issue_opens_prefilled,
    the_ops_issue_asks_for_what_is_missing,
);

const CONTACT: u64 = 1001;

async fn open_draft(scene: &Scene) -> Result<String> {
    scene.page().open(CONTACT).await?;
    scene.panel().banner("contact_customer").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().sidebar("contact_customer").await?;
    scene.panel().wait_for("draft-insert").await?;
    scene.panel().value("draft-text").await
}

/// The first sentence of a text, without the line breaks that editors make their own.
fn beginning(text: &str) -> &str {
    text.lines()
        .find(|line| line.len() > 20)
        .unwrap_or(text)
        .trim()
}

async fn the_draft_goes_into_the_reply_composer_and_is_not_sent(scene: &Scene) -> Result<()> {
    let draft = open_draft(scene).await?;
    scene.panel().click("draft-insert").await?;
    scene.panel().result(&["done"]).await?;
    let text = scene.page().draft(CONTACT).await?;
    ensure!(
        text.contains(beginning(&draft)),
        "the composer holds: {text}"
    );
    ensure!(
        scene.writes().is_empty(),
        "something was written: {:?}",
        scene.writes()
    );
    Ok(())
}

async fn an_edited_draft_is_inserted_as_edited(scene: &Scene) -> Result<()> {
    open_draft(scene).await?;
    scene
        .panel()
        .type_into("draft-text", " Yours, the night shift.")
        .await?;
    scene.panel().click("draft-insert").await?;
    scene.panel().result(&["done"]).await?;
    let text = scene.page().draft(CONTACT).await?;
    ensure!(
        text.contains("Yours, the night shift."),
        "the composer holds: {text}"
    );
    Ok(())
}

async fn a_draft_is_one_undo_step(scene: &Scene) -> Result<()> {
    open_draft(scene).await?;
    scene.panel().click("draft-insert").await?;
    scene.panel().result(&["done"]).await?;
    scene.page().press_undo(CONTACT).await?;
    ferry_e2e::wait::holds("one undo empties the composer", async || {
        Ok(scene.page().draft(CONTACT).await?.is_empty())
    })
    .await
}

async fn text_that_the_agent_typed_is_never_touched(scene: &Scene) -> Result<()> {
    scene.page().open(CONTACT).await?;
    scene.panel().banner("contact_customer").await?;
    scene.page().type_draft(CONTACT, "Looking into it").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().click("draft-insert").await?;
    scene.panel().result(&["has_text"]).await?;
    let text = scene.page().draft(CONTACT).await?;
    ensure!(text == "Looking into it", "the composer holds: {text}");
    Ok(())
}

async fn an_internal_note_takes_no_customer_message(scene: &Scene) -> Result<()> {
    scene.page().open(CONTACT).await?;
    scene.panel().banner("contact_customer").await?;
    scene.page().switch_to_internal_note().await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().click("draft-insert").await?;
    scene.panel().result(&["not_public"]).await?;
    let text = scene.page().draft(CONTACT).await?;
    ensure!(text.is_empty(), "the composer holds: {text}");
    Ok(())
}

async fn the_ops_issue_opens_prefilled(scene: &Scene) -> Result<()> {
    scene.page().open(1003).await?;
    scene.panel().banner("open_ops_issue").await?;
    let tabs = scene.browser.driver.windows().await?;
    scene.panel().click("banner-primary").await?;
    let address = scene.opened_tab(&tabs).await?;
    let form =
        "https://gitlab.com/gitlab-com/support/support-ops/zendesk-organizations/-/issues/new?";
    ensure!(address.starts_with(form), "another address: {address}");
    for part in [
        "issue%5Btitle%5D=",
        "issue%5Bdescription%5D=",
        "organizations",
    ] {
        let found = address.contains(part)
            || address.contains(&part.replace("%5B", "[").replace("%5D", "]"));
        ensure!(found, "{part} is not in {address}");
    }
    ensure!(
        address.len() < 7_500,
        "the address has {} bytes",
        address.len()
    );
    ensure!(
        !address.contains('@') && !address.contains("%40"),
        "a mail address is in {address}"
    );
    Ok(())
}

async fn the_ops_issue_asks_for_what_is_missing(scene: &Scene) -> Result<()> {
    scene.page().open(CONTACT).await?;
    scene.panel().banner("contact_customer").await?;
    scene.panel().click("banner-details").await?;
    scene.panel().click("step-ops-issue-toggle").await?;
    let missing = scene.panel().wait_for_text("ops-missing").await?;
    ensure!(
        !missing.is_empty(),
        "level and date are unknown, but nothing is asked for"
    );
    Ok(())
}
