//! A sandbox Zendesk and a browser with Ferry in front of it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use ferry_sandbox::{Config, Control, Logged, Sandbox, fetch_ckeditor};
use thirtyfour::WindowHandle;

use crate::browser::{Browser, Kind, Setup};
use crate::own_page::OwnPage;
use crate::panel::Panel;
use crate::ticket_page::{ORIGIN, TicketPage};
use crate::{background, first_run, looks, wait};

/// Both, running.
pub struct Scene {
    sandbox: Sandbox,
    /// The browser.
    pub browser: Browser,
}

/// The folders that a scene needs.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The packages.
    pub dist: PathBuf,
    /// What is made on the way.
    pub target: PathBuf,
}

impl Folders {
    /// As `xtask` says, or where they usually are.
    pub fn usual() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = |variable: &str, usual: &str| {
            root.join(std::env::var_os(variable).unwrap_or_else(|| usual.into()))
        };
        Self {
            dist: folder("FERRY_DIST", "dist"),
            target: folder("CARGO_TARGET_DIR", "target"),
        }
    }
}

impl Scene {
    /// Starts both.
    ///
    /// # Errors
    /// One of them does not start.
    pub async fn start(kind: Kind, folders: &Folders, visible: bool) -> Result<Self> {
        Self::start_with(kind, folders, |setup| setup.visible = visible).await
    }

    /// Starts both, the browser not quite as usual.
    ///
    /// # Errors
    /// One of them does not start.
    pub async fn start_with(
        kind: Kind,
        folders: &Folders,
        change: impl FnOnce(&mut Setup),
    ) -> Result<Self> {
        let ckeditor = fetch_ckeditor(&folders.target.join("ferry"))
            .context("the sandbox's page needs CKEditor, from npm")?;
        let config = Config {
            ckeditor: Some(ckeditor),
            ..Config::default()
        };
        let sandbox = Sandbox::start(config).context("the sandbox does not start")?;
        let mut setup = Setup {
            package: kind.package(&folders.dist),
            firefox: None,
            first_page: true,
            port: sandbox.port(),
            spki: sandbox.spki().to_owned(),
            visible: false,
            forced_colours: false,
            wasm: true,
        };
        change(&mut setup);
        let browser = Browser::open(kind, &setup).await?;
        Ok(Self { sandbox, browser })
    }

    /// The page of the current tab.
    pub fn page(&self) -> TicketPage {
        TicketPage::new(&self.browser.driver)
    }

    /// The panel of the current tab.
    pub fn panel(&self) -> Panel {
        Panel::new(&self.browser.driver, self.browser.kind)
    }

    /// What tests turn and read.
    pub fn control(&self) -> &Control {
        self.sandbox.control()
    }

