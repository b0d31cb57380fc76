//! The third action: the tag that does not belong.

use anyhow::{Result, ensure};
use ferry_e2e::Scene;

crate::tests!(
    one_click_removes_exactly_the_named_tag,
    undo_restores_the_tags,
    the_missing_tag_is_added_before_the_other_one_goes,
    a_closed_ticket_is_refused,
    a_field_value_is_refused,
    a_long_conversation_is_read_to_its_end,
);

/// Opens the ticket, clicks the banner's button, and waits for the result.
async fn change(scene: &Scene, ticket: u64, kinds: &[&str]) -> Result<String> {
    scene.page().open(ticket).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().result(kinds).await
}

async fn one_click_removes_exactly_the_named_tag(scene: &Scene) -> Result<()> {
    let before = scene.tags(1005);
    let removed = scene.seed(1005)?.remove;
    ensure!(
        removed.iter().all(|tag| before.contains(tag)),
        "not seeded as expected: {before:?}"
    );
    change(scene, 1005, &["done"]).await?;
    let mut expected = before;
    expected.retain(|tag| !removed.contains(tag));
    ensure!(
        scene.tags(1005) == expected,
        "the ticket has {:?}",
        scene.tags(1005)
    );
    scene.panel().sidebar("done").await
}

async fn undo_restores_the_tags(scene: &Scene) -> Result<()> {
    let before = scene.tags(1006);
    change(scene, 1006, &["done"]).await?;
    ensure!(scene.tags(1006) != before, "nothing was removed");
    scene.panel().click("tag-undo").await?;
    ferry_e2e::wait::holds("the tags are back", async || Ok(scene.tags(1006) == before)).await?;
    scene.panel().sidebar("retag").await
}

async fn the_missing_tag_is_added_before_the_other_one_goes(scene: &Scene) -> Result<()> {
    let seed = scene.seed(1012)?;
    change(scene, 1012, &["done"]).await?;
    let tags = scene.tags(1012);
    ensure!(
        seed.add.iter().all(|tag| tags.contains(tag)),
        "{:?} is missing in {tags:?}",
        seed.add
    );
    ensure!(
        !seed.remove.iter().any(|tag| tags.contains(tag)),
        "{:?} is still in {tags:?}",
        seed.remove
    );
    let methods: Vec<String> = scene
        .writes()
        .into_iter()
        .map(|write| write.method)
        .collect();
    ensure!(methods == ["PUT", "DELETE"], "the writes were {methods:?}");
    Ok(())
}

async fn refused(scene: &Scene, ticket: u64) -> Result<()> {
    let before = scene.tags(ticket);
    scene.page().open(ticket).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().result(&["refused"]).await?;
    ensure!(
        scene.writes().is_empty(),
        "something was written: {:?}",
        scene.writes()
    );
    ensure!(
        scene.tags(ticket) == before,
        "the tags are {:?}",
        scene.tags(ticket)
    );
    Ok(())
}

async fn a_closed_ticket_is_refused(scene: &Scene) -> Result<()> {
    refused(scene, 1018).await
}

async fn a_field_value_is_refused(scene: &Scene) -> Result<()> {
    refused(scene, 1020).await
}

async fn a_long_conversation_is_read_to_its_end(scene: &Scene) -> Result<()> {
    change(scene, 1013, &["done"]).await.map(drop)
}
