//! Installs what is missing, and only that: the second time it does nothing.

use anyhow::{Result, bail};

use crate::node;
use crate::place::Place;
use crate::run::{exists, program, title};

/// The version that the end-to-end tests are known to work with.
const GECKODRIVER: &str = "0.37.1";

/// Something that commands need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Node.js and npm.
    Node,
    /// Rust's standard library for WebAssembly.
    WasmTarget,
    /// wasm-opt, terser, and the linter of Firefox's store.
    NpmTools,
    /// The npm packages of other parts: the type checker, the sandbox's editor.
    NpmParts,
    /// Chromium with its driver.
    Chromium,
    /// Firefox with its driver.
    Firefox,
    /// ripgrep and jq, to measure the audit beside.
    Searchers,
}

impl Need {
    pub(crate) const BUILD: &[Self] = &[Self::Node, Self::WasmTarget, Self::NpmTools];
    pub(crate) const CHECK: &[Self] = &[Self::Node, Self::WasmTarget, Self::NpmParts];
    pub(crate) const DEMO: &[Self] = &[
        Self::Node,
        Self::WasmTarget,
        Self::NpmTools,
        Self::NpmParts,
        Self::Chromium,
    ];
    pub(crate) const BENCH: &[Self] = &[
        Self::Node,
        Self::WasmTarget,
        Self::NpmTools,
        Self::NpmParts,
        Self::Chromium,
        Self::Searchers,
    ];
    pub(crate) const ALL: &[Self] = &[
        Self::Node,
        Self::WasmTarget,
        Self::NpmTools,
        Self::NpmParts,
        Self::Chromium,
        Self::Firefox,
    ];
}

/// Sees to it that all of `needs` are there.
pub(crate) fn ensure(place: &Place, needs: &[Need]) -> Result<()> {
    needs.iter().try_for_each(|need| match need {
        Need::Node => debian(
            &[("node", "nodejs"), ("npm", "npm")],
            "runs the build's npm tools",
        ),
        Need::WasmTarget => wasm_target(place),
        Need::NpmTools => node::install(&place.npm_tools(), "wasm-opt, terser, the add-on linter"),
        Need::NpmParts => node::parts(place).iter().try_for_each(|folder| {
            node::install(
                folder,
                "type checker, the sandbox's editor, accessibility rules",
            )
        }),
        Need::Chromium => debian(
            &[
                ("chromium", "chromium"),
                ("chromedriver", "chromium-driver"),
            ],
            "a browser to test and show Ferry in",
        ),
        Need::Searchers => debian(
            &[("rg", "ripgrep"), ("jq", "jq")],
            "what else one would search tickets with",
        ),
        Need::Firefox => {
            debian(
                &[("firefox-esr", "firefox-esr")],
                "the other browser to test Ferry in",
            )?;
            geckodriver(place)
        }
    })
}

/// Installs Debian's packages for the programs that are not there.
fn debian(programs: &[(&str, &str)], why: &str) -> Result<()> {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(name, _)| !exists(name))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    title(&format!("Install {packages}"), why);
    if !exists("apt-get") {
        bail!("please install {packages} (the names are Debian's) and run this again");
    }
    let here = std::env::current_dir()?;
    let apt = |arguments: &[&str]| {
        let run = if is_root() {
            program("apt-get", &here)
        } else {
            program("sudo", &here).args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"])
        };
        run.args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
    };
    apt(&["update", "-q"])?;
    apt(&[
        &["install", "-y", "-q", "--no-install-recommends"],
        &missing[..],
    ]
    .concat())
}

fn is_root() -> bool {
    let here = std::path::Path::new(".");
    program("id", here)
        .args(["-u"])
        .read()
        .is_ok_and(|id| id.trim() == "0")
}

fn wasm_target(place: &Place) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = program("rustc", &place.root)
        .args(["--print", "sysroot"])
        .read()?;
    let libraries = std::path::Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(TARGET);
    if libraries.is_dir() {
        return Ok(());
    }
    title(
        "Install Rust's WebAssembly target",
        "the panel is a WASM app",
    );
    program("rustup", &place.root)
        .args(["target", "add", TARGET])
        .run()
}

fn geckodriver(place: &Place) -> Result<()> {
    if exists("geckodriver") || place.tools().join("bin/geckodriver").is_file() {
        return Ok(());
    }
    title(
        "Build geckodriver",
        "drives Firefox; takes about two minutes, once",
    );
    let root = place.tools();
    // Outside the workspace's target folder: its lock file and flags are not ours.
    program("cargo", &place.root)
        .args([
            "install",
            "--locked",
            "geckodriver",
            "--version",
            GECKODRIVER,
            "--root",
        ])
        .arg(&root)
        .env("CARGO_TARGET_DIR", root.join("build"))
        .run()
}
