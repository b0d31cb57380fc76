//! The options page: what is set there counts, and what is wrong is told at its place.

use anyhow::{Context, Result, ensure};
use ferry_e2e::{Kind, OwnPage, Scene, wait};
use serde_json::Value;
use thirtyfour::By;

crate::tests!(
    nothing_is_written_until_something_is_set,
    a_feature_that_is_switched_off_is_gone_and_comes_back,
    a_mistake_of_the_policy_is_told_at_its_field_and_not_stored,
    a_mistake_in_the_text_leads_to_its_line,
    a_template_is_shown_as_it_is_written,
    a_note_is_judged_with_its_matches_marked,
    an_import_shows_what_changes_and_a_reset_is_taken_back,
    a_host_that_is_none_is_refused_and_an_unknown_one_waits,
    a_host_that_is_allowed_gets_the_adapter,
    a_host_that_is_taken_away_is_left_alone,
    broken_settings_are_told_and_kept,
);

/// Opens a part of the page, from a ticket with a banner.
async fn open(scene: &Scene, part: &str) -> Result<OwnPage> {
    scene.page().open(1005).await?;
    scene.panel().banner("retag").await?;
    let page = scene.open_own_page(&format!("options.html#{part}")).await?;
    page.wait_for("part").await?;
    Ok(page)
}

/// Leaves nothing to the next test, which has the same browser.
async fn forget(scene: &Scene) -> Result<()> {
    const FORGET: &str = "chrome.storage.local.remove(['settings', 'settings_set_aside'], \
                          arguments[0]);";
    scene.browser.driver.execute_async(FORGET, vec![]).await?;
    Ok(())
}

async fn type_into(scene: &Scene, css: &str, text: &str) -> Result<()> {
    let input = scene.browser.driver.find(By::Css(css)).await?;
    input.clear().await?;
    Ok(input.send_keys(text).await?)
}

fn id(test_id: &str) -> String {
    format!("[data-testid=\"{test_id}\"]")
}

/// What is stored under `settings`.
async fn stored(scene: &Scene) -> Result<Option<Value>> {
    const READ: &str = "const done = arguments[0]; chrome.storage.local.get('settings', \
                        (all) => done(all.settings ?? null));";
    let answer = scene.browser.driver.execute_async(READ, vec![]).await?;
    match answer.json() {
        Value::String(text) => Ok(Some(serde_json::from_str(text)?)),
        _ => Ok(None),
    }
}

async fn becomes(scene: &Scene, wanted: Option<Value>) -> Result<()> {
    wait::holds(&format!("stored settings are {wanted:?}"), async || {
        Ok(stored(scene).await? == wanted)
    })
    .await
}

async fn nothing_is_written_until_something_is_set(scene: &Scene) -> Result<()> {
    open(scene, "features").await?;
    ensure!(stored(scene).await?.is_none());
    Ok(())
}

async fn a_feature_that_is_switched_off_is_gone_and_comes_back(scene: &Scene) -> Result<()> {
    let driver = &scene.browser.driver;
    let page = open(scene, "features").await?;
    let options = driver.window().await?;
    let ticket = driver.windows().await?.into_iter().next();
    let ticket = ticket.context("the ticket's tab")?;
    page.click("#feature-banner").await?;
    let off = serde_json::json!({ "version": 1, "features": { "banner": false } });
    becomes(scene, Some(off)).await?;
    driver.switch_to_window(ticket.clone()).await?;
    wait::holds("no banner", async || Ok(!scene.panel().is_shown().await?)).await?;
    driver.switch_to_window(options).await?;
    page.click("#feature-banner").await?;
    becomes(scene, None).await?;
    driver.switch_to_window(ticket).await?;
    scene.panel().banner("retag").await.map(drop)
}

