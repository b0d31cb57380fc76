//! What the tag change promises beyond its result: waiting in sight, the open page, who may, and
//! what is told to colleagues.

use anyhow::{Context, Result, ensure};
use ferry_e2e::{Scene, wait};
use ferry_sandbox::{Effect, Fault, Role};

crate::tests!(
    a_wait_is_counted_down_and_can_be_cancelled,
    a_light_agent_changes_nothing,
    the_safer_order_is_offered_while_a_reply_is_unsent,
    an_edited_tags_field_gets_the_same_offer,
    a_changed_field_is_said_until_it_is_submitted,
    a_chosen_option_gets_the_same_offer,
    a_tag_that_the_page_brings_back_is_noticed,
    what_was_done_can_be_read_and_copied,
);

const TICKET: u64 = 1005;
const TAG: &str = "sub_sm_ultimate";
const DRAFT: &str = "Half a sentence";

async fn open(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await.map(drop)
}

/// Takes the tag off in the page's own field, as the agent does.
async fn take_off_in_the_page(scene: &Scene) -> Result<()> {
    let script = format!(
        "const item = [...document.querySelectorAll('[data-test-id=\"ticket-system-field-tags-item-selected\"]')]
             .find((item) => item.textContent.includes('{TAG}') && item.checkVisibility());
         item.querySelector('button').click();"
    );
    scene.page().script(&script).await.map(drop)
}

async fn submit(scene: &Scene) -> Result<()> {
    scene
        .page()
        .click("[data-test-id=\"submit_button-button\"]")
        .await
}

async fn a_wait_is_counted_down_and_can_be_cancelled(scene: &Scene) -> Result<()> {
    open(scene).await?;
    let before = scene.tags(TICKET);
    let busy = Effect::Status {
        status: 429,
        retry_after: Some(300),
    };
    scene
        .control()
        .fault(Fault::on("DELETE", "/api/v2/tickets/*/tags", busy).times(0));
    scene.panel().click("banner-primary").await?;
    let seconds = |text: &str| -> Option<u32> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    let first = scene.panel().wait_for_text("countdown").await?;
    let first = seconds(&first).context("no number in the countdown")?;
    ensure!(first <= 300, "it counts down from {first}");
    wait::holds("the countdown goes on", async || {
        let now = scene.panel().text("countdown").await?.unwrap_or_default();
        Ok(seconds(&now).is_some_and(|now| now < first))
    })
    .await?;
    scene.panel().click("countdown-cancel").await?;
    scene.panel().result(&["failed"]).await?;
    ensure!(
        scene.panel().text("countdown").await?.is_none(),
        "it waits on"
    );
    ensure!(scene.writes().len() == 1, "it wrote again");
    ensure!(scene.tags(TICKET) == before, "the tags changed");
    Ok(())
}

async fn a_light_agent_changes_nothing(scene: &Scene) -> Result<()> {
    scene.control().role(Role::Light);
    open(scene).await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().result(&["refused"]).await?;
    ensure!(scene.writes().is_empty(), "something was written");
    scene.control().role(Role::Agent);
    Ok(())
}

/// The offer is followed: the agent takes the tag off in the page and submits with the reply.
async fn the_safer_order_is_offered_while_a_reply_is_unsent(scene: &Scene) -> Result<()> {
    open(scene).await?;
    scene.page().type_draft(TICKET, DRAFT).await?;
    scene.panel().click("banner-primary").await?;
    let offer = scene.panel().wait_for_text("together").await?;
    ensure!(offer.contains(TAG), "it does not name the tag: {offer}");
    ensure!(scene.writes().is_empty(), "written before the agent chose");
    ensure!(
        scene.page().draft(TICKET).await? == DRAFT,
        "the draft was touched"
    );
    take_off_in_the_page(scene).await?;
    submit(scene).await?;
    scene.panel().sidebar("done").await?;
    ensure!(
        !scene.tags(TICKET).iter().any(|tag| tag == TAG),
        "the tags are {:?}",
        scene.tags(TICKET)
    );
    ensure!(
        scene
            .writes()
            .iter()
            .all(|call| !call.path.ends_with("/tags")),
        "Ferry wrote as well"
    );
    ensure!(
        scene.panel().text("together").await?.is_none(),
        "still offered"
    );
    Ok(())
}

