//! Zendesk's page in its layouts and looks, and one that nobody knows.

use anyhow::{Result, ensure};
use ferry_e2e::Scene;
use ferry_sandbox::{Direction, Layout, Theme};

crate::tests!(
    the_older_panes_work_as_well,
    the_dark_page_works_as_well,
    a_page_from_right_to_left_works_as_well,
    an_unknown_layout_is_said_and_nothing_breaks,
);

/// The draft and the tag change, on whatever page.
async fn works(scene: &Scene) -> Result<()> {
    scene.page().open(1001).await?;
    scene.panel().banner("contact_customer").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().click("draft-insert").await?;
    scene.panel().result(&["done"]).await?;
    ensure!(
        !scene.page().draft(1001).await?.is_empty(),
        "the composer is empty"
    );
    scene.panel().click("sidebar-close").await?;
    scene.page().go_to_ticket(1005).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().result(&["done"]).await.map(drop)
}

async fn the_older_panes_work_as_well(scene: &Scene) -> Result<()> {
    scene
        .control()
        .switch(|switches| switches.layout = Layout::Panes);
    works(scene).await
}

async fn the_dark_page_works_as_well(scene: &Scene) -> Result<()> {
    scene
        .control()
        .switch(|switches| switches.theme = Theme::Dark);
    works(scene).await
}

async fn a_page_from_right_to_left_works_as_well(scene: &Scene) -> Result<()> {
    scene
        .control()
        .switch(|switches| switches.direction = Direction::Rtl);
    works(scene).await
}

async fn an_unknown_layout_is_said_and_nothing_breaks(scene: &Scene) -> Result<()> {
    scene
        .control()
        .switch(|switches| switches.layout = Layout::Unknown);
    let before = scene.tags(1005);
    scene.page().load("/agent/tickets/1005").await?;
    scene.panel().toggle_sidebar().await?;
    scene.panel().wait_for("ferry-sidebar").await?;
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
    Ok(())
}
