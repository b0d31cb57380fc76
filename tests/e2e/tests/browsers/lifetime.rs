//! What a browser does to an extension while tickets are open.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use ferry_e2e::{Folders, Kind, Scene, copy_of_package, wait};

crate::tests!(
    a_lost_frame_is_replaced,
    a_stopped_background_wakes_up,
    a_discarded_tab_comes_back,
    a_frame_that_does_not_load_is_given_up,
    without_web_assembly_there_is_one_sentence,
    a_reloaded_extension_takes_its_frame_away,
);

const TICKET: u64 = 1005;
const DRAFT: &str = "Half a sentence";

async fn draft_is_there(scene: &Scene) -> Result<()> {
    let draft = scene.page().draft(TICKET).await?;
    ensure!(draft == DRAFT, "the composer holds: {draft}");
    Ok(())
}

/// The frame's page goes away: by a crash, or because the browser needs its memory. Firefox tells
/// nobody.
async fn a_lost_frame_is_replaced(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    scene.page().type_draft(TICKET, DRAFT).await?;
    scene
        .panel()
        .inside(async |driver| {
            driver
                .execute("location.replace('about:blank')", vec![])
                .await?;
            Ok(())
        })
        .await?;
    scene.page().go_to_ticket(1001).await?;
    scene.panel().banner("contact_customer").await?;
    scene.page().go_to_ticket(TICKET).await?;
    scene.panel().banner("retag").await?;
    draft_is_there(scene).await
}

async fn a_stopped_background_wakes_up(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    scene.stop_background().await?;
    scene.panel().toggle_sidebar().await?;
    scene.panel().sidebar("retag").await?;
    scene.panel().click("tag-change").await?;
    scene.panel().result(&["done"]).await?;
    if scene.browser.kind == Kind::Chromium {
        // The panel's message woke it.
        scene
            .panel()
            .inside(async |driver| {
                let badge = "const done = arguments[0];
                    chrome.tabs.getCurrent((tab) => chrome.action.getTitle({tabId: tab.id}, done));";
                wait::holds("the background answers", async || {
                    let title = driver.execute_async(badge, vec![]).await?;
                    Ok(title.json().as_str().is_some_and(|title| title.contains("Ferry")))
                })
                .await
            })
            .await?;
    }
    Ok(())
}

/// The memory saver takes a tab's page away, and loads it anew when the agent comes back.
async fn a_discarded_tab_comes_back(scene: &Scene) -> Result<()> {
    let (driver, kind) = (&scene.browser.driver, scene.browser.kind);
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    scene.page().open(1001).await?;
    scene.panel().banner("contact_customer").await?;
    scene.discard_other_tabs().await?;
    scene.panel().banner("contact_customer").await?;
    let anew = wait::until("the other tab", async || {
        let all = driver.windows().await?;
        let other = all.into_iter().find(|handle| *handle != second);
        // Chromium's has another name now; before, it is the page that goes.
        Ok(other.filter(|handle| kind == Kind::Firefox || *handle != first))
    })
    .await?;
    driver.switch_to_window(anew).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-primary").await?;
    scene.panel().result(&["done"]).await.map(drop)
}

/// A browser of its own, with a package that lacks the panel's page. The agent looks away at first,
/// and for longer than a frame is waited for: in a hidden page it is given time.
async fn a_frame_that_does_not_load_is_given_up(scene: &Scene) -> Result<()> {
    let kind = scene.browser.kind;
    let folders = Folders::usual();
    let broken = copy_of_package(kind, &folders, "broken")?;
    fs::remove_file(broken.join("panel.html"))?;
    shorten_the_patience(&broken.join("adapter/main.js"))?;
    let scene = Scene::start_with(kind, &folders, |setup| setup.package = broken).await?;
    let result = given_up(&scene).await;
    scene.end().await?;
    result
}