/// The offer is declined.
async fn an_edited_tags_field_gets_the_same_offer(scene: &Scene) -> Result<()> {
    open(scene).await?;
    let input = scene
        .page()
        .seen("[data-test-id=\"ticket-system-field-tags-multiselect\"] input")
        .await?;
    input.send_keys("vip ").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().wait_for_text("together").await?;
    scene.panel().click("together-anyway").await?;
    scene.panel().result(&["done"]).await?;
    ensure!(
        !scene.tags(TICKET).iter().any(|tag| tag == TAG),
        "the tags are {:?}",
        scene.tags(TICKET)
    );
    Ok(())
}

const SUBJECT: &str = "[data-test-id=\"omni-header-subject\"]";

/// The page shows nothing of it: what counts is what the agent did.
async fn a_changed_field_is_said_until_it_is_submitted(scene: &Scene) -> Result<()> {
    open(scene).await?;
    scene
        .page()
        .seen(SUBJECT)
        .await?
        .send_keys(" (changed)")
        .await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().wait_for_text("together").await?;
    scene.panel().click("together-anyway").await?;
    let said = scene.panel().result(&["done"]).await?;
    ensure!(
        said.contains("Something else in this ticket was changed"),
        "it says: {said}"
    );
    let subject = scene.page().seen(SUBJECT).await?.value().await?;
    ensure!(
        subject.is_some_and(|subject| subject.ends_with("(changed)")),
        "the edit is gone"
    );
    submit(scene).await?;
    scene.panel().sidebar("retag").await?;
    scene.panel().click("tag-change").await?;
    wait::holds("the tag goes once more", async || {
        Ok(!scene.tags(TICKET).iter().any(|tag| tag == TAG))
    })
    .await?;
    // The page follows its own submit: it does not show the tag any more, and nothing waits.
    let said = scene.panel().result(&["done"]).await?;
    ensure!(
        !said.contains("Something else in this ticket"),
        "after the submit it says: {said}"
    );
    Ok(())
}

async fn a_chosen_option_gets_the_same_offer(scene: &Scene) -> Result<()> {
    open(scene).await?;
    let field = "[data-test-id=\"ticket-fields-priority-select\"]";
    scene
        .page()
        .click(&format!("{field} [role=combobox]"))
        .await?;
    scene
        .page()
        .click(&format!("{field} [role=option]:last-child"))
        .await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().wait_for_text("together").await?;
    ensure!(scene.writes().is_empty(), "written before the agent chose");
    Ok(())
}

async fn a_tag_that_the_page_brings_back_is_noticed(scene: &Scene) -> Result<()> {
    open(scene).await?;
    scene.panel().click("banner-primary").await?;
    let said = scene.panel().result(&["done"]).await?;
    ensure!(
        said.matches(TAG).count() > 1,
        "it does not say that the page still shows the tag: {said}"
    );
    scene.page().type_draft(TICKET, DRAFT).await?;
    submit(scene).await?;
    wait::holds("the stale page brings the tag back", async || {
        Ok(scene.tags(TICKET).iter().any(|tag| tag == TAG))
    })
    .await?;
    scene.panel().sidebar("retag").await?;
    scene.panel().click("tag-change").await?;
    wait::holds("the tag goes once more", async || {
        Ok(!scene.tags(TICKET).iter().any(|tag| tag == TAG))
    })
    .await?;
    scene.panel().sidebar("done").await
}

async fn what_was_done_can_be_read_and_copied(scene: &Scene) -> Result<()> {
    open(scene).await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().result(&["done"]).await?;
    let entry = scene.panel().wait_for_text("journal-entry").await?;
    ensure!(
        entry.contains(TAG) && entry.chars().any(|c| c.is_ascii_digit()),
        "the entry says: {entry}"
    );
    scene.panel().click("note-copy").await?;
    scene.panel().result(&["copied"]).await?;
    scene.page().switch_to_internal_note().await?;
    scene.page().press_paste(TICKET).await?;
    let note = scene.page().draft(TICKET).await?;
    ensure!(
        note.contains(TAG) && note.contains("Support-level tags"),
        "the note is: {note}"
    );
    Ok(())
}
