//! What an administrator ships is used, said and locked: with the files of `docs/team-policy`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use ferry_e2e::{Folders, Scene, Shipped, copy_of_package, wait};
use serde_json::{Value, json};
use thirtyfour::By;

crate::tests!(settings_of_an_administrator_are_used_said_and_locked);

/// What the files add to the policy.
const HOST: &str = "company.zendesk.com";

/// A browser of its own.
async fn settings_of_an_administrator_are_used_said_and_locked(scene: &Scene) -> Result<()> {
    let (kind, folders) = (scene.browser.kind, Folders::usual());
    let package = copy_of_package(kind, &folders, "managed")?;
    allow_the_host(&package.join("manifest.json"))?;
    let Some(shipped) = Shipped::to(kind, &package, &folders)? else {
        println!("only root may write policies for Chromium: not tested");
        return Ok(());
    };
    let scene = Scene::start_with(kind, &folders, |setup| {
        setup.package = package;
        setup.firefox.clone_from(&shipped.firefox);
        setup.first_page = false;
    })
    .await?;
    let result = used_said_and_locked(&scene).await;
    scene.end().await?;
    result
}

/// As if the agent had allowed it in the browser's own dialogue, which nobody can answer here.
fn allow_the_host(manifest: &Path) -> Result<()> {
    let mut value: Value = serde_json::from_str(&fs::read_to_string(manifest)?)?;
    let hosts = value["content_scripts"][0]["matches"].as_array_mut();
    let hosts = hosts.context("the manifest lists its hosts")?;
    hosts.push(json!(format!("https://{HOST}/agent/*")));
    Ok(fs::write(manifest, value.to_string())?)
}

async fn used_said_and_locked(scene: &Scene) -> Result<()> {
    on_a_ticket(scene).await?;
    on_the_options_page(scene).await?;
    ensure!(!scene.first_page_is_open().await?, "the first page came");
    Ok(())
}

/// The host is one of Ferry's only by the administrator's policy.
async fn on_a_ticket(scene: &Scene) -> Result<()> {
    let ticket = format!("https://{HOST}/agent/tickets/1005");
    scene.browser.driver.goto(ticket).await?;
    scene.panel().banner("retag").await?;
    let offered = scene.panel().text("banner-primary").await?;
    ensure!(offered.is_none(), "the banner offers: {offered:?}");
    scene.panel().toggle_sidebar().await?;
    scene.panel().wait_for_text("switched-off").await?;
    let offered = scene.panel().text("tag-change").await?;
    ensure!(offered.is_none(), "the sidebar offers: {offered:?}");
    Ok(())
}

async fn on_the_options_page(scene: &Scene) -> Result<()> {
    let page = scene.open_own_page("options.html#features").await?;
    let said = page.text("managed").await?;
    for part in [
        "cannot be changed",
        "policy.hosts",
        "features.tag_change",
        "features.welcome",
    ] {
        ensure!(said.contains(part), "no `{part}` in: {said}");
    }
    for (feature, on, free) in [
        ("tag_change", false, false),
        ("welcome", false, false),
        ("banner", true, true),
    ] {
        let switch = page.wait_for(&format!("feature-{feature}")).await?;
        let found = (switch.is_selected().await?, switch.is_enabled().await?);
        ensure!(found == (on, free), "{feature}: {found:?}");
    }
    page.click("nav [data-part=\"hosts\"]").await?;
    wait::holds("the host is listed", async || {
        let hosts = page.attributes("host", "data-host").await?;
        Ok(hosts.iter().any(|host| host == HOST))
    })
    .await?;
    page.wait_for("locked").await?;
    let remove = page.wait_for("remove-host").await?;
    ensure!(!remove.is_enabled().await?, "a host can be removed");
    let add = scene.browser.driver.find_all(By::Css("#new-host")).await?;
    ensure!(add.is_empty(), "a host can be added");
    Ok(())
}
