//! The whole system in a real browser: `FERRY_BROWSER=firefox cargo test -p ferry-e2e`, or both
//! browsers by `./build.sh test`. Arguments are those of cargo's own harness.
//!
//! One browser serves all tests, one after the other; each begins with a new tab and a new
//! Zendesk. After a failure the browser is started anew, and a picture of it is kept.

mod accessibility;
mod actions;
mod faults;
mod hostile;
mod layouts;
mod lifetime;
mod navigation;
mod options;
mod own_pages;
mod placement;
mod popup;
mod protocol;
mod stages;
mod tags;
mod team_policy;

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use ferry_e2e::{Folders, Kind, Scene};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

/// A test: takes a renewed scene.
type Test = for<'a> fn(&'a Scene) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Lists a module's tests under their names.
macro_rules! tests {
    ($($name:ident),+ $(,)?) => {
        pub(crate) fn all() -> Vec<(&'static str, crate::Test)> {
            vec![$((concat!(module_path!(), "::", stringify!($name)), |scene| Box::pin($name(scene)))),+]
        }
    };
}
pub(crate) use tests;

fn main() -> Result<()> {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    // As a part of all tests of the workspace: the browsers have steps of their own.
    let Ok(name) = std::env::var("FERRY_BROWSER") else {
        println!("no browser: FERRY_BROWSER is not set");
        return Ok(());
    };
    let kind = Kind::named(&name)?;
    let stage = Arc::new(Stage::new(kind)?);
    let tests = [
        stages::all(),
        actions::all(),
        tags::all(),
        navigation::all(),
        layouts::all(),
        protocol::all(),
        faults::all(),
        lifetime::all(),
        hostile::all(),
        options::all(),
        team_policy::all(),
        popup::all(),
        own_pages::all(),
        placement::all(),
        accessibility::all(),
    ];
    let trials = tests.into_iter().flatten().map(|(path, test)| {
        let name = path.trim_start_matches("browsers::");
        let stage = Arc::clone(&stage);
        Trial::test(name, move || stage.run(name, test))
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    stage.close()?;
    conclusion.exit();
}

/// Where the tests run.
struct Stage {
    kind: Kind,
    folders: Folders,
    runtime: Runtime,
    scene: Mutex<Option<Scene>>,
}

impl Stage {
    fn new(kind: Kind) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        Ok(Self {
            kind,
            folders: Folders::usual(),
            runtime,
            scene: Mutex::new(None),
        })
    }

    fn run(&self, name: &str, test: Test) -> Result<(), Failed> {
        let mut scene = self.scene.lock().unwrap_or_else(PoisonError::into_inner);
        self.runtime.block_on(async {
            let current = match scene.take() {
                Some(current) => current,
                None => Scene::start(self.kind, &self.folders, false).await?,
            };
            current.renew().await?;
            let result = test(&current).await;
            let Err(error) = result else {
                *scene = Some(current);
                return Ok(());
            };
            let picture = self.folders.target.join("e2e").join(self.kind.name());
            let picture = picture.join(format!("{}.png", name.replace("::", "-")));
            // What is shown helps to understand the failure; that it cannot be had does not matter.
            let _ = current.keep_picture(&picture).await;
            let said = current.panel().all_text().await.unwrap_or_default();
            let _ = current.end().await;
            Err(Failed::from(format!(
                "{error:#}\npicture: {}\npanel: {said}",
                picture.display()
            )))
        })
    }

    fn close(&self) -> Result<()> {
        let scene = self
            .scene
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        match scene {
            Some(scene) => self.runtime.block_on(scene.end()),
            None => Ok(()),
        }
    }
}
