//! What the banner says at each stage, and that ordinary tickets show nothing.

use anyhow::{Result, ensure};
use ferry_e2e::Scene;

crate::tests!(
    the_banner_tells_the_stage_of_every_seeded_ticket,
    an_ordinary_ticket_shows_nothing,
    pages_that_are_no_tickets_are_left_alone,
    the_toolbar_button_opens_the_sidebar_on_an_ordinary_ticket,
    the_quote_leads_to_its_comment,
);

async fn the_banner_tells_the_stage_of_every_seeded_ticket(scene: &Scene) -> Result<()> {
    let seeds = ferry_sandbox::seeds();
    scene.page().open(seeds[0].id).await?;
    for seed in seeds.iter().filter(|seed| seed.stage != "no_action") {
        scene.page().go_to_ticket(seed.id).await?;
        let title = scene.panel().banner(&seed.stage).await?;
        ensure!(
            !title.is_empty(),
            "ticket {}: the banner says nothing",
            seed.id
        );
        for tag in seed.remove.iter().chain(&seed.add) {
            ensure!(
                title.contains(tag),
                "ticket {}: {title} does not name {tag}",
                seed.id
            );
        }
    }
    Ok(())
}

async fn an_ordinary_ticket_shows_nothing(scene: &Scene) -> Result<()> {
    for ticket in [1015, 1016, 1017, 1019, 1022] {
        scene.page().open(ticket).await?;
        scene.judged(ticket).await?;
        ensure!(
            !scene.panel().is_shown().await?,
            "ticket {ticket} shows something"
        );
        let written = scene.writes();
        ensure!(
            written.is_empty(),
            "ticket {ticket} was written to: {written:?}"
        );
    }
    Ok(())
}

async fn pages_that_are_no_tickets_are_left_alone(scene: &Scene) -> Result<()> {
    for path in [
        "/agent/dashboard",
        "/agent/filters/360001",
        "/agent/tickets/new/1",
    ] {
        scene.page().load(path).await?;
        scene.page().settled().await?;
        ensure!(!scene.panel().is_there().await?, "{path} has a frame");
        let calls = scene.ferrys_calls();
        ensure!(calls.is_empty(), "{path} made calls: {calls:?}");
    }
    Ok(())
}

async fn the_toolbar_button_opens_the_sidebar_on_an_ordinary_ticket(scene: &Scene) -> Result<()> {
    scene.page().open(1015).await?;
    scene.judged(1015).await?;
    scene.panel().toggle_sidebar().await?;
    scene.panel().sidebar("no_action").await?;
    scene.panel().click("sidebar-close").await?;
    ferry_e2e::wait::holds("the sidebar closes", async || {
        Ok(!scene.panel().is_shown().await?)
    })
    .await
}

async fn the_quote_leads_to_its_comment(scene: &Scene) -> Result<()> {
    scene.page().open(1001).await?;
    scene.panel().banner("contact_customer").await?;
    let quote = scene.panel().wait_for_text("banner-quote").await?;
    ensure!(!quote.is_empty(), "the banner quotes nothing");
    scene.panel().click("banner-show-comment").await
}
