//! Clients that none of us wrote drive the sandbox: `tests/clients` at the top of the repository.

use std::path::Path;
use std::process::Command;

use ferry_sandbox::{Config, Sandbox};

#[test]
#[ignore = "installs zenpy and node-zendesk from their registries"]
fn zenpy_and_node_zendesk_find_a_zendesk() {
    let sandbox = Sandbox::start(Config::default()).unwrap();
    let certificate = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clients.pem");
    std::fs::write(&certificate, sandbox.certificate_pem()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/clients/run.sh");
    let status = Command::new(script)
        .arg(sandbox.port().to_string())
        .arg(&certificate)
        .status()
        .unwrap();
    assert!(status.success());
}
