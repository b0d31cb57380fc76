//! The browsers, each with the shipped package in it, under one interface.
//!
//! The package's manifest is unchanged, so it works on `https://gitlab.zendesk.com` only: the
//! browser is told to find that host on this machine, and to trust the sandbox's certificate.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::first_run;

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
}

impl Kind {
    /// By its name.
    ///
    /// # Errors
    /// There is no such browser.
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            _ => bail!("`{name}` is neither `chromium` nor `firefox`"),
        }
    }

    /// Its name in messages and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The unpacked package for it.
    pub fn package(self, dist: &Path) -> PathBuf {
        dist.join(match self {
            Self::Chromium => "chrome",
            Self::Firefox => "firefox",
        })
    }
}

/// How a browser is opened.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The unpacked package.
    pub package: PathBuf,
    /// Firefox's program, where it is not the one of the machine.
    pub firefox: Option<PathBuf>,
    /// Whether Ferry's first page comes.
    pub first_page: bool,
    /// The port of the sandbox.
    pub port: u16,
    /// The sandbox's public key as Chromium wants it.
    pub spki: String,
    /// Whether a person looks at it.
    pub visible: bool,
    /// Whether the system prescribes few colours.
    pub forced_colours: bool,
    /// Whether it runs WebAssembly.
    pub wasm: bool,
}

/// A running browser with Ferry.
pub struct Browser {
    /// WebDriver's view of it.
    pub driver: WebDriver,
    /// Which one it is.
    pub kind: Kind,
    // Ends when this value is dropped.
    _process: Driver,
}

impl Browser {
    /// Opens a browser with an empty profile and the package.
    ///
    /// # Errors
    /// The browser or its driver does not start.
    pub async fn open(kind: Kind, setup: &Setup) -> Result<Self> {
        let package = setup.package.canonicalize().with_context(|| {
            format!(
                "{} is not there; `./build.sh build` makes it",
                setup.package.display()
            )
        })?;
        let (process, capabilities) = match kind {
            Kind::Chromium => {
                let process = Driver::start("chromedriver".as_ref(), &[]).await?;
                (process, chromium(setup, &package))
            }
            Kind::Firefox => {
                // For scripts in the browser's own window, see `own_window`.
                let process = Driver::start(&geckodriver(), &["--allow-system-access"]).await?;
                (process, firefox(setup))
            }
        };
        let Value::Object(capabilities) = capabilities else {
            bail!("capabilities are an object")
        };
        let driver = WebDriver::new(process.address(), Capabilities::from(capabilities)).await?;
        if kind == Kind::Firefox {
            let path = package.to_str().context("the package's path is not text")?;
            FirefoxTools::new(driver.handle().clone())
                .install_addon(path, Some(true))
                .await?;
        }
        if setup.first_page {
            first_run::leave_behind(&driver, kind).await?;
        }
        Ok(Self {
            driver,
            kind,
            _process: process,
        })
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

fn chromium(setup: &Setup, package: &Path) -> Value {
    let package = package.display();
    let here = format!("127.0.0.1:{}", setup.port);
    let mut arguments = vec![
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        // Small containers have little shared memory.
        "--disable-dev-shm-usage".to_owned(),
        "--window-size=1440,900".to_owned(),
        format!("--load-extension={package}"),
        format!("--disable-extensions-except={package}"),
        // GitLab's too, so that the prefilled issue opens somewhere and nothing leaves this machine.
        format!("--host-resolver-rules=MAP *.zendesk.com {here}, MAP gitlab.com {here}"),
        format!("--ignore-certificate-errors-spki-list={}", setup.spki),
    ];
    if !setup.visible {
        arguments.push("--headless=new".to_owned());
    }
    if setup.forced_colours {
        arguments.push("--force-high-contrast".to_owned());
    }
    if !setup.wasm {
        // Without its compilers the engine has none.
        arguments.push("--js-flags=--jitless".to_owned());
    }
    json!({
        "browserName": "chrome",
        // Only a developer's extension may be reloaded.
        "goog:chromeOptions": { "args": arguments, "prefs": { "extensions.ui.developer_mode": true } },
        "goog:loggingPrefs": { "browser": "ALL" },
        "unhandledPromptBehavior": "accept",
    })
}

fn firefox(setup: &Setup) -> Value {
    let mut arguments = vec!["-width=1440", "-height=900"];
    if !setup.visible {
        arguments.push("-headless");
    }
    let mut capabilities = json!({
        "browserName": "firefox",
        "acceptInsecureCerts": true,
        "unhandledPromptBehavior": "accept",
        "moz:firefoxOptions": {
            "args": arguments,
            "prefs": {
                // 2: always the system's colours.
                "browser.display.document_color_use": if setup.forced_colours { 2 } else { 0 },
                "network.dns.localDomains": "gitlab.zendesk.com,company.zendesk.com,gitlab.com",
                "network.socket.forcePort": format!("443={}", setup.port),
                // A permission that is asked for on a click is given without a dialogue.
                "extensions.webextOptionalPermissionPrompts": false,
                // Nothing else is looked up from here.
                "browser.safebrowsing.malware.enabled": false,
                "browser.safebrowsing.phishing.enabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "javascript.options.wasm": setup.wasm,
                // The same for extensions.
                "javascript.options.wasm_trustedprincipals": setup.wasm,
            },
        },
    });
    if let Some(program) = &setup.firefox {
        capabilities["moz:firefoxOptions"]["binary"] = json!(program);
    }
    capabilities
}

/// The one that `./build.sh install` built, or the one of the machine.
fn geckodriver() -> OsString {
    let built =
        std::env::var_os("FERRY_TOOLS").map(|tools| Path::new(&tools).join("bin/geckodriver"));
    built
        .filter(|file| file.is_file())
        .map_or_else(|| "geckodriver".into(), PathBuf::into_os_string)
}
