//! Health and welcome, and what the panel says of a page that it does not know.

use anyhow::{Result, ensure};
use ferry_e2e::{OwnPage, Scene, wait};
use ferry_sandbox::{Effect, Fault, Layout};

crate::tests!(
    welcome_shows_four_pictures_and_misses_no_permission,
    health_tells_what_was_found,
    health_tells_the_last_errors_by_their_kind,
    an_unknown_page_is_said_with_what_still_works,
    the_report_of_a_wrong_assessment_holds_no_text_of_the_ticket,
);

async fn own_page(scene: &Scene, name: &str) -> Result<OwnPage> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    scene.open_own_page(name).await
}

async fn welcome_shows_four_pictures_and_misses_no_permission(scene: &Scene) -> Result<()> {
    let page = own_page(scene, "welcome.html").await?;
    page.wait_for("welcome-options").await?;
    scene.page().settled().await?;
    let steps = page.attributes("welcome-step", "class").await?;
    ensure!(steps.len() == 4, "{} pictures", steps.len());
    let missing = page.attributes("welcome-permission", "class").await?;
    ensure!(missing.is_empty(), "a permission is said to be missing");
    Ok(())
}

async fn health_tells_what_was_found(scene: &Scene) -> Result<()> {
    let page = own_page(scene, "health.html").await?;
    ensure!(page.text("health-layout").await? == "grid");
    let shown = page.text("health-page").await?;
    ensure!(shown.contains("gitlab.zendesk.com"), "{shown}");
    ensure!(!page.text("health-version").await?.is_empty());
    page.click("[data-testid=\"health-copy\"]").await?;
    page.text("health-copied").await.map(drop)
}

async fn health_tells_the_last_errors_by_their_kind(scene: &Scene) -> Result<()> {
    let gone = Effect::Status {
        status: 404,
        retry_after: None,
    };
    scene
        .control()
        .fault(Fault::on("GET", "/api/v2/tickets/1003", gone).times(0));
    scene.page().open(1003).await?;
    scene.panel().toggle_sidebar().await?;
    scene.panel().wait_for("trouble").await?;
    let page = scene.open_own_page("health.html").await?;
    let told = page.text("health-troubles-list").await?;
    ensure!(told.contains("not_found"), "{told}");
    Ok(())
}

async fn an_unknown_page_is_said_with_what_still_works(scene: &Scene) -> Result<()> {
    scene
        .control()
        .switch(|switches| switches.layout = Layout::Unknown);
    scene.page().load("/agent/tickets/1005").await?;
    scene.panel().toggle_sidebar().await?;
    let said = scene.panel().wait_for_text("page-health").await?;
    ensure!(said.lines().count() >= 3, "it says: {said}");
    Ok(())
}

async fn the_report_of_a_wrong_assessment_holds_no_text_of_the_ticket(scene: &Scene) -> Result<()> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-details").await?;
    scene.panel().click("wrong").await?;
    let report = wait::until("the report", async || {
        let report = scene.panel().value("wrong-report").await?;
        Ok((!report.is_empty()).then_some(report))
    })
    .await?;
    for told in ["Concluded: retag", "organization.notes", "sub_sm_ultimate"] {
        ensure!(report.contains(told), "{told} is not in {report}");
    }
    for secret in [
        "Marta",
        "Kowalska",
        "Bursztyn",
        "Pipelines",
        "1005",
        "approved",
        "2027",
    ] {
        ensure!(!report.contains(secret), "{secret} is in {report}");
    }
    Ok(())
}
