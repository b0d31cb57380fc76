//! axe-core finds nothing, in any look that people can choose.

use anyhow::{Context, Result, ensure};
use ferry_e2e::{Folders, Scene, WebDriver, axe};
use ferry_sandbox::{Direction, Theme};

crate::tests!(
    the_banner_is_accessible,
    the_sidebar_is_accessible,
    the_collapsed_panel_is_accessible,
    the_pages_are_accessible,
    few_colours_are_enough,
);

/// The key, by WebDriver's name: everything can be done without a mouse.
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// What 200% zoom leaves of a screen of 1920 by 1280 is half of it in each direction.
const WHOLE: (u32, u32) = (1440, 900);
const HALF: (u32, u32) = (960, 640);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Light,
    Dark,
    RightToLeft,
    Zoomed,
    /// Chosen when the browser starts, so it has a test of its own.
    ForcedColours,
}

impl Look {
    const SWITCHED: [Self; 4] = [Self::Light, Self::Dark, Self::RightToLeft, Self::Zoomed];

    async fn apply(self, scene: &Scene) -> Result<()> {
        let (width, height) = if self == Self::Zoomed { HALF } else { WHOLE };
        let window = &scene.browser.driver;
        window.set_window_rect(0, 0, width, height).await?;
        scene.control().switch(|switches| {
            switches.theme = match self {
                Self::Dark => Theme::Dark,
                _ => Theme::Light,
            };
            switches.direction = match self {
                Self::RightToLeft => Direction::Rtl,
                _ => Direction::Ltr,
            };
        });
        Ok(())
    }
}

/// Runs `check` in every look, and leaves the browser as it was.
async fn in_every_look(scene: &Scene, check: impl AsyncFn(Look) -> Result<()>) -> Result<()> {
    let mut result = Ok(());
    for look in Look::SWITCHED {
        look.apply(scene).await?;
        result = check(look).await.with_context(|| format!("{look:?}"));
        if result.is_err() {
            break;
        }
    }
    Look::Light.apply(scene).await?;
    result
}

/// Whether the present document is shown in few colours.
const FORCED: &str = "return matchMedia('(forced-colors: active)').matches";

/// What axe-core says of the panel as it is shown now.
async fn panel(scene: &Scene, look: Look, what: &str) -> Result<()> {
    let panel = scene.panel();
    panel
        .inside(async |driver| checked(driver, look, what).await)
        .await
}

/// What axe-core says of the driver's document, which must be shown as it is meant to be.
async fn checked(driver: &WebDriver, look: Look, what: &str) -> Result<()> {
    let forced = driver.execute(FORCED, vec![]).await?;
    let wanted = look == Look::ForcedColours;
    ensure!(
        forced.json().as_bool() == Some(wanted),
        "{what}: forced colours are {}",
        forced.json()
    );
    axe::check(driver, what).await
}

async fn banner(scene: &Scene, look: Look) -> Result<()> {
    for (ticket, stage) in [
        (1005, "retag"),
        (1009, "expired"),
        (1004, "await_support_ops"),
    ] {
        scene.page().open(ticket).await?;
        scene.panel().banner(stage).await?;
        panel(scene, look, &format!("banner of {stage}")).await?;
    }
    Ok(())
}

async fn sidebar(scene: &Scene, look: Look) -> Result<()> {
    scene.page().open(1001).await?;
    scene.panel().banner("contact_customer").await?;
    scene.panel().click("banner-details").await?;
    scene.panel().sidebar("contact_customer").await?;
    panel(scene, look, "sidebar with a draft").await?;
    for step in ["ops-issue", "set-up", "retag"] {
        let toggle = format!("step-{step}-toggle");
        scene.panel().press(&toggle, ENTER).await?;
        panel(scene, look, &format!("sidebar at {step}")).await?;
    }
    scene.panel().press("wrong", ENTER).await?;
    panel(scene, look, "sidebar with a report").await
}

/// The panel is collapsed when this ends; so it is remembered.
async fn handle(scene: &Scene, look: Look) -> Result<()> {
    scene.page().open(1005).await?;
    if scene.panel().text("ferry-handle").await?.is_none() {
        scene.panel().banner("retag").await?;
        scene.panel().click("banner-collapse").await?;
    }
    scene.panel().wait_for("ferry-handle").await?;
    panel(scene, look, "handle").await
}

async fn the_banner_is_accessible(scene: &Scene) -> Result<()> {
    in_every_look(scene, async |look| banner(scene, look).await).await
}

async fn the_sidebar_is_accessible(scene: &Scene) -> Result<()> {
    in_every_look(scene, async |look| sidebar(scene, look).await).await
}

async fn the_collapsed_panel_is_accessible(scene: &Scene) -> Result<()> {
    in_every_look(scene, async |look| {
        handle(scene, look).await?;
        // Other tests expect a banner. A zoomed window has no room for one as tall as it would be in
        // the width of handle or sidebar.
        scene.panel().click("ferry-handle").await?;
        scene.panel().banner("retag").await?;
        scene.panel().click("banner-details").await?;
        scene.panel().sidebar("retag").await?;
        scene.panel().press("sidebar-side", ESCAPE).await?;
        scene.panel().banner("retag").await.map(drop)
    })
    .await
}

/// What each page of the extension's own shows last.
const PAGES: [(&str, &str); 4] = [
    ("popup.html", "popup-summary"),
    ("options.html", "part"),
    ("health.html", "health-page"),
    ("welcome.html", "welcome-options"),
];

/// All pages in one look; each has a tab beside an agent page.
async fn pages(scene: &Scene, look: Look) -> Result<()> {
    let driver = &scene.browser.driver;
    for (name, last) in PAGES {
        scene.page().open(1005).await?;
        scene.panel().banner("retag").await?;
        let agent_page = driver.window().await?;
        let page = scene.open_own_page(name).await?;
        scene.prefer_dark(look == Look::Dark).await?;
        if look == Look::RightToLeft {
            // No language of Ferry's is written so yet.
            let turn = "document.documentElement.dir = 'rtl'";
            driver.execute(turn, vec![]).await?;
        }
        page.wait_for(last).await?;
        scene.page().settled().await?;
        checked(driver, look, name).await?;
        scene.prefer_dark(false).await?;
        driver.close_window().await?;
        driver.switch_to_window(agent_page).await?;
    }
    Ok(())
}

async fn the_pages_are_accessible(scene: &Scene) -> Result<()> {
    in_every_look(scene, async |look| pages(scene, look).await).await
}

async fn few_colours_are_enough(scene: &Scene) -> Result<()> {
    let scene = Scene::start_with(scene.browser.kind, &Folders::usual(), |setup| {
        setup.forced_colours = true;
    })
    .await?;
    scene.renew().await?;
    Look::Light.apply(&scene).await?;
    let look = Look::ForcedColours;
    let checked = async {
        banner(&scene, look).await?;
        sidebar(&scene, look).await?;
        pages(&scene, look).await?;
        handle(&scene, look).await
    }
    .await;
    scene.end().await?;
    checked
}
