//! Where the panel stands, what it leaves free, and where the focus goes.

use anyhow::{Result, ensure};
use ferry_e2e::{Kind, Rect, Scene, wait};
use ferry_sandbox::Layout;

crate::tests!(
    a_narrow_window_leaves_composer_tags_and_submit_free,
    the_collapsed_panel_is_remembered,
    the_side_is_remembered,
    the_focus_comes_back,
    the_message_is_in_the_requesters_language,
);

/// Keys by WebDriver's names.
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const TAB: &str = "\u{e004}";

/// What must never be covered, by whichever layout.
const FREE: [&str; 3] = [
    "[data-test-id=\"omnicomposer-rich-text-ckeditor\"], .ck-editor__editable",
    "[data-test-id=\"ticket-system-field-tags-multiselect\"]",
    "[data-test-id=\"submit_button-button\"], [data-test-id=\"omni-save-button\"]",
];

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

async fn covers_nothing(scene: &Scene, what: &str) -> Result<()> {
    let panel = scene.panel().place().await?;
    ensure!(panel.width > 0.0 && panel.height > 0.0, "{what}: no panel");
    for css in FREE {
        let element = scene.page().seen(css).await?.rect().await?;
        ensure!(
            !overlap(&panel, &element),
            "{what}: {panel:?} lies over {element:?}, which is {css}"
        );
    }
    Ok(())
}

async fn narrow(scene: &Scene) -> Result<()> {
    for layout in [Layout::Grid, Layout::Panes] {
        scene.control().switch(|switches| switches.layout = layout);
        scene.page().open(1005).await?;
        scene.panel().banner("retag").await?;
        covers_nothing(scene, &format!("banner, {layout:?}")).await?;
        scene.panel().click("banner-details").await?;
        scene.panel().sidebar("retag").await?;
        for side in ["one side", "other side"] {
            covers_nothing(scene, &format!("sidebar at {side}, {layout:?}")).await?;
            scene.panel().click("sidebar-side").await?;
            scene.page().settled().await?;
        }
        scene.panel().click("sidebar-collapse").await?;
        scene.panel().wait_for("ferry-handle").await?;
        scene.page().settled().await?;
        covers_nothing(scene, &format!("handle, {layout:?}")).await?;
        scene.panel().press("ferry-handle", ENTER).await?;
    }
    Ok(())
}

async fn a_narrow_window_leaves_composer_tags_and_submit_free(scene: &Scene) -> Result<()> {
    let driver = &scene.browser.driver;
    driver.set_window_rect(0, 0, 1024, 900).await?;
    let result = narrow(scene).await;
    driver.set_window_rect(0, 0, 1440, 900).await?;
    result
}

async fn the_collapsed_panel_is_remembered(scene: &Scene) -> Result<()> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-collapse").await?;
    scene.panel().wait_for("ferry-handle").await?;
    scene.page().open(1001).await?;
    let sign = scene.panel().wait_for_text("ferry-handle").await?;
    ensure!(sign.contains('1'), "the handle says {sign}");
    scene.panel().click("ferry-handle").await?;
    scene.panel().banner("contact_customer").await?;
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await.map(drop)
}

async fn the_side_is_remembered(scene: &Scene) -> Result<()> {
    let side = async || -> Result<bool> {
        scene.page().open(1005).await?;
        scene.panel().banner("retag").await?;
        scene.panel().click("banner-details").await?;
        scene.panel().sidebar("retag").await?;
        Ok(scene.panel().place().await?.x > 500.0)
    };
    ensure!(side().await?, "it does not begin at the end of the line");
    scene.panel().click("sidebar-side").await?;
    scene.page().settled().await?;
    ensure!(!side().await?, "the side is forgotten");
    scene.panel().click("sidebar-side").await?;
    scene.page().settled().await
}

async fn the_focus_comes_back(scene: &Scene) -> Result<()> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    scene.panel().press("banner-details", ENTER).await?;
    scene.panel().sidebar("retag").await?;
    focused(scene, "sidebar-title").await?;
    scene.panel().press("sidebar-side", ESCAPE).await?;
    scene.panel().banner("retag").await?;
    if scene.browser.kind == Kind::Firefox {
        // Without a window in front it says that no document has the focus.
        return Ok(());
    }
    focused(scene, "banner-details").await?;
    // From there on by Tab: collapse, then dismiss.
    scene.panel().press("banner-details", TAB).await?;
    scene.panel().press("banner-collapse", ENTER).await?;
    scene.panel().wait_for("ferry-handle").await?;
    focused(scene, "handle").await?;
    scene.panel().press("ferry-handle", ENTER).await?;
    scene.panel().banner("retag").await?;
    focused(scene, "banner-details").await
}

/// Waits until the element with this id has the panel's focus.
async fn focused(scene: &Scene, id: &str) -> Result<()> {
    wait::until(&format!("the focus on `{id}`"), async || {
        let focused = scene.panel().focused().await?;
        ensure!(focused == id, "it is on `{focused}`");
        Ok(Some(()))
    })
    .await
}

async fn the_message_is_in_the_requesters_language(scene: &Scene) -> Result<()> {
    scene.page().open(1021).await?;
    scene.panel().banner("contact_customer").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().wait_for("draft-insert").await?;
    let german = scene.panel().value("draft-text").await?;
    ensure!(german.contains("wechseln Sie"), "{german}");
    scene.panel().choose("draft-language", "fr").await?;
    let french = scene.panel().value("draft-text").await?;
    ensure!(french.contains("vous"), "{french}");
    Ok(())
}
