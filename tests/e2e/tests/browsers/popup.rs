//! The popup: the agent's migrations, read through an open agent page.

use anyhow::{Result, ensure};
use ferry_e2e::{ORIGIN, OwnPage, Scene};
use ferry_sandbox::{Effect, Fault};

crate::tests!(
    the_agents_migrations_are_listed_by_step,
    a_ticket_of_the_list_opens_in_a_tab_of_its_own,
    without_an_agent_page_nothing_is_asked,
    a_ticket_that_cannot_be_read_costs_only_itself,
    nothing_is_asked_before_the_popup_opens,
);

/// The popup beside an agent page with an ordinary ticket.
async fn open(scene: &Scene) -> Result<OwnPage> {
    scene.page().open(1015).await?;
    scene.judged(1015).await?;
    scene.open_own_page("popup.html").await
}

async fn the_agents_migrations_are_listed_by_step(scene: &Scene) -> Result<()> {
    let popup = open(scene).await?;
    popup.text("popup-summary").await?;
    let listed = popup.attributes("popup-ticket", "data-ticket").await?;
    let mut wanted = vec!["1009", "1001", "1021", "1002", "1003", "1004"];
    ensure!(
        listed.len() > wanted.len() && listed[..wanted.len()] == wanted,
        "expired ones first, then step by step: {listed:?}"
    );
    // Retagged ones are sorted by date; the ticket that is done comes last.
    wanted = vec!["1005", "1007", "1008", "1012", "1013", "1014", "1020"];
    let mut retag = listed[6..listed.len() - 1].to_vec();
    retag.sort();
    ensure!(retag == wanted, "to retag: {retag:?}");
    ensure!(
        listed.last().is_some_and(|last| last == "1011"),
        "{listed:?}"
    );
    ensure!(
        scene.writes().is_empty(),
        "something was written: {:?}",
        scene.writes()
    );
    Ok(())
}

async fn a_ticket_of_the_list_opens_in_a_tab_of_its_own(scene: &Scene) -> Result<()> {
    let popup = open(scene).await?;
    let tabs = scene.browser.driver.windows().await?;
    popup.wait_for("popup-ticket").await?;
    popup.text("popup-summary").await?;
    popup.click("[data-ticket=\"1003\"] a").await?;
    let address = scene.opened_tab(&tabs).await?;
    ensure!(
        address == format!("{ORIGIN}/agent/tickets/1003"),
        "it opened {address}"
    );
    scene.panel().banner("open_ops_issue").await.map(drop)
}

async fn without_an_agent_page_nothing_is_asked(scene: &Scene) -> Result<()> {
    let driver = &scene.browser.driver;
    scene.page().open(1015).await?;
    let agent_page = driver.window().await?;
    scene.open_own_page("popup.html").await?;
    let popup_page = driver.window().await?;
    driver.switch_to_window(agent_page).await?;
    driver.close_window().await?;
    driver.switch_to_window(popup_page).await?;
    scene.control().reset();
    driver.refresh().await?;
    let said = OwnPage::of(scene).text("popup-no-page").await?;
    ensure!(said.contains("gitlab.zendesk.com"), "no link: {said}");
    ensure!(
        scene.ferrys_calls().is_empty(),
        "asked all the same: {:?}",
        scene.ferrys_calls()
    );
    Ok(())
}

async fn a_ticket_that_cannot_be_read_costs_only_itself(scene: &Scene) -> Result<()> {
    let gone = Effect::Status {
        status: 404,
        retry_after: None,
    };
    scene
        .control()
        .fault(Fault::on("GET", "/api/v2/tickets/1003", gone).times(0));
    let popup = open(scene).await?;
    let summary = popup.text("popup-summary").await?;
    ensure!(summary.contains('1'), "the failure is not told: {summary}");
    let listed = popup.attributes("popup-ticket", "data-ticket").await?;
    ensure!(
        listed.contains(&"1009".to_owned()) && !listed.contains(&"1003".to_owned()),
        "{listed:?}"
    );
    Ok(())
}

async fn nothing_is_asked_before_the_popup_opens(scene: &Scene) -> Result<()> {
    scene.page().load("/agent/dashboard").await?;
    for _ in 0..3 {
        scene.page().settled().await?;
    }
    let calls = scene.ferrys_calls();
    ensure!(calls.is_empty(), "{calls:?}");
    Ok(())
}