async fn a_mistake_of_the_policy_is_told_at_its_field_and_not_stored(scene: &Scene) -> Result<()> {
    let page = open(scene, "policy").await?;
    page.click("[data-name=\"tags\"] summary").await?;
    page.click(&format!("[data-name=\"tags\"] {}", id("add-entry")))
        .await?;
    type_into(scene, "#field-tags-14--tag", "gold").await?;
    let told = page.text("field-mistake").await?;
    ensure!(told.contains("`gold` is there already"), "{told}");
    let save = page.wait_for("save").await?;
    ensure!(!save.is_enabled().await?, "a mistake can be saved");
    page.click(&id("discard")).await?;
    type_into(scene, "#field-name", "Lantern").await?;
    page.click(&id("save")).await?;
    let named = serde_json::json!({ "version": 1, "policy": { "name": "Lantern" } });
    becomes(scene, Some(named)).await?;
    forget(scene).await
}

async fn a_mistake_in_the_text_leads_to_its_line(scene: &Scene) -> Result<()> {
    let page = open(scene, "policy").await?;
    page.click(&id("as-text")).await?;
    let text = "{\n\"tags\": { \"gold\": { \"level\": \"platinum\" } }\n}";
    type_into(scene, &id("policy-text"), text).await?;
    let told = page.text("mistake").await?;
    ensure!(told.contains("`platinum` is no level"), "{told}");
    page.click(&format!("{} button", id("mistake"))).await?;
    let chosen = scene
        .browser
        .driver
        .execute("return document.activeElement.selectionStart", vec![])
        .await?;
    ensure!(chosen.json().as_u64() == Some(2), "{:?}", chosen.json());
    ensure!(stored(scene).await?.is_none());
    Ok(())
}

async fn a_template_is_shown_as_it_is_written(scene: &Scene) -> Result<()> {
    let page = open(scene, "templates").await?;
    type_into(
        scene,
        &id("template-text"),
        "Off to {new_offering}, {nobody}",
    )
    .await?;
    let shown = page.text("preview").await?;
    ensure!(shown.starts_with("Off to GitLab.com"), "{shown}");
    let told = page.text("field-mistake").await?;
    ensure!(told.contains("`{nobody}` is no field"), "{told}");
    type_into(scene, &id("template-text"), "Off to **{new_offering}**").await?;
    page.click(&id("save")).await?;
    let template = serde_json::json!({ "version": 1, "policy": { "templates": {
        "customer_message": { "en": "Off to **{new_offering}**" },
    } } });
    becomes(scene, Some(template)).await?;
    forget(scene).await
}

async fn a_note_is_judged_with_its_matches_marked(scene: &Scene) -> Result<()> {
    let page = open(scene, "try").await?;
    page.click("#sample option[value=\"own\"]").await?;
    let note = "Customer is migrating from Self-Managed to SaaS until 2099-03-31.";
    type_into(scene, &id("try-text"), note).await?;
    let marked = page.text("marked").await?;
    ensure!(marked.contains("Target date"), "{marked}");
    let stage = page.attributes("conclusions", "data-stage").await?;
    ensure!(!stage.is_empty(), "no stage");
    page.click("#sample option[value=\"1\"]").await?;
    wait::holds("the sample's step", async || {
        Ok(page.attributes("conclusions", "data-stage").await? == ["retag"])
    })
    .await?;
    ensure!(stored(scene).await?.is_none(), "a text is stored");
    Ok(())
}

async fn an_import_shows_what_changes_and_a_reset_is_taken_back(scene: &Scene) -> Result<()> {
    let page = open(scene, "backup").await?;
    type_into(
        scene,
        &id("import"),
        "{ \"features\": { \"wings\": true } }",
    )
    .await?;
    let told = page.text("mistake").await?;
    ensure!(told.contains("no such feature"), "{told}");
    let settings = serde_json::json!({
        "version": 1, "features": { "draft": false }, "policy": { "tags": { "gold": null } },
    });
    type_into(scene, &id("import"), &settings.to_string()).await?;
    page.wait_for("change").await?;
    let fields = page.attributes("change", "data-field").await?;
    ensure!(fields == ["tags.gold", "features.draft"], "{fields:?}");
    page.click(&id("apply-import")).await?;
    becomes(scene, Some(settings.clone())).await?;
    let export: Value = serde_json::from_str(&page.text("export").await?)?;
    ensure!(export == settings, "{export}");
    page.click(&id("reset")).await?;
    page.click(&id("reset-sure")).await?;
    becomes(scene, None).await?;
    page.click(&id("reset-undo")).await?;
    becomes(scene, Some(settings)).await?;
    forget(scene).await
}