    /// Lets pages know that the person prefers dark ones, or light ones.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn prefer_dark(&self, dark: bool) -> Result<()> {
        looks::prefer_dark(&self.browser.driver, self.browser.kind, dark).await
    }

    /// Opens a page of the extension's own in a further tab, beside an agent page.
    ///
    /// # Errors
    /// There is no panel in the current tab, which knows where the extension's pages are.
    pub async fn open_own_page(&self, name: &str) -> Result<OwnPage> {
        let driver = &self.browser.driver;
        let origin = wait::until("the extension's address", async || {
            self.panel()
                .inside(async |driver| {
                    let origin = driver.execute("return location.origin", vec![]).await?;
                    Ok(origin.json().as_str().map(str::to_owned))
                })
                .await
        })
        .await?;
        let tab = driver.new_tab().await?;
        driver.switch_to_window(tab).await?;
        driver.goto(format!("{origin}/{name}")).await?;
        Ok(OwnPage::of(self))
    }

    /// A fresh start: Zendesk as seeded, nobody signed in, one empty tab in front.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn renew(&self) -> Result<()> {
        let driver = &self.browser.driver;
        let fresh = driver.new_tab().await?;
        for old in driver.windows().await? {
            if old != fresh {
                driver.switch_to_window(old).await?;
                driver.close_window().await?;
            }
        }
        driver.switch_to_window(fresh).await?;
        self.control().reset();
        // Cookies can only be taken away on the site that set them.
        driver.goto(format!("{ORIGIN}/nothing-here")).await?;
        driver.delete_all_cookies().await?;
        self.bring_to_front().await
    }

    /// Waits for a tab that opens, goes to it and gives its address. `back` returns.
    ///
    /// # Errors
    /// None opens.
    pub async fn opened_tab(&self, known: &[WindowHandle]) -> Result<String> {
        let driver = &self.browser.driver;
        let new = wait::until("another tab", async || {
            Ok(driver
                .windows()
                .await?
                .into_iter()
                .find(|handle| !known.contains(handle)))
        })
        .await?;
        driver.switch_to_window(new).await?;
        wait::until("the address of the other tab", async || {
            let address = driver.current_url().await?.to_string();
            Ok((!address.starts_with("about:")).then_some(address))
        })
        .await
    }

    /// Brings the current tab to the front.
    ///
    /// # Errors
    /// It does not come.
    pub async fn bring_to_front(&self) -> Result<()> {
        first_run::bring_to_front(&self.browser.driver, self.browser.kind).await
    }

    /// Whether the page is open that Ferry shows after its installation.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn first_page_is_open(&self) -> Result<bool> {
        first_run::is_open(&self.browser.driver, self.browser.kind).await
    }

    /// Stops Ferry's background, as the browser does when it has been idle.
    ///
    /// # Errors
    /// The browser does not let it be stopped.
    pub async fn stop_background(&self) -> Result<()> {
        background::stop(&self.browser.driver, self.browser.kind).await
    }

    /// Takes the pages of all tabs but this one away, as the memory saver does.
    ///
    /// # Errors
    /// The browser does not do it.
    pub async fn discard_other_tabs(&self) -> Result<()> {
        background::discard_other_tabs(&self.browser.driver, self.browser.kind, &self.panel()).await
    }

    /// Keeps what can be seen, for whoever looks into a failure.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn keep_picture(&self, file: &Path) -> Result<()> {
        std::fs::create_dir_all(file.parent().context("a picture is in a folder")?)?;
        self.browser.driver.screenshot(file).await?;
        Ok(())
    }

    /// Ends both.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn end(self) -> Result<()> {
        self.browser.quit().await
    }
}

/// What became of Zendesk.
impl Scene {
    /// What is seeded for a ticket.
    ///
    /// # Errors
    /// There is no such ticket.
    pub fn seed(&self, ticket: u64) -> Result<ferry_sandbox::Seed> {
        let seed = ferry_sandbox::seeds()
            .into_iter()
            .find(|seed| seed.id == ticket);
        seed.with_context(|| format!("no ticket {ticket} is seeded"))
    }

    /// A ticket's tags, as the server has them now.
    pub fn tags(&self, ticket: u64) -> Vec<String> {
        self.control().tags(ticket)
    }

    /// All calls that would change something.
    pub fn writes(&self) -> Vec<Logged> {
        let mut calls = self.control().requests();
        calls.retain(|call| call.method != "GET");
        calls
    }

    /// The calls that Ferry made: until somebody submits, the page itself reads elsewhere.
    pub fn ferrys_calls(&self) -> Vec<Logged> {
        self.control().requests()
    }

    /// Waits until Ferry has called a path.
    ///
    /// # Errors
    /// It does not.
    pub async fn called(&self, path: &str) -> Result<()> {
        wait::holds(&format!("a call of {path}"), async || {
            Ok(self.ferrys_calls().iter().any(|call| call.path == path))
        })
        .await
    }

    /// Waits until a call of Ferry's was answered.
    ///
    /// # Errors
    /// It is not.
    pub async fn answered(&self, path: &str) -> Result<()> {
        wait::holds(&format!("an answer of {path}"), async || {
            let calls = self.ferrys_calls();
            Ok(calls
                .iter()
                .any(|call| call.path == path && call.status.is_some()))
        })
        .await
    }

    /// Waits until a ticket was read, and had the time to show what it is.
    ///
    /// # Errors
    /// It is not read.
    pub async fn judged(&self, ticket: u64) -> Result<()> {
        self.answered(&format!("/api/v2/tickets/{ticket}/comments"))
            .await?;
        self.page().settled().await
    }
}
