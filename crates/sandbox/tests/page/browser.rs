//! A Chromium on a sandbox's agent page.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use ferry_sandbox::{Config, Control, Sandbox, Switches, fetch_ckeditor};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

/// Browsers are large: one at a time.
static ONE: Mutex<()> = Mutex::new(());

/// A browser with the page of a sandbox.
pub(crate) struct Page {
    pub(crate) driver: WebDriver,
    pub(crate) sandbox: Sandbox,
}

struct Chromedriver(Child);

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs a test on a page.
pub(crate) fn on_page(switches: Switches, test: impl AsyncFnOnce(&Page)) {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ckeditor");
    let ckeditor = Some(fetch_ckeditor(&folder).unwrap());
    let sandbox = Sandbox::start(Config {
        ckeditor,
        switches,
        ..Config::default()
    })
    .unwrap();
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let _driver = Chromedriver(
        Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is needed, Debian package chromium-driver"),
    );
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "chromedriver does not listen"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let arguments = json!([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1440,900",
            format!(
                "--host-resolver-rules=MAP *.zendesk.com 127.0.0.1:{}",
                sandbox.port()
            ),
            format!("--ignore-certificate-errors-spki-list={}", sandbox.spki()),
        ]);
        let Value::Object(capabilities) = json!({
            "browserName": "chrome", "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
        }) else {
            unreachable!()
        };
        let address = format!("http://127.0.0.1:{port}");
        let driver = WebDriver::new(address, Capabilities::from(capabilities))
            .await
            .unwrap();
        let page = Page { driver, sandbox };
        test(&page).await;
        page.driver.quit().await.unwrap();
    });
}

impl Page {
    pub(crate) fn control(&self) -> &Control {
        self.sandbox.control()
    }

    /// Loads an address.
    pub(crate) async fn load(&self, path: &str) {
        self.driver
            .goto(format!("https://gitlab.zendesk.com{path}"))
            .await
            .unwrap();
    }

    /// Loads a ticket and waits until it can be used.
    pub(crate) async fn ticket(&self, id: u64) {
        self.load(&format!("/agent/tickets/{id}")).await;
        self.until("document.querySelector('.is-shown .ck-editor__editable') && document.querySelector('.is-shown article')").await;
    }

    /// What a JavaScript expression is worth.
    pub(crate) async fn eval(&self, expression: &str) -> Value {
        let result = self
            .driver
            .execute(format!("return ({expression});"), vec![])
            .await
            .unwrap();
        result.json().clone()
    }

    /// Runs JavaScript.
    pub(crate) async fn run(&self, script: &str) {
        self.driver.execute(script, vec![]).await.unwrap();
    }

    /// Waits until an expression holds.
    pub(crate) async fn until(&self, expression: &str) {
        let start = Instant::now();
        while self.eval(&format!("Boolean({expression})")).await != true {
            assert!(
                start.elapsed() < Duration::from_secs(15),
                "never: {expression}"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The tags that the ticket on screen shows.
    pub(crate) async fn tags(&self) -> Vec<String> {
        let items = "[...document.querySelectorAll('.is-shown [data-test-id=\"ticket-system-field-tags-item-selected\"]')].map(e => e.textContent.trim())";
        serde_json::from_value(self.eval(items).await).unwrap()
    }
}
