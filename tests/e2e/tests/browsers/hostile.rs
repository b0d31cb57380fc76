//! Text that wants to be more than text.

use anyhow::{Result, ensure};
use ferry_e2e::Scene;
use ferry_sandbox::{Effect, Event, Fault, When};
use serde_json::json;

crate::tests!(
    hostile_text_stays_text,
    megabytes_of_nesting_are_read,
    hostile_tags_in_a_result_stay_text,
    a_hostile_policy_stays_text,
);

/// A ticket whose names, tags, notes and comments are hostile already.
const TICKET: u64 = 1014;
const ORGANIZATION: u64 = 360_012_345_014;
const MARKUP: &str =
    "<script>document.title='executed'</script><img src=x onerror=\"document.title='executed'\">";

async fn hostile_text_stays_text(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    is_text_only(scene).await?;
    scene.panel().click("banner-details").await?;
    scene.panel().sidebar("retag").await?;
    is_text_only(scene).await
}

async fn megabytes_of_nesting_are_read(scene: &Scene) -> Result<()> {
    let deep = |piece: &str| piece.repeat(1_000_000 / piece.len());
    scene.control().happen(&Event::OtherAgent {
        ticket: TICKET,
        add_tags: Vec::new(),
        remove_tags: Vec::new(),
        status: None,
        note: None,
        reply: Some(format!("{MARKUP}\n\n{}", deep("<div><b>[("))),
    });
    scene.control().happen(&Event::OrganizationEdited {
        organization: ORGANIZATION,
        notes: Some(format!("{MARKUP} {}", deep("{\"a\":["))),
        tags: None,
    });
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-details").await?;
    scene.panel().sidebar("retag").await?;
    is_text_only(scene).await
}

/// Tags that somebody else puts on meanwhile are named in what Ferry tells.
async fn hostile_tags_in_a_result_stay_text(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    let what = Event::OtherAgent {
        ticket: TICKET,
        add_tags: vec![MARKUP.replace(' ', "/"), "\u{202e}drawkcab\u{7}".into()],
        remove_tags: Vec::new(),
        status: None,
        note: None,
        reply: None,
    };
    let effect = Effect::Happens {
        when: When::Before,
        what,
    };
    scene
        .control()
        .fault(Fault::on("DELETE", "/api/v2/tickets/*/tags", effect));
    scene.panel().click("banner-primary").await?;
    let said = scene.panel().result(&["done"]).await?;
    ensure!(
        said.contains("drawkcab"),
        "it does not name the tag: {said}"
    );
    ensure!(
        !said.contains(['\u{202e}', '\u{7}']),
        "a sign that turns the sentence around: {said:?}"
    );
    is_text_only(scene).await
}

/// A policy that somebody passed on, with markup wherever a name may stand.
async fn a_hostile_policy_stays_text(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    let name = format!("{MARKUP}\u{202e}{}", "x".repeat(300));
    let settings = json!({
        "policy": {
            "name": name,
            "offerings": { "saas": { "name": name, "short": name } },
            "levels": { "premium": { "name": name } },
        }
    });
    store(
        scene,
        "chrome.storage.local.set({settings: arguments[0]})",
        settings.to_string(),
    )
    .await?;
    let result = shown_under_it(scene).await;
    store(
        scene,
        "chrome.storage.local.remove(arguments[0])",
        "settings".to_owned(),
    )
    .await?;
    result
}

async fn shown_under_it(scene: &Scene) -> Result<()> {
    scene.page().open(TICKET).await?;
    scene.panel().banner("retag").await?;
    is_text_only(scene).await?;
    scene.panel().click("banner-details").await?;
    scene.panel().sidebar("retag").await?;
    let said = scene.panel().all_text().await?;
    ensure!(said.contains("<script>"), "the policy is not in force");
    is_text_only(scene).await
}

async fn store(scene: &Scene, script: &str, value: String) -> Result<()> {
    let script = format!("{script}.then(() => arguments[1](true))");
    scene
        .panel()
        .inside(async |driver| {
            driver.execute_async(&script, vec![value.into()]).await?;
            Ok(())
        })
        .await
}

/// Nothing was executed, nothing became an element, nothing is wider than the panel.
async fn is_text_only(scene: &Scene) -> Result<()> {
    const LOOK: &str = r#"
        const all = [...document.body.querySelectorAll("*")];
        const odd = all.filter((element) =>
            element.matches("script, img, iframe, object, embed, link, style, base, meta, form, b")
            || element.getAttributeNames().some((name) => name.startsWith("on"))
            || /^(?!https:)/.test(element.getAttribute("href") ?? "https:"));
        const page = document.documentElement;
        const wide = all.filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1);
        return [
            odd.map((element) => element.outerHTML.slice(0, 200)).join("\n"),
            page.scrollWidth > page.clientWidth ? wide.map((element) => element.outerHTML.slice(0, 200)).join("\n") || "?" : "",
        ];
    "#;
    let (odd, wide): (String, String) = scene
        .panel()
        .inside(async |driver| Ok(driver.execute(LOOK, vec![]).await?.convert()?))
        .await?;
    ensure!(odd.is_empty(), "text of the ticket became elements: {odd}");
    ensure!(
        wide.is_empty(),
        "text of the ticket breaks the layout: {wide}"
    );
    ensure!(
        scene.page().title().await? != "executed",
        "text of the ticket was executed"
    );
    Ok(())
}