/// Twice ten seconds in both browsers are long in a test of nothing else.
fn shorten_the_patience(script: &Path) -> Result<()> {
    const TEN_SECONDS: &str = "1e4";
    let text = fs::read_to_string(script)?;
    let found = text.matches(TEN_SECONDS).count();
    ensure!(found == 1, "{found} numbers are like the patience");
    Ok(fs::write(script, text.replace(TEN_SECONDS, "1e3"))?)
}

async fn given_up(scene: &Scene) -> Result<()> {
    let driver = &scene.browser.driver;
    scene.page().open(TICKET).await?;
    let ticket = driver.window().await?;
    let other = driver.new_tab().await?;
    driver.switch_to_window(other).await?;
    scene.bring_to_front().await?;
    tokio::time::sleep(2 * wait::SECOND).await;
    driver.switch_to_window(ticket).await?;
    scene.bring_to_front().await?;
    scene.page().type_draft(TICKET, DRAFT).await?;
    wait::holds("one sentence, and no frame", async || {
        let said = scene.panel().said_on_the_page().await?;
        Ok(said.len() == 1 && !scene.panel().is_there().await?)
    })
    .await?;
    scene.page().go_to_ticket(1001).await?;
    scene.page().go_to_ticket(TICKET).await?;
    scene.page().settled().await?;
    let said = scene.panel().said_on_the_page().await?;
    ensure!(said.len() == 1, "it says {said:?}");
    draft_is_there(scene).await
}

/// A browser of its own, without WebAssembly.
async fn without_web_assembly_there_is_one_sentence(scene: &Scene) -> Result<()> {
    let folders = Folders::usual();
    let scene = Scene::start_with(scene.browser.kind, &folders, |setup| setup.wasm = false).await?;
    let result = one_sentence(&scene).await;
    scene.end().await?;
    result
}

async fn one_sentence(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.page().type_draft(TICKET, DRAFT).await?;
    let said = scene.panel().wait_for_text("no-wasm").await?;
    ensure!(said.contains("WebAssembly"), "it says: {said}");
    scene.page().go_to_ticket(1001).await?;
    wait::holds("it is said once", async || {
        Ok(!scene.panel().is_shown().await?)
    })
    .await?;
    scene.page().go_to_ticket(TICKET).await?;
    draft_is_there(scene).await
}

/// Where the browser starts nothing in pages that are open, the old content script says to reload.
/// Firefox ends it, and starts the new one by itself.
async fn a_reloaded_extension_takes_its_frame_away(scene: &Scene) -> Result<()> {
    let scene = Scene::start_with(scene.browser.kind, &Folders::usual(), |_| {}).await?;
    let result = reloaded(&scene).await;
    scene.end().await?;
    result
}

async fn reloaded(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    scene.page().type_draft(TICKET, DRAFT).await?;
    scene
        .panel()
        .inside(async |driver| {
            driver
                .execute("setTimeout(() => chrome.runtime.reload(), 50)", vec![])
                .await?;
            Ok(())
        })
        .await?;
    if scene.browser.kind == Kind::Chromium {
        wait::holds("the frame goes, and one sentence stays", async || {
            // Whoever comes back to the page moves the focus.
            scene
                .page()
                .script("dispatchEvent(new Event('focus'))")
                .await?;
            let said = scene.panel().said_on_the_page().await?;
            Ok(said.len() == 1 && !scene.panel().is_there().await?)
        })
        .await?;
        scene.page().go_to_ticket(1001).await?;
        scene.page().go_to_ticket(TICKET).await?;
        scene.page().settled().await?;
        let said = scene.panel().said_on_the_page().await?;
        ensure!(said.len() == 1, "it says {said:?}");
        let spacers = "return document.querySelectorAll('[data-ferry=spacer]').length";
        let spacers = scene.page().script(spacers).await?;
        ensure!(spacers == 0, "{spacers} left in the page");
        draft_is_there(scene).await?;
        wait::holds(
            "Ferry is back on the page that is loaded anew",
            async || {
                scene.page().open(TICKET).await?;
                scene.page().settled().await?;
                scene.panel().is_there().await
            },
        )
        .await?;
    }
    scene.panel().banner("retag").await.map(drop)
}
