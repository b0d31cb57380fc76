//! A page of the extension's own in the current tab: popup, options, health, welcome.

use anyhow::Result;
use thirtyfour::{By, WebDriver, WebElement};

use crate::scene::Scene;
use crate::wait;

/// The page.
#[derive(Debug, Clone)]
pub struct OwnPage {
    driver: WebDriver,
}

impl OwnPage {
    /// The page of the scene's current tab.
    pub fn of(scene: &Scene) -> Self {
        Self {
            driver: scene.browser.driver.clone(),
        }
    }

    /// Waits until an element is there.
    ///
    /// # Errors
    /// It does not come.
    pub async fn wait_for(&self, id: &str) -> Result<WebElement> {
        wait::until(&format!("`{id}` in the page"), async || {
            let found = self.driver.find_all(By::Css(selector(id))).await?;
            Ok(found.into_iter().next())
        })
        .await
    }

    /// Waits until an element can be read, and gives its text.
    ///
    /// # Errors
    /// It does not come to that.
    pub async fn text(&self, id: &str) -> Result<String> {
        wait::until(&format!("text in `{id}`"), async || {
            let found = self.driver.find_all(By::Css(selector(id))).await?;
            let Some(element) = found.into_iter().next() else {
                return Ok(None);
            };
            Ok(Some(element.text().await?).filter(|text| !text.trim().is_empty()))
        })
        .await
    }

    /// An attribute of all elements with a test id, in the page's order.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn attributes(&self, id: &str, name: &str) -> Result<Vec<String>> {
        let mut values = Vec::new();
        for element in self.driver.find_all(By::Css(selector(id))).await? {
            values.extend(element.attr(name).await?);
        }
        Ok(values)
    }

    /// Clicks an element.
    ///
    /// # Errors
    /// It cannot be clicked.
    pub async fn click(&self, css: &str) -> Result<()> {
        wait::until(&format!("`{css}` can be clicked"), async || {
            self.driver.find(By::Css(css)).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }
}

/// The selector of a test id.
fn selector(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}
