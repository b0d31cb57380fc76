//! The agent page, as a person uses it.

use std::time::Duration;

use anyhow::{Context, Result};
use thirtyfour::{By, Key, WebDriver, WebElement};

use crate::wait;

/// Where the agent pages are.
pub const ORIGIN: &str = "https://gitlab.zendesk.com";

/// The agent page in the current tab.
#[derive(Debug, Clone)]
pub struct TicketPage {
    driver: WebDriver,
}

impl TicketPage {
    pub(crate) fn new(driver: &WebDriver) -> Self {
        Self {
            driver: driver.clone(),
        }
    }

    /// Loads the page with a ticket on screen.
    ///
    /// # Errors
    /// It does not load.
    pub async fn open(&self, ticket: u64) -> Result<()> {
        self.load(&format!("/agent/tickets/{ticket}")).await?;
        self.composer(ticket).await.map(drop)
    }

    /// Loads any address of the agent page.
    ///
    /// # Errors
    /// It does not load.
    pub async fn load(&self, path: &str) -> Result<()> {
        Ok(self.driver.goto(format!("{ORIGIN}{path}")).await?)
    }

    /// Goes to another address without loading the page anew, as the page's own links do.
    ///
    /// # Errors
    /// The page has no such link.
    pub async fn go_to(&self, path: &str) -> Result<()> {
        // The page's router listens to `popstate`, as that of Zendesk's does for back and forward.
        const GO: &str = "history.pushState({}, '', arguments[0]);
            window.dispatchEvent(new PopStateEvent('popstate', {state: {}}));";
        self.driver.enter_default_frame().await?;
        self.driver.execute(GO, vec![path.into()]).await?;
        Ok(())
    }

    /// Brings a ticket on screen, within the loaded page.
    ///
    /// # Errors
    /// It does not come.
    pub async fn go_to_ticket(&self, ticket: u64) -> Result<()> {
        self.go_to(&format!("/agent/tickets/{ticket}")).await?;
        self.composer(ticket).await.map(drop)
    }

    /// Waits for the composer of a ticket, by whichever layout.
    async fn composer(&self, ticket: u64) -> Result<WebElement> {
        wait::until(&format!("the composer of ticket {ticket}"), async || {
            self.driver.enter_default_frame().await?;
            let all = self
                .driver
                .find_all(By::Css(".ck-editor__editable, textarea"))
                .await?;
            for element in all {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// What is in the reply composer.
    ///
    /// # Errors
    /// There is no composer.
    pub async fn draft(&self, ticket: u64) -> Result<String> {
        let composer = self.composer(ticket).await?;
        let text = match composer.tag_name().await?.as_str() {
            "textarea" => composer.value().await?.unwrap_or_default(),
            _ => composer.text().await?,
        };
        // CKEditor keeps an invisible character in an empty paragraph.
        Ok(text
            .replace(['\u{2060}', '\u{feff}', '\u{a0}'], "")
            .trim()
            .to_owned())
    }

    /// Types into the reply composer.
    ///
    /// # Errors
    /// There is no composer.
    pub async fn type_draft(&self, ticket: u64, text: &str) -> Result<()> {
        let composer = self.composer(ticket).await?;
        composer.click().await?;
        Ok(composer.send_keys(text).await?)
    }

    /// The first element that a selector finds, in sight.
    ///
    /// # Errors
    /// There is none.
    pub async fn seen(&self, css: &str) -> Result<WebElement> {
        wait::until(&format!("`{css}` in the page"), async || {
            self.driver.enter_default_frame().await?;
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Clicks the first element in sight that a selector finds.
    ///
    /// # Errors
    /// It cannot be clicked.
    pub async fn click(&self, css: &str) -> Result<()> {
        Ok(self.seen(css).await?.click().await?)
    }

    /// Switches the composer to an internal note.
    ///
    /// # Errors
    /// The page offers none.
    pub async fn switch_to_internal_note(&self) -> Result<()> {
        self.click("[data-test-id=\"omnichannel-channel-switcher-button\"]")
            .await?;
        self.click("[data-test-id=\"omnichannel-channel-switcher-menuitem-internal\"]")
            .await
    }

    /// Presses the keys for "undo" in the reply composer.
    ///
    /// # Errors
    /// There is no composer.
    pub async fn press_undo(&self, ticket: u64) -> Result<()> {
        let composer = self.composer(ticket).await?;
        Ok(composer.send_keys(Key::Control + "z").await?)
    }

    /// Presses the keys for "paste" in the composer.
    ///
    /// # Errors
    /// There is no composer.
    pub async fn press_paste(&self, ticket: u64) -> Result<()> {
        let composer = self.composer(ticket).await?;
        composer.click().await?;
        Ok(composer.send_keys(Key::Control + "v").await?)
    }

    /// Gives the page and Ferry the time to do what they were not to do. Nothing can be waited for
    /// where nothing is to happen; a slow machine makes such a test weaker, but never fail.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn settled(&self) -> Result<()> {
        tokio::time::sleep(Duration::from_millis(700)).await;
        self.title().await.map(drop)
    }

    /// The page's title.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn title(&self) -> Result<String> {
        self.driver.enter_default_frame().await?;
        Ok(self.driver.title().await?)
    }

    /// Runs a script of the page's own, and gives its result.
    ///
    /// # Errors
    /// It throws.
    pub async fn script(&self, script: &str) -> Result<serde_json::Value> {
        self.driver.enter_default_frame().await?;
        let result = self
            .driver
            .execute(script, vec![])
            .await
            .context("a script of the page")?;
        Ok(result.json().clone())
    }
}
