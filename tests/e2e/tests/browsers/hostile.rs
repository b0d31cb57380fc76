//! Text that wants to be more than text.

use anyhow::{Result, ensure};
use ferry_e2e::Scene;

crate::tests!(hostile_text_stays_text);

async fn hostile_text_stays_text(scene: &Scene) -> Result<()> {
    scene.page().open(1014).await?;
    scene.panel().banner("retag").await?;
    scene.panel().click("banner-details").await?;
    scene.panel().sidebar("retag").await?;
    let (made, wide): (bool, bool) = scene
        .panel()
        .inside(async |driver| {
            let found = driver
                .execute(
                    "const all = document.documentElement;
                     return [document.querySelectorAll('body script, img, iframe, object').length > 0,
                             all.scrollWidth > all.clientWidth]",
                    vec![],
                )
                .await?;
            Ok(found.convert()?)
        })
        .await?;
    ensure!(!made, "text of the ticket became elements");
    ensure!(!wide, "text of the ticket breaks the layout");
    ensure!(
        scene.page().title().await? != "executed",
        "text of the ticket was executed"
    );
    Ok(())
}
