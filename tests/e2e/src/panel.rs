//! The panel, as a person sees it: a frame of the extension's in the ticket's page.
//!
//! The frame lives in a closed shadow root, see `shadow`.

use anyhow::{Context, Result, bail};
use thirtyfour::{By, ElementRect, WebDriver, WebElement};

use crate::browser::Kind;
use crate::{command, shadow, wait};

/// The panel of the page in the current tab.
#[derive(Debug, Clone)]
pub struct Panel {
    driver: WebDriver,
    kind: Kind,
}

impl Panel {
    pub(crate) fn new(driver: &WebDriver, kind: Kind) -> Self {
        Self {
            driver: driver.clone(),
            kind,
        }
    }

    /// The frame and the element that its shadow root hangs on, where there is one.
    async fn frame(&self) -> Result<Option<(WebElement, WebElement)>> {
        self.driver.enter_default_frame().await?;
        // The adapter puts it beside the page's body, never into it.
        for host in self.driver.find_all(By::Css("html > div")).await? {
            if let Some(frame) = shadow::find(&self.driver, &host, "iframe").await? {
                return Ok(Some((host, frame)));
            }
        }
        Ok(None)
    }

    /// Whether the page has the frame at all.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn is_there(&self) -> Result<bool> {
        Ok(self.frame().await?.is_some())
    }

    /// What Ferry says on the page itself, where no panel can say it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn said_on_the_page(&self) -> Result<Vec<String>> {
        self.driver.enter_default_frame().await?;
        let mut said = Vec::new();
        for host in self.driver.find_all(By::Css("html > div")).await? {
            if let Some(button) = shadow::find(&self.driver, &host, "button").await? {
                said.push(button.text().await?);
            }
        }
        Ok(said)
    }

    /// Whether anything of it can be seen.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn is_shown(&self) -> Result<bool> {
        let Some((host, _)) = self.frame().await? else {
            return Ok(false);
        };
        let height = host.rect().await?.height;
        Ok(host.css_value("visibility").await? == "visible" && height > 0.0)
    }

    /// Runs something inside the frame, and comes back to the page.
    ///
    /// # Errors
    /// There is no frame, or `work` fails.
    pub async fn inside<T>(&self, work: impl AsyncFnOnce(&WebDriver) -> Result<T>) -> Result<T> {
        let (_, frame) = self.frame().await?.context("the page has no panel")?;
        frame.enter_frame().await?;
        let result = work(&self.driver).await;
        self.driver.enter_default_frame().await?;
        result
    }

    /// The text of an element by its test id; `None` where there is none.
    ///
    /// # Errors
    /// There is no panel.
    pub async fn text(&self, id: &str) -> Result<Option<String>> {
        self.attribute(id, None).await
    }

    /// An attribute, or else the text, of an element by its test id.
    async fn attribute(&self, id: &str, name: Option<&str>) -> Result<Option<String>> {
        self.inside(async |driver| {
            let Some(element) = driver.find_all(By::Css(of(id))).await?.into_iter().next() else {
                return Ok(None);
            };
            Ok(match name {
                Some(name) => element.attr(name).await?,
                None => Some(element.text().await?),
            })
        })
        .await
    }

    /// Waits until an element is there, and gives its text.
    ///
    /// # Errors
    /// It does not come.
    pub async fn wait_for(&self, id: &str) -> Result<String> {
        wait::until(&format!("`{id}` in the panel"), async || {
            self.text(id).await
        })
        .await
    }

    /// The text of an element as soon as it can be read: a browser gives none for an element that
    /// is there and not painted yet.
    async fn readable(&self, id: &str) -> Result<Option<String>> {
        Ok(self.text(id).await?.filter(|text| !text.trim().is_empty()))
    }

    /// Waits until an element can be read, and gives its text.
    ///
    /// # Errors
    /// It does not come to that.
    pub async fn wait_for_text(&self, id: &str) -> Result<String> {
        wait::until(&format!("text in `{id}` of the panel"), async || {
            self.readable(id).await
        })
        .await
    }

    /// Waits until an element's text holds `words`, and gives the text.
    ///
    /// # Errors
    /// It does not come to that.
    pub async fn wait_for_words(&self, id: &str, words: &str) -> Result<String> {
        wait::until(
            &format!("\"{words}\" in `{id}` of the panel"),
            async || match self.text(id).await? {
                Some(text) if text.contains(words) => Ok(Some(text)),
                Some(text) => bail!("it says \"{text}\""),
                None => Ok(None),
            },
        )
        .await
    }

    /// Waits for an action's result of one of these kinds, and gives its kind and sentences.
    ///
    /// # Errors
    /// Another result, or none.
    pub async fn result(&self, kinds: &[&str]) -> Result<String> {
        wait::until(&format!("a result {kinds:?}"), async || {
            match self.attribute("result", Some("data-kind")).await? {
                Some(kind) if kinds.contains(&kind.as_str()) => self.readable("result").await,
                Some(kind) => {
                    let text = self.text("result").await?.unwrap_or_default();
                    bail!("the result is `{kind}`: {text}")
                }
                None => Ok(None),
            }
        })
        .await
    }

    /// Waits for an action's result as [`Panel::result`], or for the message that the ticket cannot
    /// be read any more.
    ///
    /// # Errors
    /// Another result, or none.
    pub async fn trouble_or_result(&self, kinds: &[&str]) -> Result<String> {
        wait::until(&format!("a message, or a result {kinds:?}"), async || {
            if let Some(trouble) = self.readable("trouble").await? {
                return Ok(Some(trouble));
            }
            match self.attribute("result", Some("data-kind")).await? {
                Some(kind) if kinds.contains(&kind.as_str()) => self.readable("result").await,
                Some(kind) => bail!("the result is `{kind}`"),
                None => Ok(None),
            }
        })
        .await
    }

    /// Waits until the banner is seen and tells this stage.
    ///
    /// # Errors
    /// It does not come.
    pub async fn banner(&self, stage: &str) -> Result<String> {
        wait::until(&format!("a banner for {stage}"), async || {
            if !self.is_shown().await? {
                return Ok(None);
            }
            match self.attribute("ferry-banner", Some("data-stage")).await? {
                Some(found) if found == stage => self.text("banner-title").await,
                Some(found) => bail!("it is for {found}"),
                None => Ok(None),
            }
        })
        .await
    }

    /// Waits until the sidebar is seen and tells this stage.
    ///
    /// # Errors
    /// It does not come.
    pub async fn sidebar(&self, stage: &str) -> Result<()> {
        wait::holds(&format!("a sidebar for {stage}"), async || {
            let found = self.attribute("sidebar-status", Some("data-stage")).await?;
            Ok(self.is_shown().await? && found.as_deref() == Some(stage))
        })
        .await
    }

    /// Clicks an element as a person does: it must be there, in sight and not covered.
    ///
    /// # Errors
    /// It cannot be clicked.
    pub async fn click(&self, id: &str) -> Result<()> {
        wait::until(&format!("`{id}` can be clicked"), async || {
            self.inside(async |driver| {
                driver.find(By::Css(of(id))).await?.click().await?;
                Ok(Some(()))
            })
            .await
        })
        .await
    }

    /// The value of a field.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn value(&self, id: &str) -> Result<String> {
        self.inside(async |driver| {
            let value = driver.find(By::Css(of(id))).await?.value().await?;
            value.with_context(|| format!("`{id}` has no value"))
        })
        .await
    }

    /// Types text at the end of a field.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn type_into(&self, id: &str, text: &str) -> Result<()> {
        self.inside(async |driver| Ok(driver.find(By::Css(of(id))).await?.send_keys(text).await?))
            .await
    }

    /// Presses a key, by WebDriver's name for it, on an element.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn press(&self, id: &str, key: &str) -> Result<()> {
        self.type_into(id, key).await
    }

    /// Chooses an option of a list by its value.
    ///
    /// # Errors
    /// There is no such list or option.
    pub async fn choose(&self, id: &str, value: &str) -> Result<()> {
        let option = format!("{} option[value=\"{value}\"]", of(id));
        self.inside(async |driver| Ok(driver.find(By::Css(option)).await?.click().await?))
            .await
    }

    /// The id of the element that has the focus within the panel.
    ///
    /// # Errors
    /// There is no panel.
    pub async fn focused(&self) -> Result<String> {
        self.inside(async |driver| {
            let element = driver.active_element().await?;
            Ok(element.id().await?.unwrap_or_default())
        })
        .await
    }

    /// Where it stands in the page.
    ///
    /// # Errors
    /// There is no panel.
    pub async fn place(&self) -> Result<ElementRect> {
        let (host, _) = self.frame().await?.context("the page has no panel")?;
        Ok(host.rect().await?)
    }

    /// All that the panel says, for messages about failures.
    ///
    /// # Errors
    /// There is no panel.
    pub async fn all_text(&self) -> Result<String> {
        self.inside(async |driver| Ok(driver.find(By::Css("body")).await?.text().await?))
            .await
    }

    /// Opens or closes the sidebar by the keyboard command.
    ///
    /// # Errors
    /// There is no panel that could hear it.
    pub async fn toggle_sidebar(&self) -> Result<()> {
        command::toggle_sidebar(&self.driver, self.kind, self).await
    }
}

/// The selector of a test id.
fn of(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}
