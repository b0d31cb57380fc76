//! The way through the tickets.

use std::collections::BTreeSet;

use anyhow::Result;
use ferry_e2e::Scene;
use ferry_sandbox::Theme;

use crate::album::Album;

/// The width and height of a window for the options page.
const OPTIONS: (u32, u32) = (1200, 1000);

/// All of the tour.
pub(crate) async fn all(scene: &Scene, album: &Album) -> Result<()> {
    scene.renew().await?;
    stages(scene, album).await?;
    draft(scene, album).await?;
    ops_issue(scene, album).await?;
    tag(scene, album).await?;
    looks(scene, album).await?;
    collapsed(scene, album).await?;
    own_pages(scene, album).await?;
    println!("\nThe tour is over. `./build.sh demo` on a machine with a display opens a browser.");
    Ok(())
}

/// One ticket of every stage: what the banner says.
async fn stages(scene: &Scene, album: &Album) -> Result<()> {
    println!("\nOne ticket of every stage, and what the banner says:");
    let mut seen = BTreeSet::new();
    for seed in ferry_sandbox::seeds() {
        if !seen.insert(seed.stage.clone()) {
            continue;
        }
        if seed.stage == "no_action" {
            scene.page().open(seed.id).await?;
            scene.judged(seed.id).await?;
            println!("   {} {}: no banner ({})", seed.id, seed.stage, seed.what);
        } else {
            scene.page().open(seed.id).await?;
            let title = scene.panel().banner(&seed.stage).await?;
            println!("   {} {}: \"{title}\"", seed.id, seed.stage);
        }
        album.keep(scene, &format!("stage-{}", seed.stage)).await?;
    }
    Ok(())
}

async fn draft(scene: &Scene, album: &Album) -> Result<()> {
    println!("\nThe customer message:");
    scene.page().open(1001).await?;
    scene.panel().banner("contact_customer").await?;
    album.keep(scene, "banner").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().wait_for("draft-insert").await?;
    album.keep(scene, "draft-preview").await?;
    scene.panel().click("draft-insert").await?;
    let said = scene.panel().result(&["done"]).await?;
    println!(
        "   inserted into the reply composer, not sent. Ferry says: \"{}\"",
        said.trim()
    );
    album.keep(scene, "draft").await
}

async fn ops_issue(scene: &Scene, album: &Album) -> Result<()> {
    println!("\nThe Support Ops issue:");
    scene.page().open(1003).await?;
    scene.panel().banner("open_ops_issue").await?;
    let driver = &scene.browser.driver;
    let (ticket, tabs) = (driver.window().await?, driver.windows().await?);
    scene.panel().click("banner-primary").await?;
    let address = scene.opened_tab(&tabs).await?;
    println!("   opens {address}");
    driver.close_window().await?;
    driver.switch_to_window(ticket).await?;
    album.keep(scene, "ops-issue").await
}

async fn tag(scene: &Scene, album: &Album) -> Result<()> {
    println!("\nThe tag that does not belong:");
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    println!("   before: {}", scene.tags(1005).join(" "));
    album.keep(scene, "retag").await?;
    scene.panel().click("banner-primary").await?;
    let said = scene.panel().result(&["done"]).await?;
    println!(
        "   after:  {}. Ferry says: \"{}\"",
        scene.tags(1005).join(" "),
        said.replace('\n', " ")
    );
    album.keep(scene, "retag-light").await?;
    scene.panel().click("tag-undo").await?;
    scene.panel().sidebar("retag").await?;
    println!("   undone: {}", scene.tags(1005).join(" "));
    album.keep(scene, "retag-undone").await
}

/// Dark, and on a narrow screen.
async fn looks(scene: &Scene, album: &Album) -> Result<()> {
    println!("\nDark, and 1024 pixels wide:");
    let driver = &scene.browser.driver;
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
        scene.control().switch(|switches| switches.theme = theme);
        for (width, suffix) in [(1440, ""), (1024, "-1024")] {
            driver.set_window_rect(0, 0, width, 900).await?;
            scene.page().open(1003).await?;
            scene.panel().banner("open_ops_issue").await?;
            album.keep(scene, &format!("{name}-banner{suffix}")).await?;
            scene.panel().click("banner-details").await?;
            scene.panel().sidebar("open_ops_issue").await?;
            album.keep(scene, &format!("{name}{suffix}")).await?;
        }
    }
    Ok(())
}

/// The handle at the edge, and back.
async fn collapsed(scene: &Scene, album: &Album) -> Result<()> {
    println!("\nCollapsed to the edge:");
    scene
        .browser
        .driver
        .set_window_rect(0, 0, 1440, 900)
        .await?;
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-collapse").await?;
    scene.panel().wait_for("ferry-handle").await?;
    album.keep(scene, "collapsed").await?;
    scene.panel().click("ferry-handle").await?;
    scene.panel().banner("retag").await.map(drop)
}

/// The extension's own pages, each beside an agent page.
async fn own_pages(scene: &Scene, album: &Album) -> Result<()> {
    println!("\nPopup, options, health and welcome:");
    let driver = &scene.browser.driver;
    for (picture, address, last, (width, height)) in [
        ("popup", "popup.html", "popup-summary", (500, 740)),
        ("options-policy", "options.html#policy", "fold", OPTIONS),
        (
            "options-templates",
            "options.html#templates",
            "preview",
            OPTIONS,
        ),
        ("options-try", "options.html#try", "conclusions", OPTIONS),
        ("health", "health.html", "health-page", (1024, 1100)),
        ("welcome", "welcome.html", "welcome-options", (1100, 1100)),
    ] {
        driver.set_window_rect(0, 0, 1440, 900).await?;
        scene.page().open(1005).await?;
        scene.panel().banner("retag").await?;
        let agent_page = driver.window().await?;
        let own = scene.open_own_page(address).await?;
        driver.set_window_rect(0, 0, width, height).await?;
        own.wait_for(last).await?;
        for (dark, suffix) in [(true, "-dark"), (false, "")] {
            scene.prefer_dark(dark).await?;
            album.keep(scene, &format!("{picture}{suffix}")).await?;
        }
        driver.close_window().await?;
        driver.switch_to_window(agent_page).await?;
    }
    Ok(())
}