async fn a_host_that_is_none_is_refused_and_an_unknown_one_waits(scene: &Scene) -> Result<()> {
    let page = open(scene, "hosts").await?;
    type_into(scene, "#new-host", "not a host").await?;
    page.click(&id("add-host")).await?;
    let told = page.text("field-mistake").await?;
    ensure!(told.contains("is no host name"), "{told}");
    ensure!(stored(scene).await?.is_none());
    type_into(scene, "#new-host", "support.example.com").await?;
    page.click(&id("add-host")).await?;
    wait::holds("the host is listed", async || {
        let hosts = page.attributes("host", "data-host").await?;
        Ok(hosts.iter().any(|host| host == "support.example.com"))
    })
    .await?;
    forget(scene).await
}

async fn a_host_that_is_allowed_gets_the_adapter(scene: &Scene) -> Result<()> {
    const REGISTERED: &str = "const done = arguments[0]; chrome.scripting\
        .getRegisteredContentScripts().then((all) => done(all.flatMap((one) => one.matches)));";
    // Nobody can answer Chromium's dialogue here.
    if scene.browser.kind == Kind::Chromium {
        return Ok(());
    }
    let page = open(scene, "hosts").await?;
    let registered = async || {
        let answer = scene
            .browser
            .driver
            .execute_async(REGISTERED, vec![])
            .await?;
        Ok::<_, anyhow::Error>(answer.json().clone())
    };
    type_into(scene, "#new-host", "company.zendesk.com").await?;
    page.click(&id("add-host")).await?;
    wait::holds("the adapter is registered", async || {
        Ok(registered().await? == serde_json::json!(["https://company.zendesk.com/agent/*"]))
    })
    .await?;
    page.click("[data-host=\"company.zendesk.com\"] [data-testid=\"remove-host\"]")
        .await?;
    wait::holds("the adapter is not registered", async || {
        Ok(registered().await? == serde_json::json!([]))
    })
    .await?;
    becomes(scene, None).await
}

async fn a_host_that_is_taken_away_is_left_alone(scene: &Scene) -> Result<()> {
    let page = open(scene, "hosts").await?;
    page.click("[data-host=\"gitlab.zendesk.com\"] [data-testid=\"remove-host\"]")
        .await?;
    let without = serde_json::json!({
        "version": 1, "policy": { "hosts": { "gitlab.zendesk.com": null } },
    });
    becomes(scene, Some(without)).await?;
    let driver = &scene.browser.driver;
    let options = driver.window().await?;
    let ticket = driver.new_tab().await?;
    driver.switch_to_window(ticket).await?;
    let before = scene.ferrys_calls().len();
    scene.page().open(1003).await?;
    scene.page().settled().await?;
    ensure!(!scene.panel().is_shown().await?);
    let calls = &scene.ferrys_calls()[before..];
    let asked = calls
        .iter()
        .any(|call| call.path.contains("/tickets/1003/comments"));
    ensure!(!asked, "the ticket was read");
    driver.switch_to_window(options).await?;
    forget(scene).await
}

async fn broken_settings_are_told_and_kept(scene: &Scene) -> Result<()> {
    let page = open(scene, "features").await?;
    const BREAK: &str = "const done = arguments[0]; chrome.storage.local.set({settings: \
        '{\"version\": 1, \"features\": {\"wings\": true}, \"policy\": {\"name\": \"Mine\"}}'}, done);";
    scene.browser.driver.execute_async(BREAK, vec![]).await?;
    let told = page.text("own-wrong").await?;
    ensure!(told.contains("features.wings"), "{told}");
    page.click(&id("own-drop")).await?;
    let rest = serde_json::json!({ "version": 1, "policy": { "name": "Mine" } });
    becomes(scene, Some(rest)).await?;
    page.click("nav [data-part=\"backup\"]").await?;
    let kept = page.text("set-aside-text").await?;
    ensure!(kept.contains("wings"), "{kept}");
    forget(scene).await
}
